import { expect, test } from 'vitest';
import { addDays, calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { parseTooth } from '../kernel/tooth.ts';
import { caseRequest } from '../estimate/case-request.ts';
import { estimate } from '../estimate/estimate.ts';
import {
  sampleCase,
  sampleCoverage,
  sampleOpening,
  samplePatient,
  samplePatientSteps,
  samplePractice,
  samplePracticeSteps,
} from '../readiness/ready-case.samples.ts';
import type { PlanItem } from '../treatment-plan/plan-item.ts';
import { decideRecordBenefitUse, sameUse } from './benefit-use-decisions.ts';
import type { BenefitUse } from './benefit-use.ts';

const now = instant('2026-03-12T18:00:00.000Z');
const tooth = parseTooth('3');
if (isRefusal(tooth)) throw new Error(tooth.code);

function use(change: Partial<BenefitUse> = {}): BenefitUse {
  return {
    useId: 'use-1',
    coverageId: sampleCoverage.coverageId,
    state: 'paid',
    date: calendarDate('2026-02-02'),
    pays: cents(300_00),
    member: 'patient',
    office: 'Harbor Surgery',
    source: { kind: 'eob' },
    learnedAt: instant('2026-03-01T18:00:00.000Z'),
    ...change,
  };
}

const born = samplePatient(samplePatientSteps).demographics?.birthDate ?? calendarDate('1900-01-01');
const reserved = { state: 'reserved', expires: calendarDate('2026-09-01') } as const;

test.each<[name: string, change: Partial<BenefitUse>, refusal: string | undefined]>([
  ['a payment', {}, undefined],
  ['a reservation that ends', reserved, undefined],
  ['one that ends on its day', { ...reserved, expires: calendarDate('2026-02-02') }, undefined],
  [
    'one that ended before',
    { ...reserved, expires: calendarDate('2026-02-01') },
    'benefit-use/ends-before-it-begins',
  ],
  ['a payment with an end', { ...reserved, state: 'paid' }, 'benefit-use/end-without-reservation'],
  ['another coverage', { coverageId: 'none' }, 'absent/coverage'],
  ['a call without a witness', { source: { kind: 'telephone-call' } }, 'benefit-fact/call-without-witness'],
  ['two places', { tooth, area: '10' }, 'estimate/tooth-and-area'],
  ['as much as may be believed', { pays: cents(1_000_000_00) }, undefined],
  ['more than anybody believes', { pays: cents(1_000_000_01) }, 'plan-answer/amount-unbelievable'],
  ['a payment of today', { date: calendarDate('2026-03-12') }, undefined],
  ['a payment to come', { date: calendarDate('2026-03-13') }, 'benefit-use/day-to-come'],
  ['a reservation for a day to come', { state: 'reserved', date: calendarDate('2026-03-13') }, undefined],
  ['on the day of birth', { date: born }, undefined],
  ['before the patient was born', { date: addDays(born, -1) }, 'benefit-use/before-birth'],
])('%s', (_name, change, refusal) => {
  const decided = decideRecordBenefitUse(samplePatient(samplePatientSteps), use(change), now);
  expect(isRefusal(decided) ? decided.code : undefined).toBe(refusal);
});

test('the ledger of the case counts what every office used, as it stands now', () => {
  const recorded = (...uses: readonly BenefitUse[]) => {
    const patient = samplePatient([
      ...samplePatientSteps,
      {
        type: 'patient.plan-answer-recorded',
        data: {
          answer: {
            answerId: 'answer',
            coverageId: sampleCoverage.coverageId,
            statements: [
              { kind: 'maximum', per: 'individual', period: 'benefit-year', amount: cents(1000_00) },
              {
                kind: 'remaining',
                of: 'maximum',
                per: 'individual',
                period: 'benefit-year',
                amount: cents(600_00),
              },
            ],
            source: { kind: 'portal' },
            learnedAt: instant('2026-03-01T18:00:00.000Z'),
          },
        },
      },
      ...uses.map((each) => ({ type: 'patient.benefit-use-recorded', data: { use: each } }) as const),
    ]);
    const item: PlanItem = {
      itemId: 'step',
      text: 'Crown',
      code: procedureCode('D2740'),
      surfaces: [],
      order: 1,
      after: [],
      fee: cents(10_00),
      status: 'accepted',
    };
    const state = sampleCase([...sampleOpening, { type: 'plan.item-recorded', data: { item } }]);
    const { request } = caseRequest(
      state,
      patient,
      samplePractice(samplePracticeSteps),
      calendarDate('2026-03-12'),
    );
    const found = estimate(request);
    if (isRefusal(found)) throw new Error(found.code);
    const account = found.ledger.find(({ kind, of }) => kind === 'maximum' && of === 'individual');
    return account && [account.paid, account.pending, account.reserved].map((amount) => amount / 100);
  };
  // The payer's word of what is left holds what it had paid by then: 400.00, of which 300.00 are known one by one.
  expect(recorded()).toEqual([400, 0, 0]);
  expect(recorded(use())).toEqual([400, 0, 0]);
  expect(recorded(use({ date: calendarDate('2026-03-05') }))).toEqual([700, 0, 0]);
  expect(recorded(use({ state: 'pending' }))).toEqual([400, 300, 0]);
  expect(recorded(use(reserved))).toEqual([400, 0, 300]);
  expect(recorded(use(reserved), use({ state: 'withdrawn' }))).toEqual([400, 0, 0]);
});

const recordedUse = { type: 'patient.benefit-use-recorded', data: { use: use() } } as const;

test.each<[name: string, change: Partial<BenefitUse>, refusal: string | undefined]>([
  ['withdrawn without a word', { state: 'withdrawn' }, 'benefit-use/no-reason'],
  ['withdrawn with a blank', { state: 'withdrawn', note: ' ' }, 'benefit-use/no-reason'],
  ['withdrawn with a reason', { state: 'withdrawn', note: 'Of another patient' }, undefined],
  ['another amount', { pays: cents(301_00) }, 'benefit-use/no-reason'],
  ['another amount with a reason', { pays: cents(301_00), note: 'Misread' }, undefined],
  ['another day', { date: calendarDate('2026-02-03') }, 'benefit-use/no-reason'],
  ['it went on to the payer for another amount', { state: 'pending', pays: cents(301_00) }, undefined],
])('a use that is there is changed: %s', (_name, change, refusal) => {
  const decided = decideRecordBenefitUse(
    samplePatient([...samplePatientSteps, recordedUse]),
    use(change),
    now,
  );
  expect(isRefusal(decided) ? decided.code : undefined).toBe(refusal);
});

test.each<[name: string, change: Partial<BenefitUse>, reference: string, found: boolean]>([
  ['the same number, day and amount', {}, 'C-100 7', true],
  ['typed otherwise', {}, 'c1007', true],
  ['another number', {}, 'C-1008', false],
  ['no number', {}, '', false],
  ['another day', { date: calendarDate('2026-02-03') }, 'C-1007', false],
  ['another amount', { pays: cents(300_01) }, 'C-1007', false],
  ['of another coverage', { coverageId: 'other' }, 'C-1007', false],
  ['itself', { useId: 'use-1' }, 'C-1007', false],
])('a use that may be there already: %s', (_name, change, reference, found) => {
  const there = use({ source: { kind: 'eob', reference: 'C-1007' } });
  const asked = { ...use({ useId: 'use-2', ...change }), reference };
  expect(sameUse([there], asked) !== undefined).toBe(found);
  expect(sameUse([{ ...there, state: 'withdrawn' }], asked)).toBeUndefined();
});
