import { timeZoneOf } from '#domain/case/deciding.ts';
import { createHash } from 'node:crypto';
import type { CoordinationCase } from '#domain/case/case.ts';
import {
  dataCategories,
  type DataCategory,
  type Purpose,
  type RecipientKind,
} from '#domain/consent/consent.ts';
import { caseRequest } from '#domain/estimate/case-request.ts';
import { dayOf } from '#domain/kernel/calendar-date.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { constraintWords } from '#domain/pathway/constraint-words.ts';
import type { Patient } from '#domain/patient/patient.ts';
import { frameOfPlan } from '#domain/treatment-plan/plan-frame.ts';
import { authorization } from '#exchange/pdf/authorization.ts';
import { caseSummary } from '#exchange/pdf/case-summary.ts';
import { estimateDocument } from '#exchange/pdf/estimate.ts';
import type { PdfDocument, PdfLanguage } from '#exchange/pdf/pdf-document.ts';
import { optionsDocument } from '#exchange/pdf/options.ts';
import { planDocument } from '#exchange/pdf/plan.ts';
import { predeterminationDocument, type PredeterminationInput } from '#exchange/pdf/predetermination.ts';
import type { Printing } from '#exchange/pdf/printing.ts';
import { printOrRefuse } from '../release/print-or-refuse.ts';
import type { Archway } from '../archway.ts';
import { actOnCase } from '../case/acting-on-case.ts';
import { recordedRules } from '../case/recorded-rules.ts';
import { readinessInput } from '../case/surroundings.ts';
import type { LeavingFile } from '../claim/release-claim.ts';
import type { Person } from '../http/signed-in.ts';
import { recordForRecipient } from './record-for-recipient.ts';
import { decideLeaving, recordDisclosure, type Leaving } from '../release/release.ts';
import { resolveRecipient, type NamedRecipient } from '../release/resolve-recipient.ts';

export const printedDocuments = [
  'case-summary',
  'plan',
  'estimate',
  'options',
  'authorization',
  'predetermination',
] as const;

export interface PrintRequest {
  readonly document: (typeof printedDocuments)[number];
  readonly recipient: NamedRecipient;
  readonly language: PdfLanguage;
  /** For an authorization: the recorded consent; absent, the newest one. */
  readonly consentId?: string;
  /** For options: the sheet, printed in the language in which it was written; absent, the newest one. */
  readonly sheetId?: string;
  /** Which question to a payer. */
  readonly predeterminationId?: string;
  readonly emergency?: { readonly reason: string };
}

const purposeOf: Record<RecipientKind, Purpose> = {
  provider: 'treatment',
  payer: 'payment',
  clearinghouse: 'payment',
  patient: 'individual-request',
  representative: 'individual-request',
  auditor: 'audit',
  'own-use': 'treatment',
  other: 'other',
};

const printed: Record<
  PrintRequest['document'],
  { categories: readonly DataCategory[]; needed: readonly DataCategory[] }
> = {
  'case-summary': { categories: dataCategories, needed: ['demographics'] },
  plan: {
    categories: ['demographics', 'dental-record', 'medical-history'],
    needed: ['demographics', 'dental-record'],
  },
  estimate: {
    categories: ['demographics', 'dental-record', 'coverage-and-billing'],
    needed: ['demographics', 'dental-record', 'coverage-and-billing'],
  },
  options: {
    categories: ['demographics', 'dental-record', 'coverage-and-billing', 'medical-history'],
    needed: ['demographics', 'dental-record'],
  },
  authorization: { categories: ['demographics', 'coordination-record'], needed: ['demographics'] },
  predetermination: {
    categories: ['demographics', 'dental-record', 'coverage-and-billing'],
    needed: ['demographics', 'dental-record', 'coverage-and-billing'],
  },
};

