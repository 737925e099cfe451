import { message } from '#domain/kernel/message.ts';
import { repeats } from '../case/deciding.ts';
import { dayOf, secondsBetween, type Instant } from '../kernel/calendar-date.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { NewPatientEvent } from '../patient/patient-events.ts';
import type { Patient } from '../patient/patient.ts';
import { missingElements } from './authorization-elements.ts';
import type { Consent } from './consent.ts';

/** A signature drawn on screen is sent when it is drawn; a day covers a line that was down and a clock that is off. */
const screenSignatureSeconds = 24 * 3600;

/**
 * A consent as an event; 'repeated' when the same one stands already, revoked or not. An id is never used again: a
 * consent that was revoked comes back only as a new one. `timeZone` is the practice's.
 */
export function decideRecordConsent(
  patient: Patient,
  consent: Consent,
  now: Instant,
  timeZone: string,
): NewPatientEvent | 'repeated' | Refusal {
  return (
    repeats(patient.consents.get(consent.consentId)?.consent, consent) ??
    refuseSigningTime(consent, now, timeZone) ??
    refuseUnknownScan(patient, consent) ??
    refuseUnfitConsent(consent) ?? {
      type: 'patient.consent-recorded',
      occurredAt: consent.signedAt,
      data: { consent },
    }
  );
}

function refuseSigningTime(
  { signedAt, method, expiresOn }: Consent,
  now: Instant,
  timeZone: string,
): Refusal | undefined {
  if (signedAt > now) return refuse('consent/signed-in-the-future', {}, '/consent/signedAt');
  if (method === 'signed-on-screen' && secondsBetween(signedAt, now) > screenSignatureSeconds)
    return refuse('consent/backdated', { signedAt }, '/consent/signedAt');
  if (expiresOn !== undefined && expiresOn < dayOf(signedAt, timeZone))
    return refuse('consent/expires-before-signing', { expiresOn }, '/consent/expiresOn');
  return undefined;
}

function refuseUnknownScan(patient: Patient, { documentId }: Consent): Refusal | undefined {
  if (documentId === undefined || patient.documents.has(documentId)) return undefined;
  return refuse('absent/scan', {}, '/consent/documentId');
}

/**
 * A consent signed here must be complete. One on paper is what it is: it is kept with what it lacks, and counts as
 * none where the law asks for the missing element. Without a signature, or a signer's authority, it is no consent.
 */
function refuseUnfitConsent(consent: Consent): Refusal | undefined {
  const missing = missingElements(consent).map(({ element }) => element);
  const fatal = missing.filter(
    (element) => consent.method === 'signed-on-screen' || element === 'signature' || element === 'authority',
  );
  return fatal.length === 0
    ? undefined
    : refuse(
        consent.method === 'documented-word' ? 'consent/word-not-enough' : 'consent/incomplete',
        { missing: fatal.map((element) => message(`release.element.${element}`)) },
        '/consent',
      );
}
