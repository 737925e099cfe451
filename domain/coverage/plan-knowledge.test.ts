import { describe, expect, it, test } from 'vitest';
import { addDays, calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { sampleCoverage, sampleNow, samplePatient } from '../readiness/ready-case.samples.ts';
import type { BenefitFact } from './benefit-fact.ts';
import type { PlanAnswer, PlanStatement } from './plan-answer.ts';
import { decideRecordPlanAnswer } from './plan-answer-decisions.ts';
import { planKnowledge } from './plan-knowledge.ts';
import { planStatementWords } from './plan-statement-words.ts';

const percentage = (percent: number): PlanStatement => ({
  kind: 'percentage',
  for: { category: 'adjunctive' },
  percent,
});

const fromPortal: PlanAnswer = {
  answerId: 'answer-1',
  coverageId: sampleCoverage.coverageId,
  statements: [percentage(80)],
  source: { kind: 'portal' },
  learnedAt: instant('2026-02-01T18:00:00.000Z'),
};

interface Told {
  readonly answers: readonly Partial<PlanAnswer>[];
  readonly facts?: readonly BenefitFact[];
  readonly day?: string;
}

function known({ answers, facts = [], day = '2026-03-12' }: Told) {
  const planAnswers = answers.map((answer, index) => ({
    value: { ...fromPortal, answerId: `answer-${index + 1}`, ...answer },
    position: index + 1,
  }));
  const benefitFacts = facts.map((value, index) => ({ value, position: 100 + index }));
  const patient = { planAnswers, benefitFacts };
  return planKnowledge(patient, sampleCoverage.coverageId, calendarDate(day), 'America/Los_Angeles');
}

const later = instant('2026-03-01T18:00:00.000Z');

describe('which of two sources is followed', () => {
  const other = { statements: [percentage(50)] };
  it.each<[string, Partial<PlanAnswer>[], number | undefined, number[]]>([
    ['one alone', [{}], 80, []],
    ['the newer of two that are as strong', [{}, { ...other, learnedAt: later }], 50, [80]],
    [
      'the stronger, though it is older',
      [{}, { ...other, source: { kind: 'card' }, learnedAt: later }],
      80,
      [50],
    ],
    ['an EOB before a 271', [{ source: { kind: 'eob' } }, { ...other, source: { kind: '271' } }], 80, [50]],
    ['one that says the same contradicts nobody', [{}, { learnedAt: later }], 80, []],
    ['an answer that was replaced has no say', [{}, { ...other, replaces: 'answer-1' }], 50, []],
    ['nobody, where it is only assumed', [{ source: { kind: 'assumption' } }], undefined, []],
    ['of this coverage only', [{}, { ...other, coverageId: 'coverage-9', learnedAt: later }], 80, []],
  ])('%s', (_what, answers, followed, contrary) => {
    const [subject] = known({ answers }).subjects;
    const percentOf = (said?: { statement: PlanStatement }) =>
      said?.statement.kind === 'percentage' ? said.statement.percent : undefined;
    expect(percentOf(subject?.followed)).toBe(followed);
    expect(subject?.contrary.map(percentOf)).toEqual(contrary);
  });

  it('an assumption stands beside what is known', () => {
    const [subject] = known({ answers: [{}, { ...other, source: { kind: 'assumption' } }] }).subjects;
    expect(subject?.assumed).toHaveLength(1);
    expect(subject?.contrary).toHaveLength(0);
  });
});

describe('that it is unknown whether a code is paid', () => {
  const code = procedureCode('D2740');
  const unknown: PlanStatement = { kind: 'status', for: { code }, status: 'unknown' };
  const half: PlanStatement = { kind: 'percentage', for: { code }, percent: 50 };
  it.each<[string, Partial<PlanAnswer>[], PlanStatement[]]>([
    ['counts while nobody says more', [{ statements: [unknown] }], [unknown]],
    [
      'is no word beside an older one',
      [{ statements: [half] }, { statements: [unknown], learnedAt: later }],
      [half],
    ],
    [
      'counts beside a word about its category',
      [{ statements: [percentage(50)] }, { statements: [unknown], learnedAt: later }],
      [percentage(50), unknown],
    ],
    [
      'counts beside an assumption',
      [{ statements: [half], source: { kind: 'assumption' } }, { statements: [unknown] }],
      [unknown],
    ],
  ])('%s', (_name, answers, expected) => {
    const found = known({ answers }).subjects.flatMap(({ followed }) => followed?.statement ?? []);
    expect(found).toEqual(expected);
  });
});

describe('how long it is followed', () => {
  it.each<[string, Told, 'current' | 'out-of-date']>([
    ['the last day of the year in which it was learned', { answers: [{}], day: '2026-12-31' }, 'current'],
    ['the first of the next', { answers: [{}], day: '2027-01-01' }, 'out-of-date'],
    ['the day that the source named', { answers: [{ goodThrough: calendarDate('2026-03-12') }] }, 'current'],
    ['the day after', { answers: [{ goodThrough: calendarDate('2026-03-11') }] }, 'out-of-date'],
  ])('%s', (_what, told, standing) => {
    const { subjects, outOfDate } = known(told);
    expect([subjects.length, outOfDate.length]).toEqual(standing === 'current' ? [1, 0] : [0, 1]);
  });
});

test('a benefit fact counts in the same words, and is weighed with the others', () => {
  const fact: BenefitFact = {
    factId: 'fact-1',
    coverageId: sampleCoverage.coverageId,
    code: procedureCode('D9992'),
    status: 'paid',
    allowed: cents(5_000),
    frequency: { times: 1, window: 'benefit-year' },
    source: { kind: '271' },
    learnedAt: later,
  };
  const statement: PlanStatement = { kind: 'status', for: { code: fact.code }, status: 'not-a-benefit' };
  const { subjects } = known({
    answers: [{ statements: [statement], source: { kind: 'telephone-call', reference: 'R-1' } }],
    facts: [fact],
  });
  expect(subjects.map(({ followed }) => followed?.statement)).toEqual([
    { kind: 'status', for: { code: 'D9992' }, status: 'paid' },
    { kind: 'allowed', code: 'D9992', amount: 5_000 },
    { kind: 'frequency', for: { code: 'D9992' }, times: 1, window: 'benefit-year', per: 'mouth' },
  ]);
  expect(subjects[0]?.contrary.map((said) => said.statement)).toEqual([statement]);
  expect(
    known({ answers: [], facts: [fact, { ...fact, factId: 'fact-2', replaces: 'fact-1' }] }).subjects[0],
  ).toMatchObject({
    contrary: [],
    followed: { basis: { factId: 'fact-2' } },
  });
});

test.each([
  ['the same limit, by quadrant', 1, 'quadrant', ['quadrant'], 0],
  ['another limit, told since then', 2, 'quadrant', ['quadrant'], 1],
  ['nothing more either', 1, 'not-said', ['not-said'], 0],
] as const)(
  'a limit of which nobody said what it counts by, and %s',
  (_name, times, per, followed, contrary) => {
    const limit = (change: object): PlanStatement => ({
      kind: 'frequency',
      for: { code: procedureCode('D4341') },
      times: 1,
      window: 'every-years',
      every: 2,
      per: 'not-said',
      ...change,
    });
    const { subjects } = known({
      answers: [
        { statements: [limit({})] },
        { statements: [limit({ times, per })], learnedAt: instant('2026-03-01T18:00:00.000Z') },
      ],
    });
    expect(subjects.map((one) => one.followed?.statement)).toEqual(
      followed.map((each) => limit({ times, per: each })),
    );
    expect(subjects.flatMap((one) => one.contrary)).toHaveLength(contrary);
  },
);

test('that nobody said what a limit counts by is said', () => {
  const limit = { kind: 'frequency', times: 1, window: 'benefit-year' } as const;
  expect(planStatementWords({ ...limit, per: 'not-said' }).id).toBe(
    'planStatement.frequencyNotSaid.benefit-year',
  );
  expect(planStatementWords({ ...limit, per: 'mouth' }).id).toBe('planStatement.frequency.benefit-year');
});

describe('recording an answer', () => {
  const answer: PlanAnswer = { ...fromPortal, learnedAt: sampleNow };
  const twice = [percentage(80), percentage(50)];
  const service = (on: string): PlanStatement => ({
    kind: 'last-service',
    code: procedureCode('D2740'),
    on: calendarDate(on),
  });
  const steps = [{ itemId: 'crown', code: procedureCode('D2740') }];
  const yearBegin = calendarDate('2026-01-02');
  const ofCleaning: PlanStatement = { kind: 'allowed', code: procedureCode('D1110'), amount: cents(90_00) };
  const yearEnd = calendarDate('2026-12-31');
  const yearly = { per: 'individual', period: 'benefit-year' } as const;
  const whole = (dollars: number): PlanStatement => ({
    kind: 'maximum',
    ...yearly,
    amount: cents(dollars * 100),
  });
  const taken = (dollars: number): PlanStatement => ({
    kind: 'deductible',
    ...yearly,
    amount: cents(dollars * 100),
  });
  const left = (dollars: number): PlanStatement => ({
    kind: 'remaining',
    of: 'maximum',
    ...yearly,
    amount: cents(dollars * 100),
  });
  const sourced = { ...percentage(80), source: { kind: 'card' } } as PlanStatement;
  it.each<[string, Partial<PlanAnswer>, string]>([
    ['from a portal', {}, 'patient.plan-answer-recorded'],
    ['of an unknown coverage', { coverageId: 'coverage-9' }, 'absent/coverage'],
    ['in place of nothing', { replaces: 'answer-9' }, 'plan-answer/replaces-nothing'],
    ['from tomorrow', { learnedAt: instant('2026-03-13T18:00:00.000Z') }, 'benefit-fact/in-the-future'],
    ['of a call with nobody', { source: { kind: 'telephone-call' } }, 'benefit-fact/call-without-witness'],
    ['that says two things of one', { statements: twice }, 'plan-answer/says-twice'],
    ['of a service today', { statements: [service('2026-03-12')] }, 'patient.plan-answer-recorded'],
    ['of a service to come', { statements: [service('2026-03-13')] }, 'plan-answer/service-to-come'],
    [
      'of a service to come, in a file of the payer',
      { statements: [service('2026-03-13')], source: { kind: '271' } },
      'patient.plan-answer-recorded',
    ],
    [
      'of a plan that ends on the day on which it begins',
      { statements: [{ kind: 'in-force', active: true, from: yearEnd, through: yearEnd }] },
      'patient.plan-answer-recorded',
    ],
    [
      'of a plan that ends before it begins',
      { statements: [{ kind: 'in-force', active: true, from: yearEnd, through: addDays(yearEnd, -1) }] },
      'call/backwards',
    ],
    ['with a source inside', { statements: [sourced] }, 'plan-answer/source-twice'],
    [
      'every so many years, without how many',
      { statements: [{ kind: 'frequency', times: 1, window: 'every-years', per: 'tooth' }] },
      'estimate/fact-contradicts-itself',
    ],
  ])('%s', (_what, change, expected) => {
    const decided = decideRecordPlanAnswer(samplePatient(), { ...answer, ...change }, sampleNow, steps);
    if (decided === 'repeated') throw new Error('nothing was recorded before');
    expect(isRefusal(decided) ? decided.code : decided.type).toBe(expected);
  });

  const promised = (lineId: string, code = 'D2740'): PlanStatement => ({
    kind: 'predetermination',
    lineId,
    code: procedureCode(code),
    outcome: 'not-a-benefit',
  });
  const cleaning = { kind: 'last-service', code: procedureCode('D1110'), on: yearBegin } as const;
  const limitOf = (category: 'preventive' | 'restorative'): PlanStatement => ({
    kind: 'frequency',
    for: { category },
    times: 2,
    window: 'benefit-year',
    per: 'mouth',
  });
  it.each<[string, Partial<PlanAnswer>, string | undefined]>([
    ['a promise about a step', { statements: [promised('crown')] }, undefined],
    ['about a step that nobody has', { statements: [promised('bridge')] }, 'plan-answer/no-such-step'],
    [
      'about another code of the step',
      { statements: [promised('crown', 'D2750')] },
      'plan-answer/no-such-step',
    ],
    ['a service of a code that nobody has', { statements: [cleaning] }, 'plan-answer/code-of-nothing'],
    ['with a limit that counts it', { statements: [cleaning, limitOf('preventive')] }, undefined],
    [
      'with a limit of others',
      { statements: [cleaning, limitOf('restorative')] },
      'plan-answer/code-of-nothing',
    ],
    ['with a word of its code', { statements: [cleaning, ofCleaning] }, undefined],
    ['a service of coordination', { statements: [{ ...cleaning, code: procedureCode('D9992') }] }, undefined],
    [
      'the same in a file of the payer',
      { statements: [cleaning, promised('bridge')], source: { kind: '271' } },
      undefined,
    ],
  ])('what an answer is about: %s', (_what, change, refusal) => {
    const decided = decideRecordPlanAnswer(samplePatient(), { ...answer, ...change }, sampleNow, steps);
    expect(isRefusal(decided) ? decided.code : undefined).toBe(refusal);
  });

  it.each<[string, PlanStatement[], string | undefined]>([
    ['as much as is left', [whole(1500)], undefined],
    ['less than is left', [whole(1499)], 'plan-answer/more-left-than-there-is'],
  ])('the whole told after what is left of it: %s', (_what, statements, refusal) => {
    const earlier = { ...answer, answerId: 'earlier', statements: [left(1500)] };
    const patient = { ...samplePatient(), planAnswers: [{ value: earlier, position: 40 }] };
    const decided = decideRecordPlanAnswer(patient, { ...answer, statements }, sampleNow, []);
    expect(isRefusal(decided) ? decided.code : undefined).toBe(refusal);
  });

  it.each<[string, PlanStatement[], string | undefined]>([
    ['as much left as there is', [left(1500)], undefined],
    ['more left than there is', [left(1501)], 'plan-answer/more-left-than-there-is'],
    ['more left, and more there is', [whole(2000), left(1501)], undefined],
    ['a deductible of all there is', [taken(1500)], undefined],
    ['a deductible above it', [taken(1501)], 'plan-answer/deductible-above-maximum'],
  ])('%s, by the whole of another answer', (_what, statements, refusal) => {
    const earlier = { ...answer, answerId: 'earlier', statements: [whole(1500)] };
    const patient = { ...samplePatient(), planAnswers: [{ value: earlier, position: 40 }] };
    const decided = decideRecordPlanAnswer(patient, { ...answer, statements }, sampleNow, []);
    expect(isRefusal(decided) ? decided.code : undefined).toBe(refusal);
  });

  it('the same again is repeated, and other content under its id is refused', () => {
    const there = { ...samplePatient(), planAnswers: [{ value: answer, position: 40 }] };
    expect(decideRecordPlanAnswer(there, answer, sampleNow, [])).toBe('repeated');
    const changed = decideRecordPlanAnswer(there, { ...answer, statements: [percentage(50)] }, sampleNow, []);
    expect(isRefusal(changed) && changed.code).toBe('id/in-use');
  });
});

it('names a scope by its codes', () => {
  expect(planStatementWords(percentage(80))).toEqual({
    id: 'planStatement.percentage',
    params: { about: 'D9000-D9999', percent: 80 },
  });
});

describe('that there is no limit', () => {
  const crown = { for: { code: procedureCode('D2740') } };
  const limit = (window: 'every-years' | 'benefit-year', every?: number): PlanStatement => ({
    kind: 'frequency',
    ...crown,
    times: 1,
    window,
    per: 'tooth',
    ...(every !== undefined && { every }),
  });
  const fiveYears = limit('every-years', 5);
  const free: PlanStatement = { kind: 'no-frequency-limit', ...crown };
  const call = { source: { kind: 'telephone-call' as const, representative: 'Dana' } };
  it.each<[string, Partial<PlanAnswer>[], [followed: string, contrary: string[]][]]>([
    ['alone', [{ statements: [free] }], [['no-frequency-limit', []]]],
    [
      'sets older limits aside, whatever their window',
      [{ statements: [fiveYears, limit('benefit-year')] }, { statements: [free], learnedAt: later }],
      [['no-frequency-limit', ['frequency', 'frequency']]],
    ],
    [
      'is set aside by a stronger one, and by no other',
      [{ statements: [fiveYears, limit('benefit-year')] }, { statements: [free], learnedAt: later, ...call }],
      [
        ['frequency', []],
        ['frequency', ['no-frequency-limit']],
      ],
    ],
    [
      'says nothing of another code',
      [
        { statements: [fiveYears] },
        {
          statements: [{ kind: 'no-frequency-limit', for: { code: procedureCode('D1110') } }],
          learnedAt: later,
        },
      ],
      [
        ['frequency', []],
        ['no-frequency-limit', []],
      ],
    ],
  ])('%s', (_what, answers, subjects) => {
    expect(
      known({ answers }).subjects.map(({ followed, contrary }) => [
        followed?.statement.kind,
        contrary.map(({ statement }) => statement.kind),
      ]),
    ).toEqual(subjects);
  });
});

describe('what was asked in vain', () => {
  const waiting: PlanStatement = { kind: 'not-said', question: 'waiting-period', category: 'restorative' };
  const fee: PlanStatement = {
    kind: 'not-said',
    question: 'coordination-fee',
    code: procedureCode('D9992'),
  };
  const months: PlanStatement = { kind: 'waiting-period', for: { category: 'restorative' }, months: 6 };
  const allowed = (learnedAt: string): BenefitFact => ({
    factId: 'fact-1',
    coverageId: sampleCoverage.coverageId,
    code: procedureCode('D9992'),
    status: 'unknown',
    allowed: cents(5_000),
    source: { kind: 'portal' },
    learnedAt: instant(learnedAt),
  });
  it.each<[string, Told, string[]]>([
    ['is kept', { answers: [{ statements: [waiting] }] }, ['waiting-period.restorative']],
    [
      'once, though it was asked twice',
      { answers: [{ statements: [waiting] }, { statements: [waiting], learnedAt: later }] },
      ['waiting-period.restorative'],
    ],
    [
      'until somebody says it',
      { answers: [{ statements: [waiting] }, { statements: [months], learnedAt: later }] },
      [],
    ],
    [
      'though somebody said it before',
      { answers: [{ statements: [months] }, { statements: [waiting], learnedAt: later }] },
      ['waiting-period.restorative'],
    ],
    ['of D9992', { answers: [{ statements: [fee] }] }, ['coordination-fee']],
    [
      'of D9992, until somebody says it',
      { answers: [{ statements: [fee] }], facts: [allowed('2026-03-01T18:00:00.000Z')] },
      [],
    ],
    ['until its year is over', { answers: [{ statements: [waiting] }], day: '2027-01-01' }, []],
  ])('%s', (_what, told, questions) => {
    const { unanswered, subjects } = known(told);
    expect(unanswered.map(({ question }) => question.id)).toEqual(questions);
    expect(subjects.map(({ followed }) => followed?.statement.kind)).not.toContain('not-said');
  });
});
