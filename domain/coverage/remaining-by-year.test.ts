import { expect, it } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { sampleCoverage } from '../readiness/ready-case.samples.ts';
import type { PlanStatement } from './plan-answer.ts';
import { planKnowledge } from './plan-knowledge.ts';
import { remainingByYear } from './remaining-by-year.ts';

const ofYear = { per: 'individual', period: 'benefit-year' } as const;
const maximum = (amount: number): PlanStatement => ({ kind: 'maximum', ...ofYear, amount: cents(amount) });
const left = (amount: number): PlanStatement => ({
  kind: 'remaining',
  of: 'maximum',
  ...ofYear,
  amount: cents(amount),
});
const july: PlanStatement = { kind: 'benefit-year', begins: '07-01' };
const lifetime: PlanStatement = {
  kind: 'remaining',
  of: 'maximum',
  for: { category: 'orthodontics' },
  per: 'individual',
  period: 'lifetime',
  amount: cents(900_00),
};

type Said = readonly [learnedAt: string, ...statements: PlanStatement[]];

it.each<[string, Said[], unknown[]]>([
  ['nobody said what is left', [['2026-02-01', maximum(1500_00)]], []],
  [
    'the calendar year is taken where nobody said when it begins',
    [['2026-02-01', maximum(1500_00), left(600_00)]],
    [['2026-01-01', true, 1500_00, 600_00]],
  ],
  [
    'a year from July, heard on its last day',
    [['2026-06-30', july, maximum(1500_00), left(600_00)]],
    [['2025-07-01', false, 1500_00, 600_00]],
  ],
  [
    'and on its first',
    [['2026-07-01', july, maximum(1500_00), left(1500_00)]],
    [['2026-07-01', false, 1500_00, 1500_00]],
  ],
  ['without the whole', [['2026-02-01', left(600_00)]], [['2026-01-01', true, undefined, 600_00]]],
  [
    'the newest of one year counts',
    [
      ['2026-02-01', maximum(1500_00), left(600_00)],
      ['2026-03-01', left(100_00)],
    ],
    [['2026-01-01', true, 1500_00, 100_00]],
  ],
  [
    'a maximum that another answer told since then is not the one of which this was left',
    [
      ['2026-02-01', left(600_00)],
      ['2026-03-01', maximum(9000_00)],
    ],
    [['2026-01-01', true, undefined, 600_00]],
  ],
  [
    'the maximum of the same answer, though another one is followed',
    [
      ['2026-02-01', maximum(1500_00), left(600_00)],
      ['2026-03-01', maximum(9000_00)],
    ],
    [['2026-01-01', true, 1500_00, 600_00]],
  ],
  [
    'last year stands below this one, with its own whole',
    [
      ['2025-11-01', maximum(1000_00), left(0)],
      ['2026-02-01', maximum(1500_00), left(600_00)],
    ],
    [
      ['2026-01-01', true, 1500_00, 600_00],
      ['2025-01-01', true, 1000_00, 0],
    ],
  ],
  ['of a lifetime there is no year', [['2026-02-01', lifetime]], [[undefined, false, undefined, 900_00]]],
])('%s', (_name, told, rows) => {
  const planAnswers = told.map(([on, ...statements], index) => ({
    position: index + 1,
    value: {
      answerId: `answer-${index}`,
      coverageId: sampleCoverage.coverageId,
      statements,
      source: { kind: 'portal' as const },
      learnedAt: instant(`${on}T18:00:00.000Z`),
    },
  }));
  const day = calendarDate('2026-07-02');
  const knowledge = planKnowledge({ benefitFacts: [], planAnswers }, sampleCoverage.coverageId, day, 'UTC');
  expect(
    remainingByYear(knowledge, day, 'UTC').map(({ yearFrom, yearAssumed, whole, left: rest }) => [
      yearFrom,
      yearAssumed,
      whole,
      rest,
    ]),
  ).toEqual(rows);
});

it.each<[string, string, boolean]>([
  ['the last day of its year', '2027-06-30', true],
  ['the first of the next', '2027-07-01', false],
])('is what is left now, or was left in another year: %s', (_name, on, current) => {
  const told = {
    answerId: 'answer-1',
    coverageId: sampleCoverage.coverageId,
    source: { kind: 'portal' as const },
  };
  const value = {
    ...told,
    statements: [july, left(600_00)],
    learnedAt: instant('2026-07-02T18:00:00.000Z'),
    goodThrough: calendarDate('2027-12-31'),
  };
  const day = calendarDate(on);
  const patient = { benefitFacts: [], planAnswers: [{ position: 1, value }] };
  const rows = remainingByYear(planKnowledge(patient, sampleCoverage.coverageId, day, 'UTC'), day, 'UTC');
  expect(rows.map((row) => row.current)).toEqual([current]);
});
