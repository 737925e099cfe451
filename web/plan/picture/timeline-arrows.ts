import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import type { DeadlineConstraint, IntervalConstraint } from '#domain/treatment-plan/constraint.ts';
import type { SequencingProblem } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';

/** A visit, or an outside date, that an arrow begins or ends at. */
export interface End {
  /** Of the item or the event. */
  readonly id: string;
  readonly on: CalendarDate;
  /** What stands on one place of the picture: between work of one visit there is nothing to draw. */
  readonly place: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Arrow {
  readonly key: string;
  readonly constraint: IntervalConstraint | DeadlineConstraint;
  readonly minDays: number | undefined;
  readonly maxDays: number | undefined;
  readonly from: End;
  readonly to: End;
}

/**
 * Intervals between visits on different days, and between visits and outside dates. Of many visits that one rule counts
 * from or to a date, only the one that comes nearest to breaking it has its arrow.
 */
export function arrowsBetween(
  { constraints, events }: SequencingProblem,
  ends: ReadonlyMap<string, End>,
): readonly Arrow[] {
  const isEvent = (id: string) => events.some(({ eventId }) => eventId === id);
  const drawn = constraints.flatMap((each): Arrow[] => {
    if (each.override) return [];
    if (each.kind === 'deadline') {
      const last = latest(each.items.flatMap((id) => ends.get(id) ?? []));
      return arrow(each, last, ends.get(each.event), each.daysBefore, undefined);
    }
    if (each.kind !== 'interval') return [];
    return arrow(each, ends.get(each.from), ends.get(each.to), each.minDays, each.maxDays);
  });
  const about = ({ constraint, from, to, minDays, maxDays }: Arrow) => {
    const [starts, ends] = [isEvent(from.id), isEvent(to.id)];
    if (!starts && !ends) return constraint.constraintId;
    return JSON.stringify([starts && from.id, ends && to.id, constraint.source.ref, minDays, maxDays]);
  };
  return [...Map.groupBy(drawn, about).values()].flatMap(nearest);
}

function arrow(
  constraint: Arrow['constraint'],
  from: End | undefined,
  to: End | undefined,
  minDays: number | undefined,
  maxDays: number | undefined,
): Arrow[] {
  if (!from || !to || from.place === to.place) return [];
  return [{ key: constraint.constraintId, constraint, minDays, maxDays, from, to }];
}

/** The shortest where a minimum binds, the longest where only a maximum does. */
function nearest(same: readonly Arrow[]): readonly Arrow[] {
  const length = ({ from, to }: Arrow) => to.x - from.x;
  const [first, ...others] = same;
  if (!first) return [];
  const isBetter = (one: Arrow, best: Arrow) =>
    first.minDays === undefined ? length(one) > length(best) : length(one) < length(best);
  return [others.reduce((best, one) => (isBetter(one, best) ? one : best), first)];
}

function latest(ends: readonly End[]): End | undefined {
  return ends.toSorted((one, other) => (one.on < other.on ? 1 : -1))[0];
}
