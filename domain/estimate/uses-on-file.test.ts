import { expect, test } from 'vitest';
import { planKnowledge } from '../coverage/plan-knowledge.ts';
import type { PlanAnswer, PlanStatement } from '../coverage/plan-answer.ts';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { sampleCoverage } from '../readiness/ready-case.samples.ts';
import { estimated, line } from './estimate.samples.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { planOfCoverage } from './plan-of-coverage.ts';
import { usesOnFile } from './uses-on-file.ts';

const { coverageId } = sampleCoverage;
const code = procedureCode('D0210');
const on = calendarDate('2024-03-01');
const done: PlanStatement = { kind: 'last-service', code, on };
const once: PlanStatement = {
  kind: 'frequency',
  for: { code },
  times: 1,
  window: 'every-years',
  every: 5,
  per: 'mouth',
};
const paid: PlanStatement = { kind: 'percentage', percent: 100 };
const unlimited: PlanStatement = {
  kind: 'maximum',
  per: 'individual',
  period: 'benefit-year',
  amount: 'none',
};
const use: LedgerEntry = { planId: coverageId, state: 'paid', date: on, code, pays: cents(140_00) };

const answer = (year: string, statements: PlanStatement[], index = 0): PlanAnswer => ({
  answerId: `answer-${index}`,
  coverageId,
  statements,
  source: { kind: '271' },
  learnedAt: instant(`${year}-03-05T12:00:00.000Z`),
});

function knowledgeOf(answers: readonly PlanAnswer[]) {
  const planAnswers = answers.map((value, index) => ({ position: index + 1, value }));
  return planKnowledge({ benefitFacts: [], planAnswers }, coverageId, calendarDate('2026-06-01'), 'UTC');
}

test.each<[name: string, answers: readonly PlanAnswer[], recorded: readonly LedgerEntry[], count: number]>([
  ['told', [answer('2026', [done])], [], 1],
  ['told in an answer that ran out', [answer('2025', [done])], [], 1],
  ['told twice', [answer('2025', [done]), answer('2026', [done], 1)], [], 1],
  ['told, and recorded as well', [answer('2026', [done])], [use], 0],
  ['recorded under another plan', [answer('2026', [done])], [{ ...use, planId: 'other' }], 1],
  ['not told', [answer('2026', [once])], [], 0],
])('a service %s', (_name, answers, recorded, count) => {
  const services = usesOnFile({ planId: coverageId }, knowledgeOf(answers), recorded, 'UTC');
  expect(services).toEqual(
    Array(count).fill({ planId: coverageId, state: 'paid', date: on, code, pays: 0, source: '271' }),
  );
});

test.each([
  ['without it the plan pays', [], 0],
  ['with it the limit is used up', [done], 140],
])('%s', (_name, told, patientPays) => {
  const knowledge = knowledgeOf([
    answer('2026', [once, paid, unlimited, { kind: 'network', participates: false }, ...told]),
  ]);
  const { plan } = planOfCoverage({ coverage: sampleCoverage, payer: undefined, knowledge }, 'UTC');
  const history = [...usesOnFile(plan, knowledge, [], 'UTC')];
  const [first] = estimated([plan], [line('D0210', 140, { date: calendarDate('2026-06-01') })], {
    history,
  }).lines;
  expect(first?.patient).toEqual({ low: patientPays * 100, high: patientPays * 100 });
});
