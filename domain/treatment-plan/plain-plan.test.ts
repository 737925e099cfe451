import { expect, test } from 'vitest';
import { sampleDeciding } from '../case/deciding.samples.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { sampleCase, sampleOpening, type CaseStep } from '../readiness/ready-case.samples.ts';
import { plainPlan, type PlainStep } from './plain-plan.ts';
import type { PlanItem } from './plan-item.ts';

/** Today is 12 March 2026. */
const deciding = sampleDeciding();

function item(itemId: string, change: Partial<PlanItem> = {}): PlanItem {
  return { itemId, text: itemId, surfaces: [], order: 1, after: [], status: 'accepted', ...change };
}

function planOf(items: readonly PlanItem[], keptDays: Readonly<Record<string, string>> = {}) {
  const steps = items.map((each): CaseStep => ({ type: 'plan.item-recorded', data: { item: each } }));
  const kept: CaseStep = {
    type: 'plan.schedule-kept',
    data: {
      kept: {
        scheduleId: 'order',
        madeBy: 'by-hand',
        levels: [],
        schedule: {
          visits: Object.entries(keptDays).map(([itemId, on]) => ({
            on: calendarDate(on),
            place: 'office',
            items: [itemId],
            providers: ['x'],
            minutes: 30,
            anesthetic: false,
            waitsFor: [],
          })),
        },
      },
    },
  };
  const opening = sampleOpening.filter(({ type }) => type !== 'plan.item-recorded');
  return sampleCase([...opening, ...steps, ...(Object.keys(keptDays).length > 0 ? [kept] : [])]);
}

const named = (steps: readonly PlainStep[]) =>
  steps.map(({ text, when }) =>
    [text, ...(when ? [when.day, when.booked ? 'booked' : 'planned'] : [])].join(' '),
  );

test.each<[string, readonly PlanItem[], Record<string, string>, readonly string[], readonly string[]]>([
  [
    'no day at all: the first in lawful order',
    [item('b', { after: ['a'], order: 1 }), item('a', { order: 2 })],
    {},
    ['a'],
    ['b'],
  ],
  [
    'a booked day comes before planned ones',
    [item('a'), item('b', { status: 'scheduled', on: calendarDate('2026-03-20') })],
    { a: '2026-04-01' },
    ['b 2026-03-20 booked'],
    ['a 2026-04-01 planned'],
  ],
  [
    'all steps of the next day are next',
    [item('a'), item('b'), item('c')],
    { a: '2026-04-01', b: '2026-04-01', c: '2026-05-01' },
    ['a 2026-04-01 planned', 'b 2026-04-01 planned'],
    ['c 2026-05-01 planned'],
  ],
  ['today still counts', [item('a')], { a: '2026-03-12' }, ['a 2026-03-12 planned'], []],
  ['a day that passed is none', [item('a')], { a: '2026-03-11' }, ['a'], []],
  ['what was declined is not there', [item('a'), item('b', { status: 'declined' })], {}, ['a'], []],
  ['an empty plan', [], {}, [], []],
])('%s', (_name, items, days, next, later) => {
  const plan = plainPlan(planOf(items, days), deciding);
  expect([named(plan.next), named(plan.later)]).toEqual([next, later]);
});

test('what is done, who does the rest, and what is known of the cost', () => {
  const plan = plainPlan(
    planOf([
      item('x-ray', { status: 'done', on: calendarDate('2026-03-01') }),
      item('surgery', {
        ownerMemberId: 'member-surgeon',
        code: procedureCode('D7210'),
        fee: cents(30_000),
      }),
      item('talk'),
    ]),
    deciding,
  );
  expect(plan.done).toEqual(['x-ray']);
  expect(plan.next[0]?.who?.name).toBe('Dr. Sol Surgeon');
  expect(plan.next[0]?.pays).toEqual({ least: 0, most: 30_000 });
  expect(plan.later.map(({ who, pays }) => [who, pays])).toEqual([[undefined, undefined]]);
});

test('without a coverage on the record nobody knows what the patient pays', () => {
  const uninsured = { ...deciding, patient: { ...deciding.patient, coverages: new Map() } };
  const priced = planOf([item('surgery', { code: procedureCode('D7210'), fee: cents(30_000) })]);
  expect(plainPlan(priced, uninsured).next[0]?.pays).toBeUndefined();
});
