import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Demographics, NewPatientEvent } from '#domain/patient/patient-events.ts';
import type { Patient } from '#domain/patient/patient.ts';
import { identifierKey, keysOfReference, recordId, sha256 } from './from-keys.ts';
import type { ImportContext, ImportMessage, KeptContent } from './from-outcome.ts';
import {
  differenceFlags,
  filledDemographics,
  isSomebodyElse,
  readPatient,
  updatedDemographics,
} from './from-patient.ts';
import { flag } from './from-words.ts';
import { isObject, type Entry } from './read-bundle.ts';
import type { JsonValue } from './read-json.ts';
import type { ReferenceIndex } from './read-references.ts';
import { SubjectShape, type FhirReference } from './read-shapes.ts';

/** One patient of the import, while the resources of the file are being given to it. */
export interface Owner {
  readonly patientId: string;
  /** As recorded before this import. */
  readonly recorded: Patient | undefined;
  demographics: Demographics;
  readonly events: NewPatientEvent[];
  readonly contents: KeptContent[];
}

/** Whose a resource is, and how we know. */
export type Belonging =
  /** It names the patient. */
  | { readonly how: 'named'; readonly owners: readonly Owner[] }
  /** The person who imports says so. */
  | { readonly how: 'word'; readonly owners: readonly Owner[]; readonly reference: string }
  /** It is of no patient, such as a practitioner: kept with those whose resources name it. */
  | { readonly how: 'shared'; readonly owners: readonly Owner[] }
  /** It names a patient who is not here; `owners` only keep its text. */
  | { readonly how: 'absent'; readonly owners: readonly Owner[]; readonly reference: string }
  /** It should name a patient and does not; `owners` only keep its text. */
  | { readonly how: 'silent'; readonly owners: readonly Owner[] };

export interface PatientLine {
  readonly owner: Owner;
  readonly event: NewPatientEvent | undefined;
  readonly flags: readonly ImportMessage[];
}

export interface Owners {
  readonly all: readonly Owner[];
  readonly patientLines: ReadonlyMap<Entry, PatientLine>;
  readonly belongingOf: (entry: Entry) => Belonging;
}

interface Surroundings {
  readonly context: ImportContext;
  readonly entryOf: ReferenceIndex['entryOf'];
  readonly keyOf: (entry: Entry) => string;
  readonly today: CalendarDate;
}

/** Types that are of no single patient. Source: FHIR R4 resource definitions, which give them no subject. */
const sharedTypes: readonly string[] = [
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'OrganizationAffiliation',
  'Location',
  'HealthcareService',
  'Endpoint',
  'Medication',
  'Substance',
  'Binary',
  'Provenance',
  'Bundle',
  'Parameters',
  'Questionnaire',
  'Library',
];

/** Types of the directory, which can also come without any patient. */
const directoryTypes: readonly string[] = ['Practitioner', 'PractitionerRole', 'Organization'];

/** Finds out whose each resource is; refused when nobody can tell. */
export function ownersOf(entries: readonly Entry[], around: Surroundings): Owners | Refusal {
  const { context } = around;
  const patients = entries.filter(({ known }) => known?.resourceType === 'Patient');
  if (context.intoPatient && patients.length > 1) return refuseSeveral(patients[1]?.place ?? 'Bundle');
  const owners = new Map<string, Owner>();
  const lines = new Map<Entry, PatientLine>();
  for (const entry of patients) {
    const line = patientLine(entry, owners, around);
    if ('refused' in line) return line;
    lines.set(entry, line);
  }
  const fromRecord = (recorded: Patient): Owner => ownerFor(owners, recorded.patientId, recorded);
  if (context.intoPatient && patients.length === 0) fromRecord(context.intoPatient);
  const named = new Map<Entry, Belonging>();
  for (const entry of entries) {
    const belonging = namedBelonging(entry, lines, fromRecord, around, patients.length > 0);
    if (belonging) named.set(entry, belonging);
  }
  const all = [...owners.values()];
  const [first] = all;
  const stray = entries.find((entry) => !directoryTypes.includes(entry.resourceType));
  if (!first && stray)
    return refuseWithoutPatient(entries.find(({ resourceType }) => resourceType === 'Bundle') ?? stray);
  const keepers = first ? [first] : [];
  const sharers = all.length > 1 ? sharersOf(entries, named, around) : new Map<Entry, readonly Owner[]>();
  return {
    all,
    patientLines: lines,
    belongingOf(entry) {
      const belonging = named.get(entry);
      if (belonging) return belonging;
      const reference = subjectOf(entry);
      if (reference?.reference !== undefined)
        return { how: 'absent', owners: keepers, reference: reference.reference };
      if (isShared(entry)) return { how: 'shared', owners: sharers.get(entry) ?? keepers };
      return { how: 'silent', owners: keepers };
    },
  };
}

