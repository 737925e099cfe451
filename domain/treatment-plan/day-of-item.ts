import type { CoordinationCase } from '../case/case.ts';
import { addDays, daysBetween, type CalendarDate } from '../kernel/calendar-date.ts';
import type { PlanItem } from './plan-item.ts';
import { daysOfSchedule, type DayOfItem } from './schedule-of-days.ts';

/** How the day of an item came about; `start`: nothing says when it is completed, or says a day before it starts. */
export const waysToDate = ['kept-order', 'booking', 'start', 'today'] as const;

export interface DatedItem {
  /** Of work that lasts from a start to a completion: the completion. */
  readonly date: CalendarDate;
  readonly datedBy: (typeof waysToDate)[number];
}

/** The day of each item in the order that the team works by. */
export function keptDays({ sharedPlan }: CoordinationCase): DayOfItem {
  const kept = sharedPlan.schedules.at(-1)?.kept;
  return kept ? daysOfSchedule(kept.schedule) : {};
}

export function dayOfItem(item: PlanItem, days: DayOfItem, asOf: CalendarDate): DatedItem {
  const dated = completionOf(item, days, asOf) ?? { date: asOf, datedBy: 'today' };
  const { startsOn } = item;
  return startsOn !== undefined && startsOn > dated.date ? { date: startsOn, datedBy: 'start' } : dated;
}

function completionOf(
  { itemId, status, on }: PlanItem,
  days: DayOfItem,
  asOf: CalendarDate,
): DatedItem | undefined {
  if (status === 'scheduled' && on !== undefined && on >= asOf) return { date: on, datedBy: 'booking' };
  const day = days[itemId];
  return day !== undefined && day >= asOf ? { date: day, datedBy: 'kept-order' } : undefined;
}

/**
 * Days from the start of the work to its completion, where the start goes with it when it is moved. Work that has begun
 * stays where it is, and so does a start of which nobody said yet when it is completed.
 */
export function leadOf(item: PlanItem, days: DayOfItem, asOf: CalendarDate): number | undefined {
  const { startsOn } = item;
  if (startsOn === undefined || startsOn <= asOf) return undefined;
  const { date, datedBy } = dayOfItem(item, days, asOf);
  return datedBy === 'kept-order' || datedBy === 'booking' ? daysBetween(startsOn, date) : undefined;
}

/** Before this day the work cannot be completed: it would have to start before today, or before its own start. */
export function earliestCompletion(
  item: PlanItem,
  days: DayOfItem,
  asOf: CalendarDate,
): CalendarDate | undefined {
  if (item.startsOn === undefined || item.startsOn <= asOf) return undefined;
  const lead = leadOf(item, days, asOf);
  return lead === undefined ? item.startsOn : addDays(asOf, lead);
}
