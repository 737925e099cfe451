import { expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { estimate } from './estimate.ts';
import {
  day,
  entry,
  estimated,
  line,
  maximum,
  percent,
  plan,
  request,
  secondPlan,
  usd,
} from './estimate.samples.ts';
import type { Line, Plan } from './estimate-request.ts';
import { inventRequest } from './invented-request.samples.ts';
import { planCost, yearsOn } from './plan-cost.ts';
import type { StatedFact } from './plan-facts.ts';

const startCounts = { kind: 'date-that-counts', on: 'start' } as const;
const braces = { for: { category: 'orthodontics' } } as const;
const monthly = { kind: 'orthodontics', bandingPercent: 20, every: 'month', incurred: 'end' } as const;
const forLife = maximum(1500, { ...braces, period: 'lifetime' });
const carveOut = { kind: 'coordination', variant: 'carve-out' } as const;
const overTime: readonly StatedFact[] = [percent(50), monthly, forLife];
const crown = line('D2740', 1000, { date: day('2027-01-10'), startedOn: day('2026-12-20') });
const banded = line('D8080', 6000, {
  date: day('2026-12-01'),
  orthodontics: { bandedOn: day('2026-12-01'), months: 24 },
});
const ended = {
  ...banded,
  orthodontics: { bandedOn: day('2026-12-01'), months: 24, endsOn: day('2027-03-31') },
};

/** Year, fee, plans and patient in dollars. */
type Row = readonly [year: number, fee: number, plans: number, patient: number];

const cases: readonly [name: string, plans: readonly Plan[], work: Line, years: readonly Row[]][] = [
  ['completion counts', [plan([percent(50)])], crown, [[2027, 1000, 500, 500]]],
  ['the start counts', [plan([percent(50), startCounts])], crown, [[2026, 1000, 500, 500]]],
  ['no plan at all', [], crown, [[2027, 1000, 0, 1000]]],
  [
    'braces fall due over time, and the payments end with the maximum',
    [plan(overTime)],
    banded,
    [
      [2026, 1200, 600, 600],
      [2027, 2400, 900, 1500],
      [2028, 2400, 0, 2400],
    ],
  ],
  ['nobody says how braces are paid', [plan([percent(50), forLife])], banded, [[2026, 6000, 1500, 4500]]],
  [
    'what an early end leaves falls due with the last of it',
    [plan(overTime)],
    ended,
    [
      [2026, 1200, 600, 600],
      [2027, 4800, 300, 4500],
    ],
  ],
  [
    'beside a first plan for braces a carve-out pays nothing until the first has paid all of its own',
    [
      plan(overTime),
      secondPlan([percent(50), monthly, maximum(3000, { ...braces, period: 'lifetime' }), carveOut]),
    ],
    banded,
    [
      [2026, 1200, 600, 600],
      [2027, 2400, 1200, 1200],
      [2028, 2400, 1200, 1200],
    ],
  ],
  [
    'only the second plan counts the start: it pays in the year before',
    [
      plan([percent(50)]),
      secondPlan([percent(20), startCounts, { kind: 'coordination', variant: 'standard' }]),
    ],
    crown,
    [
      [2026, 0, 200, 0],
      [2027, 1000, 500, 300],
    ],
  ],
];

test.each(cases)('by benefit year: %s', (_name, plans, work, expected) => {
  const { years } = estimated(plans, [work]);
  const rows = years.map(({ from, fee, plans: paid, patient }) => [
    Number(from.slice(0, 4)),
    fee,
    paid,
    patient,
  ]);
  const point = (dollars: number) => ({ low: usd(dollars), high: usd(dollars) });
  expect(rows).toEqual(
    expected.map(([year, fee, paid, patient]) => [year, usd(fee), point(paid), point(patient)]),
  );
  const cost = planCost(request(plans, [work]));
  if (isRefusal(cost) || work.orthodontics?.endsOn !== undefined) return;
  const ordered = yearsOn(cost, new Map([[work.lineId, work.date]]));
  expect(
    ordered.map(({ from, fee, plans: paid, patient }) => [Number(from.slice(0, 4)), fee, paid, patient]),
  ).toEqual(expected.map(([year, fee, paid, patient]) => [year, usd(fee), usd(paid), usd(patient)]));
});

test('what a plan pays in a year is what its ledger takes in it', () => {
  const { years, ledger } = estimated(
    [plan([percent(50), maximum(500), startCounts])],
    [crown, line('D2391', 600, { date: day('2027-02-01'), startedOn: day('2027-02-01') })],
    { history: [entry(300)] },
  );
  expect(years.map(({ from, plans: { high } }) => [from, high])).toEqual(
    ledger.map(({ year, planned }) => [year?.from, planned]),
  );
  expect(years.map(({ plans: { high } }) => high)).toEqual([usd(200), usd(300)]);
});

test('years add up to the whole', () => {
  let several = 0;
  for (let seed = 1; seed <= 150; seed++) {
    const found = estimate(inventRequest(seed, true));
    if (isRefusal(found)) throw new Error(found.code);
    const { total, years } = found;
    if (total.patient.low !== total.patient.high || total.plans.low !== total.plans.high) continue;
    if (total.writeOff.low !== total.writeOff.high) continue;
    const sum = (amount: 'plans' | 'writeOff' | 'patient') =>
      years.reduce((all, year) => all + year[amount].high, 0);
    expect([sum('plans'), sum('writeOff'), sum('patient')]).toEqual([
      total.plans.high,
      total.writeOff.high,
      total.patient.high,
    ]);
    expect(years.reduce((all, { fee }) => all + fee, 0)).toBe(total.fee);
    expect(years.every(({ patient }) => patient.low >= 0)).toBe(true);
    if (years.length > 1) several += 1;
  }
  expect(several).toBeGreaterThan(15);
});
