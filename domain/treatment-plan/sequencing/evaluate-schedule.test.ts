import { expect, test } from 'vitest';
import { addDays } from '../../kernel/calendar-date.ts';
import {
  line as sampleLine,
  plan as samplePlan,
  request as sampleRequest,
} from '../../estimate/estimate.samples.ts';
import { planCost } from '../../estimate/plan-cost.ts';
import { cents } from '../../kernel/money.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Constraint } from '../constraint.ts';
import { evaluateSchedule } from './evaluate-schedule.ts';
import { sampleConstraint, sampleItem, sampleProblem, sampleStart } from './problem.samples.ts';
import type { SequencingItem, SequencingProblem } from './sequencing-problem.ts';
import { toSchedule } from './to-schedule.ts';

const a = sampleItem('a');
const b = sampleItem('b');
const day = (number: number) => addDays(sampleStart, number);
const look = (problem: SequencingProblem, ...starts: number[]) =>
  evaluateSchedule(problem, toSchedule(problem, starts));
const broken = (constraint: Constraint, first: number, second: number, items: SequencingItem[] = [a, b]) =>
  look(
    sampleProblem(items, [constraint], {
      events: [{ eventId: 'surgery-day', text: 'Surgery', on: day(20) }],
    }),
    first,
    second,
  ).breaches.map(({ ref, days }) => `${ref} ${days}`);

const interval = sampleConstraint('i', { kind: 'interval', from: 'a', to: 'b', minDays: 14, maxDays: 21 });
const negative = sampleConstraint('i', { kind: 'interval', from: 'a', to: 'b', minDays: -3 });
const order = sampleConstraint('i', { kind: 'interval', from: 'a', to: 'b' });
const deadline = sampleConstraint('d', {
  kind: 'deadline',
  event: 'surgery-day',
  items: ['a'],
  daysBefore: 14,
});
const toEvent = sampleConstraint('i', { kind: 'interval', from: 'surgery-day', to: 'b', minDays: 7 });
const gate = sampleConstraint('g', {
  kind: 'gate',
  gate: 'laboratory',
  holder: 'the physician',
  items: ['b'],
  expectedOn: day(5),
  goodForDays: 10,
});
const apart = sampleConstraint('p', { kind: 'apart', items: ['a', 'b'], within: 'visit' });
const apartDay = sampleConstraint('p', { kind: 'apart', items: ['a', 'b'], within: 'day' });
const together = sampleConstraint('t', { kind: 'together', items: ['a', 'b'] });
const mondays = sampleConstraint('c', { kind: 'calendar', why: 'dialysis', notOn: { weekdays: ['mon'] } });
const away = sampleConstraint('c', {
  kind: 'calendar',
  why: 'other',
  notOn: { days: [{ from: day(3), through: day(5) }] },
});
const lasting = [sampleItem('a', { days: 10 }), b];
const fromFirst = sampleConstraint('i', {
  kind: 'interval',
  from: 'a',
  to: 'b',
  minDays: 12,
  measured: 'from-first-day',
});

test.each<[string, Constraint, number, number, string[], SequencingItem[]?]>([
  ['a minimum one day short', interval, 0, 13, ['i 1']],
  ['a minimum exactly', interval, 0, 14, []],
  ['a minimum one day over', interval, 0, 15, []],
  ['a maximum one day short', interval, 0, 20, []],
  ['a maximum exactly', interval, 0, 21, []],
  ['a maximum one day over', interval, 0, 22, ['i 1']],
  ['the same day, in order', order, 4, 4, []],
  ['a day too early', order, 4, 3, ['i 1']],
  ['three days before, allowed', negative, 10, 7, []],
  ['four days before', negative, 10, 6, ['i 1']],
  ['fourteen days before the event', deadline, 6, 0, []],
  ['thirteen days before the event', deadline, 7, 0, ['d 1']],
  ['a week after an event', toEvent, 0, 27, []],
  ['six days after an event', toEvent, 0, 26, ['i 1']],
  ['the day before a gate opens', gate, 0, 4, ['g 1']],
  ['the day a gate opens', gate, 0, 5, []],
  ['the last day a gate is good', gate, 0, 15, []],
  ['the day after', gate, 0, 16, ['g 1']],
  ['apart, on two days', apart, 0, 1, []],
  ['apart, on one day', apart, 1, 1, ['p 0']],
  ['apart in visits, one day, two places', apart, 1, 1, [], [a, sampleItem('b', { owner: 'surgeon' })]],
  ['apart on days, one day, two places', apartDay, 1, 1, ['p 0'], [a, sampleItem('b', { owner: 'surgeon' })]],
  ['together, on one day', together, 3, 3, []],
  ['together, on two days', together, 3, 4, ['t 0']],
  ['a Sunday and a Tuesday', mondays, 6, 8, []],
  ['a Monday', mondays, 6, 7, ['c 0']],
  ['the day before they are away', away, 2, 6, []],
  ['the first and the last day away', away, 3, 5, ['c 0', 'c 0']],
  ['after work that lasts, on its last day', order, 0, 9, [], lasting],
  ['before its last day', order, 0, 8, ['i 1'], lasting],
  ['twelve days from its first day', fromFirst, 0, 12, [], lasting],
  ['eleven days from its first day', fromFirst, 0, 11, ['i 1'], lasting],
])('%s', (_name, constraint, first, second, expected, items) => {
  expect(broken(constraint, first, second, items)).toEqual(expected);
});

test('an overridden rule binds nobody', () => {
  const override = { by: 'Dr. Gray', reason: 'Healed early.' };
  expect(broken({ ...interval, override }, 0, 1)).toEqual([]);
});

