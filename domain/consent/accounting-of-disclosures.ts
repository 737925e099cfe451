import type { CalendarDate } from '../kernel/calendar-date.ts';
import { dayOf } from '../kernel/calendar-date.ts';
import type { Disclosure } from '../patient/patient-events.ts';

/** What a patient is told of one disclosure: 45 CFR 164.528(b)(2). */
export interface AccountedDisclosure {
  readonly disclosureId: string;
  readonly on: CalendarDate;
  readonly recipientName: string;
  readonly what: string;
  readonly purpose: Disclosure['purpose'];
}

const treatmentPaymentOperations: readonly Disclosure['purpose'][] = ['treatment', 'payment', 'operations'];
const notDisclosures: readonly Disclosure['recipientKind'][] = ['patient', 'own-use', 'representative'];

/**
 * The accounting of disclosures that a patient may ask for: those of the six years before the request, without
 * those for treatment, payment and operations, to the patient, and under an authorization (45 CFR 164.528(a)(1)).
 * A personal representative is treated as the patient (164.502(g)(1)). Oldest first.
 */
export function accountingOfDisclosures(
  disclosures: readonly Disclosure[],
  requestedOn: CalendarDate,
  timeZone: string,
): AccountedDisclosure[] {
  const from = sixYearsBefore(requestedOn);
  return disclosures
    .filter(isAccountable)
    .map(({ disclosureId, at, recipientName, what, purpose }) => ({
      disclosureId,
      on: dayOf(at, timeZone),
      recipientName,
      what,
      purpose,
    }))
    .filter(({ on }) => on >= from && on <= requestedOn)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function isAccountable(disclosure: Disclosure): boolean {
  return (
    !treatmentPaymentOperations.includes(disclosure.purpose) &&
    !notDisclosures.includes(disclosure.recipientKind) &&
    disclosure.consentId === undefined
  );
}

/** Compared as text; from 29 February the first day is 1 March six years earlier. */
function sixYearsBefore(day: CalendarDate): string {
  return `${Number(day.slice(0, 4)) - 6}${day.slice(4)}`;
}
