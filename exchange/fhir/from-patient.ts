import { parseCalendarDate, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import { notGiven } from '#domain/kernel/not-given.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Demographics, NewPatientEvent, RelatedPerson } from '#domain/patient/patient-events.ts';
import type { PostalAddress } from '#domain/practice/practice-events.ts';
import { recordId } from './from-keys.ts';
import type { ImportMessage } from './from-outcome.ts';
import { flag } from './from-words.ts';
import { addressInUse } from './read-address.ts';
import type { Entry } from './read-bundle.ts';
import type { FhirConcept, Known } from './read-shapes.ts';
import {
  clip,
  codeOf,
  conceptText,
  contactsOf,
  filled,
  hasCode,
  isSocialSecurityNumber,
  nameInUse,
  systems,
} from './read-values.ts';

export interface ReceivedPatient {
  readonly demographics: Demographics;
  readonly flags: readonly ImportMessage[];
}

/** Who a Patient resource is about. Refused without a full birth date: nobody can be told from others without one. */
export function readPatient(
  resource: Known<'Patient'>,
  entry: Entry,
  today: CalendarDate,
): ReceivedPatient | Refusal {
  const birthDate = parseCalendarDate(resource.birthDate ?? '');
  if (typeof birthDate !== 'string' || birthDate > today)
    return refuseBirthDate(resource.birthDate, entry.place);
  const name = nameInUse(resource.name, today);
  const address = addressInUse(resource.address, today);
  const contacts = contactsOf(resource.telecom, 20, today);
  const language = languageOf(resource);
  const interpreterNeeded = interpreterOf(resource);
  const deceased = resource.deceasedBoolean ?? (resource.deceasedDateTime === undefined ? undefined : true);
  const identifiers = (resource.identifier ?? []).filter((identifier) => !isSocialSecurityNumber(identifier));
  const demographics: Demographics = {
    lastName: name.last ?? notGiven,
    firstName: name.first ?? notGiven,
    ...(name.middle === undefined ? {} : { middleName: name.middle }),
    birthDate,
    sex: resource.gender === 'female' || resource.gender === 'male' ? resource.gender : 'unknown',
    ...(language === undefined ? {} : { language }),
    ...(interpreterNeeded === undefined ? {} : { interpreterNeeded }),
    ...(address.postal ? { address: address.postal } : {}),
    ...(address.asReceived === undefined ? {} : { addressAsReceived: address.asReceived }),
    contacts,
    identifiers: identifiers
      .flatMap(({ system, value }) => {
        const stated = filled(value, 80);
        return stated === undefined ? [] : [{ system: clip(system ?? '', 200), value: stated }];
      })
      .slice(0, 40),
    ...(deceased === undefined ? {} : { deceased }),
  };
  return {
    demographics,
    flags: [
      ...(name.last === undefined ? [flag('lastNameMissing')] : []),
      ...(name.first === undefined ? [flag('firstNameMissing')] : []),
      ...sexFlags(resource.gender),
      ...(address.asReceived === undefined ? [] : [flag('addressNotUs')]),
      ...((address.postal ?? address.asReceived) ? [] : [flag('addressMissing')]),
      ...(contacts.length === 0 ? [flag('contactMissing')] : []),
      ...(identifiers.length === (resource.identifier?.length ?? 0) ? [] : [flag('socialSecurityNumber')]),
      ...(resource.active === false ? [flag('inactive')] : []),
    ],
  };
}

function refuseBirthDate(stated: string | undefined, place: string): Refusal {
  const at = `${place}.birthDate`;
  return stated === undefined
    ? refuse('fhir/birth-date-missing', { at }, at)
    : refuse('fhir/birth-date', { stated, at }, at);
}

function sexFlags(gender: string | undefined): readonly ImportMessage[] {
  if (gender === 'female' || gender === 'male' || gender === 'unknown') return [];
  return gender === undefined ? [flag('sexMissing')] : [flag('sexOther', { value: gender })];
}

function languageOf(resource: Known<'Patient'>): string | undefined {
  const all = resource.communication ?? [];
  const language: FhirConcept | undefined = (all.find(({ preferred }) => preferred === true) ?? all[0])
    ?.language;
  return conceptText(language, 40);
}

/** FHIR core's extension is a boolean; US Core's a SNOMED yes (373066001) or no (373067005). */
function interpreterOf(resource: Known<'Patient'>): boolean | undefined {
  for (const { url, valueBoolean, valueCoding } of resource.extension ?? []) {
    if (url === 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired') return valueBoolean;
    if (url === 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-interpreter-needed' && valueCoding)
      return hasCode({ coding: [valueCoding] }, systems.snomed, '373066001')
        ? true
        : codeOf({ coding: [valueCoding] }) === '373067005'
          ? false
          : undefined;
  }
  return undefined;
}

/** The resource was imported before and has changed: what it says now counts, what it does not say stays. */
export function updatedDemographics(recorded: Demographics, received: Demographics): Demographics {
  return {
    ...withAddressOf(hasAddress(received) ? received : recorded, { ...recorded, ...received }),
    lastName: received.lastName === notGiven ? recorded.lastName : received.lastName,
    firstName: received.firstName === notGiven ? recorded.firstName : received.firstName,
    sex: received.sex === 'unknown' ? recorded.sex : received.sex,
    contacts: union(received.contacts, recorded.contacts, contactKey, 20),
    identifiers: union(received.identifiers, recorded.identifiers, identity, 40),
  };
}

/** The patient was here, the resource is new: it fills what is empty; where both say something the record stays. */
export function filledDemographics(recorded: Demographics, received: Demographics): Demographics {
  return {
    ...withAddressOf(hasAddress(recorded) ? recorded : received, { ...received, ...recorded }),
    lastName: recorded.lastName === notGiven ? received.lastName : recorded.lastName,
    firstName: recorded.firstName === notGiven ? received.firstName : recorded.firstName,
    sex: recorded.sex === 'unknown' ? received.sex : recorded.sex,
    contacts: union(recorded.contacts, received.contacts, contactKey, 20),
    identifiers: union(recorded.identifiers, received.identifiers, identity, 40),
  };
}

function hasAddress({ address, addressAsReceived }: Demographics): boolean {
  return address !== undefined || addressAsReceived !== undefined;
}

/** An address is taken whole from one side, never mixed. */
function withAddressOf(side: Demographics, others: Demographics): Demographics {
  const { address: _address, addressAsReceived: _asReceived, ...rest } = others;
  return {
    ...rest,
    ...(side.address ? { address: side.address } : {}),
    ...(side.addressAsReceived === undefined ? {} : { addressAsReceived: side.addressAsReceived }),
  };
}

/** Where the record and a newly received resource say different things. */
export function differenceFlags(recorded: Demographics, received: Demographics): readonly ImportMessage[] {
  const lines = (of: Demographics): readonly (readonly [string, string | undefined])[] => [
    ['last name', of.lastName === notGiven ? undefined : of.lastName],
    ['first name', of.firstName === notGiven ? undefined : of.firstName],
    ['birth date', of.birthDate],
    ['gender', of.sex === 'unknown' ? undefined : of.sex],
    ['address', of.address ? oneLine(of.address) : of.addressAsReceived],
    ['language', of.language],
  ];
  const before = new Map(lines(recorded));
  return lines(received).flatMap(([element, value]) => {
    const there = before.get(element);
    return value === undefined || there === undefined || value === there
      ? []
      : [flag('differs', { element, received: value, recorded: there })];
  });
}

function oneLine({ line1, line2, city, state, postalCode }: PostalAddress): string {
  return [line1, ...(line2 === undefined ? [] : [line2]), city, state, postalCode].join(', ');
}

/** Neither the birth date nor the last name agrees: the address or the person who imports must be wrong. */
export function isSomebodyElse(recorded: Demographics, received: Demographics): boolean {
  const folded = (name: string) =>
    name
      .normalize('NFD')
      .replace(/[^\p{L}]/gu, '')
      .toLowerCase();
  return recorded.birthDate !== received.birthDate && folded(recorded.lastName) !== folded(received.lastName);
}

/** Persons named inside the Patient resource, such as an emergency contact. */
export function contactPersons(
  resource: Known<'Patient'>,
  patientId: string,
  sourceKey: string,
  today: CalendarDate,
): readonly RelatedPerson[] {
  return (resource.contact ?? []).flatMap(({ name, telecom, relationship }, index) => {
    const full = nameInUse(name ? [name] : [], today).full;
    if (full === undefined) return [];
    const related = (relationship ?? []).flatMap((each) => conceptText(each, 80) ?? [])[0];
    return [
      {
        relatedPersonId: recordId('related', patientId, sourceKey, `contact ${index}`),
        name: full,
        relationship: related ?? notGiven,
        contacts: contactsOf(telecom, 10, today),
      },
    ];
  });
}

export function relatedPersonEvent(
  relatedPerson: RelatedPerson,
  now: NewPatientEvent['occurredAt'],
): NewPatientEvent {
  return { type: 'patient.related-person-recorded', occurredAt: now, data: { relatedPerson } };
}

function contactKey({ route, value }: Demographics['contacts'][number]): string {
  const digits = value.replaceAll(/\D/g, '').slice(-10);
  return `${route}|${route === 'email' || digits.length < 7 ? value.toLowerCase() : digits}`;
}

function identity({ system, value }: Demographics['identifiers'][number]): string {
  return `${system}|${value}`;
}

function union<Item>(
  first: readonly Item[],
  second: readonly Item[],
  keyOf: (item: Item) => string,
  most: number,
): Item[] {
  const keys = new Set(first.map(keyOf));
  return [...first, ...second.filter((item) => !keys.has(keyOf(item)))].slice(0, most);
}
