import type { Consent, RecordedConsent, Restriction } from './consent.ts';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { foldPatient, type Patient } from '../patient/patient.ts';

/** A complete authorization in force, for tests: each row changes one thing of it. */
export const authorization: Consent = {
  consentId: 'consent-1',
  kind: 'hipaa-authorization',
  signer: { name: 'Rosa Vega', authority: 'self' },
  method: 'signed-on-screen',
  signatureStrokes: 'M1,1 L2,2',
  disclosers: ['Maple Dental'],
  recipients: [{ kind: 'named', name: 'Dr. Lee', partyId: 'provider-1' }],
  categories: ['dental-record', 'medical-history', 'images'],
  description: 'Dental record, medical history and images since 2024',
  purposes: ['treatment', 'other'],
  statements: { rightToRevoke: true, conditioning: true, redisclosure: true, copyGiven: true },
  language: 'en',
  signedAt: instant('2026-01-10T18:00:00Z'),
  expiresOn: calendarDate('2026-03-05'),
};

export function recorded(consent: Consent, revokedAt?: string, position = 4): RecordedConsent {
  return {
    consent,
    position,
    revocation: revokedAt
      ? {
          consentId: consent.consentId,
          how: 'written',
          reason: '',
          receivedAt: instant(revokedAt),
          position: position + 1,
        }
      : undefined,
  };
}

export function patientWith(
  consents: readonly RecordedConsent[],
  restrictions: readonly Restriction[] = [],
  birthDate = '1980-05-01',
): Patient {
  return {
    ...foldPatient('patient-1', []),
    demographics: {
      lastName: 'Vega',
      firstName: 'Rosa',
      birthDate: calendarDate(birthDate),
      sex: 'female',
      contacts: [],
      identifiers: [],
    },
    consents: new Map(consents.map((item) => [item.consent.consentId, item])),
    restrictions,
  };
}
