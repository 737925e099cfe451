import { addDays, calendarDate, daysBetween, type CalendarDate } from './calendar-date.ts';

/** Thursday. */
const epoch = calendarDate('1970-01-01');

/** 0 is Monday, 6 is Sunday. */
export function weekdayNumber(day: CalendarDate): number {
  return (((daysBetween(epoch, day) + 3) % 7) + 7) % 7;
}

/**
 * The days from Monday through Friday on which the legal public holidays of a year are kept (5 U.S.C. 6103(a)). One
 * that falls on a Saturday is kept the day before (6103(b)(1)), one on a Sunday the day after (Executive Order 11582), so
 * that the first of a year may be kept in the year before.
 */
export function federalHolidays(year: number): readonly CalendarDate[] {
  const on = (monthAndDay: string) => calendarDate(`${String(year).padStart(4, '0')}-${monthAndDay}`);
  return [
    kept(on('01-01')),
    nth(3, 0, on('01-01')),
    nth(3, 0, on('02-01')),
    lastMonday(on('05-31')),
    kept(on('06-19')),
    kept(on('07-04')),
    nth(1, 0, on('09-01')),
    nth(2, 0, on('10-01')),
    kept(on('11-11')),
    nth(4, 3, on('11-01')),
    kept(on('12-25')),
  ];
}

function kept(day: CalendarDate): CalendarDate {
  const weekday = weekdayNumber(day);
  return weekday === 5 ? addDays(day, -1) : weekday === 6 ? addDays(day, 1) : day;
}

/** The so-manieth such weekday from the first of a month on. */
function nth(count: number, weekday: number, first: CalendarDate): CalendarDate {
  return addDays(first, ((weekday - weekdayNumber(first) + 7) % 7) + 7 * (count - 1));
}

function lastMonday(last: CalendarDate): CalendarDate {
  return addDays(last, -weekdayNumber(last));
}
