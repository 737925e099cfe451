import { dayOf } from '#domain/kernel/calendar-date.ts';
import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import { isHolder, type FindHolder } from '#domain/coverage/circle-of-children.ts';
import { plainName } from '#domain/kernel/text.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import type { KeptResource } from '#domain/patient/patient-events.ts';
import type { Patient } from '#domain/patient/patient.ts';
import { addressTwice } from './from-address-twice.ts';
import { identifierKey, keysOfReference, recordId, sha256, sourceKeyOf } from './from-keys.ts';
import type {
  FhirImport,
  ImportContext,
  ImportedPatient,
  ImportMessage,
  ResourceReport,
} from './from-outcome.ts';
import { ownersOf, subjectOf, type Belonging, type Owner, type Owners } from './from-owners.ts';
import { directoryOf, type FileDirectory } from './from-practitioner.ts';
import { fromDirectory, fromResource, labelOf } from './from-resource.ts';
import { referralNoteIn } from './from-referral-note.ts';
import { keptOnly, type Mapping, type Scene } from './from-scene.ts';
import { flag, reason } from './from-words.ts';
import { readFhir, type Entry, type FhirFile } from './read-bundle.ts';
import { indexReferences, type ReferenceIndex } from './read-references.ts';
import { clip, filled, isSocialSecurityNumber } from './read-values.ts';

/**
 * Text of a FHIR R4 file -> what to append to which patient's chain, whom to suggest for the directory, and a
 * line for every resource; or the refusal that names the place where the file is broken. Pure: the same text
 * and context give the same answer, ids included, and a second import of the same text gives no events.
 */
export function importFhir(text: string, context: ImportContext): FhirImport | Refusal {
  const file = readFhir(text);
  if ('refused' in file) return file;
  const keys = new Map(file.entries.map((entry) => [entry, sourceKeyOf(entry, context.source)]));
  const keyOf = (entry: Entry) => keys.get(entry) ?? '';
  const twice = addressTwice(file.entries, keyOf);
  if (twice) return twice;
  const lastOfKey = new Map(file.entries.map((entry) => [keyOf(entry), entry]));
  const left = new Map<Entry, ImportMessage>();
  for (const entry of file.entries) {
    const why = whyLeftOut(entry, lastOfKey.get(keyOf(entry)) !== entry);
    if (why) left.set(entry, why);
  }
  const entries = file.entries.filter((entry) => !left.has(entry));
  const { entryOf } = indexReferences(entries);
  const today = dayOf(context.now, 'UTC');
  const owners = ownersOf(entries, { context, entryOf, keyOf, today });
  if ('refused' in owners) return owners;
  const directory = directoryOf(entries, {
    entryOf,
    keyOf,
    directory: context.directory,
    source: context.source,
    today,
  });
  const findHolder = holdersIn(owners.all);
  const job: Job = { context, file, entries, entryOf, keyOf, owners, directory, today, findHolder };
  const lines = new Map<Entry, ResourceReport>();
  // patients come first, so that a chain begins with its registration
  for (const entry of entries.toSorted((one, other) => Number(isPatient(other)) - Number(isPatient(one))))
    lines.set(entry, take(job, entry));
  return {
    patients: owners.all.map((owner) => importedPatient(job, owner)),
    directory: directory.suggested,
    report: [
      ...file.entries.map((entry) => lines.get(entry) ?? leftOutLine(entry, keyOf(entry), left.get(entry))),
      ...file.empty.map((place) => emptyLine(place)),
    ].toSorted((one, other) => orderOf(one.place) - orderOf(other.place)),
  };
}

/** The keys that `findPatientBySourceKey` will be asked for, so that a caller can look them up beforehand. */
export function patientKeysIn(text: string, source?: string): readonly string[] | Refusal {
  const file = readFhir(text);
  if ('refused' in file) return file;
  const keys = new Set<string>();
  for (const entry of file.entries) {
    for (const key of keysOfReference(subjectOf(entry), entry, source)) keys.add(key);
    if (entry.known?.resourceType !== 'Patient') continue;
    keys.add(sourceKeyOf(entry, source));
    for (const identifier of entry.known.identifier ?? []) {
      const value = filled(identifier.value, 80);
      if (value !== undefined && !isSocialSecurityNumber(identifier))
        keys.add(identifierKey(clip(identifier.system ?? '', 200), value));
    }
  }
  return [...keys];
}

/** The keys by which a recorded patient can be found again; the other side of `patientKeysIn`. */
export function patientKeysOf(patient: Patient): readonly string[] {
  return [
    ...[...patient.keptResources.values()].flatMap(({ resourceType, sourceKey }) =>
      resourceType === 'Patient' ? [sourceKey] : [],
    ),
    ...(patient.demographics?.identifiers ?? []).flatMap(({ system, value }) =>
      system === '' ? [] : [identifierKey(system, value)],
    ),
  ];
}

