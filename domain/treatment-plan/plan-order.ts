import type { PlanItem } from './plan-item.ts';

/**
 * The plan in a lawful order: nothing stands before what it comes after; where that leaves a choice, the
 * wished place decides, then the id. Items that wait for each other in a circle are left out.
 */
export function orderPlan(items: Iterable<PlanItem>): readonly PlanItem[] {
  const waiting = [...items].sort(byPlace);
  const ordered: PlanItem[] = [];
  const known = new Set(waiting.map(({ itemId }) => itemId));
  const placed = new Set<string>();
  for (;;) {
    const index = waiting.findIndex(({ after }) => after.every((id) => placed.has(id) || !known.has(id)));
    const next = index < 0 ? undefined : waiting.splice(index, 1)[0];
    if (!next) return ordered;
    ordered.push(next);
    placed.add(next.itemId);
  }
}

/** The first circle that an item would close with the others, as ids from the item back to itself; undefined when there is none. */
export function circleThrough(
  item: PlanItem,
  others: ReadonlyMap<string, PlanItem>,
): readonly string[] | undefined {
  const seen = new Set<string>();
  const walk = (id: string, path: readonly string[]): readonly string[] | undefined => {
    if (id === item.itemId) return [...path, id];
    if (seen.has(id)) return undefined;
    seen.add(id);
    for (const before of others.get(id)?.after ?? []) {
      const circle = walk(before, [...path, id]);
      if (circle) return circle;
    }
    return undefined;
  };
  for (const before of item.after) {
    const circle = walk(before, [item.itemId]);
    if (circle) return circle;
  }
  return undefined;
}

function byPlace(one: PlanItem, other: PlanItem): number {
  return one.order - other.order || (one.itemId < other.itemId ? -1 : 1);
}
