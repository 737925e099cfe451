import type { CoordinationCase } from '../case/case.ts';
import type { NewCaseEvent } from '../case/case-events.ts';
import type { Deciding } from '../case/deciding.ts';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import { keptDays, leadOf } from './day-of-item.ts';
import { openItems } from './open-items.ts';
import type { KeptSchedule } from './plan-events.ts';
import type { PlanItem } from './plan-item.ts';
import { daysOfSchedule, scheduleOfDays, type DayOfItem } from './schedule-of-days.ts';
import { evaluateSchedule, type Evaluation } from './sequencing/evaluate-schedule.ts';
import type { LevelResult } from './sequencing/schedule.ts';
import type { SequencingProblem } from './sequencing/sequencing-problem.ts';

export interface KeepSchedule extends Pick<KeptSchedule, 'scheduleId' | 'madeBy' | 'levels'> {
  readonly days: DayOfItem;
}

/**
 * The team works by this order from now on; the orders before stay in the record. What starts before it is completed
 * starts as many days before as it did. Visits follow from the days, and
 * how good it is comes from the evaluator: a claim about it counts only where its value is the evaluator's.
 * 'plan/order-breaks' names every must that it would break.
 */
export function decideKeepSchedule(
  state: CoordinationCase,
  { scheduleId, madeBy, levels, days }: KeepSchedule,
  { now }: Pick<Deciding, 'now'>,
  problem: SequencingProblem | Refusal,
): readonly NewCaseEvent[] | Refusal {
  const before = state.sharedPlan.schedules.find(({ kept }) => kept.scheduleId === scheduleId)?.kept;
  if (before) return isSame(daysOfSchedule(before.schedule), days) ? [] : refuse('id/in-use');
  if (isRefusal(problem)) return problem;
  const schedule = scheduleOfDays(problem, days);
  if (isRefusal(schedule)) return schedule;
  const evaluation = evaluateSchedule(problem, schedule);
  const { breaches } = evaluation;
  if (breaches.length > 0)
    return refuse(
      'plan/order-breaks',
      { breaches: [...new Set(breaches.map(({ ref, text }) => constraintText(problem, ref) ?? text))] },
      '/days',
    );
  const kept = {
    scheduleId,
    madeBy,
    schedule,
    levels: problem.objectives.map((objective) => judged(objective, evaluation, levels)),
  };
  return [
    ...startsMoved(state, days, problem.start).map((item): NewCaseEvent => ({
      type: 'plan.item-recorded',
      occurredAt: now,
      data: { item },
    })),
    { type: 'plan.schedule-kept', occurredAt: now, data: { kept } },
  ];
}

/** Work that has not begun starts as many days before its completion as before. */
function startsMoved(state: CoordinationCase, days: DayOfItem, asOf: CalendarDate): readonly PlanItem[] {
  const before = keptDays(state);
  return openItems(state).flatMap((item) => {
    const [lead, day] = [leadOf(item, before, asOf), days[item.itemId]];
    if (lead === undefined || day === undefined) return [];
    const startsOn = addDays(day, -lead);
    return startsOn === item.startsOn ? [] : [{ ...item, startsOn }];
  });
}

function isSame(one: DayOfItem, other: DayOfItem): boolean {
  const ids = Object.keys(one);
  return ids.length === Object.keys(other).length && ids.every((id) => one[id] === other[id]);
}

function constraintText({ constraints }: SequencingProblem, ref: string): string | undefined {
  return constraints.find(({ constraintId }) => constraintId === ref)?.text;
}

function judged(
  objective: LevelResult['objective'],
  { lateness, visits, finish, patientPays }: Evaluation,
  claims: readonly LevelResult[],
): LevelResult {
  const value = { lateness, visits, finish, 'patient-pays': patientPays }[objective];
  if (value === 'not-known') return { objective, status: 'not-known' };
  const claim = claims.find((each) => each.objective === objective && each.value === value);
  return claim ?? { objective, status: 'feasible', value };
}
