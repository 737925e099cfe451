import type { Coverage } from '../coverage/benefit-fact.ts';
import { orderOfCoverages } from '../estimate/order-of-coverages.ts';
import type { OpenPair } from '../estimate/order-of-pair.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Patient } from '../patient/patient.ts';
import type { Practice } from '../practice/practice.ts';

type ClaimPlace = Coverage['priority'];

const places: readonly ClaimPlace[] = ['primary', 'secondary', 'tertiary'];

export interface ClaimPlaces {
  /** The place of a coverage on a claim (SBR01). */
  readonly placeOf: (coverage: Coverage) => ClaimPlace;
  /** Two coverages of the billed kind of which nothing tells which pays first: the claim says what is recorded. */
  readonly open: OpenPair | undefined;
}

/**
 * In which places a claim names the coverages of a day: by the order that estimates go by, where payers, rules or a noted
 * reason determine it among the coverages of the billed kind; as recorded otherwise. Policies that do not coordinate
 * and coverages of another kind keep their recorded place.
 */
export function claimPlaces(
  patient: Patient,
  practice: Practice,
  billed: Pick<Coverage, 'kind'>,
  day: CalendarDate,
): ClaimPlaces {
  const order = orderOfCoverages(patient, practice, day);
  if (order === undefined || isRefusal(order)) return asRecorded(undefined);
  const isOfKind = ({ planId }: { readonly planId: string }) =>
    patient.coverages.get(planId)?.value.kind === billed.kind;
  const open = order.open.find(({ one, other }) => isOfKind(one) && isOfKind(other));
  if (open) return asRecorded(open);
  const ordered = order.plans.filter((plan) => plan.coordinates && isOfKind(plan));
  const placeById = new Map(ordered.map(({ planId }, index) => [planId, places[index]]));
  return { placeOf: ({ coverageId, priority }) => placeById.get(coverageId) ?? priority, open };
}

function asRecorded(open: OpenPair | undefined): ClaimPlaces {
  return { placeOf: ({ priority }) => priority, open };
}

export function comparePlaces(one: ClaimPlace, other: ClaimPlace): number {
  return places.indexOf(one) - places.indexOf(other);
}
