import type { ImportReportView } from '#contract/views.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { duplicateCandidates, type DuplicateCandidate } from '#domain/patient/duplicates.ts';
import { importFhir, patientKeysIn } from '#exchange/fhir/from-bundle.ts';
import type { FhirImport, ImportedPatient, ResourceReport } from '#exchange/fhir/from-outcome.ts';
import { textOfBytes } from '#exchange/fhir/read-bytes.ts';
import type { Archway } from '../archway.ts';
import { keepContent } from '../document/attach-document.ts';
import type { Person } from '../http/signed-in.ts';
import { messageView } from '../case/message-view.ts';
import { refuseAuditor } from '../patient/change-patient.ts';
import { similarPatients } from '../patient/similar-patients.ts';
import type { Reading, Writing } from '../record/record.ts';

export interface ImportRequest {
  /** Name of the file, for the report. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** A patient already here, to whom single resources belong. */
  readonly into?: string;
  /** A name for the sending system, where two of them use the same relative addresses. */
  readonly source?: string;
}

/**
 * Imports one FHIR file: everything in one transaction, or nothing. Running it twice records nothing the second
 * time. Providers of the file are added to the directory as outside providers.
 */
export async function importFile(
  archway: Archway,
  person: Person,
  request: ImportRequest,
): Promise<ImportReportView | Refusal> {
  const forbidden = refuseAuditor(person);
  if (forbidden) return forbidden;
  const text = textOfBytes(request.bytes);
  if (isRefusal(text)) return text;
  for (;;) {
    const report = await attemptImport(archway, person, text, request);
    if (report !== 'overtaken') return report;
  }
}

/** 'overtaken': somebody else changed one of these patients, or the directory, between reading and writing. */
async function attemptImport(
  archway: Archway,
  person: Person,
  text: string,
  request: ImportRequest,
): Promise<ImportReportView | Refusal | 'overtaken'> {
  const keys = patientKeysIn(text, request.source);
  if (isRefusal(keys)) return keys;
  const known = await archway.record.read(person.organizationId, (reading) =>
    knownPatients(reading, keys, request.into),
  );
  if (isRefusal(known)) return known;
  const { practice } = known;
  const outcome = importFhir(text, {
    now: archway.record.now(),
    findPatientBySourceKey: (key) => known.byKey.get(key),
    directory: [...practice.providers.values()],
    payers: [...practice.payers.values()],
    ...(known.into ? { intoPatient: known.into } : {}),
    ...(request.source === undefined ? {} : { source: request.source }),
  });
  if (isRefusal(outcome)) return outcome;
  const recorded = await recordImport(archway, person, outcome, known);
  return isRefusal(recorded) || recorded === 'overtaken'
    ? recorded
    : reportView(request.file, outcome, recorded);
}

interface Known {
  readonly practice: Practice;
  readonly byKey: ReadonlyMap<string, Patient>;
  readonly into: Patient | undefined;
}

async function knownPatients(
  reading: Reading,
  keys: readonly string[],
  into: string | undefined,
): Promise<Known | Refusal> {
  const intoPatient = into === undefined ? undefined : await reading.patient(into);
  if (into !== undefined && !intoPatient?.demographics) return refuse('absent/patient', {}, 'into');
  const practice = await reading.practice();
  const byKey = new Map<string, Patient>();
  if (keys.length === 0) return { practice, byKey, into: intoPatient };
  const rows = await reading.tenant
    .selectFrom('patient_summary')
    .select(['patient_id', 'source_keys'])
    .where('organization_id', '=', reading.organizationId)
    .where((where) => where.or(keys.map((key) => where(where.val(key), '=', where.fn.any('source_keys')))))
    .execute();
  for (const row of rows) {
    const patient = await reading.patient(row.patient_id);
    if (patient) for (const key of row.source_keys) byKey.set(key, patient);
  }
  return { practice, byKey, into: intoPatient };
}

interface RecordedImport {
  readonly events: number;
  /** Patients already here who are very like a new one of the file, by the new one's id. */
  readonly alike: ReadonlyMap<string, readonly DuplicateCandidate[]>;
}

async function recordImport(
  archway: Archway,
  person: Person,
  outcome: FhirImport,
  known: Known,
): Promise<RecordedImport | Refusal | 'overtaken'> {
  const locks = {
    practice: outcome.directory.length > 0,
    patientIds: outcome.patients.map((patient) => patient.patientId),
  };
  return archway.record.write(person.organizationId, person.who, locks, async (writing) => {
    if (await isOvertaken(writing, outcome, known)) return 'overtaken' as const;
    if (outcome.directory.length > 0)
      await writing.appendToPractice(
        outcome.directory.map((provider) => ({
          type: 'practice.provider-recorded',
          occurredAt: writing.now,
          data: { provider },
        })),
      );
    const alike = new Map<string, readonly DuplicateCandidate[]>();
    let events = 0;
    for (const patient of outcome.patients) {
      if (patient.isNew)
        alike.set(
          patient.patientId,
          duplicateCandidates(patient.demographics, await similarPatients(writing, patient.demographics)),
        );
      events += await recordPatient(writing, patient);
    }
    return { events, alike };
  });
}

/** The import was worked out on what was known before the chains were locked: has any of it changed since? */
async function isOvertaken(writing: Writing, outcome: FhirImport, known: Known): Promise<boolean> {
  if (outcome.directory.length > 0 && (await writing.practice()).position !== known.practice.position)
    return true;
  const before = new Map(
    [...known.byKey.values(), ...(known.into ? [known.into] : [])].map((patient) => [
      patient.patientId,
      patient.position,
    ]),
  );
  for (const { patientId } of outcome.patients)
    if (((await writing.patient(patientId))?.position ?? 0) !== (before.get(patientId) ?? 0)) return true;
  return false;
}

async function recordPatient(writing: Writing, patient: ImportedPatient): Promise<number> {
  for (const content of patient.contents)
    if (!(await keepContent(writing, content.contentId, content.sha256, Buffer.from(content.text))))
      throw new Error(`content ${content.contentId} holds other bytes`);
  if (patient.events.length > 0) await writing.appendToPatient(patient.patientId, patient.events);
  return patient.events.length;
}

function reportView(file: string, outcome: FhirImport, { events, alike }: RecordedImport): ImportReportView {
  return {
    file,
    patients: outcome.patients.map(({ patientId, demographics, isNew }) => ({
      patientId,
      name: `${demographics.firstName} ${demographics.lastName}`,
      created: isNew,
      possibleDuplicates: [...(alike.get(patientId) ?? [])],
    })),
    receivedReferrals: outcome.patients.flatMap(({ patientId, receivedReferrals }) =>
      receivedReferrals.map(({ receivedReferralId, title }) => ({ patientId, receivedReferralId, title })),
    ),
    providersSuggested: [...outcome.directory],
    eventsRecorded: events,
    resources: outcome.report.map(reportLine),
  };
}

function reportLine(line: ResourceReport): ImportReportView['resources'][number] {
  return {
    sourceKey: line.sourceKey,
    place: line.place,
    label: line.label,
    update: line.update,
    resourceType: line.resourceType,
    outcome: line.outcome,
    ...(line.became.length > 0
      ? { became: line.became.map(({ kind, id }) => `${kind} ${id}`).join(', ') }
      : {}),
    ...(line.reason ? { reason: messageView(line.reason) } : {}),
    flags: line.flags.map(messageView),
  };
}
