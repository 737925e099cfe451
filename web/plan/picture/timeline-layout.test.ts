import { expect, test } from 'vitest';
import { addDays } from '#domain/kernel/calendar-date.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Constraint } from '#domain/treatment-plan/constraint.ts';
import { scheduleOfDays } from '#domain/treatment-plan/schedule-of-days.ts';
import {
  sampleConstraint,
  sampleItem,
  sampleProblem,
  sampleStart,
} from '#domain/treatment-plan/sequencing/problem.samples.ts';
import type { SequencingProblem } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';
import { layOut, pixelsToFit } from './timeline-layout.ts';

function asked(days: readonly number[]) {
  const items = days.map((_, index) => sampleItem(`i${index}`));
  const interval = sampleConstraint('i0-i1', { kind: 'interval', from: 'i0', to: 'i1', minDays: 1 });
  const problem = sampleProblem(items, days.length > 1 ? [interval] : [], { horizonDays: 730 });
  const schedule = scheduleOfDays(
    problem,
    Object.fromEntries(days.map((day, index) => [`i${index}`, addDays(sampleStart, day)])),
  );
  if (isRefusal(schedule)) throw new Error(schedule.code);
  return { problem, schedule, textOf: () => 'Crown' };
}

const picture = (days: readonly number[], pixelsPerDay = 2) => layOut({ ...asked(days), pixelsPerDay });

test('labels that would touch stand in rows of their own, others share one', () => {
  const [near, next, far] = picture([0, 5, 100]).blocks;
  expect(next?.y).toBeGreaterThan(near?.y ?? 0);
  expect(far?.y).toBe(near?.y);
});

test('work of one day is one block, and no arrow leads from it to itself', () => {
  expect(picture([0, 0]).blocks).toHaveLength(1);
  expect(picture([0, 0]).arrows).toEqual([]);
  expect(picture([0, 5]).arrows).toHaveLength(1);
});

function drawn(
  constraints: readonly Constraint[],
  days: Readonly<Record<string, number>>,
  change: Partial<SequencingProblem> = {},
  pixelsPerDay = 2,
) {
  const items = [
    sampleItem('a', { place: 'hospital' }),
    sampleItem('b', { owner: 'surgeon', place: 'hospital' }),
    sampleItem('c'),
  ];
  const problem = sampleProblem(items, constraints, {
    horizonDays: 730,
    places: [...sampleProblem([]).places, { placeId: 'hospital', name: 'The hospital' }],
    events: [{ eventId: 'ray', text: 'Radiation', on: addDays(sampleStart, 50) }],
    ...change,
  });
  const on = Object.entries(days).map(([id, day]) => [id, addDays(sampleStart, day)] as const);
  const schedule = scheduleOfDays(problem, Object.fromEntries(on));
  if (isRefusal(schedule)) throw new Error(schedule.code);
  return layOut({ problem, schedule, pixelsPerDay, textOf: (ids) => ids.join(', ') });
}

test('a visit of two providers stands in both lanes, each with their own work, and is tied together', () => {
  const { blocks, shared, patientDays } = drawn([], { a: 3, b: 3, c: 9 });
  expect(blocks.map(({ text }) => text)).toEqual(['a', 'c', 'b']);
  expect(shared).toHaveLength(1);
  expect(shared[0]?.y1).toBeLessThan(shared[0]?.y2 ?? 0);
  expect(patientDays.map(({ on, visits }) => [on, visits])).toEqual([
    [addDays(sampleStart, 3), 1],
    [addDays(sampleStart, 9), 1],
  ]);
});

test('a day on which the patient goes to two places says so', () => {
  expect(drawn([], { a: 3, b: 3, c: 3 }).patientDays.map(({ visits }) => visits)).toEqual([2]);
});

