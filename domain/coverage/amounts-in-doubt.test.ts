import { expect, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { amountsInDoubt } from './amounts-in-doubt.ts';
import type { PlanAnswer, PlanStatement } from './plan-answer.ts';
import { planKnowledge } from './plan-knowledge.ts';

const ofYear = { per: 'individual', period: 'benefit-year' } as const;
const maximum = (amount: number | 'none', change = {}): PlanStatement => ({
  kind: 'maximum',
  ...ofYear,
  amount: amount === 'none' ? amount : cents(amount),
  ...change,
});
const deductible = (amount: number, change = {}): PlanStatement => ({
  kind: 'deductible',
  ...ofYear,
  amount: cents(amount),
  ...change,
});
const left = (amount: number, change = {}): PlanStatement => ({
  kind: 'remaining',
  of: 'maximum',
  ...ofYear,
  amount: cents(amount),
  ...change,
});

type Said = readonly [source: PlanAnswer['source']['kind'], on: string, ...statements: PlanStatement[]];

test.each<[name: string, told: readonly Said[], expected: readonly string[]]>([
  [
    'the same twice',
    [
      ['portal', '01', maximum(1500_00)],
      ['271', '02', maximum(1500_00)],
    ],
    [],
  ],
  [
    'another maximum, told later',
    [
      ['portal', '01', maximum(1000_00)],
      ['271', '02', maximum(1500_00)],
    ],
    ['older: 271, portal'],
  ],
  [
    'another maximum, of a weaker source',
    [
      ['271', '01', maximum(1500_00)],
      ['card', '02', maximum(1000_00)],
    ],
    ['weaker: 271, card'],
  ],
  [
    'no maximum at all, which is no amount',
    [
      ['portal', '01', maximum('none')],
      ['271', '02', maximum(1500_00)],
    ],
    [],
  ],
  [
    'as much left as there is',
    [
      ['portal', '01', maximum(1500_00)],
      ['271', '02', left(1500_00)],
    ],
    [],
  ],
  [
    'a cent more left than there is, told later',
    [
      ['portal', '01', maximum(1500_00)],
      ['271', '02', left(1500_01)],
    ],
    ['more-left-than-there-is: 271, portal'],
  ],
  [
    'the same, told before',
    [
      ['271', '01', left(1500_01)],
      ['portal', '02', maximum(1500_00)],
    ],
    ['more-left-than-there-is: portal, 271'],
  ],
  [
    'what is left of something else',
    [
      ['portal', '01', maximum(1500_00)],
      ['271', '02', left(9000_00, { for: { category: 'orthodontics' } })],
    ],
    [],
  ],
  [
    'less for the family than for one',
    [
      ['portal', '01', deductible(50_00)],
      ['271', '02', deductible(49_99, { per: 'family' })],
    ],
    ['family-below-one: 271, portal'],
  ],
  [
    'a deductible above the maximum',
    [
      ['portal', '01', maximum(1000_00)],
      ['271', '02', deductible(1000_01)],
    ],
    ['deductible-above-maximum: 271, portal'],
  ],
  [
    'left above the maximum, and another word before it',
    [
      ['271', '02', left(9000_00)],
      ['271', '01', left(100_00)],
      ['portal', '01', maximum(1500_00)],
    ],
    ['older: 271, 271', 'more-left-than-there-is: 271, portal'],
  ],
])('%s', (_name, told, expected) => {
  const planAnswers = told.map(([kind, month, ...statements], index) => ({
    position: index + 1,
    value: {
      answerId: `answer-${index}`,
      coverageId: 'coverage-1',
      statements,
      source: { kind },
      learnedAt: instant(`2026-${month}-01T12:00:00.000Z`),
    },
  }));
  const knowledge = planKnowledge(
    { benefitFacts: [], planAnswers },
    'coverage-1',
    calendarDate('2026-06-01'),
    'UTC',
  );
  const found = amountsInDoubt(knowledge).map(({ why, sides }) => {
    const sources = sides.map(({ basis }) => (basis.kind === 'fact' ? basis.source.kind : basis.kind));
    return `${why.id.replace('coverage.amounts.', '')}: ${sources.join(', ')}`;
  });
  expect(found).toEqual(expected);
});
