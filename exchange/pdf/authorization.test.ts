import { describe, expect, test } from 'vitest';
import { consentKinds, type Consent } from '#domain/consent/consent.ts';
import { instant } from '#domain/kernel/calendar-date.ts';
import type { ConsentTerms } from '#domain/consent/consent-elements.ts';
import { authorization } from './authorization.ts';
import type { PdfLanguage } from './pdf-document.ts';
import { part2Terms, printing } from './test-documents.ts';
import { consent } from './test-record/patient.samples.ts';
import { patient } from './test-record/record.samples.ts';

function toSign(terms: ConsentTerms, language: PdfLanguage = 'en') {
  return authorization({ patient, form: { kind: 'to-sign', terms } }, printing(language)).body;
}

function recorded(change: Partial<Consent>) {
  return authorization(
    {
      patient,
      form: {
        kind: 'recorded',
        recorded: { consent: { ...consent, ...change }, position: 8, revocation: undefined },
      },
    },
    printing('en'),
  ).body;
}

describe('every core element and statement of 45 CFR 164.508 and 42 CFR 2.31 is there', () => {
  test.each(['en', 'es'] as const)('HIPAA authorization, %s', (language) => {
    expect(toSign(consent, language)).toMatchObject({
      elements: [
        { values: expect.arrayContaining([consent.description]) as string[] },
        { values: ['Harbor Street Dental'] },
        { values: expect.arrayContaining(['Cedar Periodontics']) as string[] },
        { values: [expect.any(String), expect.any(String)] },
        { values: [expect.stringContaining('2027')] },
      ],
      statements: [expect.any(String), expect.any(String), expect.any(String), expect.any(String)],
    });
  });

  test('Part 2 consent: what, discloser, recipient, purpose, end, revocation, no use against the patient', () => {
    expect(toSign(part2Terms)).toMatchObject({
      elements: [
        { values: expect.arrayContaining(['Substance use treatment records']) as string[] },
        { values: ['Evergreen Recovery Clinic'] },
        { values: ['Harbor Street Dental'] },
        { values: ['Treatment and its coordination'] },
        { values: ['This form ends with this event: end of the gum treatment.'] },
      ],
      statements: expect.arrayContaining([
        expect.stringContaining('take this back'),
        expect.stringContaining('may not be used against me'),
      ]) as string[],
    });
  });
});

test('a missing core element gets a line to write on, on paper only', () => {
  const { expiresOn: _, ...endless } = consent;
  const gap = { ...endless, recipients: [] };
  expect(toSign(gap)).toMatchObject({
    elements: [{}, {}, { values: [], toFillIn: true }, {}, { values: [expect.stringContaining('____')] }],
  });
  expect(recorded({ recipients: [] })).toMatchObject({
    elements: [{}, {}, { values: [], toFillIn: false }, {}, {}],
  });
});

describe('a recorded consent says what was recorded and no more', () => {
  test('statements that were not recorded as told are named', () => {
    const body = recorded({ statements: { ...consent.statements, redisclosure: false } });
    expect(body).toMatchObject({
      statements: [expect.any(String), expect.any(String), expect.any(String)],
      notGiven: 'Not recorded as told at signing: that information may be shared again.',
    });
    expect(recorded({})).toMatchObject({ notGiven: null });
  });

  test.each<[string, Partial<Consent>, string]>([
    ['strokes that cannot be read', { signatureStrokes: 'M..' }, 'cannot be shown'],
    ['paper with its scan', { method: 'paper', signatureStrokes: '', documentId: 'doc-4' }, 'document doc-4'],
    ['paper without a scan', { method: 'paper', signatureStrokes: '' }, 'no scan is on file'],
    ['a documented word', { method: 'documented-word', signatureStrokes: '' }, 'there is no signature'],
  ])('%s', (_, change, instead) => {
    expect(recorded(change)).toMatchObject({
      signed: { strokes: null, instead: expect.stringContaining(instead) as string },
    });
  });

  test('somebody who signs for the patient is named with the authority', () => {
    const signer = {
      name: 'Diego Quintero',
      authority: 'health-care-agent',
      authorityEvidence: 'Power of attorney of 2024',
    } as const;
    expect(recorded({ signer })).toMatchObject({
      signed: {
        facts: expect.arrayContaining([
          { label: 'Signing as', value: 'Health care agent' },
          { label: 'Authority shown by', value: 'Power of attorney of 2024' },
        ]) as unknown[],
      },
    });
  });

  test('a revocation is on the first line', () => {
    const revocation = {
      consentId: consent.consentId,
      how: 'written',
      reason: '',
      receivedAt: instant('2026-03-01T18:00:00.000Z'),
      position: 20,
    } as const;
    const { body } = authorization(
      { patient, form: { kind: 'recorded', recorded: { consent, position: 8, revocation } } },
      printing('en'),
    );
    expect(body).toMatchObject({ revoked: 'Revoked on Mar 1, 2026, in writing' });
  });
});

test.each(consentKinds)('%s has a title, a lead and a way to end it, in both languages', (kind) => {
  for (const language of ['en', 'es'] as const) {
    const document = authorization(
      { patient, form: { kind: 'to-sign', terms: { ...part2Terms, kind } } },
      printing(language),
    );
    expect(document.title).not.toBe('');
    expect(document.body).toMatchObject({ lead: expect.stringMatching(/\w+/) as string });
  }
});
