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
  if (signedAt > now)
    return refuse(
      'consent/signed-in-the-future',
      'This consent is signed in the future.',
      'The moment of signing lies ahead of now.',
      'Correct the date and time of signing.',
      '/consent/signedAt',
    );
  if (method === 'signed-on-screen' && secondsBetween(signedAt, now) > screenSignatureSeconds)
    return refuse(
      'consent/backdated',
      'This signature is dated too far back.',
      `It was drawn on screen, yet is dated ${signedAt}: more than a day ago.`,
      'Have it signed now. If it was signed on paper on that day, record the paper with its scan.',
      '/consent/signedAt',
    );
  if (expiresOn !== undefined && expiresOn < dayOf(signedAt, timeZone))
    return refuse(
      'consent/expires-before-signing',
      'This consent ends before it is signed.',
      `It ends on ${expiresOn}.`,
      'Correct the day of its end, or of the signature.',
      '/consent/expiresOn',
    );
  return undefined;
}

function refuseUnknownScan(patient: Patient, { documentId }: Consent): Refusal | undefined {
  if (documentId === undefined || patient.documents.has(documentId)) return undefined;
  return refuse(
    'absent/document',
    'There is no such document.',
    'The scan of this consent is not among the documents of this patient.',
    'Attach the scan first, then record the consent with it.',
    '/consent/documentId',
  );
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
        'consent/incomplete',
        'This consent is not complete.',
        `It lacks: ${fatal.join(', ')}.`,
        consent.method === 'documented-word'
          ? 'A documented word serves only for the agreement to coordination; have this one signed.'
          : 'Fill in what is missing and have it signed.',
        '/consent',
      );
}
