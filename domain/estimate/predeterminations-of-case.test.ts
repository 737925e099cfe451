import { expect, test } from 'vitest';
import type { BenefitUse } from '../coverage/benefit-use.ts';
import type { PlanStatement } from '../coverage/plan-answer.ts';
import {
  answered,
  approved,
  crown,
  prepared,
  sent,
  withdrawn,
} from '../coverage/predetermination.samples.ts';
import { addDays, calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import {
  sampleCase,
  sampleCoverage,
  sampleOpening,
  samplePatient,
  samplePatientSteps,
  samplePractice,
  type PatientStep,
} from '../readiness/ready-case.samples.ts';
import { caseRequest } from './case-request.ts';
import { estimate } from './estimate.ts';

const day = calendarDate;
const today = day('2026-03-12');
const visit = day('2026-05-05');
const { coverageId } = sampleCoverage;

const words: readonly PlanStatement[] = [
  { kind: 'percentage', percent: 50 },
  { kind: 'network', participates: false },
  { kind: 'maximum', per: 'individual', period: 'benefit-year', amount: cents(2000_00) },
];

function saying(statements: readonly PlanStatement[] = words): PatientStep {
  return {
    type: 'patient.plan-answer-recorded',
    data: {
      answer: {
        answerId: 'words',
        coverageId,
        statements: [...statements],
        source: { kind: 'portal' },
        learnedAt: instant('2026-03-01T18:00:00.000Z'),
      },
    },
  };
}

function estimated(steps: readonly PatientStep[], asOf = today, caseId = 'case-1') {
  const item = { ...crown, status: 'scheduled', on: visit } as const;
  const state = sampleCase(
    [
      ...sampleOpening.filter(({ type }) => type !== 'plan.item-recorded'),
      { type: 'plan.item-recorded', data: { item } },
    ],
    caseId,
  );
  const patient = samplePatient([
    ...samplePatientSteps.filter(({ type }) => type !== 'patient.benefit-fact-recorded'),
    ...steps,
  ]);
  const asked = caseRequest(state, patient, samplePractice(), asOf);
  const found = estimate(asked.request);
  if (isRefusal(found)) throw new Error(found.code);
  const maximum = found.ledger.find(({ kind, of }) => kind === 'maximum' && of === 'individual');
  return {
    patient: found.total.patient,
    reserved: maximum?.reserved,
    planned: maximum?.planned,
    left: maximum?.left,
    cautions: asked.cautions.map(({ said }) => said.id.replace('estimate.ofCase.caution.', '')),
  };
}

const answer = (goodThrough: string | undefined = undefined, more: Partial<typeof approved> = {}) =>
  answered({
    ...(goodThrough === undefined ? {} : { goodThrough: day(goodThrough) }),
    items: [{ ...approved, ...more }],
  });
const denied = (denial: 'denied-patient-liable' | 'not-a-benefit') =>
  answered({ items: [{ itemId: 'crown', outcome: 'denied', denial, reason: 'x' }] });
const tight: readonly PlanStatement[] = [
  ...words.slice(0, 2),
  { kind: 'maximum', per: 'individual', period: 'benefit-year', amount: cents(250_00) },
];

test.each<[name: string, steps: readonly PatientStep[], patient: number, reserved: number]>([
  ['nothing was asked: half of the fee', [saying()], 500, 0],
  ['it was sent', [saying(), prepared, sent], 500, 0],
  ['the answer takes the place of the percentage', [saying(), prepared, sent, answer()], 600, 400],
  ['it is known though nothing else is', [saying(words.slice(1)), prepared, sent, answer()], 600, 400],
  ['good through the visit', [saying(), prepared, sent, answer('2026-05-05')], 600, 400],
  ['good through the day before it', [saying(), prepared, sent, answer('2026-05-04')], 500, 0],
  ['withdrawn', [saying(), prepared, sent, answer(), withdrawn], 500, 0],
  ['denied', [saying(), prepared, sent, denied('denied-patient-liable')], 1000, 0],
  ['not a benefit', [saying(), prepared, sent, denied('not-a-benefit')], 1000, 0],
  [
    'as something else',
    [
      saying(),
      prepared,
      sent,
      answer(undefined, { outcome: 'alternate', substitute: procedureCode('D2391'), pays: cents(150_00) }),
    ],
    850,
    150,
  ],
  ['more than the maximum has', [saying(tight), prepared, sent, answer()], 750, 400],
])('what a patient pays: %s', (_name, steps, patient, reserved) => {
  const found = estimated(steps);
  expect([found.patient, found.reserved]).toEqual([
    { low: patient * 100, high: patient * 100 },
    reserved * 100,
  ]);
});

test('the answer is reserved instead of planned: it is counted once', () => {
  expect(estimated([saying(), prepared, sent, answer()])).toMatchObject({
    reserved: 400_00,
    planned: 0,
    left: 1600_00,
  });
});

const claimed: BenefitUse = {
  useId: 'use-1',
  coverageId,
  state: 'pending',
  date: today,
  pays: cents(380_00),
  member: 'patient',
  itemId: 'crown',
  office: 'Here',
  source: { kind: 'portal' },
  learnedAt: instant('2026-03-10T18:00:00.000Z'),
};

test('a claim for the step takes the place of its reservation, unless it is withdrawn', () => {
  const steps = [saying(), prepared, sent, answer()];
  const use = (change: Partial<BenefitUse>): PatientStep => ({
    type: 'patient.benefit-use-recorded',
    data: { use: { ...claimed, ...change } },
  });
  expect(estimated([...steps, use({})]).reserved).toBe(0);
  expect(estimated([...steps, use({ state: 'withdrawn' })]).reserved).toBe(400_00);
});

test('a promise for another case ties up the maximum of the patient, until its last day is over', () => {
  const steps = [saying(), prepared, sent, answer('2026-04-30')];
  expect(estimated(steps, today, 'case-2')).toMatchObject({ reserved: 400_00, left: 1100_00 });
  expect(estimated(steps, day('2026-04-30'), 'case-2').reserved).toBe(400_00);
  expect(estimated(steps, day('2026-05-01'), 'case-2').reserved).toBe(0);
});

test.each<[name: string, goodThrough: typeof today, said: boolean]>([
  ['on the day of the visit', visit, false],
  ['the day before', addDays(visit, -1), true],
])('a promise that ends %s', (_name, goodThrough, said) => {
  const { cautions } = estimated([saying(), prepared, sent, answer(goodThrough)]);
  expect(cautions.includes('promiseTooShort')).toBe(said);
});
