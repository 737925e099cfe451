import { expect, test } from 'vitest';
import { addDays, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { answerCoverage } from './answer-coverage.ts';
import type { BenefitUse } from './benefit-use.ts';
import { table } from './test-obstacles.ts';
import type { PlanStatement } from './plan-answer.ts';
import {
  adjunctive,
  code,
  coverageId,
  d,
  day,
  left,
  limit,
  on,
  question,
  told,
  year,
} from './plan-obstacles.samples.ts';

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
