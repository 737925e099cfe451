import { expect, test } from 'vitest';
import {
  allowed,
  day,
  deductible,
  estimated,
  half,
  line,
  maximum,
  percent,
  plan,
  secondPlan,
  usd,
} from './estimate.samples.ts';
import type { Plan } from './estimate-request.ts';
import type { CoordinationVariant, FactOf, StatedFact } from './plan-facts.ts';

/**
 * Braces for 6,000 over 24 months, worked by hand, each instalment as a claim of its own (field-facts 7.3 and 7.4): a
 * first plan that pays 20 % at banding pays 600 + 100 on December 1 and 100 on the first of each month after it, through
 * August, when its 1,500 for life are paid.
 */

const braces = { for: { category: 'orthodontics' }, period: 'lifetime' } as const;
const monthly = { kind: 'orthodontics', bandingPercent: 20, every: 'month', incurred: 'start' } as const;
const quarterly = { ...monthly, every: 'quarter' } as const;
const underWay = { ...monthly, inProgress: true } as const;
const begins = { from: day('2027-06-01') };
const work = line('D8080', 6000, {
  date: day('2026-12-01'),
  orthodontics: { bandedOn: day('2026-12-01'), months: 24 },
});

type Change = Partial<Plan>;
type How = FactOf<'orthodontics'>;

const first = (how: readonly How[] = [monthly], change: Change = {}) =>
  plan([...half, maximum(1500, braces), ...how], change);

function second(
  variant: CoordinationVariant,
  most: number,
  more: readonly StatedFact[] = [monthly],
  change = {},
) {
  return secondPlan([...half, maximum(most, braces), { kind: 'coordination', variant }, ...more], change);
}

/** What the second plan pays, by how many payments of how much. */
type Paid = readonly (readonly [count: number, pays: number])[];

const cases: readonly [name: string, plans: readonly Plan[], paid: Paid, patient: number][] = [
  [
    'carve-out: nothing while the first pays the same',
    [first(), second('carve-out', 2000)],
    [[15, 100]],
    3000,
  ],
  ['carve-out: its maximum is met by what it pays', [first(), second('carve-out', 1000)], [[10, 100]], 3500],
  [
    'carve-out: what the first leaves of each instalment, until the maximum',
    [plan([percent(30), monthly]), second('carve-out', 500)],
    [
      [1, 280],
      [5, 40],
      [1, 20],
    ],
    3700,
  ],
  [
    'standard: its own benefit of each, until the maximum',
    [first(), second('standard', 2000)],
    [
      [1, 700],
      [13, 100],
    ],
    2500,
  ],
  [
    'basic: up to what it allows of each',
    [first(), second('basic', 2000, [monthly, allowed('D8080', 3000)])],
    [[15, 50]],
    3750,
  ],
  [
    'maintenance, deductible and percentage after what is paid of each',
    [first(), second('maintenance-deductible-and-coinsurance', 3000, [monthly, deductible(100, braces)])],
    [
      [1, 300],
      [8, 50],
      [15, 100],
    ],
    2300,
  ],
  [
    'maintenance, the percentage after what is paid of each',
    [first(), second('maintenance-coinsurance', 3000, [monthly, deductible(100, braces)])],
    [
      [1, 350],
      // Alone its deductible would come off the first that the other leaves: never more than alone.
      [9, 50],
      [14, 100],
    ],
    2300,
  ],
  [
    'maintenance, the deductible after what is paid of each, never more than alone',
    [first(), second('maintenance-deductible', 3000, [monthly, deductible(100, braces)])],
    [
      [1, 600],
      [23, 100],
    ],
    1600,
  ],
  [
    'what the first paid before the second began is not held against it: carve-out',
    [first(), second('carve-out', 1500, [underWay], begins)],
    [[15, 100]],
    3000,
  ],
  [
    'what the first paid before the second began is not held against it: basic',
    [first(), second('basic', 3000, [underWay, allowed('D8080', 1500)], begins)],
    [[15, 25]],
    4125,
  ],
  [
    'the coverage of the first ends: from then on the second pays in full',
    [first([monthly], { through: day('2027-06-30') }), second('carve-out', 2000)],
    [[17, 100]],
    3000,
  ],
  ['the first pays each quarter', [first([quarterly]), second('carve-out', 2000)], [[15, 100]], 3000],
  ['the second pays each quarter', [first(), second('carve-out', 2000, [quarterly])], [[5, 300]], 3000],
  [
    'the first pays all at banding, for the whole of the treatment',
    [first([]), second('carve-out', 2000)],
    [
      [1, 350],
      [23, 50],
    ],
    3000,
  ],
  [
    'the second has no share at banding',
    [first(), second('carve-out', 2000, [{ ...monthly, bandingPercent: 0 }])],
    // Of 3,000 of the fee the first pays the half; each of its 125 is for 250 of the fee.
    [[12, 125]],
    3000,
  ],
];

test.each(cases)('braces under two plans: %s', (_name, plans, paid, patient) => {
  const { lines, total, questions } = estimated(plans, [work]);
  expect(questions).toEqual([]);
  const made = lines[0]?.most.plans[1]?.payments.filter(({ pays }) => pays > 0) ?? [];
  expect(made.map(({ pays }) => pays)).toEqual(
    paid.flatMap(([count, pays]) => Array<number>(count).fill(usd(pays))),
  );
  expect(total.patient).toEqual({ low: usd(patient), high: usd(patient) });
});
