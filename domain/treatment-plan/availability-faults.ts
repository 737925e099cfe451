import { refuse, type Refusal } from '../kernel/refusal.ts';
import { periodFault } from './period-faults.ts';
import type { Availability } from './sequencing/sequencing-problem.ts';

/** What cannot be of somebody's time: a period that runs backwards, a weekday or an offered day named twice. */
export function availabilityFault(availability: Availability, at: string): Refusal | undefined {
  const backwards = periodFault(availability, at);
  if (backwards) return backwards;
  const weekdays = availability.weekdays?.on ?? [];
  if (new Set(weekdays).size < weekdays.length)
    return refuse('plan/weekday-twice', { weekdays: weekdays.join(', ') }, `${at}/weekdays/on`);
  const offered = availability.offered?.days.map(({ on }) => on) ?? [];
  const twice = offered.findIndex((day, index) => offered.indexOf(day) < index);
  if (twice < 0) return undefined;
  return refuse('plan/day-offered-twice', { day: offered[twice] ?? '' }, `${at}/offered/days/${twice}/on`);
}
