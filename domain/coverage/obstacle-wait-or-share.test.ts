import { expect, test } from 'vitest';
import { instant } from '../kernel/calendar-date.ts';
import { answerCoverage } from './answer-coverage.ts';
import { table } from './test-obstacles.ts';
import type { PlanStatement } from './plan-answer.ts';
import {
  adjunctive,
  code,
  coverage,
  d,
  isIn,
  paid,
  question,
  share,
  told,
} from './plan-obstacles.samples.ts';

const waiting = (months: number, scope: object = {}): PlanStatement => ({
  kind: 'waiting-period',
  months,
  ...scope,
});
const since = (from: string) => ({ coverage: { ...coverage, from: d(from) } });

table('waiting period', [
  {
    name: 'over on the day',
    says: [waiting(12)],
    change: since('2025-06-15'),
    payable: 'yes',
  },
  {
    name: 'over the day after',
    says: [waiting(12)],
    change: since('2025-06-16'),
    payable: 'no',
    why: 'waiting',
  },
  {
    name: 'of the category',
    says: [waiting(12, adjunctive)],
    change: since('2026-06-14'),
    payable: 'no',
    why: 'waiting',
  },
  {
    name: 'of another category',
    says: [waiting(12, { for: { category: 'orthodontics' } })],
    change: since('2026-06-14'),
    payable: 'yes',
  },
  {
    name: 'none for the code, one for everything',
    says: [waiting(12), waiting(0, { for: { code } })],
    change: since('2026-06-14'),
    payable: 'yes',
  },
  {
    name: 'the first day is not known',
    says: [waiting(12)],
    payable: 'unknown',
    why: 'waitingMonthsUnknown',
  },
  {
    name: 'the payer told the first day',
    says: [waiting(12), isIn(true, '2025-06-16')],
    payable: 'no',
    why: 'waiting',
  },
]);

table('share', [
  { name: 'a percent of the category', says: [share(1, adjunctive)], payable: 'yes' },
  { name: 'nothing of the category', says: [share(0, adjunctive)], payable: 'no', why: 'noShare' },
  { name: 'nothing of the code', says: [share(0, { for: { code } })], payable: 'no', why: 'noShare' },
  { name: 'nothing of anything', says: [share(0)], payable: 'no', why: 'noShare' },
  {
    name: 'nothing of the category, something of the code',
    says: [share(0, adjunctive), share(80, { for: { code } })],
    payable: 'yes',
  },
  {
    name: 'nothing of a group that the code is in',
    says: [{ kind: 'group', name: 'extras', codes: ['D9990-D9999'] }, share(0, { for: { group: 'extras' } })],
    payable: 'no',
    why: 'noShare',
  },
  {
    name: 'nothing, where nobody said that it is paid',
    says: [share(0, adjunctive)],
    change: { facts: [] },
    payable: 'no',
    why: 'noShare',
  },
  {
    name: 'nothing by a weaker source than the one that says paid',
    change: { planAnswers: [told([share(0)], { source: { kind: 'card' } })] },
    payable: 'yes',
  },
  {
    name: 'nothing, by an answer older than one as strong that says paid',
    says: [share(0)],
    change: {
      facts: [
        {
          ...paid,
          value: { ...paid.value, source: { kind: '271' }, learnedAt: instant('2026-06-02T18:00:00Z') },
        },
      ],
    },
    payable: 'yes',
  },
]);

const notABenefit = (scope: object): PlanStatement => ({ kind: 'status', status: 'not-a-benefit', ...scope });

table('status of what is wider than the code', [
  {
    name: 'the category is no benefit',
    says: [notABenefit(adjunctive)],
    change: { facts: [] },
    payable: 'no',
    why: 'notABenefit',
  },
  { name: 'the category is no benefit, the code is paid', says: [notABenefit(adjunctive)], payable: 'yes' },
  {
    name: 'another category is no benefit',
    says: [notABenefit({ for: { category: 'orthodontics' } })],
    change: { facts: [] },
    payable: 'unknown',
    why: 'statusUnknown',
  },
  {
    name: 'that the category is paid does not say that the code is',
    says: [{ kind: 'status', status: 'paid', ...adjunctive }],
    change: { facts: [] },
    payable: 'unknown',
    why: 'statusUnknown',
  },
  {
    name: 'a stronger word about the code',
    says: [notABenefit({ for: { code } })],
    payable: 'no',
    why: 'notABenefit',
  },
]);

test('“paid” and “0%” are shown as a conflict, the stronger one followed', () => {
  const { conflicts } = answerCoverage({ ...question, planAnswers: [told([share(0)])] });
  expect(
    conflicts.map(({ about, followedValue, setAsideValue }) => [about, followedValue, setAsideValue]),
  ).toEqual([['share', 'nothing', 'paid']]);
});
