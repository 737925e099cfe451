import { expect, it } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import type { BenefitUse } from './benefit-use.ts';
import { limitsWithoutRest } from './limits-without-rest.ts';
import type { PlanStatement } from './plan-answer.ts';
import { planKnowledge } from './plan-knowledge.ts';

const ofYear = { per: 'individual', period: 'benefit-year' } as const;
const deductible: PlanStatement = { kind: 'deductible', ...ofYear, amount: cents(50_00) };
const maximum: PlanStatement = { kind: 'maximum', ...ofYear, amount: cents(1500_00) };
const left = (of: 'deductible' | 'maximum'): PlanStatement => ({
  kind: 'remaining',
  of,
  ...ofYear,
  amount: cents(10_00),
});
const use = (date: string, change: Partial<BenefitUse> = {}): BenefitUse => ({
  useId: date,
  coverageId: 'plan',
  state: 'paid',
  date: calendarDate(date),
  pays: cents(300_00),
  deductible: cents(30_00),
  member: 'patient',
  office: 'Harborview',
  source: { kind: 'eob' },
  learnedAt: instant('2026-07-01T18:00:00.000Z'),
  ...change,
});

it.each<[name: string, said: readonly PlanStatement[], uses: readonly BenefitUse[], expected: unknown]>([
  ['nobody told a limit', [], [use('2026-03-01')], []],
  ['the whole only', [deductible], [], [['deductible', 50_00, 0]]],
  ['what is left was told', [deductible, left('deductible')], [], []],
  [
    'what is left of the other one was told',
    [deductible, maximum, left('maximum')],
    [use('2026-03-01')],
    [['deductible', 50_00, 30_00]],
  ],
  ['what is recorded as used', [maximum], [use('2026-03-01')], [['maximum', 1500_00, 300_00]]],
  [
    'no more than the whole',
    [deductible],
    [use('2026-03-01'), use('2026-04-01')],
    [['deductible', 50_00, 50_00]],
  ],
  ['on the last day of the year before', [maximum], [use('2025-12-31')], [['maximum', 1500_00, 0]]],
  [
    'on that day, where the year begins on it',
    [maximum, { kind: 'benefit-year', begins: '12-15' }],
    [use('2025-12-31')],
    [['maximum', 1500_00, 300_00]],
  ],
  ['what waits', [maximum], [use('2026-03-01', { state: 'pending' })], [['maximum', 1500_00, 0]]],
  ['what the family used', [maximum], [use('2026-03-01', { member: 'family' })], [['maximum', 1500_00, 0]]],
  ['no limit at all', [{ kind: 'maximum', ...ofYear, amount: 'none' }], [], []],
  ['a limit of the family', [{ ...maximum, per: 'family' } as PlanStatement], [], []],
  ['a limit of some codes', [{ ...maximum, for: { category: 'implants' } } as PlanStatement], [], []],
])('%s', (_name, statements, uses, expected) => {
  const value = {
    answerId: 'answer',
    coverageId: 'plan',
    statements: [...statements],
    source: { kind: 'portal' as const },
    learnedAt: instant('2026-02-01T18:00:00.000Z'),
  };
  const day = calendarDate('2026-07-02');
  const knowledge = planKnowledge(
    { benefitFacts: [], planAnswers: [{ position: 1, value }] },
    'plan',
    day,
    'UTC',
  );
  const found = limitsWithoutRest(knowledge, uses, day, 'UTC');
  expect(found.map(({ of, whole, used }) => [of, whole, used])).toEqual(expected);
});
