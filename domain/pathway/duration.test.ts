import { expect, test } from 'vitest';
import { addDays, calendarDate, daysBetween } from '../kernel/calendar-date.ts';
import { daysOf, type Duration } from './duration.ts';

test.each<[Duration, number, number]>([
  [{ days: 0 }, 0, 0],
  [{ days: 10 }, 10, 10],
  [{ weeks: 6 }, 42, 42],
  [{ months: 1 }, 31, 28],
  [{ months: 3 }, 92, 89],
  [{ months: 4 }, 123, 120],
  [{ months: 6 }, 184, 181],
  [{ years: 1 }, 366, 365],
])('%j is safe from day %i on, and kept until day %i', (duration, atLeast, atMost) => {
  expect([daysOf(duration, 'at-least'), daysOf(duration, 'at-most')]).toEqual([atLeast, atMost]);
});

test('whatever the day, three months are over after the wait and not yet over at the limit', () => {
  for (let day = calendarDate('2026-01-01'); day < '2028-03-01'; day = addDays(day, 1)) {
    const [year, month, date] = day.split('-').map(Number);
    const later = new Date(Date.UTC(year ?? 0, (month ?? 0) + 2, date)).toISOString().slice(0, 10);
    const span = daysBetween(day, calendarDate(later));
    expect(span).toBeLessThanOrEqual(daysOf({ months: 3 }, 'at-least'));
    expect(span).toBeGreaterThanOrEqual(daysOf({ months: 3 }, 'at-most'));
  }
});
