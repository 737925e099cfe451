import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant } from '../kernel/calendar-date.ts';
import { sampleTime } from './activity.samples.ts';
import { countSeconds, intervalSeconds, minutesAtClaim, sumSeconds, type TimedWork } from './seconds.ts';

function work(activityId: string, from: string, to: string, staffId = 'cora', seconds?: number): TimedWork {
  const time = sampleTime({ from: `2026-03-05T${from}Z`, to: `2026-03-05T${to}Z` });
  return { activityId, staffId, time: seconds === undefined ? time : { ...time, seconds } };
}

const rows: { name: string; works: TimedWork[]; counted: Record<string, number> }[] = [
  { name: 'one', works: [work('a', '10:00:00', '10:10:00')], counted: { a: 600 } },
  {
    name: 'one after the other',
    works: [work('a', '10:00:00', '10:10:00'), work('b', '10:10:00', '10:20:00')],
    counted: { a: 600, b: 600 },
  },
  {
    name: 'one second shared',
    works: [work('a', '10:00:00', '10:10:01'), work('b', '10:10:00', '10:20:00')],
    counted: { a: 601, b: 599 },
  },
  {
    name: 'half shared',
    works: [work('a', '10:00:00', '10:10:00'), work('b', '10:05:00', '10:15:00')],
    counted: { a: 600, b: 300 },
  },
  {
    name: 'the later entered first',
    works: [work('b', '10:05:00', '10:15:00'), work('a', '10:00:00', '10:10:00')],
    counted: { a: 600, b: 300 },
  },
  {
    name: 'one inside the other',
    works: [work('a', '10:00:00', '10:30:00'), work('b', '10:05:00', '10:15:00')],
    counted: { a: 1800, b: 0 },
  },
  {
    name: 'the same twice',
    works: [work('a', '10:00:00', '10:10:00'), work('b', '10:00:00', '10:10:00')],
    counted: { a: 600, b: 0 },
  },
  {
    name: 'three over each other',
    works: [
      work('a', '10:00:00', '10:10:00'),
      work('b', '10:05:00', '10:15:00'),
      work('c', '10:08:00', '10:20:00'),
    ],
    counted: { a: 600, b: 300, c: 300 },
  },
  {
    name: 'two people at one time',
    works: [work('a', '10:00:00', '10:10:00'), work('b', '10:00:00', '10:10:00', 'dan')],
    counted: { a: 600, b: 600 },
  },
  {
    name: 'a paused timer counts what it measured',
    works: [work('a', '10:00:00', '10:10:00', 'cora', 240)],
    counted: { a: 240 },
  },
  {
    name: 'a pause does not give time to the next',
    works: [work('a', '10:00:00', '10:10:00', 'cora', 240), work('b', '10:05:00', '10:15:00')],
    counted: { a: 240, b: 300 },
  },
  {
    name: 'more seconds than the interval has',
    works: [work('a', '10:00:00', '10:10:00', 'cora', 900)],
    counted: { a: 600 },
  },
  {
    name: 'ends before it starts',
    works: [work('a', '10:10:00', '10:00:00', 'cora', 600)],
    counted: { a: 0 },
  },
];

test.each(rows)('$name', ({ works, counted }) => {
  const found = countSeconds(works);
  expect(Object.fromEntries([...found].map(([id, each]) => [id, each.counted]))).toEqual(counted);
});

test('says with which activities the seconds are shared', () => {
  const found = countSeconds([work('a', '10:00:00', '10:10:00'), work('b', '10:05:00', '10:15:00')]);
  expect(found.get('b')).toEqual({ counted: 300, alreadyCounted: 300, sharedWith: ['a'] });
});

test.each([
  [0, 0],
  [59, 0],
  [60, 1],
  [119, 1],
  [120, 2],
  [3599, 59],
])('%i seconds are %i minutes at the claim', (seconds, minutes) => {
  expect(minutesAtClaim(seconds)).toBe(minutes);
});

test('rounding once keeps what rounding each would lose', () => {
  expect(minutesAtClaim(sumSeconds([90, 90, 90, 90]))).toBe(6);
});

test('no second of a person is counted twice, however the activities lie', () => {
  const arbitraryWork = fc.record({ start: fc.nat(3600), length: fc.nat(1800), seconds: fc.nat(1800) });
  fc.assert(
    fc.property(fc.array(arbitraryWork, { maxLength: 12 }), (drawn) => {
      const at = (second: number) => new Date(Date.UTC(2026, 2, 5) + second * 1000).toISOString() as Instant;
      const works = drawn.map(({ start, length, seconds }, index): TimedWork => ({
        activityId: `a${index}`,
        staffId: 'cora',
        time: { basis: 'timer', startedAt: at(start), endedAt: at(start + length), seconds },
      }));
      const covered = new Set(
        drawn.flatMap(({ start, length }) => Array.from({ length }, (_, offset) => start + offset)),
      );
      const counted = countSeconds(works);
      const sum = sumSeconds([...counted.values()].map((each) => each.counted));
      expect(sum).toBeLessThanOrEqual(covered.size);
      for (const work of works)
        expect(counted.get(work.activityId)?.counted).toBeLessThanOrEqual(
          Math.min(work.time.seconds, intervalSeconds(work.time)),
        );
    }),
  );
});
