import { expect, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { placeOfEvidence } from '../necessity/evidence-place.ts';
import { protectedCategoriesOf } from '../necessity/protected-evidence.ts';
import {
  sampleAgreement,
  sampleCase,
  sampleNow,
  samplePatient,
  samplePatientSteps,
  type PatientStep,
} from '../readiness/ready-case.samples.ts';
import { decideWithdrawDocument } from './withdraw-document.ts';

const scan = (documentId: string): PatientStep => ({
  type: 'patient.document-attached',
  data: {
    document: {
      documentId,
      title: 'Fax of the laboratory',
      kind: 'fax',
      mediaType: 'application/pdf',
      byteLength: 900,
      sha256: 'a'.repeat(64),
      sensitive: 'hiv',
      attachedTo: [],
    },
  },
});
const withdrawn: PatientStep = {
  type: 'patient.document-withdrawn',
  data: { documentId: 'fax', reason: 'Of another patient' },
};
const paperConsent: PatientStep = {
  type: 'patient.consent-recorded',
  data: { consent: { ...sampleAgreement, consentId: 'consent-paper', method: 'paper', documentId: 'form' } },
};
const revoked: PatientStep = {
  type: 'patient.consent-revoked',
  data: {
    revocation: {
      consentId: 'consent-paper',
      receivedAt: sampleNow,
      how: 'written',
      reason: 'The paper was of somebody else',
    },
  },
};
const fact: PatientStep = {
  type: 'patient.benefit-fact-recorded',
  data: {
    fact: {
      factId: 'fact-1',
      coverageId: 'coverage-1',
      code: procedureCode('D9992'),
      status: 'paid',
      source: { kind: 'card', documentId: 'card' },
      learnedAt: instant('2026-03-02T17:00:00.000Z'),
      goodThrough: calendarDate('2026-12-31'),
    },
  },
};
const patientWith = (...steps: readonly PatientStep[]) =>
  samplePatient([...samplePatientSteps, scan('fax'), scan('form'), scan('card'), ...steps]);

test.each<[string, readonly PatientStep[], string, string]>([
  ['it is taken back', [], 'fax', 'patient.document-withdrawn'],
  ['once', [withdrawn], 'fax', 'repeated'],
  ['not what is not there', [], 'unheard-of', 'absent/document'],
  ['not the paper of a consent', [paperConsent], 'form', 'document/of-consent'],
  ['the paper of a consent that was revoked', [paperConsent, revoked], 'form', 'patient.document-withdrawn'],
  ['not what facts that count were read from', [fact], 'card', 'document/read-from'],
])('%s', (_name, steps, documentId, expected) => {
  const decided = decideWithdrawDocument(patientWith(...steps), { documentId, reason: 'r' }, sampleNow);
  expect(decided === 'repeated' ? decided : isRefusal(decided) ? decided.code : decided.type).toBe(expected);
});

test('what was taken back stays, marked, is evidence of nothing, and what rested on it is as protected as before', () => {
  const evidence = { kind: 'document', id: 'fax', label: 'Fax' } as const;
  const state = sampleCase();
  const told = (...steps: readonly PatientStep[]) => {
    const patient = patientWith(...steps);
    return {
      offered: patient.documents.has('fax'),
      kept: patient.withdrawnDocuments.get('fax')?.withdrawal.reason,
      isEvidence: placeOfEvidence(evidence, state, patient, 1) !== undefined,
      protected: protectedCategoriesOf(
        { factorId: 'f', kind: 'condition', text: 'Laboratory', evidence: [evidence] },
        { ...state, patient },
      ),
    };
  };
  expect(told()).toEqual({ offered: true, kept: undefined, isEvidence: true, protected: ['hiv'] });
  expect(told(withdrawn)).toEqual({
    offered: false,
    kept: 'Of another patient',
    isEvidence: false,
    protected: ['hiv'],
  });
});
