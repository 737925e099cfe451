import type { CoordinationCase } from '../case/case.ts';
import type { Constraint } from './constraint.ts';
import type { Disagreement } from './plan-events.ts';
import { itemsInPlay } from './plan-constraints.ts';
import type { PlanItem } from './plan-item.ts';

/** Items that cannot both be right, as found in the plan; nobody has said anything about them yet. */
export type PlanConflict = Pick<Disagreement, 'kind'> & { readonly itemIds: readonly [string, string] };

/**
 * Conflicts between items that are still to come: an implant where teeth will be moved first, a crown on a tooth that
 * is to be taken out or is out already, the same work planned by two offices. Items that are alternatives of each other
 * are none.
 */
export function planConflicts(
  state: CoordinationCase,
  constraints: readonly Constraint[],
): readonly PlanConflict[] {
  const items = itemsInPlay(state);
  const pairs = items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other] as const));
  return pairs
    .filter(([one, other]) => !isAlternative(one, other) && !isAlternative(other, one))
    .filter(([one, other]) => !isOver(one) || !isOver(other))
    .flatMap(([one, other]): PlanConflict[] => {
      const kind = conflictOf(one, other, constraints) ?? conflictOf(other, one, constraints);
      return kind ? [{ kind, itemIds: [one.itemId, other.itemId] }] : [];
    });
}

function isAlternative(one: PlanItem, other: PlanItem): boolean {
  return one.alternatives?.includes(other.itemId) === true;
}

function conflictOf(
  one: PlanItem,
  other: PlanItem,
  constraints: readonly Constraint[],
): PlanConflict['kind'] | undefined {
  if (isCrown(one) && !isOver(one) && isExtraction(other) && isOnToothOf(one, other))
    return 'crown-and-extraction';
  if (isOver(one) || isOver(other)) return undefined;
  if (isImplant(one) && movesTeeth(other) && !comesAfter(one, other, constraints))
    return 'implant-where-teeth-move';
  if (isSameWork(one, other)) return 'same-work-twice';
  return undefined;
}

function isOver({ status }: PlanItem): boolean {
  return status === 'done';
}

function isOnToothOf(one: PlanItem, other: PlanItem): boolean {
  return one.tooth !== undefined && one.tooth === other.tooth;
}

/** Ranges of code numbers: the pathways' (1 to 3), and as general knowledge the other single crowns and extractions. */
function between(item: PlanItem, first: string, last: string): boolean {
  return item.code !== undefined && first <= item.code && item.code <= last;
}

function isImplant(item: PlanItem): boolean {
  return item.code === 'D6010';
}

function movesTeeth(item: PlanItem): boolean {
  return between(item, 'D8080', 'D8090') || item.code === 'D8670';
}

function isCrown(item: PlanItem): boolean {
  return between(item, 'D2710', 'D2799');
}

function isExtraction(item: PlanItem): boolean {
  return item.code === 'D7140' || between(item, 'D7210', 'D7250');
}

function isSameWork(one: PlanItem, other: PlanItem): boolean {
  const placed = one.tooth !== undefined || one.area !== undefined;
  return (
    placed &&
    one.code !== undefined &&
    one.code === other.code &&
    one.tooth === other.tooth &&
    one.area === other.area &&
    one.ownerMemberId !== other.ownerMemberId
  );
}

/** Whether an item has to come after another, directly or by way of others. */
function comesAfter(item: PlanItem, other: PlanItem, constraints: readonly Constraint[]): boolean {
  const seen = new Set<string>();
  const reach = (id: string): boolean => {
    if (id === other.itemId) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return constraints.some(
      (constraint) =>
        constraint.kind === 'interval' &&
        constraint.to === id &&
        !constraint.override &&
        (constraint.minDays ?? 0) >= 0 &&
        reach(constraint.from),
    );
  };
  return reach(item.itemId);
}
