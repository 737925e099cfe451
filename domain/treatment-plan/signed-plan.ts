import { Type, type Static } from 'typebox';
import { Constraint } from './constraint.ts';
import { KeptSchedule, PlanEvent } from './plan-events.ts';
import type { PlanSignature } from './plan-item.ts';

/**
 * What holds around the items of a plan: outside dates, rules with what was set aside, the order that is kept. What
 * holders of gates answered is not among it: an answer is progress, and takes nothing from what was agreed.
 */
export const PlanFrame = Type.Object({
  events: Type.Array(PlanEvent, { maxItems: 200 }),
  constraints: Type.Array(Constraint, { maxItems: 20_000 }),
  order: Type.Optional(KeptSchedule),
});
export type PlanFrame = Static<typeof PlanFrame>;

export const noFrame: PlanFrame = { events: [], constraints: [] };

/** A signature, and the frame that it covers beside its items: apart, since it may stay behind where items go. */
export interface SignedPlan {
  readonly signature: PlanSignature;
  readonly frame?: PlanFrame;
}
