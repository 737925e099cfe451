import type { DayModel } from './day-model.ts';
import { Filling } from './place-in-days.ts';

/**
 * A lawful schedule by a simple rule, always the same for the same problem: the most pressing group whose
 * predecessors are placed goes on its first possible day. When a maximum interval to something placed earlier cannot
 * be kept, that something is moved to later and everything starts again. Undefined when this does not come to an end;
 * which proves nothing.
 */
export function greedyStarts(model: DayModel): readonly number[] | undefined {
  const { groups } = new Filling(model);
  if (groups.some((group) => cannotMeet(model, group))) return undefined;
  const earliest = groups.map(() => 0);
  const mostAttempts = 20 + 4 * earliest.length;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const outcome = fill(model, earliest);
    if ('starts' in outcome) return outcome.starts;
    if (outcome.delay === undefined || outcome.until >= model.days) return undefined;
    earliest[outcome.delay] = Math.max((earliest[outcome.delay] ?? 0) + 1, outcome.until);
  }
  return undefined;
}

/** Items of one visit that something keeps on different days. */
function cannotMeet(model: DayModel, group: readonly number[]): boolean {
  return (
    model.apart.some((pair) => pair.every((item) => group.includes(item))) ||
    model.lags.some(
      ({ from, to, days }) =>
        days > 0 && from !== undefined && to !== undefined && group.includes(from) && group.includes(to),
    )
  );
}

type Outcome =
  { readonly starts: readonly number[] } | { readonly delay: number | undefined; readonly until: number };

function fill(model: DayModel, earliest: readonly number[]): Outcome {
  const filling = new Filling(model);
  const before = predecessors(model, filling);
  const urgency = pressing(model, filling);
  const waiting = new Set(filling.groups.keys());
  while (waiting.size > 0) {
    const ready = [...waiting].filter((group) => before[group]?.every((one) => !waiting.has(one)) === true);
    // A circle of intervals that only maxima close: begin anywhere, the first by number.
    const candidates = ready.length > 0 ? ready : [...waiting];
    const group = candidates.reduce((best, one) => ((urgency[one] ?? 0) < (urgency[best] ?? 0) ? one : best));
    const { first, last, blocks } = filling.window(group);
    const from = Math.max(first, earliest[group] ?? 0);
    const day = filling.findDay(group, from, last);
    if (day === undefined) {
      const possible = filling.findDay(group, from, model.days - 1);
      if (possible === undefined || blocks === undefined) return { delay: undefined, until: model.days };
      return { delay: filling.groupOf(blocks), until: (filling.start(blocks) ?? 0) + possible - last };
    }
    filling.put(group, day);
    waiting.delete(group);
  }
  return { starts: filling.starts() ?? [] };
}

/** Groups that an interval puts before each group. */
function predecessors(model: DayModel, filling: Filling): readonly (readonly number[])[] {
  const before: number[][] = filling.groups.map(() => []);
  for (const { from, to, days } of model.lags) {
    if (from === undefined || to === undefined || days < 0) continue;
    const [one, other] = [filling.groupOf(from), filling.groupOf(to)];
    if (one !== other) before[other]?.push(one);
  }
  return before;
}

/** Smaller is more pressing: the day by which it is wanted, its own or that of what waits for it; heavy work first. */
function pressing(model: DayModel, filling: Filling): readonly number[] {
  const wanted = model.items.map(({ open }) => open.lastIndexOf(true));
  for (const { from, to, offset } of model.penalties)
    if (from === undefined && to !== undefined) wanted[to] = Math.min(wanted[to] ?? 0, -offset);
  for (const { from, to, days } of model.lags)
    if (to === undefined && from !== undefined) wanted[from] = Math.min(wanted[from] ?? 0, -days);
  for (let round = 0, changed = true; changed && round < model.items.length; round += 1) {
    changed = false;
    for (const { from, to, days } of model.lags) {
      if (from === undefined || to === undefined || days < 0) continue;
      const limit = (wanted[to] ?? 0) - days;
      if (limit < (wanted[from] ?? 0)) {
        wanted[from] = limit;
        changed = true;
      }
    }
  }
  return filling.groups.map((group) =>
    Math.min(...group.map((item) => (wanted[item] ?? 0) - Math.log10(model.items[item]?.weight ?? 1) / 10)),
  );
}
