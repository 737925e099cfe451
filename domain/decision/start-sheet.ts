import { daysBetween } from '../kernel/calendar-date.ts';
import type { PlanItem } from '../treatment-plan/plan-item.ts';
import type { Visit } from '../treatment-plan/sequencing/schedule.ts';
import type { OptionKind } from './option-sheet.ts';

/** What the plan knows of an option before anybody wrote a word of it. */
export interface StartedOption {
  readonly kind: OptionKind;
  /** The step that it is about; undefined for doing nothing, for phases, and where the plan names no alternatives. */
  readonly about: PlanItem | undefined;
  readonly itemIds: readonly string[];
  readonly visits: number | undefined;
  readonly weeks: number | undefined;
}

/**
 * The options that the plan itself names: a treatment for each step of a set of alternatives, with the steps that
 * follow from it; or, without alternatives, the plan as it stands. Then treating in phases, and doing nothing.
 * Visits and time come from the order that was kept, where it holds all of the steps.
 */
export function startOptions(
  items: readonly PlanItem[],
  keptVisits: readonly Visit[],
): readonly StartedOption[] {
  const open = items.filter(({ status }) => status !== 'done' && status !== 'withdrawn');
  const alternatives = firstAlternatives(open);
  const treatments =
    alternatives.length > 1
      ? alternatives.map((about) =>
          started('treatment', stepsOf(about, alternatives, open), keptVisits, about),
        )
      : [started('treatment', open.map(idOf), keptVisits, undefined)];
  return [
    ...treatments,
    started('in-phases', treatments[0]?.itemIds ?? [], [], undefined),
    { kind: 'do-nothing', about: undefined, itemIds: [], visits: 0, weeks: 0 },
  ];
}

const idOf = ({ itemId }: PlanItem) => itemId;

/** A step that names others instead of it, and those others, whichever side named them. */
function firstAlternatives(open: readonly PlanItem[]): readonly PlanItem[] {
  const first = open.find(({ alternatives }) =>
    alternatives?.some((id) => open.some((each) => idOf(each) === id)),
  );
  if (!first) return [];
  const named = new Set([first.itemId, ...(first.alternatives ?? [])]);
  return open.filter(
    ({ itemId, alternatives }) => named.has(itemId) || (alternatives ?? []).includes(first.itemId),
  );
}

/** The step and everything that has to come after it. */
function stepsOf(
  about: PlanItem,
  alternatives: readonly PlanItem[],
  open: readonly PlanItem[],
): readonly string[] {
  const steps = new Set([about.itemId]);
  const others = new Set(alternatives.map(idOf).filter((id) => id !== about.itemId));
  for (let before = 0; before < steps.size;) {
    before = steps.size;
    for (const item of open)
      if (!others.has(item.itemId) && item.after.some((id) => steps.has(id))) steps.add(item.itemId);
  }
  return open.map(idOf).filter((id) => steps.has(id));
}

function started(
  kind: OptionKind,
  itemIds: readonly string[],
  keptVisits: readonly Visit[],
  about: PlanItem | undefined,
): StartedOption {
  const visits = keptVisits.filter(({ items }) => items.some((id) => itemIds.includes(id)));
  const held = new Set(visits.flatMap(({ items }) => items));
  const days = visits.map(({ on }) => on).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || itemIds.some((id) => !held.has(id)))
    return { kind, about, itemIds, visits: undefined, weeks: undefined };
  const weeks = Math.ceil(daysBetween(first, last) / 7);
  return { kind, about, itemIds, visits: visits.length, weeks };
}
