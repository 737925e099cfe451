import type { Instant } from '#domain/kernel/calendar-date.ts';
import type { Demographics, NewPatientEvent } from '#domain/patient/patient-events.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { Payer, Provider } from '#domain/practice/practice-events.ts';

/** What the importer needs to know; everything is handed in, so that the same file gives the same answer. */
export interface ImportContext {
  readonly now: Instant;
  /**
   * Finds the patient that a key belongs to. Keys are those of `patientKeysIn` (from-bundle.ts):
   * the source key of a kept Patient resource, or `identifier:<system>|<value>` of a recorded identifier.
   */
  readonly findPatientBySourceKey: (key: string) => Patient | undefined;
  /** The practice's directory: a provider already in it, by id or by NPI, is not suggested again. */
  readonly directory: readonly Provider[];
  /** The practice's payers: a coverage is tied to the one whose name or identifier is stated, never to a similar one. */
  readonly payers: readonly Payer[];
  /** A patient already there, to whom a resource belongs at the word of the person who imports it. */
  readonly intoPatient?: Patient;
  /** A name for the sending system, part of the keys of resources that have only a relative address. */
  readonly source?: string;
}

/** A message id of contract/messages with its parameters, and the same in English words for the record. */
export interface ImportMessage {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly words: string;
}

/**
 * became: it is now something of ours, and is kept word for word;
 * kept-only: kept word for word, read nowhere;
 * rejected: kept word for word, and its source says that it must not be relied on;
 * unchanged: imported before, nothing is recorded;
 * left-out: not kept, for the reason given.
 */
export type ImportOutcome = 'became' | 'kept-only' | 'rejected' | 'unchanged' | 'left-out';

export interface BecameRecord {
  readonly kind:
    'patient' | 'related-person' | 'condition' | 'history' | 'coverage' | 'received-referral' | 'provider';
  readonly id: string;
}

/** The report's line for one resource. */
export interface ResourceReport {
  /** 'Bundle.entry[3].resource', or the resource type for a single resource. */
  readonly place: string;
  readonly resourceType: string;
  /** What a person recognizes it by: its text, name or title; empty when it has none. */
  readonly label: string;
  readonly sourceKey: string;
  /** The patients in whose chains it is kept; nearly always one. */
  readonly patientIds: readonly string[];
  readonly outcome: ImportOutcome;
  /** True when the resource was imported before and has changed since. */
  readonly update: boolean;
  readonly became: readonly BecameRecord[];
  readonly reason: ImportMessage | undefined;
  readonly flags: readonly ImportMessage[];
}

/** The word-for-word text of a kept resource: its JSON tokens as received, without the white space between them. */
export interface KeptContent {
  readonly contentId: string;
  readonly mediaType: 'application/fhir+json';
  readonly text: string;
  /** SHA-256 of the UTF-8 bytes of `text`; the same as in the event. */
  readonly sha256: string;
}

/** What one patient's chain gets. */
export interface ImportedPatient {
  readonly patientId: string;
  /** False when the patient was there before. */
  readonly isNew: boolean;
  /** As they stand after the import. */
  readonly demographics: Demographics;
  /** To be appended in this order, in one transaction with `contents`; empty when nothing changed. */
  readonly events: readonly NewPatientEvent[];
  readonly contents: readonly KeptContent[];
  /** Referrals of this file from which a case can be opened, recorded now or before. */
  readonly receivedReferrals: readonly { readonly receivedReferralId: string; readonly title: string }[];
}

export interface FhirImport {
  readonly patients: readonly ImportedPatient[];
  /** Providers to add to the directory (`ours: false`); those already there are not among them. */
  readonly directory: readonly Provider[];
  /** A line for every resource, in the order of the file. */
  readonly report: readonly ResourceReport[];
}
