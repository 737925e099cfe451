import { expect, test } from 'vitest';
import { answered, approved, crown, filling, prepared, sent } from '../coverage/predetermination.samples.ts';
import type { PlanStatement } from '../coverage/plan-answer.ts';
import { addDays, calendarDate, instant, type CalendarDate } from '../kernel/calendar-date.ts';
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
  type CaseStep,
  type PatientStep,
} from '../readiness/ready-case.samples.ts';
import type { PlanItem } from '../treatment-plan/plan-item.ts';
import { caseRequest } from './case-request.ts';
import { estimate } from './estimate.ts';
import { costOn, planCost } from './plan-cost.ts';
import { promisesBroken } from './promises-broken.ts';

const bridge: PlanItem = {
  ...crown,
  itemId: 'bridge',
  text: 'Bridge',
  code: procedureCode('D6240'),
  fee: cents(900_00),
  order: 3,
};
const items = [crown, filling, bridge];
const today = calendarDate('2026-12-30');
const days = Array.from({ length: 5 }, (_, index) => addDays(today, index));

const statements: readonly PlanStatement[] = [
  { kind: 'percentage', percent: 50 },
  { kind: 'network', participates: false },
  { kind: 'deductible', per: 'individual', period: 'benefit-year', amount: cents(50_00) },
  { kind: 'maximum', per: 'individual', period: 'benefit-year', amount: cents(600_00) },
];
const told: PatientStep = {
  type: 'patient.plan-answer-recorded',
  data: {
    answer: {
      answerId: 'words',
      coverageId: sampleCoverage.coverageId,
      statements: [...statements],
      source: { kind: 'portal' },
      learnedAt: instant('2026-03-01T18:00:00.000Z'),
    },
  },
};

/** The crown and the filling are promised through 2 January, the day before the last that is tried. */
const patient = samplePatient([
  ...samplePatientSteps.filter(({ type }) => type !== 'patient.benefit-fact-recorded'),
  told,
  prepared,
  sent,
  answered({
    goodThrough: calendarDate('2027-01-02'),
    items: [approved, { itemId: 'filling', outcome: 'approved', pays: cents(150_00) }],
  }),
]);

/** The case with every step on a day of its own choice. */
function onDays(booked: Readonly<Record<string, CalendarDate>>) {
  const steps = items.map((item): CaseStep => {
    const on = booked[item.itemId];
    return {
      type: 'plan.item-recorded',
      data: { item: on === undefined ? item : { ...item, status: 'scheduled', on } },
    };
  });
  const state = sampleCase(
    [...sampleOpening.filter(({ type }) => type !== 'plan.item-recorded'), ...steps],
    'case-1',
  );
  return caseRequest(state, patient, samplePractice(), today);
}

test('what every order would cost, and which promises it would break, is what it costs and breaks once it is kept', () => {
  const cost = planCost(onDays({}).request);
  if (isRefusal(cost)) throw new Error(cost.code);
  const seen = new Set<number>();
  const broken = new Set<number>();
  for (const crownOn of days)
    for (const fillingOn of days)
      for (const bridgeOn of days) {
        const order = { crown: crownOn, filling: fillingOn, bridge: bridgeOn };
        const before = new Map(Object.entries(order));
        const { request, cautions } = onDays(order);
        const kept = estimate(request);
        if (isRefusal(kept)) throw new Error(kept.code);
        const pays = costOn(cost, before);
        expect({ ...order, low: pays, high: pays }).toEqual({ ...order, ...kept.total.patient });
        const foretold = promisesBroken(
          cost,
          before,
          (id) => items.find(({ itemId }) => itemId === id)?.text ?? '',
        );
        const told = [...kept.cautions, ...cautions].filter(({ said: { id } }) =>
          /caution[.](over|promiseTooShort)/.test(id),
        );
        expect({ ...order, said: foretold.map(({ said }) => said) }).toEqual({
          ...order,
          said: told.map(({ said }) => said),
        });
        seen.add(pays);
        broken.add(told.length);
      }
  // Orders differ in cost and in what they break: else nothing would be compared.
  expect(seen.size).toBeGreaterThan(5);
  expect(broken).toEqual(new Set([0, 1, 2]));
});
