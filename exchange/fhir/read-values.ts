import { parseCalendarDate, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import type { ForeignCoding } from '#domain/patient/patient-events.ts';
import type { ContactPoint } from '#domain/practice/practice-events.ts';
import type { FhirConcept, FhirIdentifier, FhirName, FhirPeriod, FhirTelecom } from './read-shapes.ts';

export const systems = {
  icd10cm: 'http://hl7.org/fhir/sid/icd-10-cm',
  npi: 'http://hl7.org/fhir/sid/us-npi',
  ssn: 'http://hl7.org/fhir/sid/us-ssn',
  ssnOid: 'urn:oid:2.16.840.1.113883.4.1',
  loinc: 'http://loinc.org',
  snomed: 'http://snomed.info/sct',
  taxonomy: 'http://nucc.org/provider-taxonomy',
  universalTooth: 'http://terminology.hl7.org/CodeSystem/ADAUniversalToothDesignationSystem',
  toothSurface: 'http://terminology.hl7.org/CodeSystem/ADAToothSurfaceCodes',
  identifierType: 'http://terminology.hl7.org/CodeSystem/v2-0203',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  dentalCategory: 'http://hl7.org/fhir/us/dental-data-exchange/CodeSystem/dental-category',
} as const;

/** The system of CDT codes; published examples use both addresses (standards-facts, short list). */
export const cdtSystems: readonly string[] = ['http://www.ada.org/cdt', 'http://ada.org/cdt'];

/** Text of others, fit for an event: control characters become spaces, ends are trimmed, and what is too long is cut with an ellipsis (the whole is kept word for word). */
export function clip(text: string, longest: number): string {
  const clean = text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]+/gu, ' ')
    .trim();
  if (clean.length <= longest) return clean;
  return `${clean
    .slice(0, longest - 1)
    .replace(/\p{Cs}$/u, '')
    .trimEnd()}…`;
}

/** The same, or undefined when nothing is left. */
export function filled(text: string | null | undefined, longest: number): string | undefined {
  return text === undefined || text === null ? undefined : clip(text, longest) || undefined;
}

/** The text of a concept: what its author wrote, else the words of its first coding, else the bare code. */
export function conceptText(concept: FhirConcept | undefined, longest: number): string | undefined {
  const codings = concept?.coding ?? [];
  return (
    filled(concept?.text, longest) ??
    filled(codings.find((coding) => filled(coding.display, longest))?.display, longest) ??
    filled(codings.find((coding) => filled(coding.code, longest))?.code, longest)
  );
}

export function codingsOf(concept: FhirConcept | undefined): ForeignCoding[] {
  return (concept?.coding ?? []).slice(0, 20).flatMap((coding) => {
    const code = filled(coding.code, 60);
    const display = filled(coding.display, 300);
    if (code === undefined) return [];
    return [{ system: clip(coding.system ?? '', 200), code, ...(display === undefined ? {} : { display }) }];
  });
}

export function hasCode(concept: FhirConcept | undefined, system: string, ...codes: string[]): boolean {
  return (concept?.coding ?? []).some(
    (coding) => coding.system === system && coding.code !== undefined && codes.includes(coding.code),
  );
}

/** The first code of a concept whatever its system, for the closed lists of HL7 whose codes speak for themselves. */
export function codeOf(concept: FhirConcept | undefined): string | undefined {
  return concept?.coding?.find((coding) => coding.code !== undefined)?.code;
}

/** The calendar day as its source wrote it, in the source's own time zone; undefined when only a year or month is known. */
export function dayOfStated(text: string | undefined): CalendarDate | undefined {
  const parsed = parseCalendarDate((text ?? '').slice(0, 10));
  return typeof parsed === 'string' ? parsed : undefined;
}

export interface PersonName {
  readonly last: string | undefined;
  readonly first: string | undefined;
  readonly middle: string | undefined;
  /** As one would say it, with title and credential. */
  readonly full: string | undefined;
  readonly credential: string | undefined;
}

/** The name in use: official before usual before the first; former names only when there is no other. */
export function nameInUse(names: readonly FhirName[] | undefined, today: CalendarDate): PersonName {
  const rank = ({ use, period }: FhirName) =>
    isOver(period, today) || use === 'old' || use === 'maiden'
      ? 9
      : ['official', 'usual', undefined].indexOf(use) + 1 || 5;
  const name = (names ?? []).toSorted((one, other) => rank(one) - rank(other))[0];
  const words = (list: readonly (string | null)[] | undefined) =>
    (list ?? []).flatMap((word) => filled(word, 60) ?? []);
  const given = words(name?.given);
  const credential = filled(words(name?.suffix).join(', '), 20);
  const full =
    filled(name?.text, 120) ??
    filled([...words(name?.prefix), ...given, filled(name?.family, 60) ?? ''].join(' '), 120);
  return {
    last: filled(name?.family, 60) ?? (given.length === 0 ? filled(name?.text, 60) : undefined),
    first: filled(given[0], 35),
    middle: filled(given.slice(1).join(' '), 35),
    full:
      full !== undefined && credential !== undefined && !full.includes(credential)
        ? clip(`${full}, ${credential}`, 120)
        : full,
    credential,
  };
}

const telecomRoutes: Readonly<Record<string, ContactPoint['route']>> = {
  phone: 'telephone',
  sms: 'text-message',
  fax: 'fax',
  email: 'email',
};

/** Ways to reach somebody that are in use; what has no route of ours (pagers, web pages) stays in the kept text. */
export function contactsOf(
  telecoms: readonly FhirTelecom[] | undefined,
  most: number,
  today: CalendarDate,
): ContactPoint[] {
  return (telecoms ?? [])
    .filter(({ use, period }) => use !== 'old' && !isOver(period, today))
    .toSorted((one, other) => (one.rank ?? 99) - (other.rank ?? 99))
    .flatMap(({ system, value, rank }) => {
      const route = system === undefined ? undefined : telecomRoutes[system];
      const stated = filled(value?.replace(/^(tel|mailto|fax|sms):/i, ''), 200);
      if (route === undefined || stated === undefined) return [];
      return [{ route, value: stated, ...(rank === 1 ? { preferred: true } : {}) }];
    })
    .slice(0, most);
}

export function isOver(period: FhirPeriod | undefined, today: CalendarDate): boolean {
  return period?.end !== undefined && period.end.slice(0, 10) < today;
}

/** A Social Security number, by its system, by its type, or by its form when it names no system. It is never taken into the record. */
export function isSocialSecurityNumber(identifier: FhirIdentifier): boolean {
  return (
    identifier.system === systems.ssn ||
    identifier.system === systems.ssnOid ||
    hasCode(identifier.type, systems.identifierType, 'SS', 'SB') ||
    (identifier.system === undefined && /^\d{3}-\d{2}-\d{4}$/.test(identifier.value ?? ''))
  );
}
