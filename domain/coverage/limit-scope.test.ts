import { expect, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { parseNpi, type Npi } from '../kernel/npi.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { sampleCoverage, sampleRulebook } from '../readiness/ready-case.samples.ts';
import type { FrequencyLimit } from './benefit-fact.ts';
import type { CoverageQuestion, PastService } from './coverage-question.ts';
import { historyOf, scopedStanding } from './limit-scope.ts';
import type { PlanStatement } from './plan-answer.ts';
import { planWords } from './said-of-code.ts';

const code = procedureCode('D9992');
const npi = (text: string): Npi => {
  const parsed = parseNpi(text);
  if (isRefusal(parsed)) throw new Error(text);
  return parsed;
};
const ours = npi('1234567893');
const theirs = npi('1679576722');

const question: CoverageQuestion = {
  code,
  serviceDate: calendarDate('2026-04-15'),
  payer: undefined,
  coverage: sampleCoverage,
  alongside: [],
  facts: [],
  planAnswers: [],
  rulebook: sampleRulebook([]),
  timeZone: 'UTC',
  providers: { billing: ours, rendering: ours },
  performer: { role: 'coordinator' },
  activityKinds: [],
  uses: [],
  history: [],
};

const told = (...statements: PlanStatement[]): Pick<CoverageQuestion, 'planAnswers'> => ({
  planAnswers: [
    {
      position: 7,
      value: {
        answerId: 'answer-1',
        coverageId: sampleCoverage.coverageId,
        statements,
        source: { kind: 'telephone-call', representative: 'Dana' },
        learnedAt: instant('2026-04-01T18:00:00.000Z'),
      },
    },
  ],
});

const onFile = (day: string, of = code): PlanStatement => ({
  kind: 'last-service',
  code: of,
  on: calendarDate(day),
});
const past = (day: string, who: Partial<PastService> = {}): PastService => ({
  code,
  date: calendarDate(day),
  ...who,
});

interface Row {
  readonly name: string;
  readonly limit: FrequencyLimit;
  readonly change: Partial<CoverageQuestion>;
  readonly standing: 'free' | 'used-up' | 'unknown';
  readonly freeFrom?: string;
}

const monthly: FrequencyLimit = { times: 1, window: 'calendar-month' };
const yearly: FrequencyLimit = { times: 1, window: 'benefit-year' };
const perOffice: FrequencyLimit = { ...monthly, per: 'billing-provider' };
const perDentist: FrequencyLimit = { ...monthly, per: 'rendering-provider' };
const may = { freeFrom: '2026-05-01' };

const rows: Row[] = [
  {
    name: 'per client counts everybody',
    limit: { ...monthly, per: 'client' },
    change: { history: [past('2026-04-01', { billing: theirs, rendering: theirs })] },
    standing: 'used-up',
    ...may,
  },
  {
    name: 'no scope named counts everybody',
    limit: monthly,
    change: { history: [past('2026-04-01', { billing: theirs })] },
    standing: 'used-up',
    ...may,
  },
  {
    name: 'our own billing counts',
    limit: perOffice,
    change: { history: [past('2026-04-01', { billing: ours, rendering: theirs })] },
    standing: 'used-up',
    ...may,
  },
  {
    name: 'another billing practice does not count, though the dentist is the same',
    limit: perOffice,
    change: { history: [past('2026-04-01', { billing: theirs, rendering: ours })] },
    standing: 'free',
  },
  {
    name: 'the same dentist counts, though another practice billed',
    limit: perDentist,
    change: { history: [past('2026-04-01', { billing: theirs, rendering: ours })] },
    standing: 'used-up',
    ...may,
  },
  {
    name: 'another dentist does not count',
    limit: perDentist,
    change: { history: [past('2026-04-01', { billing: ours, rendering: theirs })] },
    standing: 'free',
  },
  {
    name: 'nobody knows who did it elsewhere',
    limit: perOffice,
    change: told(onFile('2026-04-01')),
    standing: 'unknown',
  },
  {
    name: 'who did it does not matter outside the window',
    limit: perOffice,
    change: told(onFile('2026-03-31')),
    standing: 'free',
  },
  {
    name: 'our own dentist is not known',
    limit: perDentist,
    change: { providers: { billing: ours }, history: [past('2026-04-01', { rendering: theirs })] },
    standing: 'unknown',
  },
  {
    name: 'ours has used it up, whoever did the other',
    limit: perOffice,
    change: { ...told(onFile('2026-04-02')), history: [past('2026-04-01', { billing: ours })] },
    standing: 'used-up',
    ...may,
  },
  {
    name: 'the payer has one on file',
    limit: monthly,
    change: told(onFile('2026-04-01')),
    standing: 'used-up',
    ...may,
  },
  {
    name: 'the payer has one of another code on file',
    limit: monthly,
    change: told(onFile('2026-04-01', procedureCode('D9991'))),
    standing: 'free',
  },
  {
    name: 'what the payer has on file is what we billed, once',
    limit: { times: 2, window: 'calendar-month' },
    change: { ...told(onFile('2026-04-01')), history: [past('2026-04-01')] },
    standing: 'free',
  },
  {
    name: 'on file for the day itself: perhaps this very service',
    limit: { times: 1, window: 'client-day' },
    change: told(onFile('2026-04-15')),
    standing: 'unknown',
  },
  {
    name: 'on file for the day before',
    limit: { times: 1, window: 'client-day' },
    change: told(onFile('2026-04-14')),
    standing: 'free',
  },
  {
    name: 'the year is not known',
    limit: yearly,
    change: { history: [past('2026-01-10')] },
    standing: 'unknown',
  },
  {
    name: 'somebody said when the year begins, and the service lies in it',
    limit: yearly,
    change: { ...told({ kind: 'benefit-year', begins: '01-01' }), history: [past('2026-01-01')] },
    standing: 'used-up',
    freeFrom: '2027-01-01',
  },
  {
    name: 'the day before the year begins',
    limit: yearly,
    change: { ...told({ kind: 'benefit-year', begins: '01-01' }), history: [past('2025-12-31')] },
    standing: 'free',
  },
  {
    name: 'once in a life, long ago and elsewhere',
    limit: { times: 1, window: 'lifetime' },
    change: told(onFile('2009-06-01')),
    standing: 'used-up',
  },
  {
    name: '30 rolling days, 29 days after one elsewhere',
    limit: { times: 1, window: 'rolling-days', days: 30 },
    change: told(onFile('2026-03-17')),
    standing: 'used-up',
    freeFrom: '2026-04-16',
  },
  {
    name: '30 rolling days, 30 days after one elsewhere',
    limit: { times: 1, window: 'rolling-days', days: 30 },
    change: told(onFile('2026-03-16')),
    standing: 'free',
  },
];

test.each(rows)('$name', ({ limit, change, standing, freeFrom }) => {
  const asked = { ...question, ...change };
  const words = planWords(asked);
  const answer = scopedStanding(limit, historyOf(asked, words, { code }), asked, words);
  expect([answer.standing, answer.freeFrom]).toEqual([standing, freeFrom]);
});

test('what was on file last year is on file, though the answer that told of it has run out', () => {
  const asked = {
    ...question,
    ...told(onFile('2025-11-03')),
    serviceDate: calendarDate('2027-02-01'),
  };
  expect(historyOf(asked, planWords(asked), { code }).map(({ date }) => date)).toEqual(['2025-11-03']);
});
