import { expect, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { samplePatient } from '../readiness/ready-case.samples.ts';
import { authorization } from './consent.samples.ts';
import type { Consent } from './consent.ts';
import { decideRecordConsent } from './consent-decisions.ts';

const zone = 'America/Los_Angeles';
const signedAt = authorization.signedAt;
const dayLater = instant('2026-01-11T18:00:00.000Z');
const { signatureStrokes: _, ...unsigned } = authorization;
const paper: Consent = { ...unsigned, method: 'paper', documentId: 'document-x' };

const rows: readonly (readonly [string, Consent, typeof signedAt, string])[] = [
  ['signed now', authorization, signedAt, 'patient.consent-recorded'],
  ['signed on screen a day ago', authorization, dayLater, 'patient.consent-recorded'],
  [
    'signed on screen a day and a second ago',
    authorization,
    instant('2026-01-11T18:00:01.000Z'),
    'consent/backdated',
  ],
  [
    'signed a second from now',
    authorization,
    instant('2026-01-10T17:59:59.000Z'),
    'consent/signed-in-the-future',
  ],
  ['on paper with a scan that is not there', paper, dayLater, 'absent/scan'],
  [
    'ends on the day of the signature',
    { ...authorization, expiresOn: calendarDate('2026-01-10') },
    signedAt,
    'patient.consent-recorded',
  ],
  [
    'ends the day before',
    { ...authorization, expiresOn: calendarDate('2026-01-09') },
    signedAt,
    'consent/expires-before-signing',
  ],
  ['without a signature', unsigned, signedAt, 'consent/incomplete'],
];

test.each(rows)('a consent: %s', (_name, consent, now, expected) => {
  expect(codeOf(decideRecordConsent(samplePatient([]), consent, now, zone))).toBe(expected);
});

test('a revoked consent stays revoked, whatever comes again under its id', () => {
  const revocation = {
    consentId: authorization.consentId,
    how: 'written',
    reason: 'changed her mind',
    receivedAt: dayLater,
  } as const;
  const recording = {
    type: 'patient.consent-recorded',

    data: { consent: authorization },
  } as const;
  const patient = samplePatient([
    recording,
    { type: 'patient.consent-revoked', data: { revocation } },
    recording,
  ]);
  expect(patient.consents.get(authorization.consentId)?.revocation).toMatchObject(revocation);
  expect(decideRecordConsent(patient, authorization, dayLater, zone)).toBe('repeated');
  const other = { ...authorization, description: 'Everything' };
  expect(codeOf(decideRecordConsent(patient, other, dayLater, zone))).toBe('id/in-use');
});

function codeOf(decided: ReturnType<typeof decideRecordConsent>): string {
  if (decided === 'repeated') return decided;
  return 'code' in decided ? decided.code : decided.type;
}
