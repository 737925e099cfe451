import type { CoordinationCase } from '../case/case.ts';
import { itemsInPlay } from './plan-constraints.ts';
import type { PlanItem } from './plan-item.ts';

/** What is still to be done: neither done nor given up, and of alternatives one. */
export function openItems(state: CoordinationCase): readonly PlanItem[] {
  const inPlay = itemsInPlay(state);
  return inPlay.filter((item) => item.status !== 'done' && !isOtherWay(item, inPlay));
}

const chosen: Readonly<Record<string, number>> = { done: 3, scheduled: 2, accepted: 1 };

/** Of alternatives one goes into the order: what was decided the furthest, or else what stands first. */
function isOtherWay(item: PlanItem, inPlay: readonly PlanItem[]): boolean {
  const rank = ({ status }: PlanItem) => chosen[status] ?? 0;
  const goesFirst = (other: PlanItem) =>
    rank(other) - rank(item) || item.order - other.order || (other.itemId < item.itemId ? 1 : -1);
  return inPlay.some(
    (other) =>
      (item.alternatives?.includes(other.itemId) === true ||
        other.alternatives?.includes(item.itemId) === true) &&
      goesFirst(other) > 0,
  );
}
