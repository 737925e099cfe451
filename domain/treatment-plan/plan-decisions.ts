import type { CoordinationCase } from '../case/case.ts';
import type { NewCaseEvent } from '../case/case-events.ts';
import { repeats, type Deciding } from '../case/deciding.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { PlanItem } from './plan-item.ts';
import { circleThrough } from './plan-order.ts';
import { itemsToSign, planStanding, signedText } from './plan-version.ts';

type Decided = readonly NewCaseEvent[] | Refusal;

/**
 * Adds a step, or records what it should read now under the same id. Refusals in this order: tooth with area,
 * surfaces without tooth, an owner or an earlier step that does not exist, a circle, done before its turn.
 */
export function decideRecordPlanItem(
  state: CoordinationCase,
  { item }: { readonly item: PlanItem },
  { now }: Deciding,
): Decided {
  if (repeats(state.planItems.get(item.itemId)?.item, item) === 'repeated') return [];
  const refusal = refusePlace(item) ?? refuseLinks(state, item) ?? refuseOrder(state, item);
  return refusal ?? [{ type: 'plan.item-recorded', occurredAt: now, data: { item } }];
}

/** The dentist signs the plan as it stands. `sha256` hashes text to lower-case hexadecimal. */
export function decideSignPlan(
  state: CoordinationCase,
  { statement }: { readonly statement: string },
  { now }: Deciding,
  sha256: (text: string) => string,
): Decided {
  const { standing } = planStanding(state);
  if (standing === 'empty')
    return refuse('plan/empty', 'There is no plan to sign.', 'It has no steps yet.', 'Add the first step.');
  if (standing === 'signed')
    return refuse(
      'plan/already-signed',
      'This plan is already signed.',
      'Nothing has changed since the last signature.',
      'Nothing more needs doing.',
    );
  const items = [...itemsToSign(state)];
  const signature = {
    version: state.planSignatures.length + 1,
    itemsSha256: sha256(signedText(items)),
    statement,
    items,
  };
  return [{ type: 'plan.signed', occurredAt: now, data: { signature } }];
}

function refusePlace({ tooth, area, surfaces }: PlanItem): Refusal | undefined {
  if (tooth !== undefined && area !== undefined)
    return refuse(
      'plan/tooth-and-area',
      'A step names a tooth or an area, not both.',
      'A dental claim carries either of them on a line.',
      'Leave one of them empty.',
      '/item/area',
    );
  if (surfaces.length > 0 && tooth === undefined)
    return refuse(
      'plan/surfaces-without-tooth',
      'Surfaces need a tooth.',
      'A surface belongs to one tooth.',
      'Enter the tooth, or leave the surfaces empty.',
      '/item/surfaces',
    );
  if (new Set(surfaces).size < surfaces.length)
    return refuse(
      'plan/surface-twice',
      'A surface is named twice.',
      `The surfaces are ${surfaces.join(' ')}.`,
      'Name each surface once.',
      '/item/surfaces',
    );
  return undefined;
}

function refuseLinks(state: CoordinationCase, { after, ownerMemberId }: PlanItem): Refusal | undefined {
  if (ownerMemberId !== undefined && !state.members.has(ownerMemberId))
    return refuse(
      'plan/owner-unknown',
      'Nobody on the team has this step.',
      'The owner of a step is a member of the team.',
      'Choose a member, or add them to the team first.',
      '/item/ownerMemberId',
    );
  const unknown = after.findIndex((id) => !state.planItems.has(id));
  if (unknown < 0) return undefined;
  return refuse(
    'plan/earlier-step-unknown',
    'This step comes after one that does not exist.',
    'An earlier step has to be in the plan.',
    'Choose the earlier step again.',
    `/item/after/${unknown}`,
  );
}

function refuseOrder(state: CoordinationCase, item: PlanItem): Refusal | undefined {
  const items = new Map([...state.planItems].map(([id, recorded]) => [id, recorded.item]));
  const circle = circleThrough(item, items);
  if (circle)
    return refuse(
      'plan/circle',
      'These steps wait for each other.',
      circle.map((id) => (id === item.itemId ? item.text : (items.get(id)?.text ?? id))).join(' → '),
      'Remove one of the dependencies.',
      '/item/after',
    );
  const unfinished = item.after.find((id) => {
    const status = items.get(id)?.status;
    return status === 'proposed' || status === 'accepted' || status === 'scheduled';
  });
  if (item.status !== 'done' || unfinished === undefined) return undefined;
  return refuse(
    'plan/done-before-its-turn',
    'This step is done before its turn.',
    `"${items.get(unfinished)?.text ?? unfinished}" has to be done first.`,
    'Record the earlier step as done, declined or withdrawn, or take it out of the dependencies.',
    '/item/status',
  );
}
