import { instant, secondsBetween, type Instant } from '#domain/kernel/calendar-date.ts';

/** A running watch: it stops at "contact ended", since writing the note is not service. */
export interface Timer {
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  /** Set while it is paused. */
  readonly pausedAt: Instant | null;
  /** Seconds of earlier pauses. */
  readonly pausedSeconds: number;
}

export function startTimer(now: Instant): Timer {
  return { startedAt: now, endedAt: null, pausedAt: null, pausedSeconds: 0 };
}

export function pauseTimer(timer: Timer, now: Instant): Timer {
  return timer.endedAt || timer.pausedAt ? timer : { ...timer, pausedAt: now };
}

/** Also takes back "contact ended": the time between was no service and counts as a pause. */
export function resumeTimer(timer: Timer, now: Instant): Timer {
  const stoppedAt = timer.endedAt ?? timer.pausedAt;
  if (!stoppedAt) return timer;
  const pausedSeconds = timer.pausedSeconds + secondsBetween(stoppedAt, now);
  return { ...timer, endedAt: null, pausedAt: null, pausedSeconds };
}

/** A contact that is ended while paused ended when the pause began. */
export function endTimer(timer: Timer, now: Instant): Timer {
  return timer.endedAt ? timer : { ...timer, endedAt: timer.pausedAt ?? now, pausedAt: null };
}

/** Whole seconds of service so far. */
export function timerSeconds(timer: Timer, now: Instant): number {
  const until = timer.endedAt ?? timer.pausedAt ?? now;
  return Math.max(0, Math.floor(secondsBetween(timer.startedAt, until) - timer.pausedSeconds));
}

/** The moment of a clock time on a day at the practice: ('2026-03-05', '09:15', 'America/Los_Angeles'). */
export function momentAt(date: string, time: string, timeZone: string): Instant {
  const asUtc = Date.parse(`${date}T${time}:00.000Z`);
  // The zone's offset is asked for twice, since it may change between the two moments.
  const first = asUtc - offsetAt(asUtc, timeZone);
  return instant(new Date(asUtc - offsetAt(first, timeZone)).toISOString());
}

function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(at));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  const time = `${part('hour')}:${part('minute')}:${part('second')}`;
  return Date.parse(`${day}T${time}.000Z`) - Math.floor(at / 1000) * 1000;
}

/** '09:15' at the practice. */
export function clockTime(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(at),
  );
}
