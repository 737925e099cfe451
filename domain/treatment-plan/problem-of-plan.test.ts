import { createHash } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import type { CoordinationCase } from '../case/case.ts';
import type { NewCaseEvent } from '../case/case-events.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { isRefusal } from '../kernel/refusal.ts';
import {
  sampleCase,
  sampleOpening,
  samplePracticeSteps,
  sampleNow,
  samplePractice,
  type CaseStep,
} from '../readiness/ready-case.samples.ts';
import type { Constraint } from './constraint.ts';
import { decideKeepSchedule, type KeepSchedule } from './keep-schedule.ts';
import type { PlanItem } from './plan-item.ts';
import { problemOfPlan } from './problem-of-plan.ts';
import { withUsualDays } from './usual-days.ts';
import { checkProblem } from './sequencing/check-problem.ts';
import type { SequencingProblem } from './sequencing/sequencing-problem.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const rules = { pathways: new Map(), locale: 'en', sha256 } as const;
const practice = samplePractice(samplePracticeSteps);
const day = calendarDate;
const question = {
  start: day('2026-03-09'),
  horizonDays: 100,
  objectives: ['lateness', 'visits', 'finish'],
  locked: {},
  chosen: [],
  daysThatSuit: 'Days that suit',
} as const;

function item(itemId: string, change: Partial<PlanItem> = {}): PlanItem {
  return {
    itemId,
    text: `Step ${itemId}`,
    surfaces: [],
    order: 1,
    after: [],
    ownerMemberId: 'member-dentist',
    status: 'accepted',
    ...change,
  };
}

function planned(
  items: readonly PlanItem[],
  ...more: readonly (Constraint | NewCaseEvent)[]
): CoordinationCase {
  return sampleCase([
    ...sampleOpening.filter(({ type }) => type !== 'plan.item-recorded'),
    ...items.map((each): CaseStep => ({ type: 'plan.item-recorded', data: { item: each } })),
    ...more.map((each) =>
      'type' in each
        ? (each as CaseStep)
        : ({ type: 'plan.constraint-recorded', data: { constraint: each } } as const),
    ),
  ]);
}

function problem(
  items: readonly PlanItem[],
  constraints: readonly Constraint[] = [],
  change: Partial<Parameters<typeof problemOfPlan>[3]> = {},
): SequencingProblem {
  const found = problemOfPlan(planned(items, ...constraints), practice, rules, { ...question, ...change });
  if (isRefusal(found)) throw new Error(found.code);
  expect(checkProblem(found)).toBeUndefined();
  return found;
}

const said = { source: { by: 'person', ref: 'member-dentist' }, strength: 'must' } as const;
const wait: Constraint = {
  kind: 'interval',
  constraintId: 'wait',
  text: 'Two weeks',
  ...said,
  from: 'a',
  to: 'b',
  minDays: 14,
};

describe('which steps go into the order', () => {
  test.each<[string, readonly PlanItem[], readonly string[]]>([
    ['all that are to come', [item('a'), item('b', { status: 'proposed' })], ['a', 'b']],
    ['not what is done', [item('a', { status: 'done', on: day('2026-03-01') }), item('b')], ['b']],
    [
      'not what is declined or withdrawn',
      [item('a'), item('b', { status: 'declined' }), item('c', { status: 'withdrawn' })],
      ['a'],
    ],
    ['of alternatives the first', [item('a', { alternatives: ['b'] }), item('b', { order: 2 })], ['a']],
    [
      'of alternatives the accepted one',
      [item('a', { alternatives: ['b'], status: 'proposed' }), item('b', { order: 2 })],
      ['b'],
    ],
    [
      'of alternatives the booked one',
      [item('a', { alternatives: ['b'] }), item('b', { status: 'scheduled', order: 2 })],
      ['b'],
    ],
    ['named from either side', [item('a'), item('b', { alternatives: ['a'], order: 2 })], ['a']],
  ])('%s', (_name, items, open) => {
    expect(problem(items).items.map(({ itemId }) => itemId)).toEqual(open);
  });

  it('is refused when nothing is left', () => {
    const done = planned([item('a', { status: 'done', on: day('2026-03-01') })]);
    const found = problemOfPlan(done, practice, rules, question);
    expect(isRefusal(found) && found.code).toBe('plan/nothing-to-order');
  });
});

