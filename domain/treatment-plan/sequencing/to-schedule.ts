import { addDays } from '../../kernel/calendar-date.ts';
import type { Schedule, Visit } from './schedule.ts';
import type { SequencingItem, SequencingProblem } from './sequencing-problem.ts';

/** Visits from the first day of each item, counted from the start: what is on one day at one place is one visit. */
export function toSchedule(problem: SequencingProblem, starts: readonly number[]): Schedule {
  const homes = new Map(problem.providers.map(({ providerId, place }) => [providerId, place]));
  const placed = problem.items.map((item, index) => ({
    item,
    day: starts[index] ?? 0,
    place: item.place ?? homes.get(item.owner) ?? item.owner,
  }));
  const groups = Map.groupBy(placed, ({ day, place }) => `${day} ${place}`);
  const visits = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [
      {
        day: first.day,
        visit: toVisit(
          problem,
          first.day,
          first.place,
          group.map(({ item }) => item),
        ),
      },
    ];
  });
  const byDay = visits.toSorted((a, b) => a.day - b.day || (a.visit.place < b.visit.place ? -1 : 1));
  return { visits: byDay.map(({ visit }) => visit) };
}

function toVisit(
  { start, constraints }: SequencingProblem,
  day: number,
  place: string,
  items: readonly SequencingItem[],
): Visit {
  const ids = new Set(items.map(({ itemId }) => itemId));
  const waitsFor = constraints.filter(
    (one) =>
      one.kind === 'gate' &&
      one.override === undefined &&
      (one.passedOn ?? one.expectedOn) === undefined &&
      one.items.some((id) => ids.has(id)),
  );
  return {
    on: addDays(start, day),
    place,
    items: [...ids],
    providers: [...new Set(items.map(({ owner }) => owner))],
    minutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
    anesthetic: items.some(({ modality }) => modality !== 'office'),
    waitsFor: waitsFor.map(({ constraintId }) => constraintId),
  };
}
