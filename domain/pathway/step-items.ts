import { inCodeRange } from '../kernel/code-range.ts';
import type { PlanItem } from '../treatment-plan/plan-item.ts';
import type { Pathway } from './pathway.ts';

/** What a pathway looks at in an item of the plan. */
export type PathwayItem = Pick<PlanItem, 'itemId' | 'code' | 'tooth' | 'order'> &
  Required<Pick<PlanItem, 'modality' | 'urgency'>>;

/** Items that somebody put to a step by hand: step by item id. It goes before what the code says. */
export type StepsByHand = Readonly<Record<string, string>>;

/** The items of one step in the order of the plan. */
export function itemsOfStep(
  pathway: Pick<Pathway, 'steps'>,
  step: string,
  items: readonly PathwayItem[],
  byHand: StepsByHand = {},
): readonly PathwayItem[] {
  const codes = pathway.steps[step]?.codes ?? [];
  return items
    .filter(({ itemId, code }) => {
      const chosen = byHand[itemId];
      return chosen === undefined ? code !== undefined && listed(code, codes) : chosen === step;
    })
    .toSorted((one, other) => one.order - other.order || (one.itemId < other.itemId ? -1 : 1));
}

function listed(code: string, codes: readonly string[]): boolean {
  return codes.some((range) => inCodeRange(range, code));
}
