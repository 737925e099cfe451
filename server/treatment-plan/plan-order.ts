import { timeZoneOf } from '#domain/case/deciding.ts';
import {
  orderHorizonDays,
  type PlanOrderView,
  type SolvedPlan,
  type SolvePlan,
} from '#contract/plan-order.ts';
import { say, type Language } from '#contract/say.ts';
import { refuseAction } from '#domain/case/available-actions.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import { caseRequest } from '#domain/estimate/case-request.ts';
import { planCost, type PlanCost } from '#domain/estimate/plan-cost.ts';
import { dayOf, type CalendarDate, type Instant } from '#domain/kernel/calendar-date.ts';
import { message } from '#domain/kernel/message.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { keptDays } from '#domain/treatment-plan/day-of-item.ts';
import { preferredObjectives } from '#domain/treatment-plan/patient-preferences.ts';
import { problemOfPlan } from '#domain/treatment-plan/problem-of-plan.ts';
import { checkProblem } from '#domain/treatment-plan/sequencing/check-problem.ts';
import type { Schedule } from '#domain/treatment-plan/sequencing/schedule.ts';
import type { SequencingProblem } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';
import type { Archway } from '../archway.ts';
import { noCase } from '../case/acting-on-case.ts';
import type { Person } from '../http/signed-in.ts';
import { sha256, type Reading } from '../record/record.ts';
import { solvePlan } from './solve-plan.ts';
import type { SolvingLimits } from './solving-limits.ts';

interface PlanRecord {
  readonly state: CoordinationCase;
  readonly patient: Patient;
  readonly practice: Practice;
}

export interface OrderAsked {
  readonly language: Language;
  readonly now: Instant;
  readonly solve?: SolvePlan;
  /** Days of an order that a person keeps. */
  readonly chosen?: readonly CalendarDate[];
}

/** The plan of a case as of today, in the words of a language: what is still to be done, from this day on. */
export function openProblem(
  { rulebook }: Pick<Archway, 'rulebook'>,
  { state, patient, practice }: PlanRecord,
  { language, now, solve, chosen = [] }: OrderAsked,
): SequencingProblem | Refusal {
  const preferences = state.sharedPlan.preferences?.preferences;
  const problem = problemOfPlan(
    state,
    practice,
    { pathways: rulebook.pathways, locale: language, sha256 },
    {
      start: dayOf(now, timeZoneOf(practice)),
      horizonDays: orderHorizonDays,
      objectives: [...(solve?.objectives ?? preferredObjectives(preferences))],
      locked: solve?.locked ?? {},
      chosen,
      daysThatSuit: say(language, message('web.order.daysThatSuit')),
    },
  );
  if (isRefusal(problem)) return problem;
  const cost = costOfPlan(state, patient, practice, problem.start);
  return cost ? { ...problem, cost } : problem;
}

/** Undefined where no step has a price, or the coverages contradict each other: then what the patient pays is not known. */
function costOfPlan(
  state: CoordinationCase,
  patient: Patient,
  practice: Practice,
  start: CalendarDate,
): PlanCost | undefined {
  const { request, staying } = caseRequest(state, patient, practice, start);
  if (request.lines.length === 0) return undefined;
  const cost = planCost(request, staying);
  return isRefusal(cost) ? undefined : cost;
}

export async function planOrder(
  archway: Archway,
  person: Person,
  caseId: string,
  language: Language,
): Promise<PlanOrderView | Refusal> {
  const found = await read(archway, person, caseId);
  if (isRefusal(found)) return found;
  const { state } = found;
  const chosen = Object.values(keptDays(state));
  const problem = openProblem(archway, found, { language, now: archway.record.now(), chosen });
  return {
    position: state.position,
    ...(isRefusal(problem) ? {} : { problem }),
    kept: state.sharedPlan.schedules.map(({ who, occurredAt, kept }) => ({ who, occurredAt, kept })),
  };
}

/**
 * Long enough for a plan of a hundred items, short enough to be waited for. What is cheapest takes longer to prove; how
 * far it may be from the best is said after that, and whoever does not wait for it can stop.
 */
function longestFor({ cost, objectives }: SequencingProblem): SolvingLimits {
  const seconds = cost && objectives.includes('patient-pays') ? 60 : 20;
  return { seconds, memoryMegabytes: 512 };
}

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
  const { state } = found;
  const refusal = refuseAction('keep-schedule', state.state, person.staff.role);
  if (refusal) return refusal;
  const problem = openProblem(archway, found, { language, now: archway.record.now(), solve });
  if (isRefusal(problem)) return problem;
  const fault = checkProblem(problem);
  if (fault) return fault;
  const answer = await solvePlan(problem, archway.solver, { ...longestFor(problem), signal });
  const soon = problem.cost && answer.schedule && (await soonest(archway, problem, signal));
  return { position: state.position, answer, ...(soon ? { asSoonAsPossible: soon } : {}) };
}

/** What is found is held against the order that asks for nothing but to be done soon, whatever was asked for. */
async function soonest(
  { solver }: Pick<Archway, 'solver'>,
  problem: SequencingProblem,
  signal: AbortSignal,
): Promise<Schedule | undefined> {
  const plain = { ...problem, objectives: [...asSoonAsPossible] };
  const limits = { ...longestFor(plain), seconds: secondsBeside, signal };
  return (await solvePlan(plain, solver, limits)).schedule;
}

const asSoonAsPossible = ['lateness', 'finish'] as const;

/** The order that leaves money aside is found at once or nearly so; it is only held against. */
const secondsBeside = 5;

function read({ record }: Archway, { organizationId }: Person, caseId: string) {
  return record.read(organizationId, async (reading): Promise<PlanRecord | Refusal> => {
    const state = await reading.coordinationCase(caseId);
    return state ? planRecord(reading, state) : noCase(caseId);
  });
}

/** What the order of a plan depends on, as the record has it. */
export async function planRecord(reading: Reading, state: CoordinationCase): Promise<PlanRecord> {
  const patient = await reading.patient(state.patientId);
  if (!patient) throw new Error(`case ${state.caseId} names patient ${state.patientId}, who has no chain`);
  return { state, patient, practice: await reading.practice() };
}
