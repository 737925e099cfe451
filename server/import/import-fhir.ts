import type { ImportReportView } from '#contract/views.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { importFhir, patientKeysIn } from '#exchange/fhir/from-bundle.ts';
import type { FhirImport, ImportedPatient, ResourceReport } from '#exchange/fhir/from-outcome.ts';
import type { Archway } from '../archway.ts';
import { keepContent } from '../document/attach-document.ts';
import type { Person } from '../http/signed-in.ts';
import { refuseAuditor } from '../patient/change-patient.ts';
import type { Reading, Writing } from '../record/record.ts';

export interface ImportRequest {
  /** Name of the file, for the report. */
  readonly file: string;
  readonly text: string;
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
  const keys = patientKeysIn(request.text, request.source);
  if (isRefusal(keys)) return keys;
  const known = await archway.record.read(person.organizationId, (reading) =>
    knownPatients(reading, keys, request.into),
  );
  if (isRefusal(known)) return known;
  const { practice } = known;
  const outcome = importFhir(request.text, {
    now: archway.record.now(),
    findPatientBySourceKey: (key) => known.byKey.get(key),
    directory: [...practice.providers.values()],
    payers: [...practice.payers.values()],
    ...(known.into ? { intoPatient: known.into } : {}),
    ...(request.source === undefined ? {} : { source: request.source }),
  });
  if (isRefusal(outcome)) return outcome;
  const recorded = await recordImport(archway, person, outcome);
  return isRefusal(recorded) ? recorded : reportView(request.file, outcome, recorded);
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
  if (into !== undefined && !intoPatient?.demographics)
    return refuse(
      'absent/patient',
      'There is no such patient to import into.',
      `Nobody is registered here as ${into}.`,
      'Find the patient again, or import without naming one.',
    );
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

async function recordImport(
  archway: Archway,
  person: Person,
  outcome: FhirImport,
): Promise<number | Refusal> {
  let recorded = 0;
  return archway.record.write(
    person.organizationId,
    person.who,
    {
      practice: outcome.directory.length > 0,
      patientIds: outcome.patients.map((patient) => patient.patientId),
    },
    async (writing) => {
      recorded = 0;
      if (outcome.directory.length > 0)
        await writing.appendToPractice(
          outcome.directory.map((provider) => ({
            type: 'practice.provider-recorded',
            occurredAt: writing.now,
            data: { provider },
          })),
        );
      for (const patient of outcome.patients) recorded += await recordPatient(writing, patient);
      return recorded;
    },
  );
}

async function recordPatient(writing: Writing, patient: ImportedPatient): Promise<number> {
  for (const content of patient.contents)
    await keepContent(writing, content.contentId, content.sha256, Buffer.from(content.text));
  if (patient.events.length > 0) await writing.appendToPatient(patient.patientId, patient.events);
  return patient.events.length;
}

function reportView(file: string, outcome: FhirImport, recorded: number): ImportReportView {
  return {
    file,
    patients: outcome.patients.map(({ patientId, demographics, isNew }) => ({
      patientId,
      name: `${demographics.firstName} ${demographics.lastName}`,
      created: isNew,
    })),
    receivedReferrals: outcome.patients.flatMap(({ patientId, receivedReferrals }) =>
      receivedReferrals.map(({ receivedReferralId, title }) => ({ patientId, receivedReferralId, title })),
    ),
    providersSuggested: [...outcome.directory],
    eventsRecorded: recorded,
    resources: outcome.report.map(reportLine),
  };
}

function reportLine(line: ResourceReport): ImportReportView['resources'][number] {
  return {
    sourceKey: line.sourceKey,
    resourceType: line.resourceType,
    outcome: line.outcome,
    ...(line.became.length > 0
      ? { became: line.became.map(({ kind, id }) => `${kind} ${id}`).join(', ') }
      : {}),
    ...(line.reason ? { reason: line.reason.words } : {}),
    flags: line.flags.map((flag) => flag.words),
  };
}
