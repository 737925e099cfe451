import type { Coverage } from '../coverage/benefit-fact.ts';
import { isInForce } from '../coverage/coverage-on-day.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { At, Patient } from '../patient/patient.ts';
import type { Payer } from '../practice/practice-events.ts';
import type { Practice } from '../practice/practice.ts';
import { unwritableInCoverage } from './written-parts.ts';

/** A coverage besides the billed one, and whether the claim can name it. */
export type OtherCoverage = At<Coverage> &
  (
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

const places = ['primary', 'secondary', 'tertiary'] as const;

/**
 * The patient's coverages besides the billed one that are in force on a day of service, in the order in which they
 * are asked. Each payer has a place of its own on a claim (SBR01), so of two in one place the first is named.
 */
export function otherCoverages({ patient, practice, coverage: billed, days }: Billed): OtherCoverage[] {
  const taken = new Set(billed ? [billed.priority] : []);
  return [...patient.coverages.values()]
    .filter(({ value }) => value.coverageId !== billed?.coverageId)
    .filter(({ value }) => days.some((day) => isInForce(value, day)))
    .toSorted((one, other) => places.indexOf(one.value.priority) - places.indexOf(other.value.priority))
    .map((recorded): OtherCoverage => {
      const { value } = recorded;
      if (taken.has(value.priority)) return { ...recorded, standing: 'same-place' };
      const payer = value.payerId === undefined ? undefined : practice.payers.get(value.payerId);
      if (!payer || !isComplete(value, payer)) return { ...recorded, standing: 'incomplete' };
      taken.add(value.priority);
      return { ...recorded, standing: 'named', payer };
    });
}

function isComplete(coverage: Coverage, payer: Payer): boolean {
  const { memberId, subscriber } = coverage;
  const named = subscriber.relationship === 'self' || subscriber.lastName.trim() !== '';
  return memberId.trim() !== '' && named && unwritableInCoverage(coverage, payer) === undefined;
}
