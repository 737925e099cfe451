import { expect, test } from 'vitest';
import { planKnowledge } from '../coverage/plan-knowledge.ts';
import type { PlanAnswer, PlanStatement } from '../coverage/plan-answer.ts';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { sampleCoverage } from '../readiness/ready-case.samples.ts';
import { planOfCoverage } from './plan-of-coverage.ts';
import { toldUses } from './told-uses.ts';

const { coverageId } = sampleCoverage;
const ofYear = { per: 'individual', period: 'benefit-year' } as const;
const maximum = (amount: number): PlanStatement => ({ kind: 'maximum', ...ofYear, amount: cents(amount) });
const left = (amount: number): PlanStatement => ({
  kind: 'remaining',
  of: 'maximum',
  ...ofYear,
  amount: cents(amount),
});

type Said = readonly [source: PlanAnswer['source']['kind'], on: string, ...statements: PlanStatement[]];

test.each<[name: string, told: readonly Said[], used: readonly number[]]>([
  ['of one answer', [['271', '2026-03-01', maximum(1500_00), left(980_00)]], [520_00]],
  [
    'the maximum told before, the rest since then',
    [
      ['271', '2026-03-01', maximum(1500_00)],
      ['portal', '2026-04-01', left(980_00)],
    ],
    [520_00],
  ],
  [
    'the maximum told on the same occasion of another source',
    [
      ['271', '2026-03-01', maximum(1500_00)],
      ['portal', '2026-03-01', left(980_00)],
    ],
    [520_00],
  ],
  [
    'another maximum since then: the rest was of the one that came with it',
    [
      ['portal', '2026-03-01', maximum(1500_00), left(980_00)],
      ['271', '2026-04-01', maximum(9000_00)],
    ],
    [520_00],
  ],
  [
    'the maximum told since then, and none with the rest: what was used is not known',
    [
      ['portal', '2026-03-01', left(980_00)],
      ['271', '2026-04-01', maximum(9000_00)],
    ],
    [],
  ],
  ['no maximum at all: nothing of the rest is used', [['portal', '2026-03-01', left(980_00)]], [0]],
  ['all of it is left', [['271', '2026-03-01', maximum(1500_00), left(1500_00)]], [0]],
])('%s', (_name, told, used) => {
  const planAnswers = told.map(([kind, on, ...statements], index) => ({
    position: index + 1,
    value: {
      answerId: `answer-${index}`,
      coverageId,
      statements,
      source: { kind },
      learnedAt: instant(`${on}T18:00:00Z`),
    },
  }));
  const knowledge = planKnowledge(
    { benefitFacts: [], planAnswers },
    coverageId,
    calendarDate('2026-05-01'),
    'UTC',
  );
  const known = { coverage: sampleCoverage, payer: undefined, knowledge };
  const { plan } = planOfCoverage(known, 'UTC');
  expect(toldUses(plan, knowledge, [], 'UTC').map(({ pays }) => pays)).toEqual(used);
});
