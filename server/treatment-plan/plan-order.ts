import {
  orderHorizonDays,
  type PlanOrderView,
  type SolvedPlan,
  type SolvePlan,
} from '#contract/plan-order.ts';
import type { Language } from '#contract/say.ts';
import { refuseAction } from '#domain/case/available-actions.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import { dayOf, type Instant } from '#domain/kernel/calendar-date.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { problemOfPlan } from '#domain/treatment-plan/problem-of-plan.ts';
import { checkProblem } from '#domain/treatment-plan/sequencing/check-problem.ts';
import { objectives, type SequencingProblem } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';
import type { Archway } from '../archway.ts';
import { noCase } from '../case/acting-on-case.ts';
import type { Person } from '../http/signed-in.ts';
import { sha256 } from '../record/record.ts';
import { solvePlan } from './solve-plan.ts';

export interface OrderAsked {
  readonly language: Language;
  readonly now: Instant;
  readonly solve?: SolvePlan;
}

/** The plan of a case as of today, in the words of a language: what is still to be done, from this day on. */
export function openProblem(
  { rulebook }: Pick<Archway, 'rulebook'>,
  state: CoordinationCase,
  practice: Practice,
  { language, now, solve }: OrderAsked,
): SequencingProblem | Refusal {
  return problemOfPlan(
    state,
    practice,
    { pathways: rulebook.pathways, locale: language, sha256 },
    {
      start: dayOf(now, practice.profile?.timeZone ?? 'UTC'),
      horizonDays: orderHorizonDays,
      objectives: [...(solve?.objectives ?? objectives)],
      locked: solve?.locked ?? {},
    },
  );
}

export async function planOrder(
  archway: Archway,
  person: Person,
  caseId: string,
  language: Language,
): Promise<PlanOrderView | Refusal> {
  const found = await read(archway, person, caseId);
  if (isRefusal(found)) return found;
  const { state, practice } = found;
  const problem = openProblem(archway, state, practice, { language, now: archway.record.now() });
  return {
    position: state.position,
    ...(isRefusal(problem) ? {} : { problem }),
    kept: state.sharedPlan.schedules.map(({ who, occurredAt, kept }) => ({ who, occurredAt, kept })),
  };
}

/** Long enough for a plan of a hundred items, short enough to be waited for. */
const longest = { seconds: 20, memoryMegabytes: 512 };

/** Seeks the best order; records nothing. Whoever may keep an order may ask for one. */
export async function solveCasePlan(
  archway: Archway,
  person: Person,
  caseId: string,
  solve: SolvePlan,
  { language, signal }: { readonly language: Language; readonly signal: AbortSignal },
): Promise<SolvedPlan | Refusal> {
  const found = await read(archway, person, caseId);
  if (isRefusal(found)) return found;
  const { state, practice } = found;
  const refusal = refuseAction('keep-schedule', state.state, person.staff.role);
  if (refusal) return refusal;
  const problem = openProblem(archway, state, practice, { language, now: archway.record.now(), solve });
  if (isRefusal(problem)) return problem;
  const fault = checkProblem(problem);
  if (fault) return fault;
  const answer = await solvePlan(problem, archway.solver, { ...longest, signal });
  return { position: state.position, answer };
}

function read({ record }: Archway, { organizationId }: Person, caseId: string) {
  return record.read(organizationId, async (reading) => {
    const state = await reading.coordinationCase(caseId);
    return state ? { state, practice: await reading.practice() } : noCase(caseId);
  });
}
