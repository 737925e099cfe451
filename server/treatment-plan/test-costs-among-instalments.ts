import fc from 'fast-check';
import type { EstimateRequest, Line, Plan } from '#domain/estimate/estimate-request.ts';
import { coordinationVariants, type StatedFact } from '#domain/estimate/plan-facts.ts';
import { addDays } from '#domain/kernel/calendar-date.ts';
import { cents } from '#domain/kernel/money.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { costStart } from './test-costs.ts';

/** From the end of a year over two instalments of what is banded at once, one of them on a clipped day of the month. */
export const daysAmongInstalments = 36;

const some = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const amount = (...dollars: readonly number[]) =>
  fc.constantFrom(...dollars).map((each) => cents(each * 100));
const braces = { for: { category: 'orthodontics' } } as const;

const facts: fc.Arbitrary<readonly StatedFact[]> = fc
  .record({
    percent: fc.constantFrom(33, 80, 100),
    ofBraces: fc.constantFrom(25, 50),
    deductible: some(amount(50, 333, 600)),
    forLife: some(amount(150, 600, 2000)),
    countsTowardGeneral: fc.boolean(),
    maximum: some(amount(200, 900)),
    bandingPercent: fc.constantFrom(0, 20),
    every: fc.constantFrom('month' as const, 'quarter' as const),
    incurred: fc.constantFrom('start' as const, 'end' as const),
    begins: fc.constantFrom('01-01', '03-01'),
    countsStart: fc.boolean(),
    variant: fc.constantFrom(...coordinationVariants),
  })
  .map((drawn): readonly StatedFact[] => {
    const { percent, ofBraces, deductible, forLife, countsTowardGeneral, maximum, countsStart } = drawn;
    const { bandingPercent, every, incurred, variant, begins } = drawn;
    const each = { per: 'individual', period: 'benefit-year' } as const;
    const life = { per: 'individual', period: 'lifetime' } as const;
    return [
      { kind: 'percentage', percent },
      { kind: 'percentage', ...braces, percent: ofBraces },
      { kind: 'orthodontics', bandingPercent, every, incurred },
      { kind: 'coordination', variant },
      { kind: 'benefit-year', begins },
      { kind: 'maximum', ...braces, ...life, amount: forLife ?? 'none', countsTowardGeneral },
      ...(deductible === undefined ? [] : [{ kind: 'deductible' as const, ...each, amount: deductible }]),
      ...(maximum === undefined ? [] : [{ kind: 'maximum' as const, ...each, amount: maximum }]),
      ...(countsStart ? [{ kind: 'date-that-counts' as const, on: 'start' as const }] : []),
    ];
  });

function planOf(known: readonly StatedFact[], index: number): Plan {
  return {
    planId: `p${index + 1}`,
    name: `Plan ${index + 1}`,
    kind: 'dental',
    order: { market: 'group', patientIs: index === 0 ? 'subscriber' : 'spouse', stated: index + 1 },
    facts: [...known],
  };
}

interface Work {
  readonly crown: number;
  readonly braces: number;
  readonly months: number;
  /** Days from the start of the crown to its completion. */
  readonly lead: number;
}

function requestOf(plans: readonly (readonly StatedFact[])[], work: Work): EstimateRequest {
  const date = addDays(costStart, 5);
  const lines: Line[] = [
    {
      lineId: 'a',
      code: procedureCode('D2740'),
      date,
      startedOn: addDays(date, -work.lead),
      fee: cents(work.crown),
    },
    {
      lineId: 'b',
      code: procedureCode('D8080'),
      date,
      fee: cents(work.braces),
      orthodontics: { bandedOn: date, months: work.months },
    },
  ];
  return { asOf: addDays(costStart, -20), patient: {}, plans: plans.map(planOf), lines };
}

/** A crown and braces whose instalments draw on the deductible and the maximums that the crown draws on. */
export const costsAmongInstalments: fc.Arbitrary<EstimateRequest> = fc
  .record({
    plans: fc.oneof(fc.tuple(facts), fc.tuple(facts, facts)),
    crown: fc.integer({ min: 10_000, max: 120_000 }),
    braces: fc.integer({ min: 50_000, max: 400_000 }),
    months: fc.constantFrom(1, 2, 5),
    lead: fc.constantFrom(0, 3, 12),
  })
  .map(({ plans, ...work }) => requestOf(plans, work));

const overTime: readonly StatedFact[] = [
  { kind: 'percentage', percent: 80 },
  { kind: 'percentage', ...braces, percent: 50 },
  { kind: 'deductible', per: 'individual', period: 'benefit-year', amount: cents(30_000) },
  { kind: 'maximum', ...braces, per: 'individual', period: 'lifetime', amount: cents(60_000) },
  { kind: 'orthodontics', bandingPercent: 0, every: 'month', incurred: 'end' },
  { kind: 'coordination', variant: 'standard' },
];

/**
 * The first instalment reaches the maximum of the braces even after the deductible, so a crown that waits for it is paid
 * in full; a day earlier the crown bears the deductible.
 */
export const crownWaitsForInstalment: readonly EstimateRequest[] = [
  [overTime],
  [[{ kind: 'percentage' as const, percent: 10 }], overTime],
].map((plans) => requestOf(plans, { crown: 100_000, braces: 300_000, months: 2, lead: 0 }));

/** The benefit year begins after the days of the plan of work, and before the last instalment of what is banded late. */
export const instalmentOfNextYear: EstimateRequest = requestOf(
  [
    [
      { kind: 'percentage', percent: 50 },
      { kind: 'benefit-year', begins: '03-01' },
      { kind: 'orthodontics', bandingPercent: 20, every: 'month', incurred: 'end' },
      {
        kind: 'maximum',
        ...braces,
        per: 'individual',
        period: 'lifetime',
        amount: 'none',
        countsTowardGeneral: true,
      },
      { kind: 'maximum', per: 'individual', period: 'benefit-year', amount: cents(50_000) },
    ],
  ],
  { crown: 50_000, braces: 200_000, months: 2, lead: 0 },
);
