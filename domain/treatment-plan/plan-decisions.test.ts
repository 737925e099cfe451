import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleDeciding } from '../case/deciding.samples.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { parseTooth } from '../kernel/tooth.ts';
import { sampleCase, sampleOpening, type CaseStep } from '../readiness/ready-case.samples.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import type { Constraint } from './constraint.ts';
import { decideRecordPlanItem, decideSignPlan } from './plan-decisions.ts';
import type { PlanItem } from './plan-item.ts';
import { circleThrough, orderPlan } from './plan-order.ts';
import { frameOfPlan, frameText } from './plan-frame.ts';
import { noFrame } from './signed-plan.ts';
import { planStanding, signedText } from './plan-version.ts';

const tooth = parseTooth('14');
if (isRefusal(tooth)) throw new Error(tooth.code);

function item(itemId: string, change: Partial<PlanItem> = {}): PlanItem {
  return { itemId, text: `Step ${itemId}`, surfaces: [], order: 1, after: [], status: 'proposed', ...change };
}

function planned(...items: readonly PlanItem[]) {
  const steps = items.map((each): CaseStep => ({ type: 'plan.item-recorded', data: { item: each } }));
  return sampleCase([...sampleOpening.filter(({ type }) => type !== 'plan.item-recorded'), ...steps]);
}

function outcome(decided: ReturnType<typeof decideRecordPlanItem>): string {
  if (isRefusal(decided)) return decided.code;
  return decided.map(({ type }) => type).join(' ') || 'nothing';
}

const plan = planned(item('a'), item('b', { after: ['a'] }), item('c', { after: ['b'] }));

test.each([
  ['a new step', item('d'), 'plan.item-recorded'],
  ['the same again', item('a'), 'nothing'],
  ['a tooth', item('d', { tooth, surfaces: ['M', 'O'] }), 'plan.item-recorded'],
  ['an area', item('d', { area: '10' }), 'plan.item-recorded'],
  ['a tooth and an area', item('d', { tooth, area: '10' }), 'plan/tooth-and-area'],
  ['surfaces without a tooth', item('d', { surfaces: ['M'] }), 'plan/surfaces-without-tooth'],
  ['a surface twice', item('d', { tooth, surfaces: ['M', 'M'] }), 'plan/surface-twice'],
  [
    'months of orthodontics',
    item('d', { code: procedureCode('D8080'), treatmentMonths: 24 }),
    'plan.item-recorded',
  ],
  [
    'months of a crown',
    item('d', { code: procedureCode('D2740'), treatmentMonths: 24 }),
    'plan/months-without-orthodontics',
  ],
  [
    'the day of a tooth that an implant replaces',
    item('d', { code: procedureCode('D6010'), toothLostOn: calendarDate('2019-05-02') }),
    'plan.item-recorded',
  ],
  [
    'the day of a lost tooth beside a filling',
    item('d', { code: procedureCode('D2391'), toothLostOn: calendarDate('2019-05-02') }),
    'plan/lost-tooth-not-replaced',
  ],
  [
    'a crown that starts before its day',
    item('d', {
      code: procedureCode('D2740'),
      startsOn: calendarDate('2026-12-20'),
      on: calendarDate('2027-01-10'),
    }),
    'plan.item-recorded',
  ],
  [
    'on its day',
    item('d', {
      code: procedureCode('D2740'),
      startsOn: calendarDate('2027-01-10'),
      on: calendarDate('2027-01-10'),
    }),
    'plan.item-recorded',
  ],
  [
    'after its day',
    item('d', {
      code: procedureCode('D2740'),
      startsOn: calendarDate('2027-01-11'),
      on: calendarDate('2027-01-10'),
    }),
    'plan/start-after-completion',
  ],
  [
    'a start of braces besides their day',
    item('d', { code: procedureCode('D8080'), startsOn: calendarDate('2026-12-20') }),
    'plan/start-of-orthodontics',
  ],
  [
    'not before the day by which it is wanted',
    item('d', { notBefore: calendarDate('2027-02-01'), due: calendarDate('2027-02-01') }),
    'plan.item-recorded',
  ],
  [
    'not before a day after that',
    item('d', { notBefore: calendarDate('2027-02-02'), due: calendarDate('2027-02-01') }),
    'plan/no-day-left',
  ],
  [
    'a step that is over, with such days',
    item('a', { notBefore: calendarDate('2027-02-02'), due: calendarDate('2027-02-01'), status: 'done' }),
    'plan.item-recorded',
  ],
  ['months without a code', item('d', { treatmentMonths: 24 }), 'plan/months-without-orthodontics'],
  ['an owner on the team', item('d', { ownerMemberId: 'member-surgeon' }), 'plan.item-recorded'],
  ['an owner who is not', item('d', { ownerMemberId: 'x' }), 'plan/owner-unknown'],
  ['after a step that is not there', item('d', { after: ['x'] }), 'plan/earlier-step-unknown'],
  ['after itself', item('a', { after: ['a'] }), 'plan/circle'],
  ['the first after the last', item('a', { after: ['c'] }), 'plan/circle'],
  ['done before its turn', item('b', { after: ['a'], status: 'done' }), 'plan/done-before-its-turn'],
  ['the first one done', item('a', { status: 'done' }), 'plan.item-recorded'],
])('recording: %s', (_name, changed, expected) => {
  expect(outcome(decideRecordPlanItem(plan, { item: changed }, sampleDeciding()))).toBe(expected);
});