/** The reference by which a resource says whose it is. */
export function subjectOf(entry: Entry): FhirReference | undefined {
  if (!SubjectShape.Check(entry.resource)) return undefined;
  const { subject, patient, beneficiary, for: whom } = entry.resource;
  return subject ?? patient ?? beneficiary ?? whom;
}

function isShared(entry: Entry): boolean {
  return (
    sharedTypes.includes(entry.resourceType) || (entry.known === undefined && subjectOf(entry) === undefined)
  );
}

function patientLine(entry: Entry, owners: Map<string, Owner>, around: Surroundings): PatientLine | Refusal {
  const { context, today } = around;
  if (entry.known?.resourceType !== 'Patient') throw new Error('only a Patient resource makes a patient');
  const received = readPatient(entry.known, entry, today);
  if ('refused' in received) return received;
  const key = around.keyOf(entry);
  const byKey = context.findPatientBySourceKey(key);
  const byIdentifier = byKey ? undefined : foundByIdentifier(received.demographics, context);
  const recorded = context.intoPatient ?? byKey ?? byIdentifier?.patient;
  if (context.intoPatient && byKey && isOther(byKey, context.intoPatient, received.demographics))
    return refuseOtherPatient(entry, byKey.demographics);
  if (!recorded) {
    const owner = ownerFor(owners, recordId('patient', key), undefined, received.demographics);
    return {
      owner,
      event: {
        type: 'patient.registered',
        occurredAt: context.now,
        data: { demographics: received.demographics, origin: 'import' },
      },
      flags: [...received.flags, ...(byIdentifier?.flags ?? [])],
    };
  }
  const before = recorded.demographics;
  if (!before) throw new Error('a recorded patient has demographics');
  if (isSomebodyElse(before, received.demographics)) return refuseOtherPatient(entry, before);
  const owner = ownerFor(owners, recorded.patientId, recorded);
  const kept = recorded.keptResources.get(key);
  if (kept?.verbatimSha256 === sha256(entry.text)) return { owner, event: undefined, flags: received.flags };
  const demographics = kept
    ? updatedDemographics(before, received.demographics)
    : filledDemographics(before, received.demographics);
  const changed = canonicalJson(demographics) !== canonicalJson(before);
  owner.demographics = demographics;
  return {
    owner,
    event: changed
      ? {
          type: 'patient.demographics-changed',
          occurredAt: context.now,
          data: { demographics, reason: 'imported from another system' },
        }
      : undefined,
    flags: [
      ...received.flags,
      ...(byIdentifier?.flags ?? []),
      ...(kept ? [] : differenceFlags(before, received.demographics)),
    ],
  };
}

function ownerFor(
  owners: Map<string, Owner>,
  patientId: string,
  recorded: Patient | undefined,
  received?: Demographics,
): Owner {
  const there = owners.get(patientId);
  if (there) return there;
  const demographics = recorded?.demographics ?? received;
  if (!demographics) throw new Error('a recorded patient has demographics');
  const owner: Owner = { patientId, recorded, demographics, events: [], contents: [] };
  owners.set(patientId, owner);
  return owner;
}

