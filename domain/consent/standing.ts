import { ageOn, birthday, dayOf, type CalendarDate, type Instant } from '../kernel/calendar-date.ts';
import type { Consent, RecordedConsent } from './consent.ts';

/** Age at which a parent's signature stops speaking for the child; a few states set a later one. */
const ageOfMajority = 18;

export const standings = ['active', 'not-yet-signed', 'revoked', 'expired', 'lapsed-at-majority'] as const;
export type Standing = (typeof standings)[number];

export interface Moment {
  readonly asOf: Instant;
  /** IANA name of the practice's zone: a consent expires at the end of its last day there. */
  readonly timeZone: string;
  /** Undefined when the patient's birth date is not known: then no signature lapses by age. */
  readonly birthDate: CalendarDate | undefined;
}

/**
 * How a consent stands at a moment. A revocation counts from the moment it was received, in whichever way it
 * came: the law asks for writing (45 CFR 164.508(b)(5)), and a spoken "stop" is heeded just the same. A consent
 * that expires on a day still stands on that day (164.508(b)(2)(i): the date "has passed"). One that ends with
 * an event stands until its end is recorded.
 */
export function standingOf(recorded: RecordedConsent, { asOf, timeZone, birthDate }: Moment): Standing {
  const { consent, revocation } = recorded;
  const today = dayOf(asOf, timeZone);
  if (asOf < consent.signedAt) return 'not-yet-signed';
  if (revocation && revocation.receivedAt <= asOf) return 'revoked';
  if (consent.expiresOn !== undefined && today > consent.expiresOn) return 'expired';
  if (birthDate !== undefined && lapsesAtMajority(consent, timeZone, birthDate) && isAdult(birthDate, today))
    return 'lapsed-at-majority';
  return 'active';
}

/** A parent's signature speaks for a minor only; a guardian's, when it was given while the patient was one. */
function lapsesAtMajority(consent: Consent, timeZone: string, birthDate: CalendarDate): boolean {
  const { authority } = consent.signer;
  if (authority === 'parent') return true;
  return authority === 'legal-guardian' && !isAdult(birthDate, dayOf(consent.signedAt, timeZone));
}

/** The eighteenth birthday, on which a parent's or guardian's signature ends of itself; undefined where none does. */
export function lapseDay(
  consent: Consent,
  { timeZone, birthDate }: Pick<Moment, 'timeZone' | 'birthDate'>,
): CalendarDate | undefined {
  return birthDate !== undefined && lapsesAtMajority(consent, timeZone, birthDate)
    ? birthday(birthDate, ageOfMajority)
    : undefined;
}

/** A patient who signed alone before the age of majority: whether that binds is for the state's law to say. */
export function isSignedByMinorAlone(
  { signer, signedAt }: Consent,
  { timeZone, birthDate }: Pick<Moment, 'timeZone' | 'birthDate'>,
): boolean {
  return (
    signer.authority === 'self' && birthDate !== undefined && !isAdult(birthDate, dayOf(signedAt, timeZone))
  );
}

export function isAdult(birthDate: CalendarDate, day: CalendarDate): boolean {
  return ageOn(birthDate, day) >= ageOfMajority;
}
