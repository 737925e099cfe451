import { secondsBetween, type Instant } from '../kernel/calendar-date.ts';
import type { TimeSpent } from './activity.ts';

/** An activity as far as its time is concerned, from any case. */
export interface TimedWork {
  readonly activityId: string;
  readonly staffId: string;
  readonly time: TimeSpent;
}

export interface CountedSeconds {
  readonly counted: number;
  /** Seconds of this activity that an earlier one of the same person already has. */
  readonly alreadyCounted: number;
  /** The activities that have them. */
  readonly sharedWith: readonly string[];
}

interface Interval {
  readonly start: Instant;
  readonly end: Instant;
  readonly activityId: string;
}

/**
 * Seconds of service, each second of one person counted once: where two activities overlap, the one that began
 * first keeps the shared seconds. Pass the activities of all cases of a person, so that one telephone call is
 * not paid for twice.
 */
export function countSeconds(works: readonly TimedWork[]): ReadonlyMap<string, CountedSeconds> {
  const counted = new Map<string, CountedSeconds>();
  for (const own of Map.groupBy(works, (work) => work.staffId).values()) {
    let open: Interval[] = [];
    for (const work of own.toSorted(byStart)) {
      // In order of start, an interval that has ended meets no later one.
      open = open.filter((earlier) => earlier.end > work.time.startedAt);
      const shared = open.filter((earlier) => overlapSeconds(work.time, earlier) > 0);
      const free = intervalSeconds(work.time) - coveredSeconds(work.time, shared);
      const seconds = Math.max(0, Math.min(work.time.seconds, free));
      counted.set(work.activityId, {
        counted: seconds,
        alreadyCounted: work.time.seconds - seconds,
        sharedWith: shared.map((earlier) => earlier.activityId),
      });
      open.push({ start: work.time.startedAt, end: work.time.endedAt, activityId: work.activityId });
    }
  }
  return counted;
}

export function sumSeconds(seconds: Iterable<number>): number {
  let sum = 0;
  for (const each of seconds) sum += each;
  return sum;
}

/**
 * Whole minutes of a sum of seconds, rounded down, once, at the claim: no more is claimed than was worked.
 * Rounding each contact first would lose or make minutes.
 */
export function minutesAtClaim(seconds: number): number {
  return Math.floor(seconds / 60);
}

export function intervalSeconds(time: Pick<TimeSpent, 'startedAt' | 'endedAt'>): number {
  return Math.max(0, Math.floor(secondsBetween(time.startedAt, time.endedAt)));
}

/** Seconds that two intervals have in common; touching ends have none. */
export function overlapSeconds(
  one: Pick<TimeSpent, 'startedAt' | 'endedAt'>,
  other: { readonly start: Instant; readonly end: Instant },
): number {
  const start = one.startedAt > other.start ? one.startedAt : other.start;
  const end = one.endedAt < other.end ? one.endedAt : other.end;
  return start < end ? Math.floor(secondsBetween(start, end)) : 0;
}

function coveredSeconds(time: TimeSpent, shared: readonly Interval[]): number {
  let covered = 0;
  let upTo = time.startedAt;
  for (const { start, end } of shared.toSorted((one, other) => (one.start < other.start ? -1 : 1))) {
    const from = start > upTo ? start : upTo;
    const to = end < time.endedAt ? end : time.endedAt;
    if (from < to) {
      covered += secondsBetween(from, to);
      upTo = to;
    }
  }
  return Math.floor(covered);
}

function byStart(one: TimedWork, other: TimedWork): number {
  if (one.time.startedAt !== other.time.startedAt) return one.time.startedAt < other.time.startedAt ? -1 : 1;
  return one.activityId < other.activityId ? -1 : 1;
}
