import { expect, test } from 'vitest';
import { calendarDate, instant } from '#domain/kernel/calendar-date.ts';
import { Diary, later, PracticeDays } from './practice-days.ts';

const tacoma = 'America/Los_Angeles';

test.each([
  ['a Wednesday', '2026-05-13T17:00:00.000Z', 1, '2026-05-12'],
  ['a Monday', '2026-05-11T17:00:00.000Z', 1, '2026-05-08'],
  ['a Sunday', '2026-05-10T17:00:00.000Z', 1, '2026-05-08'],
  ['a Saturday', '2026-05-09T17:00:00.000Z', 1, '2026-05-08'],
  ['five days are a week', '2026-05-13T17:00:00.000Z', 5, '2026-05-06'],
  ['still Sunday in Tacoma', '2026-05-11T06:59:00.000Z', 1, '2026-05-08'],
  ['already Monday in Tacoma', '2026-05-12T06:59:00.000Z', 1, '2026-05-08'],
])('the last working day before %s', (_name, now, ago, day) => {
  expect(new PracticeDays(instant(now), tacoma).workday(ago)).toBe(day);
});

test.each([
  ['in winter', '2026-01-05', '2026-01-05T17:30:00.000Z'],
  ['in summer', '2026-07-06', '2026-07-06T16:30:00.000Z'],
  ['on the day the clock goes forward', '2026-03-08', '2026-03-08T16:30:00.000Z'],
  ['on the day before', '2026-03-07', '2026-03-07T17:30:00.000Z'],
  ['on the day the clock goes back', '2026-11-01', '2026-11-01T17:30:00.000Z'],
])('half past nine %s', (_name, day, moment) => {
  const days = new PracticeDays(instant('2026-12-01T12:00:00.000Z'), tacoma);
  expect(days.moment(calendarDate(day), 9.5 * 3600)).toBe(moment);
});

test('a diary gives everybody one thing at a time', () => {
  const diary = new Diary();
  const nine = instant('2026-05-12T16:00:00.000Z');
  const first = diary.book('one', nine, 600);
  expect(first).toEqual({ startedAt: nine, endedAt: later(nine, 600) });
  const second = diary.book('one', nine, 60);
  expect(second.startedAt > first.endedAt).toBe(true);
  expect(diary.book('one', later(nine, -30), 60).startedAt > second.endedAt).toBe(true);
  expect(diary.book('other', nine, 600).startedAt).toBe(nine);
});