/** Prints a document for a recipient, cut by the release decision, and records what left. */
export async function printDocument(
  archway: Archway,
  person: Person,
  caseId: string,
  request: PrintRequest,
): Promise<LeavingFile | Refusal> {
  return actOnCase<LeavingFile>(archway, person, caseId, 'print-document', true, async (writing, state) => {
    const { patientId } = state;
    const patient = await writing.patient(patientId);
    if (!patient) throw new Error(`case ${caseId} names patient ${patientId}, who has no chain`);
    const practice = await writing.practice();
    const recipient = resolveRecipient(request.recipient, { state, patient, practice });
    if (isRefusal(recipient)) return recipient;
    const leaving: Leaving = {
      patientId,
      caseId,
      wayOut: 'print',
      recipient,
      purpose: purposeOf[recipient.kind],
      ...printed[request.document],
      ...(request.emergency ? { emergency: request.emergency } : {}),
    };
    const decision = await decideLeaving(writing, leaving);
    if (isRefusal(decision)) return decision;
    const printing: Printing = { practice, language: request.language, madeAt: writing.now };
    const seen = recordForRecipient(
      await readinessInput(archway, writing, state, { now: writing.now, practice, patient }),
      leaving,
    );
    const document = layOut(
      archway,
      seen.state,
      seen.patient,
      new Set(decision.released),
      // What a payer is asked about is not billed, so that its cut of the record does not hold it.
      { ...request, recipient, asked: askedOf(patient, caseId, request.predeterminationId) },
      printing,
    );
    if (isRefusal(document)) return document;
    const bytes = await printOrRefuse(document);
    if (isRefusal(bytes)) return bytes;
    await recordDisclosure(
      writing,
      leaving,
      decision,
      `${request.document} on paper`,
      createHash('sha256').update(bytes).digest('hex'),
    );
    return { fileName: `${request.document}.pdf`, mediaType: 'application/pdf', bytes };
  });
}

function askedOf(
  { predeterminations, coverages }: Patient,
  caseId: string,
  id: string | undefined,
): Omit<PredeterminationInput, 'patient'> | undefined {
  const predetermination = predeterminations.get(id ?? '')?.predetermination;
  const coverage = coverages.get(predetermination?.coverageId ?? '')?.value;
  return predetermination?.caseId === caseId && coverage ? { predetermination, coverage } : undefined;
}

function layOut(
  archway: Archway,
  coordinationCase: CoordinationCase,
  patient: Patient,
  allowed: ReadonlySet<DataCategory>,
  request: Omit<PrintRequest, 'recipient'> &
    Pick<Leaving, 'recipient'> & { readonly asked: ReturnType<typeof askedOf> },
  printing: Printing,
): PdfDocument | Refusal {
  const present = frameOfPlan(coordinationCase, recordedRules(archway));
  switch (request.document) {
    case 'case-summary':
      return caseSummary(
        { coordinationCase, patient, present, recipient: request.recipient.name, allowed },
        printing,
      );
    case 'plan':
      return planDocument(
        {
          coordinationCase,
          patient,
          present,
          // Rules and dates tell of conditions and laboratory values.
          inWords: allowed.has('medical-history')
            ? (constraint) => constraintWords(archway.rulebook.pathways, constraint, request.language)
            : undefined,
          mayTellNeeds: allowed.has('medical-history'),
          audience:
            request.recipient.kind === 'patient' || request.recipient.kind === 'representative'
              ? 'patient'
              : 'provider',
        },
        printing,
      );
    case 'estimate': {
      const asOf = dayOf(printing.madeAt, timeZoneOf(printing.practice));
      const asked = caseRequest(coordinationCase, patient, printing.practice, asOf);
      return estimateDocument({ asked, patient, opened: coordinationCase.opened }, printing);
    }
    case 'predetermination':
      return request.asked
        ? predeterminationDocument({ ...request.asked, patient }, printing)
        : refuse('absent/predetermination', {}, '/predeterminationId');
    case 'options': {
      const { sheetId } = request;
      const sheets = [...coordinationCase.optionSheets].filter(
        ([id, { withdrawn }]) => !withdrawn && (sheetId === undefined || id === sheetId),
      );
      const sheet = sheets.at(-1)?.[1].versions.at(-1)?.sheet;
      if (!sheet) return refuse('absent/option-sheet', {}, '/sheetId');
      return optionsDocument({ sheet, patient, opened: coordinationCase.opened, allowed }, printing);
    }
    case 'authorization': {
      const consents = [...patient.consents.values()];
      const recorded =
        request.consentId === undefined
          ? consents.at(-1)
          : consents.find(({ consent }) => consent.consentId === request.consentId);
      if (!recorded) return refuse('absent/printed-consent');
      return authorization({ patient, form: { kind: 'recorded', recorded } }, printing);
    }
  }
}
