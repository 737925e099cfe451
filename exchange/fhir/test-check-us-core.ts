import type { FhirFault } from './test-fhir-fault.ts';
import { codesOf, isObject, type JsonObject, listOf, objectsIn, textOf, valuesAt } from './test-walk-json.ts';

/** A demand of a profile: where it holds, and whether a resource meets it. */
interface Demand {
  readonly profile: string;
  readonly of: string;
  readonly on?: (resource: JsonObject) => boolean;
  readonly met: (resource: JsonObject) => boolean;
}

const has = (resource: JsonObject, name: string) => listOf(resource[name]).length > 0;
const all = (list: unknown, met: (one: JsonObject) => boolean) => objectsIn(list).every(met);
/** A primitive that is there, or is said to be absent. */
const told = (one: JsonObject, name: string) => one[name] !== undefined || one[`_${name}`] !== undefined;
const identified = (one: JsonObject) => one['system'] !== undefined && told(one, 'value');
const systemsIn = (concept: unknown) =>
  isObject(concept) ? valuesAt(concept, 'coding.system').map(textOf) : [];
const isDentalCode = (one: JsonObject) =>
  systemsIn(one['code']).some((system) => /ada\.org\/(cdt|snodent)/.test(system)) ||
  codesOf(one['code']).some((code) => /^K(0\d|1[0-4])(\.|$)/.test(code));

/**
 * What US Core 6.1, dental-data-exchange, BSeR and CARIN's oral profile demand besides base R4 of what we write,
 * read from their published definitions (standards-facts 1).
 */
const demands: readonly Demand[] = [
  {
    profile: 'us-core-patient',
    of: 'Patient',
    met: (one) => has(one, 'identifier') && all(one['identifier'], identified),
  },
  { profile: 'us-core-patient', of: 'Patient', met: (one) => has(one, 'name') && told(one, 'gender') },
  {
    profile: 'us-core-6',
    of: 'Patient',
    met: (one) => valuesAt(one, 'name.family').length > 0 || has(one, 'extension'),
  },
  {
    profile: 'us-core-practitioner',
    of: 'Practitioner',
    met: (one) => has(one, 'identifier') && all(one['identifier'], identified),
  },
  {
    profile: 'us-core-practitioner',
    of: 'Practitioner',
    met: (one) => has(one, 'name') && all(one['name'], (name) => told(name, 'family')),
  },
  {
    profile: 'us-core-13',
    of: 'PractitionerRole',
    met: (one) => has(one, 'practitioner') || has(one, 'organization'),
  },
  { profile: 'us-core-organization', of: 'Organization', met: (one) => one['active'] === true },
  {
    profile: 'us-core-relatedperson',
    of: 'RelatedPerson',
    met: (one) => one['active'] === true && (has(one, 'name') || has(one, 'relationship')),
  },
  { profile: 'us-core-condition', of: 'Condition', met: (one) => has(one, 'code') && has(one, 'category') },
  { profile: 'dental-condition', of: 'Condition', on: isDentalCode, met: isCalledDental },
  {
    profile: 'us-core-15',
    of: 'Coverage',
    met: (one) =>
      has(one, 'subscriberId') ||
      valuesAt(one, 'identifier.type').some((type) => codesOf(type).includes('MB')),
  },
  {
    profile: 'us-core-coverage',
    of: 'Coverage',
    met: (one) => has(one, 'relationship') && listOf(one['payor']).length === 1,
  },
  {
    profile: 'us-core-documentreference',
    of: 'DocumentReference',
    met: (one) =>
      has(one, 'category') &&
      systemsIn(one['type']).some(
        (system) => system === 'http://loinc.org' || codesOf(one['type']).includes('UNK'),
      ),
  },
  { profile: 'us-core-servicerequest', of: 'ServiceRequest', met: (one) => has(one, 'code') },
  {
    profile: 'bser-referral-servicerequest',
    of: 'ServiceRequest',
    on: (one) => has(one, 'identifier'),
    met: (one) =>
      has(one, 'requester') &&
      has(one, 'category') &&
      listOf(one['performer']).length <= 1 &&
      all(one['reasonCode'], (reason) => has(reason, 'text')),
  },
  {
    profile: 'bser-referral-task',
    of: 'Task',
    on: (one) => codesOf(one['code']).includes('fulfill'),
    met: (one) => ['focus', 'for', 'authoredOn', 'requester', 'owner'].every((name) => has(one, name)),
  },
  {
    profile: 'ait-1',
    of: 'AllergyIntolerance',
    met: (one) =>
      has(one, 'clinicalStatus') !== codesOf(one['verificationStatus']).includes('entered-in-error'),
  },
  {
    profile: 'us-core-7',
    of: 'Procedure',
    on: ({ status }) => status === 'completed' || status === 'in-progress',
    met: (one) => told(one, 'performedDateTime'),
  },
  { profile: 'dental-procedure', of: 'Procedure', on: isDentalCode, met: isCalledDental },
  {
    profile: 'bp',
    of: 'Observation',
    on: (one) => codesOf(one['code']).includes('85354-9'),
    met: (one) =>
      listOf(one['component']).length === 2 &&
      one['valueString'] === undefined &&
      all(one['component'], (part) => has(part, 'valueQuantity') || has(part, 'dataAbsentReason')),
  },
  {
    profile: 'vital-signs',
    of: 'Observation',
    on: (one) => codesOf(one['code']).some((code) => code === '85354-9' || code === '29463-7'),
    met: (one) =>
      codesOf(objectsIn(one['category'])[0]).includes('vital-signs') && has(one, 'effectiveDateTime'),
  },
  {
    profile: 'carin-oral',
    of: 'Claim',
    met: (one) =>
      all(one['item'], (item) => has(item, 'locationCodeableConcept') && has(item, 'servicedDate')) &&
      all(one['diagnosis'], (diagnosis) => has(diagnosis, 'type')),
  },
];

function isCalledDental(one: JsonObject): boolean {
  return objectsIn(one['category']).some((category) => codesOf(category).includes('dental'));
}

export function checkUsCore(resource: JsonObject, path: string): FhirFault[] {
  const unmet = demands.filter(
    ({ of, on, met }) =>
      of === resource['resourceType'] && (on === undefined || on(resource)) && !met(resource),
  );
  const faults = unmet.map(({ profile }): FhirFault => ({
    code: 'profile',
    path,
    what: `It does not meet ${profile}.`,
  }));
  const mute = objectsIn(resource['telecom']).some((telecom) => textOf(telecom['value']) === '');
  return mute ? [...faults, { code: 'profile', path, what: 'A telecom has no value.' }] : faults;
}
