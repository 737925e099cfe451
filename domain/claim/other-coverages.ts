import type { Coverage } from '../coverage/benefit-fact.ts';
import { isInForce } from '../coverage/coverage-on-day.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { At, Patient } from '../patient/patient.ts';
import type { Payer } from '../practice/practice-events.ts';
import type { Practice } from '../practice/practice.ts';
import { claimPlaces, comparePlaces } from './claim-places.ts';
import { unwritableInCoverage } from './written-parts.ts';

/** A coverage besides the billed one, its place on the claim, and whether the claim can name it. */
export type OtherCoverage = At<Coverage> & { readonly place: Coverage['priority'] } & (
    | { readonly standing: 'named'; readonly payer: Payer }
    /** Payer, member number or subscriber are not known, or cannot be written. */
    | { readonly standing: 'incomplete' }
    /** It says of itself that it is asked in the same place as another one: who is asked first is not known. */
    | { readonly standing: 'same-place' }
  );

interface Billed {
  readonly patient: Patient;
  readonly practice: Practice;
  readonly coverage: Coverage | undefined;
  /** Days of service; a coverage of none of them has nothing to say. */
  readonly days: readonly CalendarDate[];
}

/**
 * The patient's coverages besides the billed one that are in force on a day of service, in the order in which they
 * are asked. Each payer has a place of its own on a claim (SBR01), so of two in one place the first is named.
 */
export function otherCoverages({ patient, practice, coverage: billed, days }: Billed): OtherCoverage[] {
  const [day] = days;
  if (!billed || day === undefined) return [];
  const { placeOf } = claimPlaces(patient, practice, billed, day);
  const taken = new Set([placeOf(billed)]);
  return [...patient.coverages.values()]
    .filter(({ value }) => value.coverageId !== billed.coverageId)
    .filter(({ value }) => days.some((day) => isInForce(value, day)))
    .map((recorded) => ({ ...recorded, place: placeOf(recorded.value) }))
    .toSorted((one, other) => comparePlaces(one.place, other.place))
    .map((recorded): OtherCoverage => {
      const { value, place } = recorded;
      if (taken.has(place)) return { ...recorded, standing: 'same-place' };
      const payer = value.payerId === undefined ? undefined : practice.payers.get(value.payerId);
      if (!payer || !isComplete(value, payer)) return { ...recorded, standing: 'incomplete' };
      taken.add(place);
      return { ...recorded, standing: 'named', payer };
    });
}

function isComplete(coverage: Coverage, payer: Payer): boolean {
  const { memberId, subscriber } = coverage;
  const named = subscriber.relationship === 'self' || subscriber.lastName.trim() !== '';
  return memberId.trim() !== '' && named && unwritableInCoverage(coverage, payer) === undefined;
}
