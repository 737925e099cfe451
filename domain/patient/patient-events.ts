import { Type, type Static } from 'typebox';
import type { NewEvent, RecordedEvent } from '../audit/event.ts';
import type { Consent, Restriction, Revocation } from '../consent/consent.ts';
import { dataCategories, purposes, recipientKinds, waysOut } from '../consent/consent.ts';
import type { BenefitFact, Coverage } from '../coverage/benefit-fact.ts';
import type { CoverageOrder } from '../coverage/coverage-order.ts';
import type { BenefitWithdrawal } from '../coverage/benefit-withdrawal.ts';
import type { BenefitUse } from '../coverage/benefit-use.ts';
import type { PlanAnswer } from '../coverage/plan-answer.ts';
import type { Predetermination, PredeterminationAnswer, Sending } from '../coverage/predetermination.ts';
import {
  DateSchema,
  DiagnosisCodeSchema,
  FilledTextSchema,
  IdSchema,
  InstantSchema,
  oneOf,
  TextSchema,
} from '../kernel/schema.ts';
import { ContactPoint, PostalAddress } from '../practice/practice-events.ts';

export const Demographics = Type.Object({
  lastName: FilledTextSchema(60),
  firstName: FilledTextSchema(35),
  middleName: Type.Optional(TextSchema(35)),
  birthDate: DateSchema,
  sex: oneOf(['female', 'male', 'unknown']),
  language: Type.Optional(TextSchema(40)),
  interpreterNeeded: Type.Optional(Type.Boolean()),
  address: Type.Optional(PostalAddress),
  /** An address that cannot be read as a US postal address, kept as it came. */
  addressAsReceived: Type.Optional(TextSchema(300)),
  contacts: Type.Array(ContactPoint, { maxItems: 20 }),
  /** Identifiers of others: medical record number, Medicaid number. */
  identifiers: Type.Array(
    Type.Object({
      system: TextSchema(200),
      value: FilledTextSchema(80),
      flag: Type.Optional(TextSchema(200)),
    }),
    { maxItems: 40 },
  ),
  deceased: Type.Optional(Type.Boolean()),
});
export type Demographics = Static<typeof Demographics>;

export const RelatedPerson = Type.Object({
  relatedPersonId: IdSchema,
  name: FilledTextSchema(120),
  relationship: FilledTextSchema(80),
  authority: Type.Optional(TextSchema(120)),
  contacts: Type.Array(ContactPoint, { maxItems: 10 }),
});
export type RelatedPerson = Static<typeof RelatedPerson>;

/** A code from another system, kept as received: never turned silently into a code of ours. */
export const ForeignCoding = Type.Object({
  system: TextSchema(200),
  code: TextSchema(60),
  display: Type.Optional(TextSchema(300)),
});
export type ForeignCoding = Static<typeof ForeignCoding>;

export const Condition = Type.Object({
  conditionId: IdSchema,
  text: FilledTextSchema(300),
  /** ICD-10-CM, only as stated by a source or chosen by a person. */
  diagnosis: Type.Optional(DiagnosisCodeSchema),
  codings: Type.Array(ForeignCoding, { maxItems: 20 }),
  status: oneOf(['active', 'inactive', 'resolved']),
  onset: Type.Optional(DateSchema),
  ended: Type.Optional(DateSchema),
  sensitive: Type.Optional(oneOf(dataCategories)),
});
export type Condition = Static<typeof Condition>;

/** Medications, allergies, procedures done and observations that matter to the coordination. */
export const HistoryItem = Type.Object({
  itemId: IdSchema,
  kind: oneOf(['medication', 'allergy', 'procedure', 'observation', 'message']),
  text: FilledTextSchema(400),
  codings: Type.Array(ForeignCoding, { maxItems: 20 }),
  value: Type.Optional(TextSchema(300)),
  status: TextSchema(40),
  on: Type.Optional(DateSchema),
  tooth: Type.Optional(TextSchema(40)),
  sensitive: Type.Optional(oneOf(dataCategories)),
});
export type HistoryItem = Static<typeof HistoryItem>;

export const needKinds = [
  'mobility',
  'sensory',
  'behavior',
  'communication',
  'interpreter',
  'sedation-or-anesthesia',
  'guardian',
  'medical',
  'other',
] as const;

/** A special need and how it is accommodated, carried to the team as far as consent allows. */
export const Accommodation = Type.Object({
  accommodationId: IdSchema,
  kind: oneOf(needKinds),
  need: FilledTextSchema(300),
  accommodation: TextSchema(300),
  active: Type.Boolean(),
});
export type Accommodation = Static<typeof Accommodation>;

export const documentKinds = [
  'scan',
  'fax',
  'report',
  'insurance-card',
  'eligibility-answer',
  'consent',
  'image',
  'letter',
  'imported-record',
  'other',
] as const;

