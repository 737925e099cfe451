import { expect, test } from 'vitest';
import { Value } from 'typebox/value';
import { isRefusal } from '../kernel/refusal.ts';
import { LinearCost } from '../treatment-plan/sequencing/cost-model.ts';
import {
  allowed,
  day,
  deductible,
  entry,
  line,
  maximum,
  network,
  percent,
  plan,
  request,
  secondPlan,
  usd,
} from './estimate.samples.ts';
import type { EstimateRequest, Line, Plan } from './estimate-request.ts';
import { planCost } from './plan-cost.ts';
import type { StatedFact } from './plan-facts.ts';

function costs(plans: readonly Plan[], lines: readonly Line[], change: Partial<EstimateRequest> = {}) {
  const found = planCost(request(plans, lines, change), day('2026-10-01'), day('2027-12-31'));
  if (isRefusal(found)) throw new Error(found.code);
  expect(Value.Check(LinearCost, found.cost)).toBe(true);
  return found;
}

const crowns = (count: number) =>
  Array.from({ length: count }, (_, index) => line(`D2740.${index}`, 1000 + 137 * index));
const year: StatedFact = { kind: 'benefit-year', begins: '01-01' };
const usual = [percent(50), network(), allowed('D2740', 950), maximum(1000), year];

test('the horizon is cut where a benefit year begins, without a gap', () => {
  const july: StatedFact = { kind: 'benefit-year', begins: '07-01' };
  expect(costs([plan(usual)], crowns(1)).cost.periods).toEqual([
    { from: '2026-10-01', through: '2026-12-31' },
    { from: '2027-01-01', through: '2027-12-31' },
  ]);
  const both = costs([plan(usual), secondPlan([percent(50), july])], crowns(1)).cost.periods;
  expect(both.map(({ from }) => from)).toEqual(['2026-10-01', '2027-01-01', '2027-07-01']);
});

test.each<[name: string, facts: readonly StatedFact[]]>([
  ['a maximum that is shared', [...usual, { kind: 'write-off', when: 'maximum-reached', holds: true }]],
  ['no maximum', [percent(50), year]],
  ['different percentages', [percent(80), maximum(1000), year, percent(50, { category: 'restorative' })]],
  ['a deductible and one percentage', [percent(50), deductible(60), year]],
  [
    'a waiting period that ends with the year',
    [percent(50), maximum(800), year, { kind: 'waiting-period', months: 12 }],
  ],
])('one plan, %s: the linear form is the estimate in every one of the assignments', (_name, facts) => {
  const lines = [...crowns(4), line('D4341', 240), line('D0120', 60)];
  const history = [entry(300), entry(150, { state: 'reserved' })];
  const { check } = costs([plan(facts, { from: day('2026-01-01') })], lines, { history });
  expect(check).toMatchObject({ tried: 2 ** 6, all: true, largestDifference: 0 });
});

test('what the linear form cannot say is found by trying', () => {
  const second = secondPlan([percent(50), { kind: 'coordination', variant: 'standard' }, maximum(700), year]);
  expect(costs([plan(usual), second], crowns(3)).check.largestDifference).toBeGreaterThan(0);
  const mixed = [percent(80), percent(50, { category: 'restorative' }), deductible(100), year];
  expect(costs([plan(mixed)], [...crowns(1), line('D4341', 240)]).check.largestDifference).toBeGreaterThan(0);
});

test('two crowns in two years are cheaper than both now, by what the second maximum pays', () => {
  const { check } = costs(
    [plan([percent(50), maximum(1000), year])],
    [line('D2740.a', 2000), line('D2740.b', 2000)],
  );
  expect(check.asSoonAsPossible).toBe(usd(3000));
  expect(check.cheapest).toEqual({ patient: usd(2000), periods: [1, 0] });
});

test('more assignments than can be tried are sampled, and that is said', () => {
  const { check } = costs([plan(usual)], crowns(11));
  expect(check).toMatchObject({ tried: 2 + 11, all: false });
});
