import type { CoordinationCase } from '../case/case.ts';
import type { NewCaseEvent } from '../case/case-events.ts';
import { categoryOf, replacesTeeth } from '../estimate/code-category.ts';
import { refuseUnseen, repeats, type Deciding } from '../case/deciding.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { PlanRules } from './plan-constraints.ts';
import type { PlanItem } from './plan-item.ts';
import { circleThrough } from './plan-order.ts';
import { frameOfPlan, frameText } from './plan-frame.ts';
import { itemsToSign, planStanding, signedText } from './plan-version.ts';

type Decided = readonly NewCaseEvent[] | Refusal;

/**
 * Adds a step, or records what it should read now under the same id. Refusals in this order: tooth with area,
 * surfaces without tooth, months of no orthodontics, a lost tooth that is not replaced, a start
 * of orthodontics or after completion, an earliest day after the latest, an owner or an earlier step that does not exist, a circle, done before its turn.
 */
export function decideRecordPlanItem(
  state: CoordinationCase,
  { item }: { readonly item: PlanItem },
  { now }: Deciding,
): Decided {
  if (repeats(state.planItems.get(item.itemId)?.item, item) === 'repeated') return [];
  const refusal =
    refusePlace(item) ??
    refuseMonths(item) ??
    refuseLostTooth(item) ??
    refuseStart(item) ??
    refuseDays(item) ??
    refuseLinks(state, item) ??
    refuseOrder(state, item);
  return refusal ?? [{ type: 'plan.item-recorded', occurredAt: now, data: { item } }];
}

function refuseMonths({ code, treatmentMonths, text }: PlanItem): Refusal | undefined {
  if (treatmentMonths === undefined || (code && categoryOf(code) === 'orthodontics')) return undefined;
  return refuse('plan/months-without-orthodontics', { step: text }, '/item/treatmentMonths');
}

function refuseLostTooth({ code, toothLostOn, text }: PlanItem): Refusal | undefined {
  if (toothLostOn === undefined || (code && replacesTeeth(categoryOf(code)))) return undefined;
  return refuse('plan/lost-tooth-not-replaced', { step: text }, '/item/toothLostOn');
}

/** Orthodontic treatment starts on the day of its step, and no work is completed before it starts. */
function refuseStart({ code, startsOn, on, text }: PlanItem): Refusal | undefined {
  if (startsOn === undefined) return undefined;
  if (code && categoryOf(code) === 'orthodontics')
    return refuse('plan/start-of-orthodontics', { step: text }, '/item/startsOn');
  return on !== undefined && startsOn > on
    ? refuse('plan/start-after-completion', { step: text, startsOn, on }, '/item/startsOn')
    : undefined;
}

/** No day is left between the two. Of a step that is over nobody asks. */
function refuseDays({ notBefore, due, status, text }: PlanItem): Refusal | undefined {
  if (notBefore === undefined || due === undefined || notBefore <= due) return undefined;
  return status === 'done' || status === 'declined' || status === 'withdrawn'
    ? undefined
    : refuse('plan/no-day-left', { step: text, notBefore, due }, '/item/notBefore');
}

/** The dentist signs the plan as it stood on the screen, with its frame. */
export function decideSignPlan(
  state: CoordinationCase,
  { statement, expectedPosition }: { readonly statement: string; readonly expectedPosition: number },
  { now }: Deciding,
  rules: PlanRules,
): Decided {
  const unseen = refuseUnseen(state, expectedPosition);
  if (unseen) return unseen;
  const frame = frameOfPlan(state, rules);
  const { standing } = planStanding(state, frame);
  if (standing === 'empty') return refuse('plan/empty');
  if (standing === 'signed') return refuse('plan/already-signed');
  const items = [...itemsToSign(state)];
  const signature = {
    version: state.planSignatures.length + 1,
    itemsSha256: rules.sha256(signedText(items)),
    frameSha256: rules.sha256(frameText(frame)),
    statement,
    items,
  };
  return [{ type: 'plan.signed', occurredAt: now, data: { signature, frame } }];
}

function refusePlace({ tooth, area, surfaces }: PlanItem): Refusal | undefined {
  if (tooth !== undefined && area !== undefined) return refuse('plan/tooth-and-area', {}, '/item/area');
  if (surfaces.length > 0 && tooth === undefined)
    return refuse('plan/surfaces-without-tooth', {}, '/item/surfaces');
  if (new Set(surfaces).size < surfaces.length)
    return refuse('plan/surface-twice', { surfaces: surfaces.join(' ') }, '/item/surfaces');
  return undefined;
}

function refuseLinks(state: CoordinationCase, { after, ownerMemberId }: PlanItem): Refusal | undefined {
  if (ownerMemberId !== undefined && !state.members.has(ownerMemberId))
    return refuse('plan/owner-unknown', {}, '/item/ownerMemberId');
  const unknown = after.findIndex((id) => !state.planItems.has(id));
  if (unknown < 0) return undefined;
  return refuse('plan/earlier-step-unknown', {}, `/item/after/${unknown}`);
}

function refuseOrder(state: CoordinationCase, item: PlanItem): Refusal | undefined {
  const items = new Map([...state.planItems].map(([id, recorded]) => [id, recorded.item]));
  const circle = circleThrough(item, items);
  if (circle)
    return refuse(
      'plan/circle',
      {
        circle: circle
          .map((id) => (id === item.itemId ? item.text : (items.get(id)?.text ?? id)))
          .join(' → '),
      },
      '/item/after',
    );
  const unfinished = item.after.find((id) => {
    const status = items.get(id)?.status;
    return status === 'proposed' || status === 'accepted' || status === 'scheduled';
  });
  if (item.status !== 'done' || unfinished === undefined) return undefined;
  return refuse(
    'plan/done-before-its-turn',
    { step: items.get(unfinished)?.text ?? unfinished },
    '/item/status',
  );
}
