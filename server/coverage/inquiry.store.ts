import type { EligibilityReport, InquiryState } from '#contract/eligibility.ts';
import { calendarDate, type CalendarDate, instant, type Instant } from '#domain/kernel/calendar-date.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import type { Selectable } from 'kysely';
import type { Database } from '../database/schema-types.ts';
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

/** No more traces at once than a statement takes. */
const mostTraces = 1000;

/** Through whichever gateway they went, by trace. */
export async function inquiriesOfTraces(
  place: Place,
  traces: readonly string[],
): Promise<ReadonlyMap<string, SentInquiry>> {
  const found = new Map<string, SentInquiry>();
  for (let first = 0; first < traces.length; first += mostTraces) {
    const some = traces.slice(first, first + mostTraces);
    for (const row of await all(place).where('trace', 'in', some).execute())
      found.set(row.trace, inquiryOf(row));
  }
  return found;
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
