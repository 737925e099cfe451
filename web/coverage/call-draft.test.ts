import { expect, it } from 'vitest';
import { calendarDate, instant } from '#domain/kernel/calendar-date.ts';
import { endTimer, pauseTimer, timerSeconds } from '../contact/timer.ts';
import { hasSaid, newCall, stopForgotten } from './call-draft.ts';

const begun = instant('2026-03-12T17:00:00.000Z');
const touchedAt = instant('2026-03-12T17:05:00.000Z');
const call = {
  ...newCall(begun, calendarDate('2026-03-12'), 'UTC', 'case-1', { kind: 'payer', name: 'Sample Dental' }),
  touchedAt,
};

it.each([
  ['half an hour after the last entry the watch runs on', call, '17:35:00', 35 * 60, false],
  ['a second later it ends at the last entry', call, '17:35:01', 5 * 60, true],
  [
    'one that was paused stays as it is',
    { ...call, timer: pauseTimer(call.timer, touchedAt) },
    '19:00:00',
    5 * 60,
    false,
  ],
  [
    'one that ended stays as it is',
    { ...call, timer: endTimer(call.timer, touchedAt) },
    '19:00:00',
    5 * 60,
    false,
  ],
])('%s', (_name, draft, time, seconds, stopped) => {
  const now = instant(`2026-03-12T${time}.000Z`);
  const kept = stopForgotten(draft, now);
  expect([timerSeconds(kept.timer, now), kept.stopped]).toEqual([seconds, stopped]);
});

it.each([
  ['nothing', {}, '', false],
  ['a question that was opened and left', { maximum: {} }, '', false],
  ['an answer', { maximum: { amount: '1500' } }, '', true],
  ['only something besides', {}, 'Calls back on Monday.', true],
  ['only spaces besides', {}, '  ', false],
])('what was said in a call: %s', (_name, answers, answered, expected) => {
  expect(hasSaid({ answers, answered })).toBe(expected);
});
