import type { CodeableConcept, Coding, ContactPoint, Extension, Identifier, Period } from 'fhir/r4';
import { parseNpi } from '#domain/kernel/npi.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';

/** Root of the addresses that are ours. Nothing answers there: they name, see docs/reference/fhir.md. */
export const ours = 'https://archway.example/fhir';

/** Code systems and identifier systems, as their owners write them. Source: standards-facts 1. */
export const systems = {
  npi: 'http://hl7.org/fhir/sid/us-npi',
  employerId: 'urn:oid:2.16.840.1.113883.4.4',
  icd10: 'http://hl7.org/fhir/sid/icd-10-cm',
  snomed: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
  units: 'http://unitsofmeasure.org',
  cdt: 'http://www.ada.org/cdt',
  tooth: 'http://terminology.hl7.org/CodeSystem/ADAUniversalToothDesignationSystem',
  oralArea: 'http://terminology.hl7.org/CodeSystem/ADAAreaOralCavitySystem',
  surface: 'http://terminology.hl7.org/CodeSystem/ADAToothSurfaceCodes',
  taxonomy: 'http://nucc.org/provider-taxonomy',
  placeOfService: 'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set',
  identifierType: 'http://terminology.hl7.org/CodeSystem/v2-0203',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  actReason: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  participation: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
  participationMode: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationMode',
  dataOperation: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation',
  observationValue: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  nullFlavor: 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor',
  confidentiality: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  dentalCategory: 'http://hl7.org/fhir/us/dental-data-exchange/CodeSystem/dental-category',
  laterDiagnosis: 'http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBClaimDiagnosisType',
  language: 'urn:ietf:bcp:47',
  bserStatus: 'http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS',
  taskCode: 'http://hl7.org/fhir/CodeSystem/task-code',
} as const;

/** A code system of HL7's terminology server. */
export function hl7(name: string): string {
  return `http://terminology.hl7.org/CodeSystem/${name}`;
}

/** A concept by its code; displays are left to whoever owns the code system. */
export function concept(system: string, code: string, text?: string): CodeableConcept {
  return text === undefined ? { coding: [{ system, code }] } : { coding: [{ system, code }], text };
}

/** A code of our own lists, with its word as text. */
export function ourConcept(list: string, code: string): CodeableConcept {
  return { coding: [ourCoding(list, code)], text: code.replaceAll('-', ' ') };
}

export function ourCoding(list: string, code: string): Coding {
  return { system: `${ours}/CodeSystem/${list}`, code };
}

export function ourIdentifier(list: string, value: string): Identifier {
  return { system: `${ours}/${list}`, value };
}

/** Stands where a profile demands a value that is not there: FHIR's data-absent-reason. */
export function absent(reason: 'unknown' | 'masked'): Extension {
  return { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: reason };
}

/** The category by which dental-data-exchange knows what is dental; its display is part of the fixed value. */
export const dentalCategory: CodeableConcept = {
  coding: [{ system: systems.dentalCategory, code: 'dental', display: 'Dental' }],
};

/** A telephone number, or nothing where none is known: a system without a value reaches nobody. */
export function telephoneOf(number: string | undefined): ContactPoint[] {
  return number?.trim() ? [{ system: 'phone', value: number }] : [];
}

/** An NPI that fails its check digit is sent to nobody. */
export function npiIdentifiers(npi: string | undefined): Identifier[] {
  return npi === undefined || isRefusal(parseNpi(npi)) ? [] : [{ system: systems.npi, value: npi }];
}

/** Extensions of our own; each is described in docs/reference/fhir.md. */
export const extensionUrls = {
  /** Place in the chains of events: 'case#12', 'patient#3'. */
  recordPosition: `${ours}/StructureDefinition/record-position`,
  /** Seconds of service with how they are known. */
  timeSpent: `${ours}/StructureDefinition/time-spent`,
  /** Minutes that a claim line stands for. */
  coordinationMinutes: `${ours}/StructureDefinition/coordination-minutes`,
  /** Places in the chains that a sentence rests on. */
  evidence: `${ours}/StructureDefinition/evidence`,
  /** Which part of a contact a text is: asked, answered, effect-on-plan, note. */
  contactPart: `${ours}/StructureDefinition/contact-part`,
  /** Whether and how the other side was reached. */
  reached: `${ours}/StructureDefinition/reached`,
  /** original, replacement or void. */
  claimFrequency: `${ours}/StructureDefinition/claim-frequency`,
  bodySite: `${ours}/StructureDefinition/plan-item-body-site`,
  /** How a special need is accommodated. */
  accommodation: `${ours}/StructureDefinition/accommodation`,
} as const;

export function positionExtension(stream: 'case' | 'patient', position: number): Extension {
  return { url: extensionUrls.recordPosition, valueString: `${stream}#${position}` };
}

/** A period, or nothing where the record has its end before its start: per-1 forbids to send that. */
export function periodOf(start: string | undefined, end: string | undefined): Period {
  if (start !== undefined && end !== undefined) {
    const length = Math.min(start.length, end.length);
    const backwards =
      length > 10 ? Date.parse(start) > Date.parse(end) : start.slice(0, length) > end.slice(0, length);
    if (backwards) return {};
  }
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

/** FHIR ids have no underscore, ours may. */
export function fhirId(recordId: string): string {
  return recordId.replaceAll('_', '-');
}

/** JSON has no place for blank strings and empty lists in FHIR: they are left out, with what becomes empty by it. */
export function withoutEmpty<Value extends object>(value: Value): Value {
  const kept = pruned(value);
  if (typeof kept !== 'object' || kept === null) throw new Error('nothing is left of the resource');
  // Only blank and empty members are gone, which FHIR types as optional.
  return kept as Value;
}

function pruned(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) {
    const items = value.map(pruned).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const members = Object.entries(value)
    .map(([key, member]) => [key, pruned(member)] as const)
    .filter(([, member]) => member !== undefined);
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
