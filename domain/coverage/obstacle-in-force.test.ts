import { expect, test } from 'vitest';
import { instant } from '../kernel/calendar-date.ts';
import type { At } from '../patient/patient.ts';
import { answerCoverage } from './answer-coverage.ts';
import type { BenefitFact } from './benefit-fact.ts';
import { table } from './test-obstacles.ts';
import type { PlanAnswer } from './plan-answer.ts';
import { coverage, d, isIn, paid, question, share, told } from './plan-obstacles.samples.ts';

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