const work = (availability: SequencingProblem['providers'][number]['availability'], on: number) =>
  look(
    sampleProblem([a], [], {
      providers: [{ providerId: 'general', name: 'Dr. Gray', place: 'office', availability }],
    }),
    on,
  ).breaches.length;
const source = { by: 'office', ref: 'office' } as const;
const leadTime = { days: 10, asOf: day(-3), source };

test.each([
  ['a day of theirs', { weekdays: { on: ['tue' as const], source } }, 1, 0],
  ['not a day of theirs', { weekdays: { on: ['tue' as const], source } }, 2, 1],
  ['within the lead time', { leadTime }, 6, 1],
  ['after the lead time', { leadTime }, 7, 0],
  [
    'offered within the lead time',
    { leadTime, offered: { days: [{ on: day(2) }], only: false, source } },
    2,
    0,
  ],
  ['not among the only ones offered', { offered: { days: [{ on: day(2) }], only: true, source } }, 3, 1],
  ['offered, but too short', { offered: { days: [{ on: day(2), minutes: 59 }], only: true, source } }, 2, 1],
  [
    'offered, just long enough',
    { offered: { days: [{ on: day(2), minutes: 60 }], only: true, source } },
    2,
    0,
  ],
  ['away', { closed: { days: [{ from: day(4), through: day(4) }], source } }, 4, 1],
  ['back again', { closed: { days: [{ from: day(4), through: day(4) }], source } }, 5, 0],
])('availability: %s', (_name, availability, on, breaches) => {
  expect(work(availability, on)).toBe(breaches);
});

const minutes = (office: number, patient: number | undefined, ...starts: number[]) =>
  look(
    sampleProblem([a, b], [], {
      places: [
        {
          placeId: 'office',
          name: 'The office',
          chairs: [
            { chairId: '1', minutesPerDay: office, days: [] },
            { chairId: '2', minutesPerDay: 30, days: [] },
          ],
        },
        { placeId: 'surgery', name: 'The surgery' },
      ],
      patient: patient === undefined ? {} : { minutesPerDay: patient },
    }),
    ...starts,
  ).breaches.map(({ ref }) => ref);

test.each([
  ['one chair takes both', 120, undefined, [1, 1], []],
  ['two chairs do not add up', 119, undefined, [1, 1], ['availability/office']],
  ['on two days', 119, undefined, [1, 2], []],
  ['as long as the patient bears', 120, 120, [1, 1], []],
  ['a minute longer', 120, 119, [1, 1], ['patient']],
])('minutes: %s', (_name, office, patient, starts, expected) => {
  expect(minutes(office, patient, ...starts)).toEqual(expected);
});

test('the four objectives', () => {
  const problem = sampleProblem(
    [
      sampleItem('a', { urgency: 'soon', due: day(3) }),
      sampleItem('b', { urgency: 'urgent', modality: 'sedation' }),
      sampleItem('c', { owner: 'surgeon', days: 5 }),
    ],
    [
      sampleConstraint(
        'i',
        { kind: 'interval', from: 'a', to: 'b', minDays: 1, targetDays: 2, maxDays: 3 },
        { strength: 'should' },
      ),
    ],
  );
  // a: 2 days late at 10. b: 9 days after the start at 100, 1 day over the maximum at 10 × 100, 2 off its target at 100.
  expect(look(problem, 5, 9, 20)).toMatchObject({
    breaches: [],
    lateness: 20 + 900 + 1000 + 200,
    patientPays: 'not-known',
    visits: 3 + 1,
    finish: 25,
  });
});

test('the cost of an order is the estimate of its days: the maximum of one benefit year, or of two', () => {
  const plan = samplePlan([
    { kind: 'percentage', percent: 80 },
    { kind: 'network', participates: false },
    { kind: 'maximum', per: 'individual', period: 'benefit-year', amount: cents(10_000) },
    { kind: 'deductible', per: 'individual', period: 'benefit-year', amount: cents(1000) },
    { kind: 'benefit-year', begins: '01-14' },
  ]);
  const cost = planCost(
    sampleRequest(
      [plan],
      ['a', 'b'].map((lineId) => sampleLine('D2391', 100, { lineId })),
    ),
  );
  if (isRefusal(cost)) throw new Error(cost.code);
  const problem = sampleProblem([a, b], [], { cost });
  // Of 200.00 the plan would pay 80 % less the deductible, 152.00, and has 100.00: 72.00 and 28.00. A year later both are paid.
  expect(look(problem, 9, 9).patientPays).toBe(2800 + 7200);
  expect(look(problem, 9, 10).patientPays).toBe(2800 + 2800);
});

test('a resource is in use from the first day through the last', () => {
  const uses = [{ resource: 'machine', amount: 2 }];
  const items = [sampleItem('a', { days: 3, uses }), sampleItem('b', { days: 3, uses })];
  const problem = sampleProblem(items, [], { resources: [{ resourceId: 'machine', capacity: 3 }] });
  expect(look(problem, 0, 2).breaches.map(({ ref }) => ref)).toEqual(['resource/machine']);
  expect(look(problem, 0, 3).breaches).toEqual([]);
});

test.each<[string, number, readonly string[]]>([
  ['a day too soon', 13, ['i 1']],
  ['exactly in time', 14, []],
  ['at its last day', 21, []],
  ['a day too late', 22, ['i 1']],
])('what should hold and is %s is told, and breaks nothing', (_name, second, expected) => {
  const should = { ...interval, strength: 'should' } as const;
  const { breaches, unkept, lateness } = look(sampleProblem([a, b], [should]), 0, second);
  expect([breaches, unkept.map(({ ref, days }) => `${ref} ${days}`)]).toEqual([[], expected]);
  expect(lateness > 0).toBe(expected.length > 0);
});