test.each<[string, Constraint, readonly string[]]>([
  [
    'a deadline, from what is done last',
    sampleConstraint('d', { kind: 'deadline', event: 'ray', items: ['a', 'c'], daysBefore: 14 }),
    ['c > ray 14/-'],
  ],
  [
    'a wait after an outside date',
    sampleConstraint('w', { kind: 'interval', from: 'ray', to: 'b', minDays: 30 }),
    ['ray > b 30/-'],
  ],
  ['an interval', sampleConstraint('i', { kind: 'interval', from: 'a', to: 'c', maxDays: 9 }), ['a > c -/9']],
  ['nothing in one visit', sampleConstraint('i', { kind: 'interval', from: 'a', to: 'b' }), []],
])('arrows: %s', (_name, constraint, expected) => {
  const { arrows } = drawn([constraint], { a: 3, b: 3, c: 9 });
  expect(
    arrows.map(
      ({ from, to, minDays, maxDays }) => `${from.id} > ${to.id} ${minDays ?? '-'}/${maxDays ?? '-'}`,
    ),
  ).toEqual(expected);
});

test('of many visits that wait for one date by one rule the first has the arrow; of those before it the last', () => {
  const after = ['a', 'b', 'c'].map((to) =>
    sampleConstraint(`after-${to}`, { kind: 'interval', from: 'ray', to, minDays: 30 }),
  );
  const before = ['a', 'b', 'c'].map((from) =>
    sampleConstraint(`before-${from}`, { kind: 'interval', from, to: 'ray', minDays: 30 }),
  );
  expect(drawn(after, { a: 90, b: 85, c: 99 }).arrows.map(({ to }) => to.id)).toEqual(['b']);
  expect(drawn(before, { a: 3, b: 5, c: 9 }).arrows.map(({ from }) => from.id)).toEqual(['c']);
});

test.each<[string, number, readonly [x: number, width: number][]]>([
  ['periods from afar', 2, [[20, 6]]],
  [
    'weekdays close by',
    10,
    [
      [100, 30],
      [0, 10],
      [70, 10],
    ],
  ],
])('days on which the patient cannot come: %s', (_name, pixelsPerDay, expected) => {
  const period = { from: addDays(sampleStart, 10), through: addDays(sampleStart, 12) };
  const calendar = sampleConstraint('dialysis', {
    kind: 'calendar',
    why: 'dialysis',
    notOn: { weekdays: ['mon'], days: [period] },
  });
  const { away } = drawn([calendar], { a: 1, b: 1, c: 1 }, { horizonDays: 14, events: [] }, pixelsPerDay);
  expect(away.map(({ x, width }) => [x, width])).toEqual(expected);
  const aside = { ...calendar, override: { by: 'Dr. Gray', reason: 'Another clinic' } };
  expect(drawn([aside], { a: 1, b: 1, c: 1 }, {}, pixelsPerDay).away).toEqual([]);
});

test.each([
  [0.5, 6],
  [1.1, 2],
  [2.2, 1],
])('at %f pixels a day every %i months have a name', (pixelsPerDay, every) => {
  const { ticks } = picture([0, 720], pixelsPerDay);
  const named = ticks.filter((tick) => tick.named).map(({ on }) => Number(on.slice(5, 7)));
  expect(named.length).toBeGreaterThan(2);
  expect(named.every((month) => (month - 1) % every === 0)).toBe(true);
});

test.each([
  ['the last label just fits', [0, 400], 900],
  ['days decide where nothing stands late', [0, 3], 900],
])('the whole plan stands within its width: %s', (_, days, width) => {
  const pixelsPerDay = pixelsToFit(width, asked(days));
  expect(picture(days, pixelsPerDay).width).toBeCloseTo(width, 6);
  expect(picture(days, pixelsPerDay + 0.1).width).toBeGreaterThan(width + 0.1);
});

test.each([
  ['with room behind it', 0, true],
  ['at the right edge', 25, false],
])('the last month is named %s: %s', (_name, daysLater, isNamed) => {
  // The picture ends 14 days behind the last visit; the first of March is the 56th day.
  const { ticks, width } = picture([0, 70 - daysLater], 3);
  const last = ticks.find(({ on }) => on === '2027-03-01');
  expect(last && [last.named, last.x + 64 <= width]).toEqual([isNamed, isNamed]);
});

test('a picture is never squeezed below half a pixel a day', () => {
  expect(pixelsToFit(100, asked([0, 700]))).toBe(0.5);
});
