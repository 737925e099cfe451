import { expect, test } from 'vitest';
import { calendarDate } from './calendar-date.ts';
import { federalHolidays, weekdayNumber } from './federal-holidays.ts';

/** Read off the calendars of these years by hand. */
test.each<[year: number, days: readonly string[]]>([
  [2021, ['01-01', '01-18', '02-15', '05-31', '06-18', '07-05', '09-06', '10-11', '11-11', '11-25', '12-24']],
  [2023, ['01-02', '01-16', '02-20', '05-29', '06-19', '07-04', '09-04', '10-09', '11-10', '11-23', '12-25']],
  [2026, ['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '09-07', '10-12', '11-11', '11-26', '12-25']],
  [2027, ['01-01', '01-18', '02-15', '05-31', '06-18', '07-05', '09-06', '10-11', '11-11', '11-25', '12-24']],
])('the holidays of %i', (year, days) => {
  expect(federalHolidays(year)).toEqual(days.map((day) => `${year}-${day}`));
});

test('the first of 2028 is a Saturday, and kept in 2027', () => {
  expect(federalHolidays(2028)[0]).toBe('2027-12-31');
});

test('every one is a day from Monday through Friday', () => {
  for (let year = 1990; year < 2090; year++)
    for (const day of federalHolidays(year)) expect(weekdayNumber(day)).toBeLessThan(5);
  expect(weekdayNumber(calendarDate('2026-11-29'))).toBe(6);
});
