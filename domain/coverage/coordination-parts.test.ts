import { expect, it, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { message } from '../kernel/message.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { sampleCoverage, sampleRulebook } from '../readiness/ready-case.samples.ts';
import { answerCoverage } from './answer-coverage.ts';
import type { BenefitFact, Coverage } from './benefit-fact.ts';
import type { CoverageQuestion } from './coverage-question.ts';
import { obstacle } from './obstacle.ts';
import { conflictMessage, coordinationParts, type CoordinationPart } from './coordination-parts.ts';

const code = procedureCode('D9992');

function fact(said: Partial<BenefitFact>, position = 1): CoverageQuestion['facts'][number] {
  return {
    position,
    value: {
      factId: `fact-${position}`,
      coverageId: sampleCoverage.coverageId,
      code,
      status: 'unknown',
      source: { kind: 'portal' },
      learnedAt: instant('2026-03-01T18:00:00.000Z'),
      ...said,
    },
  };
}

function answered(
  facts: CoverageQuestion['facts'],
  day = '2026-03-12',
  served: readonly string[] = [],
  coverage: Coverage = sampleCoverage,
) {
  return answerCoverage({
    code,
    serviceDate: calendarDate(day),
    payer: undefined,
    coverage,
    alongside: [],
    facts,
    planAnswers: [],
    uses: [],
    rulebook: sampleRulebook([]),
    timeZone: 'UTC',
    performer: { role: 'coordinator' },
    activityKinds: [],
    history: served.map((date) => ({ code, date: calendarDate(date) })),
  });
}

const monthly = { times: 1, window: 'calendar-month' } as const;

it.each<[string, Partial<BenefitFact>, CoordinationPart['about'], string[], string[]?]>([
  [
    'paid, nobody told by whom',
    { status: 'paid' },
    'paid',
    ['coverage.status.paid', 'coverage.part.perhapsInTheWay'],
  ],
  [
    'part of another code',
    { status: 'bundled-into', bundledInto: procedureCode('D0150') },
    'paid',
    ['coverage.part.bundled'],
  ],
  ['no limit', { frequency: 'none' }, 'often', ['coverage.part.unlimited']],
  [
    'a limit that is free',
    { frequency: monthly },
    'often',
    ['coverage.limit.calendar-month', 'coverage.part.free'],
  ],
  [
    'a limit of each practice',
    { frequency: { ...monthly, per: 'billing-provider' } },
    'often',
    ['coverage.limit.calendar-month', 'call.per.billing-provider', 'coverage.part.free'],
  ],
  [
    'a limit that is used up until May',
    { frequency: monthly },
    'often',
    ['coverage.limit.calendar-month', 'coverage.part.usedUp'],
    ['2026-03-02'],
  ],
  [
    'a limit that is used up for good',
    { frequency: { times: 1, window: 'lifetime' } },
    'often',
    ['coverage.limit.lifetime', 'coverage.part.usedForGood'],
    ['2020-03-02'],
  ],
  [
    'a limit of a year that nobody knows',
    { frequency: { times: 1, window: 'benefit-year' } },
    'often',
    ['coverage.limit.benefit-year', 'coverage.part.freeUnknown'],
    ['2026-01-02'],
  ],
  [
    'who may perform it, in their words too',
    { performers: ['dentist', 'coordinator'], whoMayPerform: 'supervised' },
    'who',
    ['coverage.performer.dentist', 'coverage.performer.coordinator', 'coverage.part.verbatim'],
  ],
  ['its fee', { allowed: cents(2550) }, 'fee', ['coverage.part.fee']],
  [
    'what they want on file',
    { documentation: 'start and stop times' },
    'documentation',
    ['coverage.part.verbatim'],
  ],
])('%s', (_name, said, about, ids, served = []) => {
  const part = coordinationParts(answered([fact(said)], undefined, served)).find(
    (each) => each.about === about,
  );
  expect(part?.says.map(({ id }) => id)).toEqual(ids);
  expect(part?.bases).toMatchObject([{ kind: 'fact', factId: 'fact-1' }]);
});

test('what nobody said is empty, names nobody, and has the question that finds it out', () => {
  expect(coordinationParts(answered([])).map(({ says, bases, question }) => [says, bases, question])).toEqual(
    [
      [[], [], 'coordination-paid'],
      [[], [], 'coordination-often'],
      [[], [], 'who-may-perform'],
      [[], [], 'coordination-fee'],
      [[], [], 'documentation'],
    ],
  );
});

test('a fact of this year says nothing of the next', () => {
  const paid = [fact({ status: 'paid' })];
  const says = (day: string) => coordinationParts(answered(paid, day))[0]?.says.length;
  expect([says('2026-12-31'), says('2027-01-01')]).toEqual([2, 0]);
});

test('two sources that differ are told with what each says', () => {
  const call = fact(
    { status: 'not-a-benefit', source: { kind: 'telephone-call', representative: 'Dana' } },
    2,
  );
  const { conflicts } = answered([fact({ status: 'paid' }), call]);
  expect(conflicts.map(conflictMessage)).toEqual([
    { id: 'coverage.part.conflict.status', params: { followed: 'paid', setAside: 'not-a-benefit' } },
  ]);
});

/** The answer for the day and the first of the five parts agree, and neither says of the payer what nobody said. */
test.each<[string, Partial<Coverage>, Partial<BenefitFact>, boolean, string, string[]]>([
  ['the last day', { through: calendarDate('2026-03-12') }, {}, false, 'unknown', []],
  [
    'the day after, payer unknown',
    { through: calendarDate('2026-03-11') },
    {},
    true,
    'notInForceUnknown',
    ['coverage.part.notOnThisDay'],
  ],
  [
    'the day before it begins, payer unknown',
    { from: calendarDate('2026-03-13') },
    {},
    true,
    'notInForceUnknown',
    ['coverage.part.notOnThisDay'],
  ],
  [
    'over, and the payer pays the code',
    { through: calendarDate('2026-03-11') },
    { status: 'paid' },
    true,
    'notInForce',
    ['coverage.status.paid', 'coverage.part.inTheWay'],
  ],
  [
    'over, and the payer does not pay it anyway',
    { through: calendarDate('2026-03-11') },
    { status: 'not-a-benefit' },
    false,
    'no',
    ['coverage.status.not-a-benefit'],
  ],
])('a coverage in force or not: %s', (_, change, said, notInForce, answer, says) => {
  const asked = answered([fact(said)], undefined, [], { ...sampleCoverage, ...change });
  expect(asked.notInForce).toBe(notInForce);
  expect(asked.message.id).toBe(`coverage.answer.${answer}`);
  expect(coordinationParts(asked)[0]?.says.map(({ id }) => id)).toEqual(says);
});

it.each([
  ['nothing stands in the way', [], ['coverage.status.paid']],
  ['something may', [false], ['coverage.status.paid', 'coverage.part.perhapsInTheWay']],
  ['something does, and something may', [false, true], ['coverage.status.paid', 'coverage.part.inTheWay']],
])('a code that is paid, and %s', (_, certain, says) => {
  const paid = answered([fact({ status: 'paid' })]);
  const obstacles = certain.map((each) => obstacle('frequency', each, message('seen'), paid.basis));
  expect(coordinationParts({ ...paid, obstacles })[0]?.says.map(({ id }) => id)).toEqual(says);
});
