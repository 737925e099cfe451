import type { CoordinationCase } from '../case/case.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { PlanItem, PlanSignature } from './plan-item.ts';
import { orderPlan } from './plan-order.ts';

/** What a signature covers: every item of the plan, those declined and withdrawn too, in lawful order. */
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

/** Whether the plan on the screen is the one that was signed last. Its progress (status) counts as a change too. */
export function planStanding(state: CoordinationCase): PlanStanding {
  const signature: PlanSignature | undefined = state.planSignatures.at(-1)?.signature;
  if (state.planItems.size === 0) return { standing: 'empty' };
  if (!signature) return { standing: 'unsigned' };
  const same = signedText(itemsToSign(state)) === signedText(signature.items);
  return { standing: same ? 'signed' : 'changed-since', version: signature.version };
}