describe('what holds between them', () => {
  it('counts from what is done', () => {
    const { constraints, events } = problem(
      [item('a', { status: 'done', on: day('2026-03-01') }), item('b')],
      [wait],
    );
    expect(constraints).toEqual([wait]);
    expect(events).toEqual([{ eventId: 'a', text: 'Step a', on: '2026-03-01' }]);
  });

  test.each<[string, Constraint]>([
    ['an interval from what has no day', wait],
    [
      'one visit of which one step is left',
      { kind: 'together', constraintId: 'one', text: 'One', ...said, items: ['a', 'b'] },
    ],
  ])('leaves out %s', (_name, constraint) => {
    expect(problem([item('a', { status: 'done' }), item('b')], [constraint]).constraints).toEqual([]);
  });

  it('keeps "after" as an interval', () => {
    const [after] = problem([item('a'), item('b', { after: ['a'], order: 2 })]).constraints;
    expect(after).toMatchObject({ kind: 'interval', from: 'a', to: 'b', strength: 'must' });
  });
});

describe('who, where and when', () => {
  it('gives a step without an owner to nobody yet, in our office', () => {
    const { ownerMemberId: _, ...unowned } = item('a');
    const { items, providers } = problem([unowned]);
    expect(items[0]?.owner).toBe('nobody-yet');
    expect(providers).toEqual([
      {
        providerId: 'nobody-yet',
        name: 'nobody-yet',
        place: 'our-office',
        availability: withUsualDays({}, { ...question, booked: [] }),
      },
    ]);
  });

  it('puts offices at places of their own, and work of several in the hospital at one', () => {
    const both = [
      item('a', { modality: 'hospital' }),
      item('b', { modality: 'hospital', ownerMemberId: 'member-surgeon' }),
    ];
    const one: Constraint = {
      kind: 'together',
      constraintId: 'one',
      text: 'One anesthetic',
      ...said,
      items: ['a', 'b'],
    };
    const { providers, places, items } = problem(both, [one]);
    expect(providers.map(({ place }) => place)).toEqual(['our-office', 'place-sound-oral-surgery']);
    expect(places.map(({ placeId, name }) => `${placeId}: ${name}`)).toEqual([
      'our-office: Harbor Family Dental',
      'place-sound-oral-surgery: Sound Oral Surgery',
      'hospital: hospital',
    ]);
    expect(items.map(({ place }) => place)).toEqual(['hospital', 'hospital']);
  });

  test.each<
    [string, Partial<PlanItem>, Readonly<Record<string, ReturnType<typeof day>>>, string | undefined]
  >([
    ['is free when it is not booked', {}, {}, undefined],
    ['stays on the day it is booked', { status: 'scheduled', on: day('2026-03-09') }, {}, '2026-03-09'],
    [
      'is free when the booked day has gone by',
      { status: 'scheduled', on: day('2026-03-08') },
      {},
      undefined,
    ],
    [
      'stays where somebody keeps it',
      { status: 'scheduled', on: day('2026-03-20') },
      { a: day('2026-04-01') },
      '2026-04-01',
    ],
  ])('a step %s', (_name, change, locked, on) => {
    expect(problem([item('a', change)], [], { locked }).items[0]?.lockedOn).toBe(on);
  });
});

