import type { CoordinationCase } from '../case/case.ts';
import type { NewCaseEvent } from '../case/case-events.ts';
import type { Instant } from '../kernel/calendar-date.ts';
import type { PlanItemStatus } from '../treatment-plan/plan-item.ts';
import type { OptionSheet } from './option-sheet.ts';

/** Statuses that are still the patient's to change: what is booked or done, or taken out, stays as it is. */
const open: ReadonlySet<PlanItemStatus> = new Set(['proposed', 'accepted', 'declined']);

/**
 * The steps of the plan follow a decision: those of the chosen option are accepted, those that stand in other options
 * only are declined. A step that no option names is left alone.
 */
export function planAfterDecision(
  state: CoordinationCase,
  sheet: OptionSheet,
  chosenId: string,
  now: Instant,
): readonly NewCaseEvent[] {
  const named = new Set(sheet.options.flatMap(({ itemIds }) => itemIds));
  const chosen = new Set(sheet.options.find(({ optionId }) => optionId === chosenId)?.itemIds);
  return [...state.planItems.values()].flatMap(({ item }) => {
    const status = chosen.has(item.itemId) ? 'accepted' : 'declined';
    if (!named.has(item.itemId) || !open.has(item.status) || item.status === status) return [];
    return [{ type: 'plan.item-recorded' as const, occurredAt: now, data: { item: { ...item, status } } }];
  });
}
