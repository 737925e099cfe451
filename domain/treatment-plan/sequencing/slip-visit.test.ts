import { expect, test } from 'vitest';
import { addDays, daysBetween } from '../../kernel/calendar-date.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { sampleConstraint, sampleItem, sampleProblem, sampleStart } from './problem.samples.ts';
import { slipVisit } from './slip-visit.ts';
import { toSchedule } from './to-schedule.ts';

const day = (number: number) => addDays(sampleStart, number);
const interval = (id: string, from: string, to: string, days: object) =>
  sampleConstraint(id, { kind: 'interval', from, to, ...days });

/** a, then b at least 14 and at most 21 days later, then c at least 7; d waits for nothing, e is booked. */
const items = [
  sampleItem('a'),
  sampleItem('b'),
  sampleItem('c', { owner: 'surgeon' }),
  sampleItem('d'),
  sampleItem('e', { owner: 'surgeon', lockedOn: day(40) }),
];
const problem = sampleProblem(
  items,
  [
    interval('wait', 'a', 'b', { minDays: 14, maxDays: 21 }),
    interval('then', 'b', 'c', { minDays: 7 }),
    interval('last', 'c', 'e', { minDays: 5 }),
  ],
  { patient: { placesPerDay: 1 } },
);
const schedule = toSchedule(problem, [0, 15, 24, 3, 40]);

function slip(item: string, to: number, from = schedule) {
  const slipped = slipVisit(problem, from, item, day(to));
  if (isRefusal(slipped)) throw new Error(slipped.code);
  const days = (date: typeof sampleStart) => daysBetween(sampleStart, date);
  return {
    moved: Object.fromEntries(slipped.moved.map(({ item: id, to: on }) => [id, days(on)])),
    breaks: slipped.after.breaches.map(({ ref, days: by }) => `${ref} ${by}`),
  };
}

test.each([
  ['nowhere', 'a', 0, {}, []],
  ['within the slack', 'a', 1, { a: 1 }, []],
  ['a day beyond it', 'a', 2, { a: 2, b: 16 }, []],
  ['until the next one is pushed as well', 'a', 4, { a: 4, b: 18, c: 25 }, []],
  ['what waits for nothing stays', 'd', 50, { d: 50 }, []],
  ['past what comes after, and too late for what was before', 'b', 30, { a: 9, b: 30, c: 37 }, ['last 2']],
  ['before what comes before', 'b', 13, { b: 13 }, ['wait 1']],
  ['up to what is booked', 'c', 35, { c: 35 }, []],
  ['a day too near to what is booked', 'c', 36, { c: 36 }, ['last 1']],
  ['onto a day at another place', 'd', 24, { d: 24, c: 25 }, []],
])('%s', (_name, item, to, moved, breaks) => {
  expect(slip(item, to)).toEqual({ moved, breaks });
});

test('items of one visit move together', () => {
  const together = toSchedule(problem, [0, 15, 24, 15, 40]);
  expect(slip('a', 3, together)).toEqual({ moved: { a: 3, b: 17, d: 17 }, breaks: [] });
});

test.each([
  ['an item that is in no visit', 'x', 3, 'plan-file/not-scheduled'],
  ['a day before the start', 'a', -1, 'plan-file/slip-outside'],
  ['the last day', 'd', 59, undefined],
  ['the day after', 'd', 60, 'plan-file/slip-outside'],
])('%s', (_name, item, to, code) => {
  const slipped = slipVisit(problem, schedule, item, day(to));
  expect(isRefusal(slipped) ? slipped.code : undefined).toBe(code);
});

test('what comes after another on the same day elsewhere moves with it', () => {
  const chain = sampleProblem(
    [sampleItem('first'), sampleItem('surgery', { owner: 'surgeon' }), sampleItem('check')],
    [interval('heals', 'first', 'surgery', { minDays: 14 }), interval('then', 'surgery', 'check', {})],
  );
  const slipped = slipVisit(chain, toSchedule(chain, [0, 14, 14]), 'first', day(7));
  if (isRefusal(slipped)) throw new Error(slipped.code);
  expect(slipped.moved.map(({ item, to }) => [item, daysBetween(sampleStart, to)])).toEqual([
    ['first', 7],
    ['check', 21],
    ['surgery', 21],
  ]);
  expect(slipped.after.breaches).toEqual([]);
});

const advised = (more: readonly object[] = [], lockedOn?: typeof sampleStart) =>
  sampleProblem(
    [
      sampleItem('graft'),
      sampleItem('crown', { owner: 'surgeon' }),
      sampleItem('recall', { ...(lockedOn ? { lockedOn } : {}) }),
    ],
    [
      { ...interval('heals', 'graft', 'crown', { minDays: 20 }), strength: 'should' as const },
      ...more.map((days, index) => interval(`more-${index}`, 'crown', 'recall', days)),
    ],
  );

test.each([
  ['a minimum that should hold moves what it holds back', advised(), 20, { graft: 7, crown: 27 }],
  ['one that did not hold before does not', advised(), 19, { graft: 7 }],
  ['nor does it where what must hold is in the way', advised([{ minDays: 10 }], day(32)), 20, { graft: 7 }],
  [
    'what must hold gives it room to the day',
    advised([{ minDays: 10 }], day(37)),
    20,
    { graft: 7, crown: 27 },
  ],
])('%s', (_name, plan, crown, moved) => {
  const recall = daysBetween(sampleStart, plan.items[2]?.lockedOn ?? day(45));
  const slipped = slipVisit(plan, toSchedule(plan, [0, crown, recall]), 'graft', day(7));
  if (isRefusal(slipped)) throw new Error(slipped.code);
  expect(
    Object.fromEntries(slipped.moved.map(({ item, to }) => [item, daysBetween(sampleStart, to)])),
  ).toEqual(moved);
  expect(slipped.after.breaches).toEqual([]);
});
