import type { ConflictKind } from './schedule.ts';
import type { SequencingProblem } from './sequencing-problem.ts';

/** Something that has to hold and could give way: a constraint, somebody's time, a day that is fixed. */
export interface RelaxablePart {
  readonly ref: string;
  readonly kind: ConflictKind;
  /** The constraint as people said it; of other kinds, whom or what it is about. */
  readonly text: string;
  readonly without: (problem: SequencingProblem) => SequencingProblem;
  /** As little as can be: a constraint is broken by as few days as possible, a fact is left out. */
  readonly relaxed: (problem: SequencingProblem) => SequencingProblem;
}

/** Everything in a problem that could give way, what people agreed on among themselves last. */
export function relaxableParts(problem: SequencingProblem): readonly RelaxablePart[] {
  return [
    ...offices(problem),
    ...fixedDays(problem),
    ...patientLimits(problem),
    ...resources(problem),
    ...constraints(problem),
  ];
}

function part(
  kind: ConflictKind,
  ref: string,
  text: string,
  without: RelaxablePart['without'],
): RelaxablePart {
  return { ref, kind, text, without, relaxed: without };
}

function constraints(problem: SequencingProblem): RelaxablePart[] {
  return problem.constraints
    .filter(({ strength, override }) => strength === 'must' && override === undefined)
    .map(({ constraintId, text }) => ({
      ref: constraintId,
      kind: 'constraint',
      text,
      without: (from) => ({
        ...from,
        constraints: from.constraints.filter((one) => one.constraintId !== constraintId),
      }),
      relaxed: (from) => ({
        ...from,
        constraints: from.constraints.map((one) =>
          one.constraintId === constraintId ? { ...one, strength: 'should' as const } : one,
        ),
      }),
    }));
}

function offices(problem: SequencingProblem): RelaxablePart[] {
  const providers = problem.providers
    .filter(({ availability }) => Object.keys(availability).length > 0)
    .map(({ providerId, name }) =>
      part('provider-time', `availability/${providerId}`, name, (from) => ({
        ...from,
        providers: from.providers.map((one) =>
          one.providerId === providerId ? { ...one, availability: {} } : one,
        ),
      })),
    );
  const places = problem.places
    .filter(({ availability, chairs }) => availability !== undefined || chairs !== undefined)
    .map(({ placeId, name }) =>
      part('place-time', `availability/${placeId}`, name, (from) => ({
        ...from,
        places: from.places.map((one) => (one.placeId === placeId ? { placeId, name: one.name } : one)),
      })),
    );
  return [...providers, ...places];
}

function fixedDays(problem: SequencingProblem): RelaxablePart[] {
  return problem.items.flatMap(({ itemId, text, release, lockedOn }) => [
    ...(release === undefined
      ? []
      : [part('release', `release/${itemId}`, text, (from) => withItem(from, itemId, 'release'))]),
    ...(lockedOn === undefined
      ? []
      : [part('locked-day', `locked/${itemId}`, text, (from) => withItem(from, itemId, 'lockedOn'))]),
  ]);
}

function withItem(
  problem: SequencingProblem,
  itemId: string,
  left: 'release' | 'lockedOn',
): SequencingProblem {
  return {
    ...problem,
    items: problem.items.map((item) => {
      if (item.itemId !== itemId) return item;
      const { [left]: _, ...rest } = item;
      return rest;
    }),
  };
}

function patientLimits({ patient }: SequencingProblem): RelaxablePart[] {
  if (patient.minutesPerDay === undefined && patient.placesPerDay === undefined) return [];
  return [
    part('patient-limits', 'patient', 'patient', (from) => ({
      ...from,
      patient: {},
    })),
  ];
}

function resources(problem: SequencingProblem): RelaxablePart[] {
  return (problem.resources ?? []).map(({ resourceId }) =>
    part('resource', `resource/${resourceId}`, resourceId, (from) => ({
      ...from,
      resources: (from.resources ?? []).map((one) =>
        one.resourceId === resourceId ? { ...one, capacity: 1_000_000 } : one,
      ),
    })),
  );
}
