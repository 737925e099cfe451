import { Type, type Static } from 'typebox';
import { addDays, calendarDate, daysBetween, type CalendarDate } from '../kernel/calendar-date.ts';

const Count = Type.Integer({ minimum: 0, maximum: 1000 });

function unit<const Name extends string>(name: Name) {
  return Type.Object({ [name]: Count } as Record<Name, typeof Count>, { additionalProperties: false });
}

/** How long, in the unit of the source: "6 months" stays 6 months, so that the reader finds it again there. */
export const Duration = Type.Union([unit('days'), unit('weeks'), unit('months'), unit('years')]);
export type Duration = Static<typeof Duration>;

/**
 * Calendar days of a duration that a schedule may count on whatever the day it begins: a wait of a month lasts 31 days,
 * a limit of a month is over after 28. Days and weeks are what they are.
 */
export function daysOf(duration: Duration, side: 'at-least' | 'at-most'): number {
  if ('days' in duration) return duration.days;
  if ('weeks' in duration) return duration.weeks * 7;
  const months = 'months' in duration ? duration.months : duration.years * 12;
  const spans = beginnings.map((from) => daysBetween(from, addMonths(from, months)));
  return side === 'at-least' ? Math.max(...spans) : Math.min(...spans);
}

/** An interval in days, as a schedule counts it. */
export function intervalDays(value: { minimum?: Duration; target?: Duration; maximum?: Duration }) {
  return {
    ...(value.minimum ? { minDays: daysOf(value.minimum, 'at-least') } : {}),
    ...(value.target ? { targetDays: daysOf(value.target, 'at-least') } : {}),
    ...(value.maximum ? { maxDays: daysOf(value.maximum, 'at-most') } : {}),
  };
}

/** How many days before an outside day the work is finished. */
export function deadlineDays({ before }: { before: Duration }): number {
  return daysOf(before, 'at-least');
}

/** First days of the months of four years with a leap day: every length that months can have together. */
const beginnings = Array.from({ length: 48 }, (_, index) => addMonths(calendarDate('2024-01-01'), index));

function addMonths(firstOfMonth: CalendarDate, months: number): CalendarDate {
  const [year, month] = firstOfMonth.split('-').map(Number);
  const count = (year ?? 0) * 12 + (month ?? 1) - 1 + months;
  const first = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
  return addDays(calendarDate(first), 0);
}
