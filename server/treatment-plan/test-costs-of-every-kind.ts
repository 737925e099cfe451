import fc from 'fast-check';
import type { EstimateRequest, Line, Plan } from '#domain/estimate/estimate-request.ts';
import type { StatedFact } from '#domain/estimate/plan-facts.ts';
import { addDays, calendarDate } from '#domain/kernel/calendar-date.ts';
import { cents } from '#domain/kernel/money.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { costStart, costsUnderOne, costsUnderTwo } from './test-costs.ts';

const some = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const money = (most: number) => fc.nat(most * 100).map(cents);
const braces = { for: { category: 'orthodontics' } } as const;

/** What a plan may say besides: copays, another treatment paid instead, an age, the start that counts, braces over time. */
const furtherFacts: fc.Arbitrary<readonly StatedFact[]> = fc
  .record({
    copay: some(money(60)),
    alternate: some(money(400)),
    through: some(fc.constantFrom(34, 35)),
    countsStart: fc.boolean(),
    atBanding: some(fc.constantFrom(0, 25)),
    every: fc.constantFrom('month' as const, 'quarter' as const),
    incurred: fc.constantFrom('start' as const, 'end' as const),
    forBraces: some(money(900)),
  })
  .map(({ copay, alternate, through, countsStart, atBanding, every, incurred, forBraces }) => [
    ...(copay === undefined ? [] : [{ kind: 'copay' as const, amount: copay }]),
    ...(alternate === undefined
      ? []
      : [
          {
            kind: 'alternate-benefit' as const,
            code: procedureCode('D2740'),
            substitute: procedureCode('D2750'),
            applies: true,
          },
          { kind: 'allowed' as const, code: procedureCode('D2750'), amount: alternate },
        ]),
    ...(through === undefined ? [] : [{ kind: 'age-limit' as const, through }]),
    ...(countsStart ? [{ kind: 'date-that-counts' as const, on: 'start' as const }] : []),
    ...(atBanding === undefined
      ? []
      : [{ kind: 'orthodontics' as const, bandingPercent: atBanding, every, incurred }]),
    ...(forBraces === undefined
      ? []
      : [
          {
            kind: 'maximum' as const,
            ...braces,
            per: 'individual' as const,
            period: 'lifetime' as const,
            amount: forBraces,
          },
        ]),
  ]);

const further = fc.record({ facts: furtherFacts, isMedicaid: fc.boolean() });

/** Before the estimate, so many days before completion, or told by nobody. */
const lead = some(fc.constantFrom(1, 3, 20));

/**
 * Three steps under one plan or two that may be Medicaid, with work that starts days before it is completed, braces, and
 * a birthday on New Year's Day: what the plain plans of `test-costs.ts` leave out.
 */
export const costsOfEveryKind: fc.Arbitrary<EstimateRequest> = fc
  .record({
    request: fc.oneof(costsUnderOne, costsUnderTwo),
    more: fc.tuple(further, further),
    leads: fc.tuple(lead, lead, lead),
    months: some(fc.constantFrom(1, 5, 12)),
  })
  .map(({ request, more, leads, months }) => ({
    ...request,
    asOf: addDays(costStart, -10),
    patient: { birthDate: calendarDate('1991-01-01') },
    plans: request.plans.map((plan, index): Plan => {
      const { facts = [], isMedicaid = false } = more[index] ?? {};
      return {
        ...plan,
        ...(isMedicaid && index > 0 && { kind: 'medicaid' as const }),
        facts: [...plan.facts, ...facts],
      };
    }),
    lines: request.lines.map((line, index): Line => {
      const days = leads[index];
      const date = addDays(costStart, 3);
      if (index === 2 && months !== undefined)
        return {
          ...line,
          code: procedureCode('D8080'),
          date,
          orthodontics: { bandedOn: date, months },
        };
      return { ...line, date, ...(days !== undefined && { startedOn: addDays(date, -days) }) };
    }),
  }));

/** Braces of which the plan pays nothing worth mentioning still meet the deductible, if they come before the crown. */
export const bracesTakeTheDeductible: EstimateRequest = {
  asOf: costStart,
  patient: {},
  plans: [
    {
      planId: 'p1',
      name: 'Plan 1',
      kind: 'dental',
      order: { market: 'group', patientIs: 'subscriber', stated: 1 },
      facts: [
        { kind: 'percentage', percent: 50 },
        { kind: 'deductible', per: 'individual', period: 'benefit-year', amount: cents(10_000) },
        { kind: 'orthodontics', bandingPercent: 25, every: 'month', incurred: 'end' },
        { kind: 'maximum', ...braces, per: 'individual', period: 'lifetime', amount: cents(100) },
      ],
    },
  ],
  lines: [
    { lineId: 'b', code: procedureCode('D2740'), date: costStart, fee: cents(100_000) },
    {
      lineId: 'c',
      code: procedureCode('D8080'),
      date: costStart,
      fee: cents(100_000),
      orthodontics: { bandedOn: costStart, months: 12 },
    },
  ],
};

const startDecides: readonly StatedFact[] = [
  { kind: 'percentage', percent: 80 },
  { kind: 'percentage', for: { code: procedureCode('D2750') }, percent: 50 },
  { kind: 'deductible', per: 'individual', period: 'benefit-year', amount: cents(10_000) },
  { kind: 'date-that-counts', on: 'start' },
  { kind: 'coordination', variant: 'standard' },
];

function startCounts(before: readonly Plan[], lines: readonly Line[]): EstimateRequest {
  const order = { market: 'group', patientIs: 'spouse', stated: 2 } as const;
  const through = addDays(costStart, 1);
  const plan: Plan = {
    planId: 'p2',
    name: 'Plan 2',
    kind: 'dental',
    through,
    order,
    facts: [...startDecides],
  };
  return { asOf: addDays(costStart, -10), patient: {}, plans: [...before, plan], lines: [...lines] };
}

function startedBefore(lineId: string, code: string, days: number): Line {
  const date = addDays(costStart, 3);
  const startedOn = addDays(date, -days);
  return { lineId, code: procedureCode(code), date, startedOn, fee: cents(100_000) };
}

/**
 * The deductible is cheapest where the plan pays the half, and the coverage leaves no other year. On the first day the
 * crown started before the other work and bears it; and, beside a plan of which completion counts, on the second day
 * the other work did though both are completed together.
 */
export const startDecidesTheTurn: readonly EstimateRequest[] = [
  startCounts([], [startedBefore('a', 'D2750', 0), startedBefore('b', 'D2740', 1)]),
  startCounts(
    [
      {
        planId: 'p1',
        name: 'Plan 1',
        kind: 'dental',
        order: { market: 'group', patientIs: 'subscriber', stated: 1 },
        facts: [{ kind: 'percentage', percent: 10 }],
      },
    ],
    [startedBefore('b', 'D2740', 0), startedBefore('c', 'D2750', 1)],
  ),
];