test.each(['done', 'declined', 'withdrawn'] as const)('a step may be done after one that is %s', (status) => {
  const state = planned(item('a', { status }), item('b', { after: ['a'] }));
  const changed = item('b', { after: ['a'], status: 'done' });
  expect(outcome(decideRecordPlanItem(state, { item: changed }, sampleDeciding()))).toBe(
    'plan.item-recorded',
  );
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const rules = { pathways: new Map(), locale: 'en', sha256 } as const;
const standing = (steps: readonly CaseStep[]) => {
  const state = sampleCase(steps);
  return planStanding(state, frameOfPlan(state, rules));
};

test('a signature covers the plan as it stands, and a change afterwards shows', () => {
  const signed = decideSignPlan(plan, { statement: 'Agreed.', expectedPosition: 1 }, sampleDeciding(), rules);
  if (isRefusal(signed)) throw new Error(signed.code);
  const [event] = signed;
  if (event?.type !== 'plan.signed') throw new Error('not signed');
  expect(event.data.signature).toMatchObject({
    version: 1,
    items: [{ itemId: 'a' }, { itemId: 'b' }, { itemId: 'c' }],
  });
  const items = ['a', 'b', 'c'].map((id, index) =>
    item(id, { after: index === 0 ? [] : [['a', 'b'][index - 1] ?? ''] }),
  );
  const steps: readonly CaseStep[] = [
    ...sampleOpening.filter(({ type }) => type !== 'plan.item-recorded'),
    ...items.map((each): CaseStep => ({ type: 'plan.item-recorded', data: { item: each } })),
    { type: 'plan.signed', data: event.data },
  ];
  expect(standing(steps)).toEqual({ standing: 'signed', version: 1 });
  expect(
    outcome(
      decideSignPlan(
        sampleCase(steps),
        { statement: 'Again.', expectedPosition: 1 },
        sampleDeciding(),
        rules,
      ),
    ),
  ).toBe('plan/already-signed');
  const changed: CaseStep = { type: 'plan.item-recorded', data: { item: item('a', { text: 'Otherwise' }) } };
  expect(standing([...steps, changed])).toEqual({ standing: 'changed-since', version: 1 });
});

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
const cleared: Constraint = {
  kind: 'gate',
  constraintId: 'cleared',
  text: 'Cleared',
  ...said,
  gate: 'clearance',
  holder: 'Dr. Ada Heart',
  items: ['b'],
};

/** A plan with a rule, a gate, a date and an order, signed or about to be. */
const ruled: readonly CaseStep[] = [
  ...sampleOpening.filter(({ type }) => type !== 'plan.item-recorded'),
  ...['a', 'b'].map((id): CaseStep => ({ type: 'plan.item-recorded', data: { item: item(id) } })),
  { type: 'plan.outside-event-recorded', data: { event: { eventId: 'e', text: 'Surgery', on: null } } },
  { type: 'plan.constraint-recorded', data: { constraint: wait } },
  { type: 'plan.constraint-recorded', data: { constraint: cleared } },
];
const keeping = (scheduleId: string): CaseStep => ({
  type: 'plan.schedule-kept',
  data: { kept: { scheduleId, madeBy: 'by-hand', levels: [], schedule: { visits: [] } } },
});

function signedSteps(steps: readonly CaseStep[]) {
  const decided = decideSignPlan(
    sampleCase(steps),
    { statement: 'Agreed.', expectedPosition: 1 },
    sampleDeciding(),
    rules,
  );
  const event = isRefusal(decided) ? undefined : decided[0];
  if (event?.type !== 'plan.signed') throw new Error('not signed');
  return { data: event.data, steps: [...steps, { type: 'plan.signed', data: event.data } as const] };
}

test('a signature covers rules, dates and order, by hashes that anybody can make again', () => {
  const { data } = signedSteps([...ruled, keeping('s')]);
  expect(data.frame).toMatchObject({
    events: [{ eventId: 'e' }],
    constraints: [{ constraintId: 'wait' }, { constraintId: 'cleared' }],
    order: { scheduleId: 's' },
  });
  expect(data.signature.itemsSha256).toBe(sha256(signedText(data.signature.items)));
  expect(data.signature.frameSha256).toBe(sha256(frameText(data.frame ?? noFrame)));
});

test.each<[string, CaseStep, 'signed' | 'changed-since']>([
  [
    'a rule is added',
    { type: 'plan.constraint-recorded', data: { constraint: { ...wait, constraintId: 'w2' } } },
    'changed-since',
  ],
  [
    'a rule reads otherwise',
    { type: 'plan.constraint-recorded', data: { constraint: { ...wait, minDays: 15 } } },
    'changed-since',
  ],
  [
    'a rule is withdrawn',
    { type: 'plan.constraint-withdrawn', data: { constraintId: 'wait', reason: 'x' } },
    'changed-since',
  ],
  [
    'a rule is set aside',
    { type: 'plan.constraint-set-aside', data: { constraintId: 'wait', reason: 'x' } },
    'changed-since',
  ],
  [
    'a date is told',
    {
      type: 'plan.outside-event-recorded',
      data: { event: { eventId: 'e', text: 'Surgery', on: calendarDate('2026-05-04') } },
    },
    'changed-since',
  ],
  ['another order is kept', keeping('s2'), 'changed-since'],
  [
    'a gate is passed',
    {
      type: 'plan.gate-answered',
      data: { answer: { constraintId: 'cleared', passedOn: calendarDate('2026-03-02'), note: '' } },
    },
    'signed',
  ],
  [
    'an office says when it works',
    {
      type: 'plan.availability-recorded',
      data: { availability: { memberId: 'member-dentist', availability: {} } },
    },
    'signed',
  ],
])('after the signature %s: %s', (_name, step, expected) => {
  const { steps } = signedSteps([...ruled, keeping('s')]);
  expect(standing(steps)).toEqual({ standing: 'signed', version: 1 });
  expect(standing([...steps, step])).toEqual({ standing: expected, version: 1 });
});

test('an older signature, which covered the items alone, stays good for a plan without rules', () => {
  const old = (steps: readonly CaseStep[]): readonly CaseStep[] => {
    const { frameSha256: _sha256, ...signature } = signedSteps(steps).data.signature;
    return [...steps, { type: 'plan.signed', data: { signature } }];
  };
  const bare = ruled.filter(({ type }) => !/^plan\.(constraint|outside)/.test(type));
  expect(standing(old(bare))).toEqual({ standing: 'signed', version: 1 });
  expect(standing(old(ruled))).toEqual({ standing: 'changed-since', version: 1 });
});

test('an empty plan is not signed, and an unsigned one says so', () => {
  expect(
    outcome(decideSignPlan(planned(), { statement: 'x', expectedPosition: 1 }, sampleDeciding(), rules)),
  ).toBe('plan/empty');
  expect(planStanding(planned(), noFrame)).toEqual({ standing: 'empty' });
  expect(planStanding(plan, noFrame)).toEqual({ standing: 'unsigned' });
});

const items = fc
  .array(
    fc.record({ order: fc.integer({ min: 1, max: 5 }), earlier: fc.array(fc.nat(20), { maxLength: 3 }) }),
    { maxLength: 12 },
  )
  .map((each) =>
    each.map(({ order, earlier }, index) =>
      item(`i${index}`, {
        order,
        after: [...new Set(earlier.filter((other) => other < index).map((other) => `i${other}`))],
      }),
    ),
  );

test('the order is lawful: every step is there once, after what it comes after', () => {
  fc.assert(
    fc.property(items, fc.integer(), (plan, seed) => {
      const shuffled = plan.toSorted((one, other) => ((seed ^ one.order) % 3) - ((seed ^ other.order) % 3));
      const ordered = orderPlan(shuffled).map(({ itemId }) => itemId);
      expect(ordered.toSorted()).toEqual(plan.map(({ itemId }) => itemId).sort());
      for (const { itemId, after } of plan)
        for (const before of after) expect(ordered.indexOf(before)).toBeLessThan(ordered.indexOf(itemId));
      expect(
        plan.every(
          (each) => circleThrough(each, new Map(plan.map((one) => [one.itemId, one]))) === undefined,
        ),
      ).toBe(true);
    }),
  );
});
