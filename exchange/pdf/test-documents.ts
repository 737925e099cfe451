import { dataCategories, type DataCategory } from '#domain/consent/consent.ts';
import { caseRequest } from '#domain/estimate/case-request.ts';
import type { Predetermination } from '#domain/coverage/predetermination.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { cents } from '#domain/kernel/money.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { sampleCoverage } from '#domain/readiness/ready-case.samples.ts';
import { auditPacket, type AuditPacketInput } from './audit-packet.ts';
import type { ConsentTerms } from '#domain/consent/consent-elements.ts';
import { authorization } from './authorization.ts';
import { caseSummary } from './case-summary.ts';
import { claimFormData } from './claim-form-data.ts';
import type { StatedFact } from '#domain/estimate/plan-facts.ts';
import { estimateDocument } from './estimate.ts';
import { predeterminationDocument } from './predetermination.ts';
import { pdfLanguages, type PdfDocument, type PdfLanguage } from './pdf-document.ts';
import { optionsDocument } from './options.ts';
import { planDocument } from './plan.ts';
import type { Printing } from './printing.ts';
import { sampleSheet } from './test-option-sheet.ts';
import { claim } from './test-record/claim.samples.ts';
import { consent } from './test-record/patient.samples.ts';
import { planFrame } from './test-record/plan.samples.ts';
import { coordinationCase, patient, practice, recordedEvents } from './test-record/record.samples.ts';
import { madeAt } from './test-record/said.samples.ts';

export function printing(language: PdfLanguage): Printing {
  return { practice, language, madeAt };
}

const attested = { name: 'Nora Feld, DDS', on: calendarDate('2026-02-26') };

export const forTreatment: ReadonlySet<DataCategory> = new Set([
  'demographics',
  'dental-record',
  'medical-history',
  'medications',
  'coordination-record',
]);

export const everything: ReadonlySet<DataCategory> = new Set(dataCategories);

const recordedConsent = { consent, position: 8, revocation: undefined };

/** Terms of a Part 2 consent and of an agreement, as a practice prints them to be signed by hand. */
export const part2Terms: ConsentTerms = {
  consentId: 'consent-7',
  kind: 'part2-consent',
  disclosers: ['Evergreen Recovery Clinic'],
  recipients: [{ kind: 'named', name: 'Harbor Street Dental' }],
  categories: ['substance-use-treatment', 'medications'],
  description: 'Present medication and its prescriber, as far as it concerns anesthesia and pain relief.',
  purposes: ['treatment'],
  expiryEvent: 'end of the gum treatment',
};
const agreementTerms: ConsentTerms = {
  consentId: 'consent-8',
  kind: 'coordination-agreement',
  disclosers: [],
  recipients: [],
  categories: [],
  description: '',
  purposes: [],
};

export const auditInput: AuditPacketInput = {
  coordinationCase,
  patient,
  claim,
  recipient: 'Cascadia Example Dental, claims review',
  allowed: everything,
  necessity: claim.narrative,
  readiness: {
    answer: 'valid-payer-unknown',
    rulebookVersion: '2026.1',
    checks: [
      {
        check: 'Consent at the time',
        result: 'passes',
        finding: 'The authorization of Feb 10 was in force at every contact.',
        rule: 'code/consent-at-the-time',
        source: '45 CFR 164.508',
        evidence: ['patient#8'],
      },
      {
        check: 'Several providers, settings or payers',
        result: 'passes',
        finding: 'Three offices take part.',
        rule: 'code/several-providers',
        evidence: ['case#2', 'case#3', 'case#4'],
      },
      {
        check: 'Payer covers the code',
        result: 'warns',
        finding: 'Nothing is known about what this payer does with D9992.',
        evidence: ['case#12'],
      },
    ],
  },
  consents: [...patient.consents.values()],
  disclosures: patient.disclosures,
  events: recordedEvents,
  heads: [
    {
      organizationId: 'org-1',
      stream: { kind: 'patient', id: 'patient-1' },
      position: patient.position,
      hash: '9b1f6c0d2e3a4b5c6d7e8f901a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
    },
    {
      organizationId: 'org-1',
      stream: { kind: 'case', id: 'case-1' },
      position: coordinationCase.position,
      hash: '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9',
    },
  ],
  keyFingerprint: 'SHA256:q3Zs0uJ4rU9mYk1vX2b7c8d9e0fAgBhCiDjEkFlGmHn',
};

/** Of the steps of the sample plan, over two benefit years; with these facts of the insurance plan, or with none. */
export function sampleEstimate(language: PdfLanguage, facts?: readonly StatedFact[]): PdfDocument {
  const covered = {
    ...patient,
    coverages: new Map([[sampleCoverage.coverageId, { value: sampleCoverage, position: 1 }]]),
  };
  const asked = caseRequest(coordinationCase, covered, practice, calendarDate('2026-03-20'));
  const later = calendarDate('2027-01-08');
  const lines = asked.request.lines.map((line, index) => (index === 0 ? line : { ...line, date: later }));
  const plans = asked.request.plans.map((plan) => (facts ? { ...plan, facts } : plan));
  const document = estimateDocument(
    {
      asked: { ...asked, request: { ...asked.request, plans, lines } },
      patient,
      opened: coordinationCase.opened,
    },
    printing(language),
  );
  if (isRefusal(document)) throw new Error(document.code);
  return document;
}

const samplePredetermination: Predetermination = {
  predeterminationId: 'predetermination-1',
  caseId: 'case-1',
  coverageId: sampleCoverage.coverageId,
  items: [
    {
      itemId: 'step-1',
      text: 'Crown, upper right molar',
      code: procedureCode('D2740'),
      surfaces: ['M', 'O'],
      fee: cents(1_240_00),
    },
  ],
  note: 'X-rays of March are in the portal.',
};

/** One of every document, in both languages. */
export const sampleDocuments: Readonly<Record<string, PdfDocument>> = Object.fromEntries(
  pdfLanguages.flatMap((language) => {
    const how = printing(language);
    const plan = {
      coordinationCase,
      patient,
      present: planFrame,
      inWords: ({ text }: { readonly text: string }) => text,
      mayTellNeeds: true,
    };
    const documents: Record<string, PdfDocument> = {
      'claim-form-data': claimFormData({ ...claim, attested }, how),
      'case-summary': caseSummary(
        {
          coordinationCase,
          patient,
          present: planFrame,
          recipient: 'Cedar Periodontics',
          allowed: forTreatment,
        },
        how,
      ),
      'plan-provider': planDocument({ ...plan, audience: 'provider' }, how),
      'plan-patient': planDocument({ ...plan, audience: 'patient' }, how),
      'authorization-signed': authorization(
        { patient, form: { kind: 'recorded', recorded: recordedConsent } },
        how,
      ),
      'authorization-part2': authorization({ patient, form: { kind: 'to-sign', terms: part2Terms } }, how),
      'authorization-agreement': authorization(
        { patient, form: { kind: 'to-sign', terms: agreementTerms } },
        how,
      ),
      estimate: sampleEstimate(language),
      predetermination: predeterminationDocument(
        { predetermination: samplePredetermination, coverage: sampleCoverage, patient },
        how,
      ),
      options: optionsDocument(
        { sheet: sampleSheet(language), patient, opened: coordinationCase.opened, allowed: everything },
        how,
      ),
      'audit-packet': auditPacket(auditInput, how),
    };
    return Object.entries(documents).map(([name, document]) => [`${name}-${language}`, document]);
  }),
);