interface Job {
  readonly context: ImportContext;
  readonly file: FhirFile;
  readonly entries: readonly Entry[];
  readonly entryOf: ReferenceIndex['entryOf'];
  readonly keyOf: (entry: Entry) => string;
  readonly owners: Owners;
  readonly directory: FileDirectory;
  readonly today: Scene['today'];
  readonly findHolder: FindHolder;
}

/** By name, made once: in a file of a thousand families each child's coverage asks. */
function holdersIn(owners: readonly Owner[]): FindHolder {
  const nameOf = (lastName: string, firstName: string) => plainName(`${lastName}, ${firstName}`);
  const byName = Map.groupBy(owners, ({ demographics }) =>
    nameOf(demographics.lastName, demographics.firstName),
  );
  return (holder) =>
    (byName.get(nameOf(holder.lastName, holder.firstName)) ?? [])
      .map((owner) => ({
        personId: owner.patientId,
        firstName: owner.demographics.firstName,
        lastName: owner.demographics.lastName,
        birthDate: owner.demographics.birthDate,
        coverages: coveragesOf(owner),
      }))
      .filter((member) => isHolder(holder, member));
}

function whyLeftOut(entry: Entry, comesAgain: boolean): ImportMessage | undefined {
  const method = entry.method?.toUpperCase();
  if (method !== undefined && method !== 'POST' && method !== 'PUT') return reason('notToRecord', { method });
  if (entry.resourceType === 'OperationOutcome') return reason('notOfPatient');
  return comesAgain ? reason('repeated') : undefined;
}

/** Gives one resource to its owners and says what came of it. */
function take(job: Job, entry: Entry): ResourceReport {
  const belonging = job.owners.belongingOf(entry);
  const taken = belonging.owners.map((owner) => takeFor(job, entry, owner, belonging));
  const main = taken.find(({ outcome }) => outcome !== 'unchanged') ?? taken[0] ?? directoryOnly(job, entry);
  return { ...main, patientIds: belonging.owners.map(({ patientId }) => patientId) };
}

function takeFor(job: Job, entry: Entry, owner: Owner, belonging: Belonging): ResourceReport {
  const sourceKey = job.keyOf(entry);
  const hash = sha256(entry.text);
  const kept = owner.recorded?.keptResources;
  const before = kept?.get(sourceKey);
  if (before?.verbatimSha256 === hash || keptUnderOtherKey(kept, entry, hash))
    return line(entry, sourceKey, {
      outcome: 'unchanged',
      label: labelOf(entry),
      reason: reason('unchanged'),
    });
  if (owner.recorded?.keptVersions.get(sourceKey)?.has(hash))
    return line(entry, sourceKey, {
      outcome: 'unchanged',
      label: labelOf(entry),
      reason: reason('versionBefore'),
    });
  const mapping = translated(job, entry, owner, belonging);
  const flags = [...addressFlags(entry, sourceKey, kept, belonging, before !== undefined), ...mapping.flags];
  const contentId = recordId('content', owner.patientId, sourceKey, hash);
  const became = mapping.became.map(({ kind, id }) => `${kind} ${id}`).join(', ');
  const resource: KeptResource = {
    sourceKey,
    resourceType: entry.resourceType,
    verbatimSha256: hash,
    contentId,
    outcome: mapping.outcome,
    ...(became === '' ? {} : { became: clip(became, 200) }),
    ...(mapping.reason ? { reason: clip(mapping.reason.words, 400) } : {}),
    flags: flags.map(({ words }) => words).slice(0, 40),
  };
  owner.contents.push({ contentId, mediaType: 'application/fhir+json', text: entry.text, sha256: hash });
  owner.events.push(...mapping.events, {
    type: 'patient.resource-kept',
    occurredAt: job.context.now,
    data: { resource },
  });
  return line(entry, sourceKey, { ...mapping, flags, update: before !== undefined });
}

/** The same resource, word for word with its id, may have come before in a file that gave it another address. */
function keptUnderOtherKey(kept: Patient['keptResources'] | undefined, entry: Entry, hash: string): boolean {
  if (entry.id === undefined || !kept) return false;
  return [...kept.values()].some(
    ({ resourceType, verbatimSha256 }) => resourceType === entry.resourceType && verbatimSha256 === hash,
  );
}