/** The address belongs to another patient here, who agrees with what was received as well. */
function isOther(byKey: Patient, into: Patient, received: Demographics): boolean {
  return (
    byKey.patientId !== into.patientId &&
    byKey.demographics !== undefined &&
    !isSomebodyElse(byKey.demographics, received)
  );
}

/** A patient here who has one of the stated identifiers, and the same birth date: a number alone may be reused or mistyped. */
function foundByIdentifier(
  received: Demographics,
  context: ImportContext,
): { readonly patient: Patient | undefined; readonly flags: readonly ImportMessage[] } | undefined {
  for (const { system, value } of received.identifiers) {
    const patient = system === '' ? undefined : context.findPatientBySourceKey(identifierKey(system, value));
    if (!patient) continue;
    return patient.demographics?.birthDate === received.birthDate
      ? { patient, flags: [flag('matchedByIdentifier', { value })] }
      : { patient: undefined, flags: [flag('identifierOfOther', { value })] };
  }
  return undefined;
}

function namedBelonging(
  entry: Entry,
  lines: ReadonlyMap<Entry, PatientLine>,
  fromRecord: (recorded: Patient) => Owner,
  { context, entryOf }: Surroundings,
  fileHasPatients: boolean,
): Belonging | undefined {
  const own = lines.get(entry);
  if (own) return { how: 'named', owners: [own.owner] };
  const reference = subjectOf(entry);
  const target = entryOf(reference, entry);
  const line = target && lines.get(target);
  if (line) return { how: 'named', owners: [line.owner] };
  const recorded = keysOfReference(reference, entry, context.source)
    .map(context.findPatientBySourceKey)
    .find((patient) => patient !== undefined);
  if (recorded && (!context.intoPatient || recorded.patientId === context.intoPatient.patientId))
    return { how: 'named', owners: [fromRecord(recorded)] };
  if (context.intoPatient && !fileHasPatients && !isShared(entry))
    return {
      how: 'word',
      owners: [fromRecord(context.intoPatient)],
      reference: reference?.reference ?? reference?.display ?? '',
    };
  return undefined;
}

/** With whom a shared resource is kept when the file has several patients: everyone whose resources lead to it. */
function sharersOf(
  entries: readonly Entry[],
  named: ReadonlyMap<Entry, Belonging>,
  { entryOf }: Surroundings,
): ReadonlyMap<Entry, readonly Owner[]> {
  const sharers = new Map<Entry, Set<Owner>>();
  const queue = entries.flatMap((entry) =>
    (named.get(entry)?.owners ?? []).map((owner) => ({ entry, owner })),
  );
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { entry, owner } = next;
    for (const reference of referencesIn(entry.resource)) {
      const target = entryOf({ reference }, entry);
      if (!target || !isShared(target)) continue;
      const known = sharers.get(target) ?? new Set();
      if (known.has(owner)) continue;
      sharers.set(target, known.add(owner));
      queue.push({ entry: target, owner });
    }
  }
  return new Map([...sharers].map(([entry, owners]) => [entry, [...owners]]));
}

function referencesIn(value: JsonValue): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: JsonValue) => referencesIn(item));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'reference' && typeof member === 'string' ? [member] : referencesIn(member),
  );
}

function refuseSeveral(place: string): Refusal {
  return refuse('fhir/several-patients', { place }, place);
}

function refuseWithoutPatient(entry: Entry): Refusal {
  const reference = subjectOf(entry)?.reference;
  const { place, resourceType: what } = entry;
  if (what === 'Bundle') return refuse('fhir/bundle-inside', { place }, place);
  return reference === undefined
    ? refuse('fhir/no-patient', { what, place }, place)
    : refuse('fhir/patient-elsewhere', { what, place, reference }, place);
}

function refuseOtherPatient({ place }: Entry, recorded: Demographics | undefined): Refusal {
  return recorded
    ? refuse(
        'fhir/other-person',
        { place, name: `${recorded.firstName} ${recorded.lastName}`, birthDate: recorded.birthDate },
        place,
      )
    : refuse('fhir/other-record', { place }, place);
}
