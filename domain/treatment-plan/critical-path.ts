import { daysBetween } from '../kernel/calendar-date.ts';
import { daysOfSchedule } from './schedule-of-days.ts';
import type { Schedule } from './sequencing/schedule.ts';
import type { SequencingProblem } from './sequencing/sequencing-problem.ts';

/** An office that is open on one day a week can be no nearer than this to the day from which it may. */
const withinTheWeek = 6;

/**
 * The items that the last day hangs on: from what is done last back over the intervals that leave no time to spare. Moving
 * any of them to later moves the end. An interval that has more room than an office's week ends the path.
 */
export function criticalPath(problem: SequencingProblem, schedule: Schedule): ReadonlySet<string> {
  const days = daysOfSchedule(schedule);
  const lasting = new Map(problem.items.map(({ itemId, days: length = 1 }) => [itemId, length]));
  const last = Object.values(days).sort().at(-1);
  const path = new Set<string>();
  const waiting = Object.keys(days).filter((id) => days[id] === last);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (path.has(id)) continue;
    path.add(id);
    for (const constraint of problem.constraints) {
      if (constraint.kind !== 'interval' || constraint.override || constraint.to !== id) continue;
      const [from, to] = [days[constraint.from], days[id]];
      if (from === undefined || to === undefined) continue;
      const { minDays = 0, measured = 'from-last-day' } = constraint;
      const length = measured === 'from-last-day' ? (lasting.get(constraint.from) ?? 1) - 1 : 0;
      if (daysBetween(from, to) - Math.max(0, length) - minDays <= withinTheWeek)
        waiting.push(constraint.from);
    }
  }
  return path;
}
