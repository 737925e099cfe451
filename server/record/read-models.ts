import type { CoordinationCase, RecordedActivity } from '#domain/case/case.ts';
import type { NewCaseEvent } from '#domain/case/case-events.ts';
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
  const activities = [...state.activities.values()].filter((recorded) => !recorded.withdrawn);
  const last = activities
    .map((recorded) => recorded.activity.time.endedAt)
    .sort()
    .at(-1);
  return {
    organization_id: organizationId,
    case_id: state.caseId,
    patient_id: state.patientId,
    state: state.state,
    owner_staff_id: state.ownerStaffId ?? null,
    team: state.team ?? null,
    title: state.title,
    last_activity_at: last ?? null,
    coordination_seconds: activities.reduce((sum, recorded) => sum + recorded.activity.time.seconds, 0),
  };
}

export function activitySpanRow(
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

export async function projectPatient(
  tenant: TenantDatabase,
  organizationId: string,
  patient: Patient,
): Promise<void> {
  const row = patientSummaryRow(organizationId, patient);
  if (!row) return;
  await tenant
    .insertInto('patient_summary')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organization_id', 'patient_id']).doUpdateSet(row))
    .execute();
}

/** Brings the rows up to the state that `events` led to; only what they touched is written. */
export async function projectCase(
  tenant: TenantDatabase,
  organizationId: string,
  state: CoordinationCase,
  events: readonly NewCaseEvent[],
): Promise<void> {
  const row = caseSummaryRow(organizationId, state);
  await tenant
    .insertInto('case_summary')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organization_id', 'case_id']).doUpdateSet(row))
    .execute();
  for (const event of events) {
    if (event.type === 'activity.logged')
      await projectActivity(tenant, organizationId, state, event.data.activity.activityId);
    if (event.type === 'activity.amended')
      await projectActivity(tenant, organizationId, state, event.data.amendment.activity.activityId);
    if (event.type === 'activity.withdrawn')
      await projectActivity(tenant, organizationId, state, event.data.activityId);
  }
  if (events.some((event) => event.type === 'claim.created' || event.type === 'claim.released'))
    for (const claim of claimIndexRows(organizationId, state))
      await tenant
        .insertInto('claim_index')
        .values(claim)
        .onConflict((conflict) => conflict.columns(['organization_id', 'claim_id']).doUpdateSet(claim))
        .execute();
}

async function projectActivity(
  tenant: TenantDatabase,
  organizationId: string,
  state: CoordinationCase,
  activityId: string,
): Promise<void> {
  const recorded = state.activities.get(activityId);
  if (!recorded) return;
  if (recorded.withdrawn) {
    await tenant
      .deleteFrom('activity_span')
      .where('organization_id', '=', organizationId)
      .where('activity_id', '=', activityId)
      .execute();
    return;
  }
  const row = activitySpanRow(organizationId, state, recorded);
  await tenant
    .insertInto('activity_span')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organization_id', 'activity_id']).doUpdateSet(row))
    .execute();
}
