import fc from 'fast-check';
import type { EstimateRequest, Line, Plan } from '#domain/estimate/estimate-request.ts';
import { coordinationVariants, type StatedFact } from '#domain/estimate/plan-facts.ts';
import { addDays, addMonths, calendarDate } from '#domain/kernel/calendar-date.ts';
import { cents } from '#domain/kernel/money.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { parseTooth } from '#domain/kernel/tooth.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';

/** The last days of a year and the first of the next: so few that every order can be tried. */
export const costStart = calendarDate('2026-12-30');
export const costDays = 5;

const codes = ['D2740', 'D2391', 'D4341', 'D1110'] as const;
const tooth = parseTooth('3');
if (isRefusal(tooth)) throw new Error(tooth.code);

/** Whole dollars mostly, and cents that make rounding matter. */
const money = (most: number) =>
  fc.oneof({ weight: 3, arbitrary: fc.nat(most).map((dollars) => dollars * 100) }, fc.nat(most * 100));
const yearly = { per: 'individual', period: 'benefit-year' } as const;
const some = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

const facts: fc.Arbitrary<readonly StatedFact[]> = fc
  .record({
    percent: fc.constantFrom(0, 50, 80, 100, 33),
    crown: some(fc.constantFrom(50, 60)),
    deductible: some(money(200)),
    maximum: some(money(900)),
    crownMaximum: some(money(500)),
    countsTowardGeneral: fc.boolean(),
    allowed: fc.array(fc.tuple(fc.constantFrom(...codes), money(500)), { maxLength: 3 }),
    participates: fc.boolean(),
    holds: some(fc.boolean()),
    begins: fc.constantFrom('01-01', '01-02', '07-01'),
    waiting: some(fc.constantFrom(6, 12)),
    otherwise: fc.constantFrom('denied-patient-liable' as const, 'disallowed-no-charge' as const),
    frequency: some(fc.constantFrom('benefit-year' as const, 'every-months' as const)),
    per: fc.constantFrom('mouth' as const, 'tooth' as const, 'not-said' as const),
    times: fc.constantFrom(1, 2),
    variant: some(fc.constantFrom(...coordinationVariants)),
  })
  .map((drawn): readonly StatedFact[] => {
    const crown = { for: { code: procedureCode('D2740') } };
    const { deductible, maximum, crownMaximum, waiting, frequency, otherwise, holds, variant } = drawn;
    return [
      { kind: 'percentage', percent: drawn.percent },
      ...(drawn.crown === undefined ? [] : [{ kind: 'percentage' as const, ...crown, percent: drawn.crown }]),
      ...(deductible === undefined
        ? []
        : [{ kind: 'deductible' as const, ...yearly, amount: cents(deductible) }]),
      ...(maximum === undefined ? [] : [{ kind: 'maximum' as const, ...yearly, amount: cents(maximum) }]),
      ...(crownMaximum === undefined
        ? []
        : [
            {
              kind: 'maximum' as const,
              ...yearly,
              ...crown,
              amount: cents(crownMaximum),
              countsTowardGeneral: drawn.countsTowardGeneral,
            },
          ]),
      ...[...new Map(drawn.allowed)].map(([code, amount]) => ({
        kind: 'allowed' as const,
        code: procedureCode(code),
        amount: cents(amount),
      })),
      { kind: 'network', participates: drawn.participates },
      ...(holds === undefined
        ? []
        : [{ kind: 'write-off' as const, when: 'maximum-reached' as const, holds }]),
      { kind: 'benefit-year', begins: drawn.begins },
      ...(waiting === undefined ? [] : [{ kind: 'waiting-period' as const, months: waiting, otherwise }]),
      ...(frequency === undefined
        ? []
        : [
            {
              kind: 'frequency' as const,
              times: drawn.times,
              window: frequency,
              ...(frequency === 'every-months' ? { every: 1 } : {}),
              per: drawn.per,
              otherwise,
            },
          ]),
      ...(variant === undefined ? [] : [{ kind: 'coordination' as const, variant }]),
    ];
  });

const plan = (stated: 1 | 2) =>
  fc
    .record({ facts, from: some(fc.constantFrom(-6, -12)), through: some(fc.nat(4)) })
    .map(({ facts: known, from, through }): Plan => ({
      planId: `p${stated}`,
      name: `Plan ${stated}`,
      kind: 'dental',
      ...(from === undefined ? {} : { from: addDays(addMonths(costStart, from), 2) }),
      ...(through === undefined ? {} : { through: addDays(costStart, through) }),
      order: { market: 'group', patientIs: stated === 1 ? 'subscriber' : 'spouse', stated },
      facts: known,
    }));

