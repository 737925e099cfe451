import type { EligibilityReport, InquiryState } from '#contract/eligibility.ts';
import { calendarDate, type CalendarDate, instant, type Instant } from '#domain/kernel/calendar-date.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import type { Selectable } from 'kysely';
import type { TenantDatabase } from '../database/connect.ts';
import type { Database } from '../database/schema-types.ts';
import type { SetAside } from '../gateway/gateway.ts';
import type { Reading } from '../record/record.ts';

/** An inquiry that went through a gateway, as it stands. */
export interface SentInquiry {
  readonly inquiryId: string;
  readonly patientId: string;
  readonly coverageId: string;
  readonly payerId: string;
  readonly gateway: string;
  readonly serviceDate: CalendarDate;
  readonly trace: string;
  readonly interchange: string;
  readonly askedAt: Instant;
  readonly askedBy: string;
  readonly state: InquiryState;
  readonly changedAt: Instant;
  readonly attempts: number;
  readonly problem: Refusal | undefined;
  readonly report: EligibilityReport | undefined;
}

type Place = Pick<Reading, 'tenant' | 'organizationId'>;

export async function insertInquiry(
  { tenant, organizationId }: Place,
  inquiry: Omit<SentInquiry, 'state' | 'changedAt' | 'attempts' | 'problem' | 'report'>,
): Promise<void> {
  await tenant
    .insertInto('eligibility_inquiry')
    .values({
      organization_id: organizationId,
      inquiry_id: inquiry.inquiryId,
      patient_id: inquiry.patientId,
      coverage_id: inquiry.coverageId,
      payer_id: inquiry.payerId,
      gateway: inquiry.gateway,
      service_date: inquiry.serviceDate,
      trace: inquiry.trace,
      interchange: inquiry.interchange,
      asked_at: inquiry.askedAt,
      asked_by: inquiry.askedBy,
      state: 'asked',
      changed_at: inquiry.askedAt,
    })
    .execute();
}

export interface InquiryChange {
  readonly state: InquiryState;
  readonly at: Instant;
  readonly attempts?: number;
  readonly problem?: Refusal | undefined;
  readonly report?: EligibilityReport | undefined;
}

/** What the change does not name is not known any more. */
export async function changeInquiry(
  { tenant, organizationId }: Place,
  inquiryId: string,
  { state, at, attempts, problem, report }: InquiryChange,
): Promise<void> {
  await tenant
    .updateTable('eligibility_inquiry')
    .set({
      state,
      changed_at: at,
      problem: problem ? JSON.stringify(problem) : null,
      report: report ? JSON.stringify(report) : null,
      ...(attempts === undefined ? {} : { attempts }),
    })
    .where('organization_id', '=', organizationId)
    .where('inquiry_id', '=', inquiryId)
    .execute();
}

export async function findInquiry(place: Place, inquiryId: string): Promise<SentInquiry | undefined> {
  const row = await all(place).where('inquiry_id', '=', inquiryId).executeTakeFirst();
  return row && inquiryOf(row);
}

/** At most `most`, newest first. */
export async function inquiriesOfPatient(
  place: Place,
  patientId: string,
  most: number,
): Promise<readonly SentInquiry[]> {
  const rows = await all(place)
    .where('patient_id', '=', patientId)
    .orderBy('asked_at', 'desc')
    .orderBy('inquiry_id', 'desc')
    .limit(most)
    .execute();
  return rows.map(inquiryOf);
}

export async function inquiriesOfTraces(
  place: Place,
  gateway: string,
  traces: readonly string[],
): Promise<readonly SentInquiry[]> {
  if (traces.length === 0) return [];
  const rows = await all(place).where('trace', 'in', traces).where('gateway', '=', gateway).execute();
  return rows.map(inquiryOf);
}

/** Once for each gateway and content, however often it arrives. */
export async function keepSetAside(
  tenant: TenantDatabase,
  organizationId: string,
  aside: SetAside & { readonly setAsideId: string; readonly gateway: string; readonly at: Instant },
): Promise<void> {
  await tenant
    .insertInto('set_aside_answer')
    .values({
      organization_id: organizationId,
      set_aside_id: aside.setAsideId,
      gateway: aside.gateway,
      name: aside.name.slice(0, 200),
      at: aside.at,
      reason: JSON.stringify(aside.reason),
      sha256: aside.sha256,
      bytes: aside.bytes ?? null,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'gateway', 'sha256']).doNothing())
    .execute();
}

function all({ tenant, organizationId }: Place) {
  return tenant.selectFrom('eligibility_inquiry').selectAll().where('organization_id', '=', organizationId);
}

function inquiryOf(row: Selectable<Database['eligibility_inquiry']>): SentInquiry {
  return {
    inquiryId: row.inquiry_id,
    patientId: row.patient_id,
    coverageId: row.coverage_id,
    payerId: row.payer_id,
    gateway: row.gateway,
    serviceDate: calendarDate(row.service_date),
    trace: row.trace,
    interchange: row.interchange,
    askedAt: instant(row.asked_at),
    askedBy: row.asked_by,
    state: row.state as InquiryState,
    changedAt: instant(row.changed_at),
    attempts: row.attempts,
    problem: (row.problem ?? undefined) as Refusal | undefined,
    report: (row.report ?? undefined) as EligibilityReport | undefined,
  };
}
