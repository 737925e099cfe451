import type { CoordinationCase, RecordedActivity } from '#domain/case/case.ts';
import type { NewCaseEvent } from '#domain/case/case-events.ts';
import type { Instant } from '#domain/kernel/calendar-date.ts';
import type { Patient } from '#domain/patient/patient.ts';
import { patientKeysOf } from '#exchange/fhir/from-bundle.ts';
import type { Send, TenantDatabase } from '../database/connect.ts';
import type { Database } from '../database/schema-types.ts';
import type { Insertable } from 'kysely';
import { shapedStatement } from './shaped-statement.ts';

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

/** What all activities of a case that stand come to. */
interface ActivityTotals {
  readonly seconds: number;
  readonly lastEndedAt: Instant | undefined;
}

/** By the activities of a state, so that the next state's need not be added up from the beginning. */
const totals = new WeakMap<CoordinationCase['activities'], ActivityTotals>();

function totalsOf({ activities }: CoordinationCase): ActivityTotals {
  const known = totals.get(activities);
  if (known) return known;
  let seconds = 0;
  let lastEndedAt: Instant | undefined;
  for (const { activity, withdrawn } of activities.values()) {
    if (withdrawn) continue;
    seconds += activity.time.seconds;
    if (lastEndedAt === undefined || activity.time.endedAt > lastEndedAt) lastEndedAt = activity.time.endedAt;
  }
  const added = { seconds, lastEndedAt };
  totals.set(activities, added);
  return added;
}

/** The totals of a state that follows from `before` by a change of these activities; all anew where one was changed. */
function continueTotals(before: CoordinationCase, after: CoordinationCase, touched: readonly string[]): void {
  const isNew = touched.every((activityId) => !before.activities.has(activityId));
  if (!isNew) return;
  let { seconds, lastEndedAt } = totalsOf(before);
  for (const activityId of touched) {
    const recorded = after.activities.get(activityId);
    if (!recorded || recorded.withdrawn) continue;
    const { time } = recorded.activity;
    seconds += time.seconds;
    if (lastEndedAt === undefined || time.endedAt > lastEndedAt) lastEndedAt = time.endedAt;
  }
  totals.set(after.activities, { seconds, lastEndedAt });
}

export function caseSummaryRow(organizationId: string, state: CoordinationCase): CaseSummaryRow {
  const { seconds, lastEndedAt } = totalsOf(state);
  return {
    organization_id: organizationId,
    case_id: state.caseId,
    patient_id: state.patientId,
    state: state.state,
    owner_staff_id: state.ownerStaffId ?? null,
    team: state.team ?? null,
    title: state.title,
    last_activity_at: lastEndedAt ?? null,
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

type Keeping = Pick<TenantDatabase, 'with' | 'insertInto' | 'selectNoFrom'>;

/** The beginning of a statement that keeps events: what follows from them is kept with it in one go. */
export interface KeptEvents {
  readonly shape: string;
  readonly values: readonly unknown[];
  readonly begin: () => Keeping;
}

/** Nothing follows from these events. */
export function keepAlone(send: Send, { shape, values, begin }: KeptEvents): void {
  send(
    shapedStatement(shape, values, () =>
      begin()
        .selectNoFrom((query) => query.lit(1).as('kept'))
        .compile(),
    ),
  );
}

export function keepWithPatient(send: Send, kept: KeptEvents, row: PatientSummaryRow): void {
  send(
    shapedStatement(`${kept.shape}, patient`, [...kept.values, ...Object.values(row)], () =>
      kept
        .begin()
        .insertInto('patient_summary')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['organization_id', 'patient_id']).doUpdateSet((inserted) => ({
            last_name: inserted.ref('excluded.last_name'),
            first_name: inserted.ref('excluded.first_name'),
            birth_date: inserted.ref('excluded.birth_date'),
            search_name: inserted.ref('excluded.search_name'),
            telephone_digits: inserted.ref('excluded.telephone_digits'),
            source_keys: inserted.ref('excluded.source_keys'),
          })),
        )
        .compile(),
    ),
  );
}

interface CaseChange {
  readonly before: CoordinationCase | undefined;
  readonly after: CoordinationCase;
  readonly events: readonly NewCaseEvent[];
}

/** Keeps events of a case, and brings the rows up to the state that they led to; only what they touched is written. */
export function keepWithCase(
  send: Send,
  tenant: TenantDatabase,
  kept: KeptEvents,
  organizationId: string,
  { before, after: state, events }: CaseChange,
): void {
  const touchedIds = [...new Set(events.flatMap(touchedActivity))];
  if (before) continueTotals(before, state, touchedIds);
  const touched = touchedIds.flatMap((activityId) => state.activities.get(activityId) ?? []);
  const spans = touched
    .filter((recorded) => !recorded.withdrawn)
    .map((recorded) => activitySpanRow(organizationId, state, recorded));
  const summary = caseSummaryRow(organizationId, state);
  send(
    shapedStatement(
      `${kept.shape}, case, ${spans.length} spans`,
      [...kept.values, ...[...spans, summary].flatMap((row) => Object.values<unknown>(row))],
      () => {
        const begun = kept.begin();
        const withSpans =
          spans.length > 0 ? begun.with('spans', (query) => upsertSpans(query, spans)) : begun;
        return upsertSummary(withSpans, summary).compile();
      },
    ),
  );
  for (const { activity, withdrawn } of touched)
    if (withdrawn)
      send(
        tenant
          .deleteFrom('activity_span')
          .where('organization_id', '=', organizationId)
          .where('activity_id', '=', activity.activityId)
          .compile(),
      );
  if (events.some((event) => event.type === 'claim.created' || event.type === 'claim.released'))
    for (const claim of claimIndexRows(organizationId, state))
      send(
        tenant
          .insertInto('claim_index')
          .values(claim)
          .onConflict((conflict) => conflict.columns(['organization_id', 'claim_id']).doUpdateSet(claim))
          .compile(),
      );
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

function upsertSummary(inserting: Inserting, row: CaseSummaryRow) {
  return inserting
    .insertInto('case_summary')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'case_id']).doUpdateSet((inserted) => ({
        state: inserted.ref('excluded.state'),
        owner_staff_id: inserted.ref('excluded.owner_staff_id'),
        team: inserted.ref('excluded.team'),
        title: inserted.ref('excluded.title'),
        last_activity_at: inserted.ref('excluded.last_activity_at'),
        coordination_seconds: inserted.ref('excluded.coordination_seconds'),
      })),
    );
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