function addressFlags(
  entry: Entry,
  sourceKey: string,
  kept: Patient['keptResources'] | undefined,
  belonging: Belonging,
  update: boolean,
): readonly ImportMessage[] {
  const address = `${entry.resourceType}/${entry.id ?? ''}`;
  const url = entry.fullUrl;
  const differs =
    entry.id !== undefined && url !== undefined && /^https?:/.test(url) && !url.split('/').includes(entry.id);
  const elsewhere =
    !update &&
    entry.id !== undefined &&
    [...(kept?.keys() ?? [])].some(
      (key) => key !== sourceKey && (key === address || key.endsWith(`/${address}`)),
    );
  return [
    ...(update ? [flag('update')] : []),
    ...(belonging.how === 'word' ? [flag('atYourWord', { reference: belonging.reference || '-' })] : []),
    ...(differs ? [flag('idDiffers', { address: url.split('/').at(-1) ?? '', id: entry.id ?? '' })] : []),
    ...(elsewhere ? [flag('sameAddress', { address })] : []),
  ];
}

function translated(job: Job, entry: Entry, owner: Owner, belonging: Belonging): Mapping {
  const patient = `${owner.demographics.firstName} ${owner.demographics.lastName}`;
  // A document that is the referral itself is no fact about anyone yet: it is taken, and its doubt is said.
  if (belonging.how === 'absent' && !referralNoteIn(entry))
    return keptOnly(labelOf(entry), 'absentPatient', { reference: belonging.reference, patient });
  if (belonging.how === 'silent') return keptOnly(labelOf(entry), 'noOwner', { patient });
  const { context, file, entries, entryOf, keyOf, today } = job;
  const scene: Scene = {
    entry,
    sourceKey: keyOf(entry),
    source: context.source,
    patientId: owner.patientId,
    patient: owner.recorded,
    demographics: owner.demographics,
    coverages: coveragesOf(owner),
    findHolder: job.findHolder,
    payers: context.payers,
    entries,
    entryOf,
    numberAsWritten: file.numberAsWritten,
    keyOf,
    ownerOf: (other) => {
      const whose = job.owners.belongingOf(other);
      return whose.how === 'named' || whose.how === 'word' ? whose.owners[0]?.patientId : undefined;
    },
    now: context.now,
    today,
  };
  return fromResource(scene, job);
}

function coveragesOf({ recorded, events }: Owner): readonly Coverage[] {
  const before = [...(recorded?.coverages.values() ?? [])].map(({ value }) => value);
  const now = events.flatMap((event) =>
    event.type === 'patient.coverage-recorded' ? [event.data.coverage] : [],
  );
  return [...new Map([...before, ...now].map((coverage) => [coverage.coverageId, coverage])).values()];
}

/** A practitioner or organization in a file without any patient. */
function directoryOnly(job: Job, entry: Entry): ResourceReport {
  const own = fromDirectory(job.directory, entry);
  return line(entry, job.keyOf(entry), {
    ...own,
    outcome: own.became.length > 0 ? 'became' : 'left-out',
    reason: own.reason ?? (own.became.length > 0 ? undefined : reason('noDirectoryEntry')),
    flags: [...own.flags, flag('notKept')],
  });
}

function importedPatient(job: Job, owner: Owner): ImportedPatient {
  const inFile = new Set(job.entries.map((entry) => recordId('referral', owner.patientId, job.keyOf(entry))));
  const now = owner.events.flatMap((event) =>
    event.type === 'patient.referral-received' ? [event.data.referral] : [],
  );
  const before = [...(owner.recorded?.receivedReferrals.values() ?? [])].map(({ value }) => value);
  const referrals = new Map([...before, ...now].map((referral) => [referral.receivedReferralId, referral]));
  return {
    patientId: owner.patientId,
    isNew: owner.recorded === undefined,
    demographics: owner.demographics,
    events: owner.events,
    contents: owner.contents,
    receivedReferrals: [...referrals.values()]
      .filter(({ receivedReferralId }) => inFile.has(receivedReferralId))
      .map(({ receivedReferralId, title }) => ({ receivedReferralId, title })),
  };
}

function line(
  entry: Entry,
  sourceKey: string,
  parts: Pick<ResourceReport, 'outcome' | 'label'> & Partial<ResourceReport>,
): ResourceReport {
  return {
    place: entry.place,
    resourceType: entry.resourceType,
    sourceKey,
    patientIds: [],
    update: false,
    became: [],
    reason: undefined,
    flags: [],
    ...parts,
  };
}

function leftOutLine(entry: Entry, sourceKey: string, why: ImportMessage | undefined): ResourceReport {
  return line(entry, sourceKey, { outcome: 'left-out', label: labelOf(entry), reason: why });
}

function emptyLine(place: string): ResourceReport {
  return {
    place,
    resourceType: '',
    label: '',
    sourceKey: '',
    patientIds: [],
    outcome: 'left-out',
    update: false,
    became: [],
    reason: reason('noResource'),
    flags: [],
  };
}

function orderOf(place: string): number {
  return Number(/\[(\d+)\]/.exec(place)?.[1] ?? 0);
}

function isPatient(entry: Entry): boolean {
  return entry.resourceType === 'Patient';
}
