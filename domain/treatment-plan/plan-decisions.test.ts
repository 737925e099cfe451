import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleDeciding } from '../case/deciding.samples.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { parseTooth } from '../kernel/tooth.ts';
import { sampleCase, sampleOpening, type CaseStep } from '../readiness/ready-case.samples.ts';
import { decideRecordPlanItem, decideSignPlan } from './plan-decisions.ts';
import type { PlanItem } from './plan-item.ts';
import { circleThrough, orderPlan } from './plan-order.ts';
import { planStanding } from './plan-version.ts';

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

const hash = (text: string) => text.length.toString(16).padStart(64, '0');

test('a signature covers the plan as it stands, and a change afterwards shows', () => {
  const signed = decideSignPlan(plan, { statement: 'Agreed.', expectedPosition: 1 }, sampleDeciding(), hash);
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
  expect(planStanding(sampleCase(steps))).toEqual({ standing: 'signed', version: 1 });
  expect(
    outcome(
      decideSignPlan(sampleCase(steps), { statement: 'Again.', expectedPosition: 1 }, sampleDeciding(), hash),
    ),
  ).toBe('plan/already-signed');
  const changed: CaseStep = { type: 'plan.item-recorded', data: { item: item('a', { text: 'Otherwise' }) } };
  expect(planStanding(sampleCase([...steps, changed]))).toEqual({ standing: 'changed-since', version: 1 });
});

test('an empty plan is not signed, and an unsigned one says so', () => {
  expect(
    outcome(decideSignPlan(planned(), { statement: 'x', expectedPosition: 1 }, sampleDeciding(), hash)),
  ).toBe('plan/empty');
  expect(planStanding(planned())).toEqual({ standing: 'empty' });
  expect(planStanding(plan)).toEqual({ standing: 'unsigned' });
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
