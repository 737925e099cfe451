import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import type { At } from '../patient/patient.ts';
import { sampleCoverage, sampleRulebook } from '../readiness/ready-case.samples.ts';
import type { BenefitFact, Coverage } from './benefit-fact.ts';
import type { CoverageQuestion } from './coverage-question.ts';
import type { PlanAnswer, PlanStatement } from './plan-answer.ts';

export const code = procedureCode('D9992');
export const day = calendarDate('2026-06-15');
export const { coverageId } = sampleCoverage;

export const paid: At<BenefitFact> = {
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
export function told(statements: readonly PlanStatement[], change: Partial<PlanAnswer> = {}): At<PlanAnswer> {
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

export const coverage: Coverage = { ...sampleCoverage };
delete coverage.from;
delete coverage.through;

export const question: CoverageQuestion = {
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

export const d = calendarDate;
export const isIn = (active: boolean, from?: string, through?: string): PlanStatement => ({
  kind: 'in-force',
  active,
  ...(from === undefined ? {} : { from: d(from) }),
  ...(through === undefined ? {} : { through: d(through) }),
});
export const left = (amount: number, more: object = {}): PlanStatement => ({
  kind: 'remaining',
  of: 'maximum',
  per: 'individual',
  period: 'benefit-year',
  amount: cents(amount),
  ...more,
});
export const year: PlanStatement = { kind: 'benefit-year', begins: '01-01' };
export const share = (percent: number, scope: object = {}): PlanStatement => ({
  kind: 'percentage',
  percent,
  ...scope,
});
export const limit = (every: number, times = 1, scope: object = { for: { code } }): PlanStatement => ({
  kind: 'frequency',
  times,
  window: 'every-months',
  every,
  per: 'mouth',
  ...scope,
});
export const on = (date: string, of = code) => ({ code: of, date: d(date) });
export const adjunctive = { for: { category: 'adjunctive' } } as const;
