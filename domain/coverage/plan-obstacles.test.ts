import { describe, expect, test } from 'vitest';
import { addDays, calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import type { At } from '../patient/patient.ts';
import { sampleCoverage, sampleRulebook } from '../readiness/ready-case.samples.ts';
import { answerCoverage } from './answer-coverage.ts';
import type { BenefitFact, Coverage } from './benefit-fact.ts';
import type { BenefitUse } from './benefit-use.ts';
import type { CoverageQuestion } from './coverage-question.ts';
import type { PlanAnswer, PlanStatement } from './plan-answer.ts';

const code = procedureCode('D9992');
const day = calendarDate('2026-06-15');
const { coverageId } = sampleCoverage;

const paid: At<BenefitFact> = {
  position: 5,
  value: {
    factId: 'fact',
    coverageId,
    code,
    status: 'paid',
    source: { kind: 'telephone-call', representative: 'Ruth' },
    learnedAt: instant('2026-02-10T18:00:00Z'),
  },
};

/** An answer of the payer; where a test does not say when, on 1 June. */
function told(statements: readonly PlanStatement[], change: Partial<PlanAnswer> = {}): At<PlanAnswer> {
  return {
    position: 9,
    value: {
      answerId: `answer ${JSON.stringify(statements)}`,
      coverageId,
      statements: [...statements],
      source: { kind: '271', reference: 'R' },
      learnedAt: instant('2026-06-01T18:00:00Z'),
      ...change,
    },
  };
}

const coverage: Coverage = { ...sampleCoverage };
delete coverage.from;
delete coverage.through;

const question: CoverageQuestion = {
  code,
  serviceDate: day,
  payer: undefined,
  coverage,
  alongside: [],
  facts: [paid],
  planAnswers: [],
  rulebook: sampleRulebook([]),
  timeZone: 'UTC',
  performer: { role: 'dentist', credential: 'dds' },
  activityKinds: ['coordination-with-provider'],
  uses: [],
  history: [],
};

const d = calendarDate;
const isIn = (active: boolean, from?: string, through?: string): PlanStatement => ({
  kind: 'in-force',
  active,
  ...(from === undefined ? {} : { from: d(from) }),
  ...(through === undefined ? {} : { through: d(through) }),
});
const left = (amount: number, more: object = {}): PlanStatement => ({
  kind: 'remaining',
  of: 'maximum',
  per: 'individual',
  period: 'benefit-year',
  amount: cents(amount),
  ...more,
});
const year: PlanStatement = { kind: 'benefit-year', begins: '01-01' };
const share = (percent: number, scope: object = {}): PlanStatement => ({
  kind: 'percentage',
  percent,
  ...scope,
});
const limit = (every: number, times = 1, scope: object = { for: { code } }): PlanStatement => ({
  kind: 'frequency',
  times,
  window: 'every-months',
  every,
  per: 'mouth',
  ...scope,
});
const on = (date: string, of = code) => ({ code: of, date: d(date) });
const adjunctive = { for: { category: 'adjunctive' } } as const;

interface Row {
  name: string;
  says?: readonly PlanStatement[];
  change?: Partial<CoverageQuestion>;
  payable: 'yes' | 'no' | 'unknown';
  why?: string;
}

function table(about: string, rows: readonly Row[]) {
  describe(about, () => {
    test.each(rows)('$name', ({ says = [], change, payable, why }) => {
      const planAnswers = says.length === 0 ? [] : [told(says)];
      const answer = answerCoverage({ ...question, planAnswers, ...change });
      const words = answer.obstacles.map(({ message }) => message.id.replace('coverage.obstacle.', ''));
      expect([answer.payable, ...words]).toEqual([payable, ...(why === undefined ? [] : [why])]);
    });
  });
}

table('in force', [
  { name: 'nobody said', payable: 'yes' },
  { name: 'the payer says so', says: [isIn(true)], payable: 'yes' },
  { name: 'the payer says no', says: [isIn(false)], payable: 'no', why: 'notInForce' },
  {
    name: 'no, asked on the day of service',
    change: { planAnswers: [told([isIn(false)], { learnedAt: instant('2026-06-15T01:00:00Z') })] },
    payable: 'no',
    why: 'notInForce',
  },
  {
    name: 'no, asked the day after',
    change: { planAnswers: [told([isIn(false)], { learnedAt: instant('2026-06-16T01:00:00Z') })] },
    payable: 'unknown',
    why: 'notInForceSince',
  },
  { name: 'it ended on the day', says: [isIn(true, undefined, '2026-06-15')], payable: 'yes' },
  {
    name: 'it ended the day before',
    says: [isIn(true, undefined, '2026-06-14')],
    payable: 'no',
    why: 'noLongerCovered',
  },
  { name: 'it begins on the day', says: [isIn(true, '2026-06-15')], payable: 'yes' },
  {
    name: 'it begins the day after',
    says: [isIn(true, '2026-06-16')],
    payable: 'no',
    why: 'notYetCovered',
  },
  { name: 'not in force when asked, and from the day on', says: [isIn(false, '2026-06-15')], payable: 'yes' },
  {
    name: 'ended, and asked about a day before the end',
    change: {
      planAnswers: [
        told([isIn(false, undefined, '2026-06-15')], { learnedAt: instant('2026-07-01T01:00:00Z') }),
      ],
    },
    payable: 'yes',
  },
  {
    name: 'a newer answer says that it is',
    change: {
      planAnswers: [told([isIn(false)]), told([isIn(true)], { learnedAt: instant('2026-06-02T18:00:00Z') })],
    },
    payable: 'yes',
  },
  {
    name: 'an older answer says that it is',
    change: {
      planAnswers: [told([isIn(false)]), told([isIn(true)], { learnedAt: instant('2026-05-02T18:00:00Z') })],
    },
    payable: 'no',
    why: 'notInForce',
  },
  {
    name: 'a weaker and newer source says no',
    change: {
      planAnswers: [
        told([isIn(true)]),
        told([isIn(false)], {
          source: { kind: 'telephone-call' },
          learnedAt: instant('2026-06-02T18:00:00Z'),
        }),
      ],
    },
    payable: 'unknown',
    why: 'newerNotInForce',
  },
  {
    name: 'somebody only assumes that it is not',
    change: { planAnswers: [told([isIn(false)], { source: { kind: 'assumption' } })] },
    payable: 'yes',
  },
  {
    name: 'by the recorded dates it ended',
    change: { coverage: { ...coverage, through: d('2026-06-14') } },
    payable: 'no',
    why: 'noLongerCovered',
  },
  {
    name: 'by the recorded dates it ended, and the payer names a later end',
    says: [isIn(true, undefined, '2026-12-31')],
    change: { coverage: { ...coverage, through: d('2026-06-14') } },
    payable: 'unknown',
    why: 'datesDisagree',
  },
  {
    name: 'by the recorded dates it ended since the payer was asked',
    says: [isIn(true)],
    change: { coverage: { ...coverage, through: d('2026-06-14') } },
    payable: 'no',
    why: 'noLongerCovered',
  },
]);

const waiting = (months: number, scope: object = {}): PlanStatement => ({
  kind: 'waiting-period',
  months,
  ...scope,
});
const since = (from: string) => ({ coverage: { ...coverage, from: d(from) } });

const lastYear = { learnedAt: instant('2025-11-03T18:00:00Z') } as const;
const stillPaid: At<BenefitFact> = {
  ...paid,
  value: { ...paid.value, ...lastYear, goodThrough: d('2026-12-31') },
};
const heard = (...more: readonly At<PlanAnswer>[]) => ({
  facts: [stillPaid],
  planAnswers: [told([isIn(true)], lastYear), ...more],
});

table('in force in an earlier year, and not asked since', [
  { name: 'nobody spoke of this year', change: heard(), payable: 'unknown', why: 'notAskedSince' },
  {
    name: 'a booklet is no word about this member',
    change: heard(told([share(80)], { source: { kind: 'plan-booklet' } })),
    payable: 'unknown',
    why: 'notAskedSince',
  },
  {
    name: 'the portal spoke of this year',
    change: heard(told([share(80)], { source: { kind: 'portal' } })),
    payable: 'yes',
  },
  {
    name: 'the word of then holds through this year',
    change: { ...heard(), planAnswers: [told([isIn(true)], { ...lastYear, goodThrough: d('2026-12-31') })] },
    payable: 'yes',
  },
  { name: 'nobody ever said', change: { facts: [stillPaid] }, payable: 'yes' },
]);

table('waiting period', [
  {
    name: 'over on the day',
    says: [waiting(12)],
    change: since('2025-06-15'),
    payable: 'yes',
  },
  {
    name: 'over the day after',
    says: [waiting(12)],
    change: since('2025-06-16'),
    payable: 'no',
    why: 'waiting',
  },
  {
    name: 'of the category',
    says: [waiting(12, adjunctive)],
    change: since('2026-06-14'),
    payable: 'no',
    why: 'waiting',
  },
  {
    name: 'of another category',
    says: [waiting(12, { for: { category: 'orthodontics' } })],
    change: since('2026-06-14'),
    payable: 'yes',
  },
  {
    name: 'none for the code, one for everything',
    says: [waiting(12), waiting(0, { for: { code } })],
    change: since('2026-06-14'),
    payable: 'yes',
  },
  {
    name: 'the first day is not known',
    says: [waiting(12)],
    payable: 'unknown',
    why: 'waitingMonthsUnknown',
  },
  {
    name: 'the payer told the first day',
    says: [waiting(12), isIn(true, '2025-06-16')],
    payable: 'no',
    why: 'waiting',
  },
]);

table('share', [
  { name: 'a percent of the category', says: [share(1, adjunctive)], payable: 'yes' },
  { name: 'nothing of the category', says: [share(0, adjunctive)], payable: 'no', why: 'noShare' },
  { name: 'nothing of the code', says: [share(0, { for: { code } })], payable: 'no', why: 'noShare' },
  { name: 'nothing of anything', says: [share(0)], payable: 'no', why: 'noShare' },
  {
    name: 'nothing of the category, something of the code',
    says: [share(0, adjunctive), share(80, { for: { code } })],
    payable: 'yes',
  },
  {
    name: 'nothing of a group that the code is in',
    says: [{ kind: 'group', name: 'extras', codes: ['D9990-D9999'] }, share(0, { for: { group: 'extras' } })],
    payable: 'no',
    why: 'noShare',
  },
  {
    name: 'nothing, where nobody said that it is paid',
    says: [share(0, adjunctive)],
    change: { facts: [] },
    payable: 'no',
    why: 'noShare',
  },
  {
    name: 'nothing by a weaker source than the one that says paid',
    change: { planAnswers: [told([share(0)], { source: { kind: 'card' } })] },
    payable: 'yes',
  },
  {
    name: 'nothing, by an answer older than one as strong that says paid',
    says: [share(0)],
    change: {
      facts: [
        {
          ...paid,
          value: { ...paid.value, source: { kind: '271' }, learnedAt: instant('2026-06-02T18:00:00Z') },
        },
      ],
    },
    payable: 'yes',
  },
]);

const notABenefit = (scope: object): PlanStatement => ({ kind: 'status', status: 'not-a-benefit', ...scope });

table('status of what is wider than the code', [
  {
    name: 'the category is no benefit',
    says: [notABenefit(adjunctive)],
    change: { facts: [] },
    payable: 'no',
    why: 'notABenefit',
  },
  { name: 'the category is no benefit, the code is paid', says: [notABenefit(adjunctive)], payable: 'yes' },
  {
    name: 'another category is no benefit',
    says: [notABenefit({ for: { category: 'orthodontics' } })],
    change: { facts: [] },
    payable: 'unknown',
    why: 'statusUnknown',
  },
  {
    name: 'that the category is paid does not say that the code is',
    says: [{ kind: 'status', status: 'paid', ...adjunctive }],
    change: { facts: [] },
    payable: 'unknown',
    why: 'statusUnknown',
  },
  {
    name: 'a stronger word about the code',
    says: [notABenefit({ for: { code } })],
    payable: 'no',
    why: 'notABenefit',
  },
]);

table('maximum', [
  { name: 'nothing left', says: [year, left(0)], payable: 'no', why: 'maximum.individual.benefit-year' },
  { name: 'a cent left', says: [year, left(1)], payable: 'yes' },
  {
    name: 'nothing left of the family',
    says: [year, left(1), left(0, { per: 'family' })],
    payable: 'no',
    why: 'maximum.family.benefit-year',
  },
  {
    name: 'nothing left of a lifetime',
    says: [left(0, { period: 'lifetime' })],
    payable: 'no',
    why: 'maximum.individual.lifetime',
  },
  {
    name: 'nothing left for orthodontics',
    says: [year, left(0, { for: { category: 'orthodontics' } })],
    payable: 'yes',
  },
  {
    name: 'nothing left in general, and something of its own',
    says: [year, left(0), left(1, { for: { code } })],
    payable: 'yes',
  },
  {
    name: 'something of its own that eats the general one',
    says: [
      year,
      left(0),
      {
        kind: 'maximum',
        amount: cents(100),
        per: 'individual',
        period: 'benefit-year',
        for: { code },
        countsTowardGeneral: true,
      },
    ],
    payable: 'no',
    why: 'maximum.individual.benefit-year',
  },
  {
    name: 'a maximum of nothing',
    says: [{ kind: 'maximum', amount: cents(0), per: 'individual', period: 'benefit-year', ...adjunctive }],
    payable: 'no',
    why: 'maximum.individual.benefit-year',
  },
  {
    name: 'the year of the plan unknown, asked earlier',
    says: [left(0)],
    payable: 'unknown',
    why: 'maximum.yearUnknown',
  },
  {
    name: 'the year of the plan unknown, asked on the day',
    change: { planAnswers: [told([left(0)], { learnedAt: instant('2026-06-15T01:00:00Z') })] },
    payable: 'no',
    why: 'maximum.individual.benefit-year',
  },
  {
    name: 'another year of the plan since it was asked',
    says: [{ kind: 'benefit-year', begins: '06-15' }, left(0)],
    payable: 'yes',
  },
  {
    name: 'still the year in which it was asked',
    says: [{ kind: 'benefit-year', begins: '06-16' }, left(0)],
    payable: 'no',
    why: 'maximum.individual.benefit-year',
  },
  {
    name: 'a newer word that there is no maximum',
    change: {
      planAnswers: [
        told([year, left(0)]),
        told([{ kind: 'maximum', amount: 'none', per: 'individual', period: 'benefit-year' }], {
          learnedAt: instant('2026-06-02T18:00:00Z'),
        }),
      ],
    },
    payable: 'yes',
  },
]);

table('how often', [
  {
    name: 'a month ago to the day',
    says: [limit(1)],
    change: { history: [on('2026-05-15')] },
    payable: 'yes',
  },
  {
    name: 'a month ago but for a day',
    says: [limit(1)],
    change: { history: [on('2026-05-16')] },
    payable: 'no',
    why: 'frequency',
  },
  {
    name: 'one of two',
    says: [limit(1, 2)],
    change: { history: [on('2026-06-01')] },
    payable: 'yes',
  },
  {
    name: 'another code under a limit of the code',
    says: [limit(1)],
    change: { history: [on('2026-06-01', procedureCode('D9994'))] },
    payable: 'yes',
  },
  {
    name: 'another code of the category under a limit of the category',
    says: [limit(1, 1, adjunctive)],
    change: { history: [on('2026-06-01', procedureCode('D9994'))] },
    payable: 'no',
    why: 'frequency',
  },
  {
    name: 'another code, and nobody said whether the codes of the category count together',
    says: [limit(1, 1, { ...adjunctive, per: 'not-said' })],
    change: { history: [on('2026-06-01', procedureCode('D9994'))] },
    payable: 'unknown',
    why: 'frequencyApart',
  },
  {
    name: 'the very code under such a limit',
    says: [limit(1, 1, { ...adjunctive, per: 'not-said' })],
    change: { history: [on('2026-06-01')] },
    payable: 'no',
    why: 'frequency',
  },
  {
    name: 'such a limit with nothing used in its window',
    says: [limit(1, 1, { ...adjunctive, per: 'not-said' })],
    change: { history: [on('2026-04-01', procedureCode('D9994'))] },
    payable: 'yes',
  },
  {
    name: 'a limit of the category that a word about the code lifts',
    says: [limit(1, 1, adjunctive), { kind: 'no-frequency-limit', for: { code } }],
    change: { history: [on('2026-06-01')] },
    payable: 'yes',
  },
  {
    name: 'on file with the payer',
    says: [limit(1), { kind: 'last-service', code, on: addDays(day, -4) }],
    payable: 'no',
    why: 'frequency',
  },
  {
    name: 'two limits of one answer hold together',
    says: [limit(1), limit(12, 2)],
    change: { history: [on('2026-01-05'), on('2026-03-05')] },
    payable: 'no',
    why: 'frequency',
  },
]);

test('each obstacle says who said it, and a used-up limit the day on which it is free again', () => {
  const answer = answerCoverage({
    ...question,
    planAnswers: [told([limit(1), left(0), year])],
    history: [on('2026-06-11')],
  });
  expect(answer.obstacles.map(({ basis }) => basis.kind)).toEqual(['fact', 'fact']);
  expect(answer.limits.map(({ freeFrom }) => freeFrom)).toEqual(['2026-07-11']);
});

test('“paid” and “0%” are shown as a conflict, the stronger one followed', () => {
  const { conflicts } = answerCoverage({ ...question, planAnswers: [told([share(0)])] });
  expect(
    conflicts.map(({ about, followedValue, setAsideValue }) => [about, followedValue, setAsideValue]),
  ).toEqual([['share', 'nothing', 'paid']]);
});

test('a plan that is not in force does not say that the patient pays only a share', () => {
  const payer = {
    payerId: 'p',
    name: 'P',
    claimPayerId: 'X',
    line: 'commercial',
    filingIndicator: 'CI',
  } as const;
  const why = (planAnswers: readonly At<PlanAnswer>[]) =>
    answerCoverage({ ...question, payer, planAnswers }).mayChargePatient.why.id;
  expect([why([]), why([told([isIn(false)])])]).toEqual([
    'coverage.charge.paidShare',
    'coverage.charge.notInForce',
  ]);
});

const use = (pays: number, date: string, change: Partial<BenefitUse> = {}): BenefitUse => ({
  useId: `use ${date}`,
  coverageId,
  state: 'paid',
  date: d(date),
  code: procedureCode('D2740'),
  pays: cents(pays),
  member: 'patient',
  office: 'Harborview',
  source: { kind: 'eob' },
  learnedAt: instant('2026-06-10T18:00:00Z'),
  ...change,
});
const whole: PlanStatement = {
  kind: 'maximum',
  per: 'individual',
  period: 'benefit-year',
  amount: cents(100_00),
};
const uses = (...ones: readonly BenefitUse[]) => ({ uses: ones });

// The payer's word is of 1 June.
table('maximum that the offices used since the payer’s word', [
  {
    name: 'a cent is left',
    says: [year, left(100_00)],
    change: uses(use(99_99, '2026-06-02')),
    payable: 'yes',
  },
  {
    name: 'nothing is left',
    says: [year, left(100_00)],
    change: uses(use(100_00, '2026-06-02')),
    payable: 'no',
    why: 'maximum.usedSince.surely',
  },
  {
    name: 'what was paid on the day of the word is part of it',
    says: [year, left(100_00)],
    change: uses(use(100_00, '2026-06-01')),
    payable: 'yes',
  },
  {
    name: 'it waits for the payer',
    says: [year, left(100_00)],
    change: uses(use(100_00, '2026-05-02', { state: 'pending' })),
    payable: 'unknown',
    why: 'maximum.usedSince.perhaps',
  },
  {
    name: 'it is reserved through the day',
    says: [year, left(100_00)],
    change: uses(use(100_00, '2026-05-02', { state: 'reserved', expires: day })),
    payable: 'unknown',
    why: 'maximum.usedSince.perhaps',
  },
  {
    name: 'it was reserved through the day before',
    says: [year, left(100_00)],
    change: uses(use(100_00, '2026-05-02', { state: 'reserved', expires: d('2026-06-14') })),
    payable: 'yes',
  },
  {
    name: 'withdrawn',
    says: [year, left(100_00)],
    change: uses(use(100_00, '2026-06-02', { state: 'withdrawn' })),
    payable: 'yes',
  },
  {
    name: 'of another plan',
    says: [year, left(100_00)],
    change: uses(use(100_00, '2026-06-02', { coverageId: 'other' })),
    payable: 'yes',
  },
  {
    name: 'the service itself is no use beside itself',
    says: [year, left(100_00)],
    change: uses(use(100_00, '2026-06-15', { code })),
    payable: 'yes',
  },
  {
    name: 'in the next benefit year',
    says: [{ kind: 'benefit-year', begins: '07-01' }, left(100_00)],
    change: uses(use(100_00, '2026-07-01')),
    payable: 'yes',
  },
  {
    name: 'when the year begins is not known',
    says: [left(100_00)],
    change: uses(use(100_00, '2026-06-02')),
    payable: 'unknown',
    why: 'maximum.usedSince.perhaps',
  },
  {
    name: 'of a child, where the maximum is the family’s',
    says: [year, left(100_00, { per: 'family' })],
    change: uses(use(100_00, '2026-06-02', { member: 'family' })),
    payable: 'no',
    why: 'maximum.usedSince.surely',
  },
  {
    name: 'of a child, where it is the patient’s',
    says: [year, left(100_00)],
    change: uses(use(100_00, '2026-06-02', { member: 'family' })),
    payable: 'yes',
  },
  {
    name: 'a code that has a maximum of its own',
    says: [year, left(100_00), left(500_00, { for: { code: procedureCode('D2740') } })],
    change: uses(use(100_00, '2026-06-02')),
    payable: 'yes',
  },
  {
    name: 'nobody told which code',
    says: [year, left(100_00)],
    change: (() => {
      const { code: _code, ...unknown } = use(100_00, '2026-06-02');
      return uses(unknown);
    })(),
    payable: 'no',
    why: 'maximum.usedSince.surely',
  },
  {
    name: 'the payer told the whole only',
    says: [year, whole],
    change: uses(use(60_00, '2026-01-01'), use(40_00, '2026-06-20')),
    payable: 'no',
    why: 'maximum.usedOfWhole.surely',
  },
  {
    name: 'of the whole, a cent is left',
    says: [year, whole],
    change: uses(use(60_00, '2026-01-01'), use(39_99, '2026-06-20')),
    payable: 'yes',
  },
  {
    name: 'of the whole, in the year before',
    says: [year, whole],
    change: uses(use(60_00, '2025-12-31'), use(40_00, '2026-06-20')),
    payable: 'yes',
  },
]);
