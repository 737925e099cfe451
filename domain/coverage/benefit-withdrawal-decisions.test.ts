import { describe, expect, it, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import {
  sampleCoverage,
  sampleNow,
  samplePatient,
  samplePatientSteps,
} from '../readiness/ready-case.samples.ts';
import type { BenefitFact } from './benefit-fact.ts';
import type { BenefitWithdrawal } from './benefit-withdrawal.ts';
import { decideWithdrawBenefit } from './benefit-withdrawal-decisions.ts';
import type { PlanAnswer } from './plan-answer.ts';
import { planKnowledge } from './plan-knowledge.ts';

const { coverageId } = sampleCoverage;
const learnedAt = instant('2026-02-01T18:00:00.000Z');
const fact: BenefitFact = {
  factId: 'fact-7',
  coverageId,
  code: procedureCode('D9992'),
  status: 'not-a-benefit',
  source: { kind: 'card' },
  learnedAt,
};
const answer: PlanAnswer = {
  answerId: 'answer-7',
  coverageId,
  statements: [
    { kind: 'percentage', for: { category: 'implants' }, percent: 50 },
    { kind: 'copay', amount: cents(1500) },
  ],
  source: { kind: 'card' },
  learnedAt,
};
const newer: PlanAnswer = {
  ...answer,
  answerId: 'answer-8',
  statements: [{ kind: 'copay', amount: cents(2500) }],
  replaces: 'answer-7',
};

function patientWith(...withdrawals: readonly BenefitWithdrawal[]) {
  return samplePatient([
    ...samplePatientSteps.filter(({ type }) => type !== 'patient.benefit-fact-recorded'),
    { type: 'patient.benefit-fact-recorded', data: { fact } },
    { type: 'patient.plan-answer-recorded', data: { answer } },
    { type: 'patient.plan-answer-recorded', data: { answer: newer } },
    ...withdrawals.map(
      (withdrawal) => ({ type: 'patient.benefit-withdrawn', data: { withdrawal } }) as const,
    ),
  ]);
}

const wrong: BenefitWithdrawal = { coverageId, recordId: 'answer-8', reason: 'the card of the brother' };

describe('what was recorded in error is taken back', () => {
  it.each<[string, Partial<BenefitWithdrawal>, string]>([
    ['an answer', {}, 'patient.benefit-withdrawn'],
    ['a fact', { recordId: 'fact-7' }, 'patient.benefit-withdrawn'],
    ['one statement', { recordId: 'answer-7', subject: 'copay all' }, 'patient.benefit-withdrawn'],
    ['a statement that is not in it', { subject: 'network ' }, 'benefit-fact/nothing-to-withdraw'],
    ['what nobody recorded', { recordId: 'answer-9' }, 'benefit-fact/nothing-to-withdraw'],
    ['of a coverage that is not there', { coverageId: 'coverage-9' }, 'absent/coverage'],
  ])('%s', (_name, change, outcome) => {
    const decided = decideWithdrawBenefit(patientWith(), { ...wrong, ...change }, sampleNow);
    expect(decided === 'repeated' ? decided : isRefusal(decided) ? decided.code : decided.type).toBe(outcome);
  });

  it.each<[string, BenefitWithdrawal, string]>([
    ['the same once more changes nothing', wrong, 'repeated'],
    [
      'with another reason there is nothing left',
      { ...wrong, reason: 'x' },
      'benefit-fact/nothing-to-withdraw',
    ],
  ])('%s', (_name, again, outcome) => {
    const decided = decideWithdrawBenefit(patientWith(wrong), again, sampleNow);
    expect(isRefusal(decided) ? decided.code : decided).toBe(outcome);
  });
});

test.each<[string, BenefitWithdrawal[], string[]]>([
  ['nothing yet', [], ['copay 2500', 'status']],
  ['an answer: what it replaced counts again', [wrong], ['copay 1500', 'percentage', 'status']],
  [
    'one statement: the others stay',
    [wrong, { ...wrong, recordId: 'answer-7', subject: 'copay all' }],
    ['percentage', 'status'],
  ],
  [
    'one after the other, until nothing is left',
    [
      wrong,
      { ...wrong, recordId: 'answer-7', subject: 'copay all' },
      { ...wrong, recordId: 'answer-7', subject: 'percentage implants' },
    ],
    ['status'],
  ],
  ['a fact', [{ ...wrong, recordId: 'fact-7' }], ['copay 2500']],
])('what is known after taking back %s', (_name, withdrawals, kinds) => {
  const patient = patientWith(...withdrawals);
  const { subjects } = planKnowledge(patient, coverageId, calendarDate('2026-03-12'), 'UTC');
  const followed = subjects.flatMap((subject) => subject.followed?.statement ?? []);
  expect(
    followed.map((one) => (one.kind === 'copay' ? `${one.kind} ${one.amount}` : one.kind)).toSorted(),
  ).toEqual(kinds);
  expect(patient.withdrawn.map(({ withdrawal }) => withdrawal)).toEqual(withdrawals);
});
