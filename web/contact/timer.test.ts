import { describe, expect, it } from 'vitest';
import { instant } from '#domain/kernel/calendar-date.ts';
import { clockTime, endTimer, momentAt, pauseTimer, resumeTimer, startTimer, timerSeconds } from './timer.ts';

const at = (second: number) => instant(new Date(Date.UTC(2026, 2, 5, 17, 0, second)).toISOString());

describe('the timer of a contact', () => {
  const running = startTimer(at(0));
  const paused = pauseTimer(running, at(20));
  const ended = endTimer(running, at(40));
  const cases = [
    ['just started', running, 0, 0],
    ['running', running, 61, 61],
    ['paused: stands still', paused, 50, 20],
    ['resumed: the pause does not count', resumeTimer(paused, at(30)), 35, 25],
    ['ended: writing the note does not count', ended, 300, 40],
    ['ended while paused: ended when the pause began', endTimer(paused, at(45)), 90, 20],
    ['ended, then resumed: the time between does not count', resumeTimer(ended, at(50)), 60, 50],
    ['ended twice', endTimer(ended, at(90)), 90, 40],
    ['paused after the end', pauseTimer(ended, at(50)), 90, 40],
  ] as const;
  it.each(cases)('%s', (_name, timer, now, seconds) => {
    expect(timerSeconds(timer, at(now))).toBe(seconds);
  });
});

describe('a clock time at the practice', () => {
  it.each([
    ['2026-01-15', '09:15', 'America/Los_Angeles', '2026-01-15T17:15:00.000Z'],
    ['2026-07-15', '09:15', 'America/Los_Angeles', '2026-07-15T16:15:00.000Z'],
    ['2026-03-08', '01:59', 'America/Los_Angeles', '2026-03-08T09:59:00.000Z'],
    ['2026-03-08', '03:00', 'America/Los_Angeles', '2026-03-08T10:00:00.000Z'],
    ['2026-07-15', '09:15', 'America/Phoenix', '2026-07-15T16:15:00.000Z'],
    ['2026-07-15', '00:00', 'UTC', '2026-07-15T00:00:00.000Z'],
  ])('%s %s in %s', (date, time, zone, moment) => {
    expect(momentAt(date, time, zone)).toBe(moment);
    expect(clockTime(momentAt(date, time, zone), zone)).toBe(time);
  });
});
