import type { PatientCommandName } from '#contract/patient-commands.ts';
import { at, dayAt, testConsent } from '#server/test-ready-case.ts';

export function benefitFact(factId: string) {
  return {
    factId,
    coverageId: 'coverage-1',
    code: 'D9992',
    status: 'paid',
    allowed: 4500,
    frequency: { times: 2, window: 'rolling-days', days: 30 },
    source: { kind: 'telephone-call', representative: 'Dana', reference: 'R-77' },
    learnedAt: at(10),
  };
}
export const demographics = {
  lastName: 'Aldersgate',
  firstName: 'Ines',
  middleName: 'Maria',
  birthDate: '1961-07-04',
  sex: 'female',
  language: 'Spanish',
  interpreterNeeded: true,
  address: { line1: '1 Elm', city: 'Tacoma', state: 'WA', postalCode: '98402' },
  contacts: [{ route: 'telephone', value: '2065550199' }],
  identifiers: [{ system: 'urn:mrn', value: 'MRN-9' }],
};
/** For each command of a patient, what it says. */
export const onPatient: Readonly<Record<PatientCommandName, object>> = {
  'change-demographics': {
    demographics: { ...demographics, lastName: 'Quarrington1', birthDate: '1951-03-02', contacts: [] },
    reason: 'she married',
  },
  'record-related-person': {
    relatedPerson: {
      relatedPersonId: 'related-1',
      name: 'Ines Quarrington',
      relationship: 'daughter',
      authority: 'none',
      contacts: [{ route: 'telephone', value: '2065550198' }],
    },
  },
  'record-condition': {
    condition: {
      conditionId: 'condition-2',
      text: 'Hypertension',
      diagnosis: 'I10',
      codings: [{ system: 'http://snomed.info/sct', code: '38341003', display: 'Hypertension' }],
      status: 'active',
      onset: '2020-01-01',
    },
  },
  'record-accommodation': {
    accommodation: {
      accommodationId: 'need-1',
      kind: 'mobility',
      need: 'wheelchair',
      accommodation: 'room 2',
      active: true,
    },
  },
  'record-coverage': {
    coverage: {
      coverageId: 'coverage-2',
      payerId: 'payer-lakeshore',
      payerName: 'Lakeshore Mutual Dental',
      kind: 'dental',
      priority: 'secondary',
      memberId: 'M-2',
      subscriber: { relationship: 'spouse', lastName: 'Quarrington', firstName: 'Otto' },
      from: '2025-01-01',
      through: '2029-12-31',
      flags: [],
    },
  },
  'record-plan-answer': {
    answer: {
      answerId: 'answer-1',
      coverageId: 'coverage-1',
      statements: [
        { kind: 'percentage', for: { category: 'adjunctive' }, percent: 80 },
        { kind: 'remaining', of: 'maximum', per: 'individual', period: 'benefit-year', amount: 84_000 },
        { kind: 'in-force', active: true, from: '2026-01-01', through: '2026-12-31' },
      ],
      source: { kind: 'portal', reference: 'page 4', note: 'seen on screen' },
      learnedAt: '2026-03-02T17:00:00.000Z',
      goodThrough: '2026-12-31',
    },
  },
  'withdraw-benefit': {
    withdrawal: {
      coverageId: 'coverage-1',
      recordId: 'fact-1',
      subject: 'status D9992',
      reason: 'the card of the brother',
    },
  },
  'withdraw-document': { documentId: 'document-1', reason: 'another patient' },
  'record-benefit-use': {
    use: {
      useId: 'use-1',
      coverageId: 'coverage-1',
      state: 'reserved',
      date: '2026-03-02',
      code: 'D2740',
      tooth: '3',
      pays: 50_000,
      deductible: 5000,
      member: 'patient',
      expires: '2026-09-02',
      itemId: 'item-1',
      office: 'Harborview Surgery',
      source: { kind: 'portal', reference: 'page 2', note: 'seen on screen' },
      learnedAt: '2026-03-02T17:00:00.000Z',
      note: 'asked by the surgeon',
    },
  },
  'prepare-predetermination': {
    predetermination: {
      predeterminationId: 'pre-1',
      caseId: 'case-predetermined',
      coverageId: 'coverage-1',
      itemIds: ['item-1'],
      note: 'asked for by the surgeon',
    },
  },
  'send-predetermination': {
    sending: { predeterminationId: 'pre-1', on: dayAt(1), route: 'portal', reference: 'in tray 4' },
  },
  'answer-predetermination': {
    answer: {
      predeterminationId: 'pre-1',
      answerId: 'pre-answer-1',
      on: dayAt(1),
      reference: 'P-77',
      goodThrough: '2099-09-02',
      items: [{ itemId: 'item-1', outcome: 'approved', pays: 10_000, deductible: 1000, reason: 'as usual' }],
    },
  },
  'withdraw-predetermination': { predeterminationId: 'pre-1', reason: 'the surgeon changed the plan' },
  'record-benefit-fact': { fact: benefitFact('fact-1') },
  'record-consent': { consent: testConsent('consent-new', 'hipaa-authorization') },
  'revoke-consent': {
    revocation: {
      consentId: 'consent-hipaa-authorization',
      how: 'written',
      reason: 'changed her mind',
      receivedAt: at(5),
    },
  },
  'agree-restriction': {
    restriction: {
      restrictionId: 'restriction-1',
      kind: 'other',
      recipientName: 'A Former Dentist',
      categories: ['dental-record'],
      agreedOn: dayAt(0),
      note: '',
    },
  },
};
