import { expect, test } from 'vitest';
import type { Coverage } from '../coverage/benefit-fact.ts';
import type { PlanStatement } from '../coverage/plan-answer.ts';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
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
import type { PlanItem } from '../treatment-plan/plan-item.ts';
import { caseLedger } from './case-ledger.ts';
import { caseRequest } from './case-request.ts';
import { estimate } from './estimate.ts';

const day = calendarDate;
const today = day('2026-03-12');
const crown: PlanItem = {
  itemId: 'crown',
  text: 'Crown',
  code: procedureCode('D2740'),
  surfaces: [],
  order: 1,
  after: [],
  fee: cents(1000_00),
  status: 'accepted',
};
const first = sampleCoverage.coverageId;
const other: Coverage = { ...sampleCoverage, coverageId: 'other', payerName: 'Other', priority: 'secondary' };
const words: readonly PlanStatement[] = [
  { kind: 'percentage', percent: 50 },
  { kind: 'network', participates: false },
  { kind: 'coordination', variant: 'standard' },
  { kind: 'maximum', per: 'individual', period: 'benefit-year', amount: cents(2000_00) },
];
const ended: PlanStatement = { kind: 'in-force', active: false };

function saying(coverageId: string, statements = words): PatientStep {
  return {
    type: 'patient.plan-answer-recorded',
    data: {
      answer: {
        answerId: `words-${coverageId}`,
        coverageId,
        statements: [...statements],
        source: { kind: 'portal' },
        learnedAt: instant('2026-03-01T18:00:00.000Z'),
      },
    },
  };
}

const used = (coverageId: string): PatientStep => ({
  type: 'patient.benefit-use-recorded',
  data: {
    use: {
      useId: `use-${coverageId}`,
      coverageId,
      state: 'paid',
      date: day('2026-02-02'),
      pays: cents(300_00),
      member: 'patient',
      office: 'Harbor Surgery',
      source: { kind: 'eob' },
      learnedAt: instant('2026-03-02T18:00:00.000Z'),
    },
  },
});

interface Given {
  readonly second?: Partial<Coverage>;
  readonly said?: readonly PlanStatement[];
  readonly items?: readonly PlanItem[];
  readonly uses?: boolean;
}

function asked({ second = {}, said = words, items = [crown], uses = true }: Given) {
  const state = sampleCase([
    ...sampleOpening.filter(({ type }) => type !== 'plan.item-recorded'),
    ...items.map((item) => ({ type: 'plan.item-recorded', data: { item } }) as const),
  ]);
  const patient = samplePatient([
    ...samplePatientSteps.filter(({ type }) => type !== 'patient.benefit-fact-recorded'),
    { type: 'patient.coverage-recorded', data: { coverage: { ...other, ...second } } },
    saying(first),
    ...(said.length === 0 ? [] : [saying('other', said)]),
    ...(uses ? [used('other')] : []),
  ]);
  return caseRequest(state, patient, samplePractice(), today);
}

test.each<[name: string, given: Given, planned: number | undefined, expected: readonly unknown[]]>([
  [
    'both pay for the plan',
    {},
    500_00,
    [
      [first, 0, 500_00],
      ['other', 300_00, 500_00],
    ],
  ],
  [
    'one has ended',
    { second: { through: day('2026-03-11') } },
    500_00,
    [
      [first, 0, 500_00],
      ['other', 300_00, 0],
    ],
  ],
  [
    'one is said not to be in force',
    { said: [...words, ended] },
    500_00,
    [
      [first, 0, 500_00],
      ['other', 300_00, 0],
    ],
  ],
  [
    'nothing is priced',
    { items: [] },
    undefined,
    [
      [first, 0, 0],
      ['other', 300_00, 0],
    ],
  ],
  [
    'both are called primary, so that nothing can be estimated',
    { second: { priority: 'primary' } },
    undefined,
    [
      [first, 0, 0],
      ['other', 300_00, 0],
    ],
  ],
  ['of one no limit is known', { said: [] }, 500_00, [[first, 0, 500_00]]],
])('every coverage has its account: %s', (_name, given, planned, expected) => {
  const request = asked(given);
  const accounts = caseLedger(request).accounts.map((account) => [
    account.planId,
    account.paid,
    account.planned,
  ]);
  expect(accounts.toSorted(([one], [two]) => (one === 'other' ? 1 : two === 'other' ? -1 : 0))).toEqual(
    expected,
  );
  const found = request.request.lines.length === 0 ? undefined : estimate(request.request);
  expect(found === undefined || isRefusal(found)).toBe(planned === undefined);
});
