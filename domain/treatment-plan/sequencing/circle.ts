import type { Constraint, IntervalConstraint } from '../constraint.ts';

/**
 * Intervals that say "after" in a circle, in order; undefined when there is none. An interval says "after" when `to`
 * may not begin before `from` has ended; one that only asks for the same beginning does not.
 */
export function circleOfIntervals(
  constraints: readonly Constraint[],
): readonly IntervalConstraint[] | undefined {
  const after = constraints.filter(
    (one): one is IntervalConstraint => one.kind === 'interval' && saysAfter(one),
  );
  const byStart = Map.groupBy(after, ({ from }) => from);
  const done = new Set<string>();
  for (const { from } of after) {
    const circle = circleFrom(from, byStart, done);
    if (circle) return circle;
  }
  return undefined;
}

function saysAfter({ strength, override, minDays = 0, measured }: IntervalConstraint): boolean {
  if (strength !== 'must' || override !== undefined) return false;
  return measured === 'from-first-day' ? minDays > 0 : minDays >= 0;
}

interface Step {
  readonly point: string;
  readonly by: IntervalConstraint | undefined;
  next: number;
}

/** Depth first without recursion: a chain may be as long as a plan. */
function circleFrom(
  origin: string,
  byStart: ReadonlyMap<string, readonly IntervalConstraint[]>,
  done: Set<string>,
): readonly IntervalConstraint[] | undefined {
  const path: Step[] = [{ point: origin, by: undefined, next: 0 }];
  const onPath = new Set([origin]);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const interval = done.has(top.point) ? undefined : byStart.get(top.point)?.[top.next];
    if (!interval) {
      done.add(top.point);
      onPath.delete(top.point);
      path.pop();
      continue;
    }
    top.next += 1;
    if (onPath.has(interval.to)) {
      const begin = path.findIndex(({ point }) => point === interval.to);
      return [...path.slice(begin + 1).flatMap(({ by }) => (by ? [by] : [])), interval];
    }
    path.push({ point: interval.to, by: interval, next: 0 });
    onPath.add(interval.to);
  }
  return undefined;
}
