import { expect, test } from 'vitest';
import {
  line as sampleLine,
  plan as samplePlan,
  request as sampleRequest,
} from '../../estimate/estimate.samples.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { sampleConstraint, sampleItem, sampleProblem } from './problem.samples.ts';
import { readProblem } from './read-problem.ts';

const [a, b, c] = [sampleItem('a'), sampleItem('b'), sampleItem('c')];
const after = (id: string, from: string, to: string) => sampleConstraint(id, { kind: 'interval', from, to });
const fine = sampleProblem([a, b, c], [after('x', 'a', 'b'), after('y', 'b', 'c')]);

test('a problem comes through as it is', () => {
  expect(readProblem(structuredClone(fine))).toEqual(fine);
});

const override = { by: 'Dr. Gray', reason: 'Agreed.' };
const interval = (days: object) => ({ ...after('x', 'a', 'b'), ...days });

test.each<[string, unknown, string, string]>([
  ['nothing', null, 'plan-file/form', '/'],
  ['no items', { ...fine, items: [] }, 'plan-file/empty', '/items'],
  [
    'ten thousand items',
    { ...fine, items: Array.from({ length: 10_000 }, (_, index) => sampleItem(`i${index}`)) },
    'plan-file/form',
    '/items',
  ],
  ['a member that is missing', { ...fine, start: undefined }, 'plan-file/missing', '/start'],
  [
    'a negative duration',
    { ...fine, items: [a, { ...b, minutes: -1 }] },
    'plan-file/form',
    '/items/1/minutes',
  ],
  [
    'a kind that is none',
    { ...fine, constraints: [{ ...after('x', 'a', 'b'), kind: 'wish' }] },
    'plan-file/constraint-kind',
    '/constraints/0/kind',
  ],
  [
    'a constraint without a source',
    { ...fine, constraints: [{ ...after('x', 'a', 'b'), source: undefined }] },
    'plan-file/missing',
    '/constraints/0/source',
  ],
  ['a day that is none', { ...fine, start: '2027-02-30' }, 'plan-file/form', '/start'],
  [
    'a period that runs backwards',
    {
      ...fine,
      constraints: [
        sampleConstraint('x', {
          kind: 'calendar',
          why: 'other',
          notOn: { days: [{ from: calendarDate('2027-02-02'), through: calendarDate('2027-02-01') }] },
        }),
      ],
    },
    'plan/period-backwards',
    '/constraints/0/notOn/days/0/through',
  ],
  ['an id twice', { ...fine, items: [a, a] }, 'plan-file/id-twice', '/items/1/itemId'],
  [
    'an owner who is nobody',
    { ...fine, items: [a, b, { ...c, owner: 'x' }] },
    'plan-file/unknown-reference',
    '/items/2/owner',
  ],
  [
    'an interval to nothing',
    { ...fine, constraints: [after('x', 'a', 'z')] },
    'plan-file/unknown-reference',
    '/constraints/0/to',
  ],
  [
    'a visit with a stranger',
    { ...fine, constraints: [sampleConstraint('x', { kind: 'together', items: ['a', 'z'] })] },
    'plan-file/unknown-reference',
    '/constraints/0/items/1',
  ],
  [
    'a minimum above the maximum',
    { ...fine, constraints: [interval({ minDays: 8, maxDays: 7 })] },
    'plan/minimum-above-maximum',
    '/constraints/0/maxDays',
  ],
  [
    'a target below the minimum',
    { ...fine, constraints: [interval({ minDays: 8, targetDays: 7 })] },
    'plan/target-outside',
    '/constraints/0/targetDays',
  ],
  [
    'a day outside',
    { ...fine, items: [{ ...a, lockedOn: '2026-12-31' }, b, c] },
    'plan-file/outside-horizon',
    '/items/0/lockedOn',
  ],
  [
    'a circle',
    { ...fine, constraints: [...fine.constraints, after('z', 'c', 'a')] },
    'plan-file/circle',
    '/constraints/2',
  ],
  [
    'one visit at two places',
    {
      ...fine,
      items: [a, b, { ...c, owner: 'surgeon' }],
      constraints: [sampleConstraint('x', { kind: 'together', items: ['a', 'c'] })],
    },
    'plan-file/one-visit-two-places',
    '/constraints/0/items',
  ],
  [
    'a cost of what is no item',
    { ...fine, cost: { estimate: sampleRequest([], [sampleLine('D2740', 100)]), answers: {} } },
    'plan-file/cost-item-unknown',
    '/cost/estimate/lines/0/lineId',
  ],
  [
    'a cost whose plans are both first',
    {
      ...fine,
      cost: {
        estimate: sampleRequest(
          [samplePlan([]), samplePlan([], { planId: 'twin' })],
          [sampleLine('D2740', 100, { lineId: 'a' })],
        ),
        answers: {},
      },
    },
    'order/two-primaries',
    '/cost/estimate/plans/1/order/stated',
  ],
])('%s is refused with its place', (_name, given, code, at) => {
  const read = readProblem(JSON.parse(JSON.stringify(given)));
  if (!isRefusal(read)) throw new Error('it was read');
  expect([read.code, read.at]).toEqual([code, at]);
});

test.each([
  ['an interval that is overridden', { ...after('z', 'c', 'a'), override }],
  ['one that only should hold', { ...after('z', 'c', 'a'), strength: 'should' as const }],
  [
    'one that lets it come before',
    sampleConstraint('z', { kind: 'interval', from: 'c', to: 'a', minDays: -9 }),
  ],
])('no circle: %s', (_name, constraint) => {
  expect(isRefusal(readProblem({ ...fine, constraints: [...fine.constraints, constraint] }))).toBe(false);
});
