import type { PatientStep } from '../readiness/ready-case.samples.ts';
import { sampleCoverage } from '../readiness/ready-case.samples.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import type { PlanItem } from '../treatment-plan/plan-item.ts';
import type { ItemAnswer, PredeterminationAnswer, Sending } from './predetermination.ts';

/** A crown and a bridge that a payer is asked about on 2 March 2026. */
export const crown: PlanItem = {
  itemId: 'crown',
  text: 'Crown',
  code: procedureCode('D2740'),
  surfaces: [],
  order: 1,
  after: [],
  fee: cents(1000_00),
  status: 'accepted',
};
export const filling: PlanItem = {
  ...crown,
  itemId: 'filling',
  text: 'Filling',
  code: procedureCode('D2391'),
  fee: cents(200_00),
  order: 2,
};

export const prepared: PatientStep = {
  type: 'patient.predetermination-prepared',
  data: {
    predetermination: {
      predeterminationId: 'pre-1',
      caseId: 'case-1',
      coverageId: sampleCoverage.coverageId,
      items: [crown, filling].map(({ itemId, text, code = procedureCode('D2740'), fee = cents(0) }) => ({
        itemId,
        text,
        code,
        surfaces: [],
        fee,
      })),
    },
  },
};

export const sending: Sending = {
  predeterminationId: 'pre-1',
  on: calendarDate('2026-03-02'),
  route: 'portal',
};
export const sent: PatientStep = { type: 'patient.predetermination-sent', data: { sending } };

export const approved: ItemAnswer = { itemId: 'crown', outcome: 'approved', pays: cents(400_00) };

export function answerOf(change: Partial<PredeterminationAnswer> = {}): PredeterminationAnswer {
  return {
    predeterminationId: 'pre-1',
    answerId: 'answer-1',
    on: calendarDate('2026-03-06'),
    reference: 'P-77',
    items: [approved],
    ...change,
  };
}

export function answered(change: Partial<PredeterminationAnswer> = {}): PatientStep {
  return { type: 'patient.predetermination-answered', data: { answer: answerOf(change) } };
}

export const withdrawn: PatientStep = {
  type: 'patient.predetermination-withdrawn',
  data: { predeterminationId: 'pre-1', reason: 'The patient chose otherwise' },
};