const line = (lineId: string) =>
  fc
    .record({
      code: fc.constantFrom(...codes),
      fee: money(800),
      onTooth: fc.boolean(),
      quantity: some(fc.constantFrom(2, 3)),
    })
    .map(({ code, fee, onTooth, quantity }): Line => ({
      lineId,
      code: procedureCode(code),
      date: costStart,
      fee: cents(fee),
      ...(onTooth ? { tooth } : {}),
      ...(quantity === undefined ? {} : { quantity }),
    }));

/** Estimates of three steps, with limits of every kind that bends the cost. */
const costsUnder = (plans: fc.Arbitrary<readonly Plan[]>): fc.Arbitrary<EstimateRequest> =>
  fc
    .record({
      plans,
      lines: fc.tuple(line('a'), line('b'), line('c')),
      used: some(fc.record({ pays: money(400), days: fc.constantFrom(-200, -31, -29, -3) })),
    })
    .map(({ plans, lines, used }) => ({
      asOf: costStart,
      patient: { birthDate: calendarDate('1990-06-15') },
      plans: [...plans],
      lines: [...lines],
      ...(used && {
        history: [
          {
            planId: 'p1',
            state: 'paid' as const,
            code: procedureCode('D4341'),
            date: addDays(costStart, used.days),
            pays: cents(used.pays),
          },
        ],
      }),
    }));

/**
 * The same with answers that the payer gave beforehand for some of the lines, some good for some of the days only, and
 * with an amount that is reserved for work outside of the plan.
 */
export const costsPromised: fc.Arbitrary<EstimateRequest> = fc
  .record({
    request: costsUnder(fc.tuple(plan(1))),
    promised: fc.array(
      fc.record({
        at: fc.nat(2),
        pays: money(600),
        deductible: some(money(60)),
        good: some(fc.nat(costDays - 2)),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    elsewhere: some(fc.record({ pays: money(400), day: fc.nat(costDays - 1) })),
  })
  .map(({ request, promised, elsewhere }) => {
    const answers = [...new Map(promised.map((answer) => [answer.at, answer])).values()].flatMap(
      ({ at, pays, deductible: taken, good }) => {
        const line = request.lines[at];
        if (!line) return [];
        const { lineId, code } = line;
        const expires = good === undefined ? {} : { expires: addDays(costStart, good) };
        const amounts = {
          pays: cents(pays),
          ...(taken === undefined ? {} : { deductible: cents(taken) }),
        };
        return [
          {
            fact: {
              kind: 'predetermination' as const,
              lineId,
              code,
              outcome: 'pays' as const,
              ...amounts,
              source: { kind: 'predetermination' as const, ...expires },
            },
            entry: {
              planId: 'p1',
              state: 'reserved' as const,
              date: costStart,
              lineId,
              code,
              ...amounts,
              ...expires,
            },
          },
        ];
      },
    );
    return {
      ...request,
      plans: request.plans.map((one) => ({
        ...one,
        facts: [...one.facts, ...answers.map(({ fact }) => fact)],
      })),
      history: [
        ...(request.history ?? []),
        ...answers.map(({ entry }) => entry),
        ...(elsewhere
          ? [
              {
                planId: 'p1',
                state: 'reserved' as const,
                date: addDays(costStart, elsewhere.day),
                code: procedureCode('D2750'),
                pays: cents(elsewhere.pays),
              },
            ]
          : []),
      ],
    };
  });

export const costsUnderOne = costsUnder(fc.tuple(plan(1)));
export const costsUnderTwo = costsUnder(fc.tuple(plan(1), plan(2)));

/** The second plan's deductible is met this year and not yet the next: everything this year is cheapest. */
export const secondDeductibleIsMet: EstimateRequest = {
  asOf: costStart,
  patient: {},
  plans: [
    {
      planId: 'p1',
      name: 'Plan 1',
      kind: 'dental',
      order: { market: 'group', patientIs: 'subscriber', stated: 1 },
      facts: [{ kind: 'percentage', percent: 30 }],
    },
    {
      planId: 'p2',
      name: 'Plan 2',
      kind: 'dental',
      order: { market: 'group', patientIs: 'spouse', stated: 2 },
      facts: [
        { kind: 'percentage', percent: 50 },
        { kind: 'deductible', per: 'individual', period: 'benefit-year', amount: cents(2_000) },
        { kind: 'coordination', variant: 'standard' },
      ],
    },
  ],
  lines: [
    { lineId: 'a', code: procedureCode('D2740'), date: costStart, fee: cents(99_000) },
    { lineId: 'b', code: procedureCode('D1110'), date: costStart, fee: cents(49_000) },
    { lineId: 'c', code: procedureCode('D4341'), date: costStart, fee: cents(83_000) },
  ],
  history: [{ planId: 'p2', state: 'paid', date: costStart, pays: cents(10_000), deductible: cents(2_000) }],
};
