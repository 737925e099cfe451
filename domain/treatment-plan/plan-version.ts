import type { CoordinationCase } from '../case/case.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { PlanItem } from './plan-item.ts';
import { orderPlan } from './plan-order.ts';
import { frameText } from './plan-frame.ts';
import { noFrame, type PlanFrame, type SignedPlan } from './signed-plan.ts';

/** What a signature covers of the items: every one of the plan, those declined and withdrawn too, in lawful order. */
export function itemsToSign(state: CoordinationCase): readonly PlanItem[] {
  return orderPlan([...state.planItems.values()].map(({ item }) => item));
}

/** The text whose SHA-256 a signature carries. */
export function signedText(items: readonly PlanItem[]): string {
  return canonicalJson(items);
}

export type PlanStanding =
  | { readonly standing: 'empty' | 'unsigned' }
  | { readonly standing: 'signed' | 'changed-since'; readonly version: number };

/**
 * Whether the plan on the screen is the one that was signed last. Its progress (status) counts as a change too, and so
 * does a frame that an older signature did not cover.
 */
export function planStanding(state: CoordinationCase, frame: PlanFrame): PlanStanding {
  const signed = state.planSignatures.at(-1);
  if (state.planItems.size === 0) return { standing: 'empty' };
  if (!signed) return { standing: 'unsigned' };
  return {
    standing: isChangedSince(signed, itemsToSign(state), frame) ? 'changed-since' : 'signed',
    version: signed.signature.version,
  };
}

/** Whether items or frame differ from what was signed, in whatever order they come. */
export function isChangedSince(
  { signature, frame = noFrame }: SignedPlan,
  items: readonly PlanItem[],
  present: PlanFrame,
): boolean {
  return (
    signedText(orderPlan(signature.items)) !== signedText(orderPlan(items)) ||
    frameText(inOneOrder(frame)) !== frameText(inOneOrder(present))
  );
}

function inOneOrder({ events, constraints, order }: PlanFrame): PlanFrame {
  return {
    events: events.toSorted((one, other) => (one.eventId < other.eventId ? -1 : 1)),
    constraints: constraints.toSorted((one, other) => (one.constraintId < other.constraintId ? -1 : 1)),
    ...(order ? { order } : {}),
  };
}
