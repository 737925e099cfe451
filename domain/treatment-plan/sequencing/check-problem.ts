import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { refuse, type Refusal } from '../../kernel/refusal.ts';
import { availabilityFault } from '../availability-faults.ts';
import { constraintFault } from '../constraint-faults.ts';
import type { Constraint } from '../constraint.ts';
import { periodFault } from '../period-faults.ts';
import { refuseCost } from './check-cost.ts';
import { circleOfIntervals } from './circle.ts';
import type { Availability, SequencingProblem } from './sequencing-problem.ts';

/**
 * What has the form of a problem and makes no sense, in this order: periods that run backwards, ids used twice, references to
 * nothing, bounds the wrong way round, a circle, one visit at two places, costs that leave gaps. `at` names the place.
 */
export function checkProblem(problem: SequencingProblem): Refusal | undefined {
  return (
    periodFault(problem, '') ??
    refuseRepeatedIds(problem) ??
    refuseReferences(problem) ??
    refuseBounds(problem) ??
    refuseCircle(problem) ??
    refuseTwoPlaces(problem) ??
    refuseCost(problem)
  );
}

function refuseRepeatedIds(problem: SequencingProblem): Refusal | undefined {
  const points = [
    ...problem.items.map(({ itemId }, index) => [itemId, `/items/${index}/itemId`] as const),
    ...problem.events.map(({ eventId }, index) => [eventId, `/events/${index}/eventId`] as const),
  ];
  return (
    refuseRepeated(points) ??
    refuseRepeated(
      problem.providers.map(({ providerId }, i) => [providerId, `/providers/${i}/providerId`]),
    ) ??
    refuseRepeated(problem.places.map(({ placeId }, i) => [placeId, `/places/${i}/placeId`])) ??
    refuseRepeated(
      (problem.resources ?? []).map(({ resourceId }, i) => [resourceId, `/resources/${i}/resourceId`]),
    ) ??
    refuseRepeated(
      problem.constraints.map(({ constraintId }, i) => [constraintId, `/constraints/${i}/constraintId`]),
    ) ??
    refuseRepeated(problem.objectives.map((objective, i) => [objective, `/objectives/${i}`]))
  );
}

function refuseRepeated(ids: readonly (readonly [string, string])[]): Refusal | undefined {
  const seen = new Set<string>();
  for (const [id, at] of ids) {
    if (seen.has(id)) return refuse('plan-file/id-twice', { id }, at);
    seen.add(id);
  }
  return undefined;
}

function refuseReferences(problem: SequencingProblem): Refusal | undefined {
  const items = new Set(problem.items.map(({ itemId }) => itemId));
  const events = new Set(problem.events.map(({ eventId }) => eventId));
  const providers = new Set(problem.providers.map(({ providerId }) => providerId));
  const places = new Set(problem.places.map(({ placeId }) => placeId));
  const resources = new Set((problem.resources ?? []).map(({ resourceId }) => resourceId));
  const either = new Set([...items, ...events]);
  for (const [index, provider] of problem.providers.entries())
    if (!places.has(provider.place)) return unknown(provider.place, `/providers/${index}/place`);
  for (const [index, item] of problem.items.entries()) {
    const at = `/items/${index}`;
    if (!providers.has(item.owner)) return unknown(item.owner, `${at}/owner`);
    if (item.place !== undefined && !places.has(item.place)) return unknown(item.place, `${at}/place`);
    const use = (item.uses ?? []).findIndex(({ resource }) => !resources.has(resource));
    if (use >= 0) return unknown(item.uses?.[use]?.resource ?? '', `${at}/uses/${use}/resource`);
  }
  for (const [index, constraint] of problem.constraints.entries()) {
    const at = `/constraints/${index}`;
    if (constraint.kind === 'interval') {
      if (!either.has(constraint.from)) return unknown(constraint.from, `${at}/from`);
      if (!either.has(constraint.to)) return unknown(constraint.to, `${at}/to`);
      continue;
    }
    if (constraint.kind === 'deadline' && !events.has(constraint.event))
      return unknown(constraint.event, `${at}/event`);
    const named = constraint.items ?? [];
    const stray = named.findIndex((id) => !items.has(id));
    if (stray >= 0) return unknown(named[stray] ?? '', `${at}/items/${stray}`);
    const twice = refuseRepeated(named.map((id, i) => [id, `${at}/items/${i}`]));
    if (twice) return twice;
  }
  return undefined;
}

function unknown(id: string, at: string): Refusal {
  return refuse('plan-file/unknown-reference', { id }, at);
}

function refuseBounds(problem: SequencingProblem): Refusal | undefined {
  for (const [index, constraint] of problem.constraints.entries()) {
    const fault = constraintFault(constraint, `/constraints/${index}`);
    if (fault) return fault;
  }
  for (const [index, { release, lockedOn }] of problem.items.entries())
    if (lockedOn !== undefined && !withinHorizon(problem, lockedOn))
      return refuse(
        'plan-file/outside-horizon',
        { day: lockedOn, days: problem.horizonDays, start: problem.start },
        `/items/${index}/lockedOn`,
      );
    else if (release !== undefined && release >= addDays(problem.start, problem.horizonDays))
      return refuse(
        'plan-file/released-too-late',
        { day: release, days: problem.horizonDays, start: problem.start },
        `/items/${index}/release`,
      );
  for (const [at, availability] of availabilities(problem)) {
    const fault = availabilityFault(availability, at);
    if (fault) return fault;
  }
  return undefined;
}

function availabilities(problem: SequencingProblem): readonly (readonly [string, Availability])[] {
  return [
    ...problem.providers.map(
      ({ availability }, index) => [`/providers/${index}/availability`, availability] as const,
    ),
    ...problem.places.flatMap(({ availability }, index) =>
      availability ? [[`/places/${index}/availability`, availability] as const] : [],
    ),
  ];
}

function withinHorizon({ start, horizonDays }: SequencingProblem, day: CalendarDate): boolean {
  return day >= start && day < addDays(start, horizonDays);
}

function refuseCircle(problem: SequencingProblem): Refusal | undefined {
  const circle = circleOfIntervals(problem.constraints);
  if (!circle) return undefined;
  const words = new Map(problem.items.map(({ itemId, text }) => [itemId, text]));
  return refuse(
    'plan-file/circle',
    { circle: [...circle, ...circle.slice(0, 1)].map(({ from }) => words.get(from) ?? from).join(' → ') },
    `/constraints/${problem.constraints.findIndex((one) => one === circle.at(-1))}`,
  );
}

function refuseTwoPlaces(problem: SequencingProblem): Refusal | undefined {
  const homes = new Map(problem.providers.map(({ providerId, place }) => [providerId, place]));
  const places = new Map(
    problem.items.map((item) => [item.itemId, item.place ?? homes.get(item.owner) ?? item.owner]),
  );
  const split = problem.constraints.findIndex(
    (one: Constraint) =>
      one.kind === 'together' &&
      one.override === undefined &&
      new Set(one.items.map((id) => places.get(id))).size > 1,
  );
  const constraint = problem.constraints[split];
  if (constraint?.kind !== 'together') return undefined;
  return refuse(
    'plan-file/one-visit-two-places',
    {
      text: constraint.text,
      places: constraint.items.map((id) => `${id} → ${places.get(id) ?? '?'}`).join(', '),
    },
    `/constraints/${split}/items`,
  );
}
