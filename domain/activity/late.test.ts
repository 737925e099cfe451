import { expect, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { isLate } from './late.ts';

const rows: [string, string, string, string, boolean][] = [
  ['at once', '2026-03-05', '2026-03-05T18:00:00Z', 'America/Los_Angeles', false],
  ['the next day', '2026-03-05', '2026-03-06T18:00:00Z', 'America/Los_Angeles', false],
  [
    'the second day, last minute at the practice',
    '2026-03-05',
    '2026-03-08T07:59:59Z',
    'America/Los_Angeles',
    false,
  ],
  [
    'the third day, first minute at the practice',
    '2026-03-05',
    '2026-03-08T08:00:00Z',
    'America/Los_Angeles',
    true,
  ],
  [
    'the same moment, but already the third day farther east',
    '2026-03-05',
    '2026-03-08T07:59:59Z',
    'America/New_York',
    true,
  ],
  ['over the end of a month', '2026-02-28', '2026-03-02T12:00:00Z', 'UTC', false],
  ['over the end of a month, late', '2026-02-28', '2026-03-03T12:00:00Z', 'UTC', true],
  ['recorded before the day of service', '2026-03-05', '2026-03-04T12:00:00Z', 'UTC', false],
];

test.each(rows)('%s', (_, serviceDate, recordedAt, timeZone, late) => {
  expect(isLate(calendarDate(serviceDate), instant(recordedAt), timeZone)).toBe(late);
});