export const PatientDocument = Type.Object({
  documentId: IdSchema,
  title: FilledTextSchema(200),
  kind: oneOf(documentKinds),
  mediaType: FilledTextSchema(100),
  byteLength: Type.Integer({ minimum: 0 }),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  /** Where it belongs besides the patient. */
  attachedTo: Type.Array(
    Type.Object({ kind: oneOf(['case', 'contact', 'consent', 'coverage', 'referral']), id: IdSchema }),
    { maxItems: 10 },
  ),
  sensitive: Type.Optional(oneOf(dataCategories)),
});
export type PatientDocument = Static<typeof PatientDocument>;

/** A resource of another system as it was received, word for word. `sourceKey` makes a second import change nothing. */
export const KeptResource = Type.Object({
  sourceKey: FilledTextSchema(300),
  resourceType: FilledTextSchema(64),
  verbatimSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  /** Id of the document_content row that holds the resource word for word. */
  contentId: IdSchema,
  outcome: oneOf(['became', 'kept-only', 'rejected']),
  became: Type.Optional(TextSchema(200)),
  reason: Type.Optional(TextSchema(400)),
  flags: Type.Array(TextSchema(300), { maxItems: 40 }),
});
export type KeptResource = Static<typeof KeptResource>;

/** A referral received from outside, from which a coordination case can be opened. */
export const ReceivedReferral = Type.Object({
  receivedReferralId: IdSchema,
  title: FilledTextSchema(200),
  reason: TextSchema(1000),
  requesterName: TextSchema(160),
  requesterNpi: Type.Optional(TextSchema(20)),
  performerName: TextSchema(160),
  priority: TextSchema(40),
  authoredOn: Type.Optional(DateSchema),
  conditionIds: Type.Array(IdSchema, { maxItems: 100 }),
});
export type ReceivedReferral = Static<typeof ReceivedReferral>;

/** What left the house, to whom, why, and on which decision. 45 CFR 164.528(b). */
export const Disclosure = Type.Object({
  disclosureId: IdSchema,
  caseId: Type.Optional(IdSchema),
  wayOut: oneOf(waysOut),
  recipientName: FilledTextSchema(160),
  recipientKind: oneOf(recipientKinds),
  purpose: oneOf(purposes),
  categories: Type.Array(oneOf(dataCategories)),
  what: FilledTextSchema(500),
  at: InstantSchema,
  decision: FilledTextSchema(60),
  consentId: Type.Optional(IdSchema),
  withheld: Type.Array(oneOf(dataCategories)),
  /** The medical emergency in which consent could not be had first. 42 CFR 2.51. */
  emergencyReason: Type.Optional(TextSchema(500)),
  sha256: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
});
export type Disclosure = Static<typeof Disclosure>;

export interface PatientEventData {
  'patient.registered': { demographics: Demographics; origin: 'by-hand' | 'import' | 'demonstration' };
  'patient.demographics-changed': { demographics: Demographics; reason: string };
  'patient.related-person-recorded': { relatedPerson: RelatedPerson };
  'patient.condition-recorded': { condition: Condition };
  'patient.history-recorded': { item: HistoryItem };
  'patient.accommodation-recorded': { accommodation: Accommodation };
  'patient.coverage-recorded': { coverage: Coverage; order?: CoverageOrder };
  'patient.benefit-fact-recorded': { fact: BenefitFact };
  'patient.plan-answer-recorded': { answer: PlanAnswer };
  'patient.benefit-withdrawn': { withdrawal: BenefitWithdrawal };
  'patient.benefit-use-recorded': { use: BenefitUse };
  'patient.predetermination-prepared': { predetermination: Predetermination };
  'patient.predetermination-sent': { sending: Sending };
  'patient.predetermination-answered': { answer: PredeterminationAnswer };
  'patient.predetermination-withdrawn': { predeterminationId: string; reason: string };
  'patient.consent-recorded': { consent: Consent };
  'patient.consent-revoked': { revocation: Revocation };
  'patient.restriction-agreed': { restriction: Restriction };
  'patient.document-attached': { document: PatientDocument };
  /** It was attached by mistake. */
  'patient.document-withdrawn': { documentId: string; reason: string };
  'patient.resource-kept': { resource: KeptResource };
  'patient.referral-received': { referral: ReceivedReferral };
  'patient.disclosure-recorded': { disclosure: Disclosure };
}
export type PatientEventType = keyof PatientEventData;
export type PatientEvent = {
  [T in PatientEventType]: RecordedEvent<T, PatientEventData[T]>;
}[PatientEventType];
export type NewPatientEvent = { [T in PatientEventType]: NewEvent<T, PatientEventData[T]> }[PatientEventType];