test.each<[string, Partial<PlanItem>, string | undefined]>([
  ['nobody said when it starts', {}, undefined],
  ['it has begun', { startsOn: day('2026-03-09') }, undefined],
  ['it starts later', { startsOn: day('2026-03-10') }, '2026-03-10'],
  ['it waits for longer', { startsOn: day('2026-03-10'), notBefore: day('2026-03-12') }, '2026-03-12'],
  [
    'it starts so many days before',
    { startsOn: day('2026-03-10'), status: 'scheduled', on: day('2026-03-20') },
    '2026-03-19',
  ],
])('the first day on which a step may be completed: %s', (_name, change, release) => {
  expect(problem([item('a', change)], []).items[0]?.release).toBe(release);
});

describe('an order that the team keeps', () => {
  const state = planned([item('a'), item('b')], wait);
  const asked = problem([item('a'), item('b')], [wait]);
  const good: KeepSchedule = {
    scheduleId: 's-1',
    days: { a: day('2026-03-09'), b: day('2026-03-23') },
    madeBy: 'by-hand',
    levels: [],
  };
  const keep = (change: Partial<KeepSchedule>, from = state) =>
    decideKeepSchedule(from, { ...good, ...change }, { now: sampleNow }, asked);
  const outcome = (decided: ReturnType<typeof keep>) =>
    isRefusal(decided) ? decided.code : decided.map(({ type }) => type).join(' ') || 'nothing';

  test.each<[string, Partial<KeepSchedule>, string]>([
    ['is recorded', {}, 'plan.schedule-kept'],
    ['a day short of a minimum', { days: { ...good.days, b: day('2026-03-22') } }, 'plan/order-breaks'],
    ['without a day for a step', { days: { a: day('2026-03-09') } }, 'plan/order-incomplete'],
    ['before today', { days: { ...good.days, a: day('2026-03-08') } }, 'plan/order-outside'],
    ['on the last day', { days: { ...good.days, b: day('2026-06-16') } }, 'plan.schedule-kept'],
    ['past the last day', { days: { ...good.days, b: day('2026-06-17') } }, 'plan/order-outside'],
  ])('%s', (_name, change, expected) => {
    expect(outcome(keep(change))).toBe(expected);
  });

  it('says of itself what the evaluator finds, and a bound only where its value is right', () => {
    const decided = keep({
      levels: [
        { objective: 'visits', status: 'optimal', value: 2, bound: 2 },
        { objective: 'finish', status: 'optimal', value: 3, bound: 3 },
      ],
    });
    expect(isRefusal(decided) ? decided : decided[0]?.data).toMatchObject({
      kept: {
        schedule: {
          visits: [
            { on: '2026-03-09', items: ['a'] },
            { on: '2026-03-23', items: ['b'] },
          ],
        },
        levels: [
          { objective: 'lateness', status: 'feasible', value: 0 },
          { objective: 'visits', status: 'optimal', value: 2, bound: 2 },
          { objective: 'finish', status: 'feasible', value: 15 },
        ],
      },
    });
  });

  it('moves the start of what is completed on another day, and no other', () => {
    const kept = keep({});
    if (isRefusal(kept)) throw new Error(kept.code);
    const startsOn = day('2026-03-16');
    const started = planned(
      [item('a', { startsOn: day('2026-03-09') }), item('b', { startsOn })],
      wait,
      ...kept,
    );
    const moved = (on: string) => {
      const decided = keep({ scheduleId: 's-2', days: { ...good.days, b: day(on) } }, started);
      if (isRefusal(decided)) throw new Error(decided.code);
      return decided.flatMap(({ type, data }) =>
        type === 'plan.item-recorded' ? [[data.item.itemId, data.item.startsOn]] : [],
      );
    };
    expect(moved('2026-03-30')).toEqual([['b', '2026-03-23']]);
    expect(moved('2026-03-23')).toEqual([]);
  });

  it('is recorded once, and its id says no other order', () => {
    const decided = keep({});
    if (isRefusal(decided)) throw new Error(decided.code);
    const after = planned([item('a'), item('b')], wait, ...decided);
    expect(outcome(keep({}, after))).toBe('nothing');
    expect(outcome(keep({ days: { ...good.days, b: day('2026-03-24') } }, after))).toBe('id/in-use');
  });
});
