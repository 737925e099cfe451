import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarDate, instant } from '#domain/kernel/calendar-date.ts';
import type { Demographics, NewPatientEvent, PatientEvent } from '#domain/patient/patient-events.ts';
import { foldPatient, type Patient } from '#domain/patient/patient.ts';
import type { Provider } from '#domain/practice/practice-events.ts';
import { importFhir, patientKeysOf } from './from-bundle.ts';
import type { FhirImport, ImportContext, ResourceReport } from './from-outcome.ts';

export const now = instant('2026-03-05T17:00:00.000Z');

/** What a test's imports have recorded so far, as a database would hold it. */
export interface Recorded {
  readonly patients: ReadonlyMap<string, readonly PatientEvent[]>;
  readonly directory: readonly Provider[];
}

export const nothing: Recorded = { patients: new Map(), directory: [] };

export function patientOf(recorded: Recorded, patientId: string): Patient {
  return foldPatient(patientId, recorded.patients.get(patientId) ?? []);
}

export function contextOf(recorded: Recorded, more: Partial<ImportContext> = {}): ImportContext {
  const byKey = new Map<string, Patient>();
  for (const patientId of recorded.patients.keys()) {
    const patient = patientOf(recorded, patientId);
    for (const key of patientKeysOf(patient)) byKey.set(key, patient);
  }
  return {
    now,
    findPatientBySourceKey: (key) => byKey.get(key),
    directory: recorded.directory,
    payers: [],
    ...more,
  };
}

export function record(recorded: Recorded, outcome: FhirImport): Recorded {
  const patients = new Map(recorded.patients);
  for (const { patientId, events } of outcome.patients)
    patients.set(patientId, appended(patientId, patients.get(patientId) ?? [], events));
  return { patients, directory: [...recorded.directory, ...outcome.directory] };
}

function appended(
  patientId: string,
  before: readonly PatientEvent[],
  events: readonly NewPatientEvent[],
): readonly PatientEvent[] {
  return [
    ...before,
    ...events.map((event, index) => ({
      ...event,
      organizationId: 'practice',
      stream: { kind: 'patient', id: patientId } as const,
      position: before.length + index + 1,
      eventId: `event-${before.length + index + 1}`,
      who: { kind: 'system', id: 'import', name: 'Import', role: 'import' } as const,
      recordedAt: event.occurredAt,
      reliedOn: [],
    })),
  ];
}

/** A patient who was registered by hand. */
export function byHand(changes: Partial<Demographics> = {}): Recorded {
  const demographics: Demographics = {
    lastName: 'A',
    firstName: 'Patient',
    birthDate: calendarDate('1990-01-01'),
    sex: 'male',
    contacts: [],
    identifiers: [],
    ...changes,
  };
  const events: readonly NewPatientEvent[] = [
    { type: 'patient.registered', occurredAt: now, data: { demographics, origin: 'by-hand' } },
  ];
  return { patients: new Map([['by-hand', appended('by-hand', [], events)]]), directory: [] };
}

export function imported(text: string, context: ImportContext): FhirImport {
  const outcome = importFhir(text, context);
  if ('refused' in outcome) throw new Error(outcome.code);
  return outcome;
}

export function lineFor(outcome: FhirImport, key: string): ResourceReport {
  const found = outcome.report.find(({ sourceKey }) => sourceKey.endsWith(key));
  if (!found) throw new Error(`the report has no line for ${key}`);
  return found;
}

export function flagsOf(outcome: FhirImport, key: string): readonly string[] {
  return lineFor(outcome, key).flags.map(({ id }) => id.replace('fhirImport.flag.', ''));
}

export function ownSample(name: string): string {
  return readFileSync(join(import.meta.dirname, 'samples', name), 'utf8');
}

/** Our own samples, and the public ones where they lie beside the checkout. */
export function sampleFiles(): readonly string[] {
  const folders = [
    join(import.meta.dirname, 'samples'),
    join(import.meta.dirname, '../../../shared/samples/fhir'),
  ];
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .toSorted()
        .map((name) => join(folder, name)),
    );
}
