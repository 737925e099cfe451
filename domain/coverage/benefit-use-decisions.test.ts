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
  type PatientStep,
} from '../readiness/ready-case.samples.ts';
import type { PlanItem } from '../treatment-plan/plan-item.ts';
import { decideRecordBenefitUse, sameUse } from './benefit-use-decisions.ts';
import type { BenefitUse } from './benefit-use.ts';
import { aboveLimitCodes } from './use-above-limit.ts';

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

const seen = { steps: [{ itemId: 'step-1', code: procedureCode('D2740') }], now, isConfirmed: false };

const born = samplePatient(samplePatientSteps).demographics?.birthDate ?? calendarDate('1900-01-01');
const nextYear = calendarDate('2027-01-04');
const braces = procedureCode('D8080');
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
  ['for a step of the plan', { ...reserved, itemId: 'step-1' }, undefined],
  ['for a step that nobody has', { ...reserved, itemId: 'step-2' }, 'benefit-use/no-such-step'],
  ['as much as may be believed', { pays: cents(1_000_000_00) }, undefined],
  ['more than anybody believes', { pays: cents(1_000_000_01) }, 'plan-answer/amount-unbelievable'],
  ['a payment of today', { date: calendarDate('2026-03-12') }, undefined],
  ['a payment to come', { date: calendarDate('2026-03-13') }, 'benefit-use/day-to-come'],
  ['a reservation for a day to come', { state: 'reserved', date: calendarDate('2026-03-13') }, undefined],
  ['on the day of birth', { date: born }, undefined],
  ['before the patient was born', { date: addDays(born, -1) }, 'benefit-use/before-birth'],
])('%s', (_name, change, refusal) => {
  const decided = decideRecordBenefitUse(samplePatient(samplePatientSteps), use(change), seen);
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
    seen,
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

const limits: PatientStep = {
  type: 'patient.plan-answer-recorded',
  data: {
    answer: {
      answerId: 'limits',
      coverageId: sampleCoverage.coverageId,
      statements: [
        { kind: 'maximum', per: 'individual', period: 'benefit-year', amount: cents(1500_00) },
        {
          kind: 'maximum',
          for: { category: 'orthodontics' },
          per: 'individual',
          period: 'lifetime',
          amount: cents(2000_00),
        },
        { kind: 'deductible', per: 'individual', period: 'benefit-year', amount: cents(50_00) },
        { kind: 'deductible', per: 'family', period: 'benefit-year', amount: cents(150_00) },
      ],
      source: { kind: 'portal' },
      learnedAt: instant('2026-03-01T18:00:00.000Z'),
    },
  },
};
const recorded = (value: BenefitUse): PatientStep => ({ ...recordedUse, data: { use: value } });
const paidBefore = recorded(use({ useId: 'use-0', pays: cents(700_00) }));
const [aboveMaximum, aboveDeductible] = aboveLimitCodes;

test.each<[name: string, change: Partial<BenefitUse>, asked: string | undefined]>([
  ['as much as is there', { pays: cents(800_00) }, undefined],
  ['a cent more', { pays: cents(800_01) }, aboveMaximum],
  ['a cent more, waiting', { pays: cents(800_01), state: 'pending' }, aboveMaximum],
  ['a cent more, of the next year', { pays: cents(800_01), state: 'pending', date: nextYear }, undefined],
  [
    'more than a whole year, of the next',
    { pays: cents(1500_01), state: 'pending', date: nextYear },
    aboveMaximum,
  ],
  [
    'of last year, whose limits nobody told',
    { pays: cents(1500_01), date: calendarDate('2025-12-31') },
    undefined,
  ],
  ['of braces, which have a maximum of their own', { pays: cents(2000_00), code: braces }, undefined],
  ['of braces, a cent more than that', { pays: cents(2000_01), code: braces }, aboveMaximum],
  [
    'of braces, in a year before, for life',
    { pays: cents(2000_01), code: braces, date: calendarDate('2025-12-31') },
    aboveMaximum,
  ],
  ['of somebody else of the family', { pays: cents(1500_01), member: 'family' }, undefined],
  ['the whole deductible', { deductible: cents(50_00) }, undefined],
  ['a cent more than the deductible', { deductible: cents(50_01) }, aboveDeductible],
  ['more than one person has, of the family', { deductible: cents(150_00), member: 'family' }, undefined],
  ['more than the family has', { deductible: cents(150_01), member: 'family' }, aboveDeductible],
])('used above a known limit: %s', (_name, change, asked) => {
  const patient = samplePatient([...samplePatientSteps, limits, paidBefore]);
  const decided = decideRecordBenefitUse(patient, use(change), seen);
  expect(isRefusal(decided) ? decided.code : undefined).toBe(asked);
  expect(isRefusal(decideRecordBenefitUse(patient, use(change), { ...seen, isConfirmed: true }))).toBe(false);
});

test('what was confirmed is not asked again when only its state changes', () => {
  const waiting = use({ state: 'pending', pays: cents(900_00) });
  const patient = samplePatient([...samplePatientSteps, limits, paidBefore, recorded(waiting)]);
  const record = (change: Partial<BenefitUse>) =>
    decideRecordBenefitUse(patient, { ...waiting, ...change }, seen);
  expect(isRefusal(record({ state: 'paid' }))).toBe(false);
  expect(record({ state: 'paid', pays: cents(901_00) })).toMatchObject({ code: aboveMaximum });
});
