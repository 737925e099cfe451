import type { CoordinationCase, RecordedActivity } from '#domain/case/case.ts';
import type { NewCaseEvent } from '#domain/case/case-events.ts';
import type { Instant } from '#domain/kernel/calendar-date.ts';
import type { Patient } from '#domain/patient/patient.ts';
import { patientKeysOf } from '#exchange/fhir/from-bundle.ts';
import type { TenantDatabase } from '../database/connect.ts';
import type { Database } from '../database/schema-types.ts';
import type { Insertable } from 'kysely';

/** What is read across patients and cases. Each row is a function of one chain's state, so that it can be made anew. */
export type PatientSummaryRow = Insertable<Database['patient_summary']>;
export type CaseSummaryRow = Insertable<Database['case_summary']>;
export type ActivitySpanRow = Insertable<Database['activity_span']>;
export type ClaimIndexRow = Insertable<Database['claim_index']>;

export function searchable(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** Undefined before the patient is registered. */
export function patientSummaryRow(organizationId: string, patient: Patient): PatientSummaryRow | undefined {
  const demographics = patient.demographics;
  if (!demographics) return undefined;
  return {
    organization_id: organizationId,
    patient_id: patient.patientId,
    last_name: demographics.lastName,
    first_name: demographics.firstName,
    birth_date: demographics.birthDate,
    search_name: searchable(`${demographics.lastName} ${demographics.firstName}`),
    telephone_digits: demographics.contacts
      .map((contact) => contact.value.replaceAll(/\D/g, '').slice(-10))
      .filter((digits) => digits.length >= 7),
    source_keys: [...patientKeysOf(patient)],
  };
}

export function caseSummaryRow(organizationId: string, state: CoordinationCase): CaseSummaryRow {
  let last: Instant | undefined;
  let seconds = 0;
  for (const { activity, withdrawn } of state.activities.values()) {
    if (withdrawn) continue;
    seconds += activity.time.seconds;
    if (last === undefined || activity.time.endedAt > last) last = activity.time.endedAt;
  }
  return {
    organization_id: organizationId,
    case_id: state.caseId,
    patient_id: state.patientId,
    state: state.state,
    owner_staff_id: state.ownerStaffId ?? null,
    team: state.team ?? null,
    title: state.title,
    last_activity_at: last ?? null,
    coordination_seconds: seconds,
  };
}

function activitySpanRow(
  organizationId: string,
  state: CoordinationCase,
  recorded: RecordedActivity,
): ActivitySpanRow {
  const { activity } = recorded;
  return {
    organization_id: organizationId,
    activity_id: activity.activityId,
    case_id: state.caseId,
    patient_id: state.patientId,
    staff_id: activity.staffId,
    service_date: activity.serviceDate,
    started_at: activity.time.startedAt,
    ended_at: activity.time.endedAt,
    seconds: activity.time.seconds,
  };
}

/** Rows of every activity that still stands. */
export function activitySpanRows(organizationId: string, state: CoordinationCase): ActivitySpanRow[] {
  return [...state.activities.values()]
    .filter((recorded) => !recorded.withdrawn)
    .map((recorded) => activitySpanRow(organizationId, state, recorded));
}

export function claimIndexRows(organizationId: string, state: CoordinationCase): ClaimIndexRow[] {
  return [...state.claims.values()].map(({ claim, releases }) => ({
    organization_id: organizationId,
    claim_id: claim.claimId,
    case_id: state.caseId,
    patient_id: state.patientId,
    payer_id: claim.payer.payerId,
    control_number: claim.controlNumber,
    released: releases.length > 0,
    total_cents: claim.total,
    lines: JSON.stringify(
      claim.lines.map(({ code, serviceDate, activityIds }) => ({ code, serviceDate, activityIds })),
    ),
  }));
}

/** The beginning of a statement: what follows from the events is kept in one round trip with them. */
export type Keeping = Pick<TenantDatabase, 'with' | 'insertInto' | 'selectNoFrom'>;

export async function upsertPatientSummary(keeping: Keeping, row: PatientSummaryRow): Promise<void> {
  await keeping
    .insertInto('patient_summary')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organization_id', 'patient_id']).doUpdateSet(row))
    .execute();
}

/** Brings the rows up to the state that `events` led to; only what they touched is written. */
export async function projectCase(
  tenant: TenantDatabase,
  keeping: Keeping,
  organizationId: string,
  state: CoordinationCase,
  events: readonly NewCaseEvent[],
): Promise<void> {
  const touched = [...new Set(events.flatMap(touchedActivity))].flatMap(
    (activityId) => state.activities.get(activityId) ?? [],
  );
  const spans = touched
    .filter((recorded) => !recorded.withdrawn)
    .map((recorded) => activitySpanRow(organizationId, state, recorded));
  const summary = caseSummaryRow(organizationId, state);
  if (spans.length > 0)
    await upsertSummary(
      keeping.with('spans', (query) => upsertSpans(query, spans)),
      summary,
    );
  else await upsertSummary(keeping, summary);
  for (const { activity, withdrawn } of touched)
    if (withdrawn)
      await tenant
        .deleteFrom('activity_span')
        .where('organization_id', '=', organizationId)
        .where('activity_id', '=', activity.activityId)
        .execute();
  if (events.some((event) => event.type === 'claim.created' || event.type === 'claim.released'))
    for (const claim of claimIndexRows(organizationId, state))
      await tenant
        .insertInto('claim_index')
        .values(claim)
        .onConflict((conflict) => conflict.columns(['organization_id', 'claim_id']).doUpdateSet(claim))
        .execute();
}

function touchedActivity(event: NewCaseEvent): string[] {
  switch (event.type) {
    case 'activity.logged':
      return [event.data.activity.activityId];
    case 'activity.amended':
      return [event.data.amendment.activity.activityId];
    case 'activity.withdrawn':
      return [event.data.activityId];
    default:
      return [];
  }
}

type Inserting = Pick<TenantDatabase, 'insertInto'>;

async function upsertSummary(inserting: Inserting, row: CaseSummaryRow): Promise<void> {
  await inserting
    .insertInto('case_summary')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organization_id', 'case_id']).doUpdateSet(row))
    .execute();
}

function upsertSpans(inserting: Inserting, rows: readonly ActivitySpanRow[]) {
  return inserting
    .insertInto('activity_span')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'activity_id']).doUpdateSet((row) => ({
        service_date: row.ref('excluded.service_date'),
        started_at: row.ref('excluded.started_at'),
        ended_at: row.ref('excluded.ended_at'),
        seconds: row.ref('excluded.seconds'),
      })),
    );
}
