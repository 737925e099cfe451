import { addDays, daysBetween, type CalendarDate } from '../kernel/calendar-date.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { Schedule } from './sequencing/schedule.ts';
import type { SequencingProblem } from './sequencing/sequencing-problem.ts';
import { toSchedule } from './sequencing/to-schedule.ts';

export type DayOfItem = Readonly<Record<string, CalendarDate>>;

/**
 * The visits that follow when each item is done on its day. Refused: 'plan/order-incomplete' where an item of the
 * problem has no day, 'plan/order-outside' where its day is not among those that are looked at.
 */
export function scheduleOfDays(problem: SequencingProblem, days: DayOfItem): Schedule | Refusal {
  const starts: number[] = [];
  for (const { itemId, text } of problem.items) {
    const day = days[itemId];
    if (day === undefined) return refuse('plan/order-incomplete', { step: text }, `/days/${itemId}`);
    const start = daysBetween(problem.start, day);
    if (start < 0 || start >= problem.horizonDays)
      return refuse(
        'plan/order-outside',
        { step: text, day, first: problem.start, last: addDays(problem.start, problem.horizonDays - 1) },
        `/days/${itemId}`,
      );
    starts.push(start);
  }
  return toSchedule(problem, starts);
}

/** The day of each item, as a schedule has them. */
export function daysOfSchedule({ visits }: Schedule): DayOfItem {
  return Object.fromEntries(visits.flatMap(({ on, items }) => items.map((item) => [item, on])));
}
