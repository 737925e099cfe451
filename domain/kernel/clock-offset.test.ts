import { expect, test } from 'vitest';
import { dayOf, instant } from './calendar-date.ts';
import { clockOffset } from './clock-offset.ts';

const minutes = 60_000;

test.each([
  ['winter', '2026-01-15T12:00:00.000Z', 'America/Los_Angeles', -480],
  ['summer', '2026-07-15T12:00:00.000Z', 'America/Los_Angeles', -420],
  ['a second before the clocks go forward', '2026-03-08T09:59:59.999Z', 'America/Los_Angeles', -480],
  ['as they go forward', '2026-03-08T10:00:00.000Z', 'America/Los_Angeles', -420],
  ['a second before they go back', '2026-11-01T08:59:59.999Z', 'America/Los_Angeles', -420],
  ['as they go back', '2026-11-01T09:00:00.000Z', 'America/Los_Angeles', -480],
  ['a zone ahead of UTC', '2026-01-15T12:00:00.000Z', 'Asia/Kathmandu', 345],
  ['UTC itself', '2026-01-15T12:00:00.000Z', 'UTC', 0],
  ['seconds, in the old days', '1970-01-01T00:00:00.000Z', 'Africa/Monrovia', -44.5],
] as const)('%s', (_, moment, timeZone, ahead) => {
  expect(clockOffset(Date.parse(moment), timeZone)).toBe(ahead * minutes);
});

test.each([
  ['before midnight there', '2026-03-06T07:59:59.999Z', 'America/Los_Angeles', '2026-03-05'],
  ['at midnight there', '2026-03-06T08:00:00.000Z', 'America/Los_Angeles', '2026-03-06'],
  ['a day that a zone left out', '2011-12-30T10:00:00.000Z', 'Pacific/Apia', '2011-12-31'],
  ['a moment before it', '2011-12-30T09:59:59.999Z', 'Pacific/Apia', '2011-12-29'],
] as const)('the day %s', (_, moment, timeZone, day) => {
  expect(dayOf(instant(moment), timeZone)).toBe(day);
});

test('at every hour of a year the day is the one that the system formats', () => {
  for (const timeZone of [
    'America/Los_Angeles',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
  ]) {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    for (let time = Date.UTC(2026, 0, 1); time < Date.UTC(2027, 0, 1); time += 60 * minutes)
      expect(dayOf(instant(new Date(time).toISOString()), timeZone)).toBe(format.format(time));
  }
});
