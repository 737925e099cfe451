import { createHash } from 'node:crypto';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { askedServiceTypes } from '#exchange/x12/service-types.ts';
import { write270 } from '#exchange/x12/to-270.ts';
import type { Payer } from '#domain/practice/practice-events.ts';
import type { Archway } from '../archway.ts';
import type { Person } from '../http/signed-in.ts';
import { refusePatientChange } from '../patient/change-patient.ts';
import type { Writing } from '../record/record.ts';
import { nextEnvelope } from '../release/next-envelope.ts';
import { decideLeaving, recordDisclosure, type Leaving } from '../release/release.ts';

export interface InquiryFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface Inquiry {
  readonly coverageId: string;
  /** The day that is asked about. */
  readonly serviceDate: CalendarDate;
}

const asked = ['demographics', 'coverage-and-billing'] as const;

/**
 * Gives out the question to a payer about one coverage as a 270: dental care, its parts, and D9992 by its code. Decided by the release decision and recorded as a disclosure to the payer with the hash of what left.
 */
export async function releaseInquiry(
  archway: Archway,
  person: Person,
  patientId: string,
  inquiry: Inquiry,
): Promise<InquiryFile | Refusal> {
  const forbidden = refusePatientChange(person, 'record-plan-answer');
  if (forbidden) return forbidden;
  return archway.record.write(person.organizationId, person.who, { patientId }, (writing) =>
    giveOutAsFile(writing, patientId, inquiry),
  );
}

async function giveOutAsFile(
  writing: Writing,
  patientId: string,
  inquiry: Inquiry,
): Promise<InquiryFile | Refusal> {
  const given = await giveOutInquiry(writing, patientId, inquiry);
  return isRefusal(given)
    ? given
    : { fileName: `eligibility-${given.trace}.270`, bytes: Buffer.from(given.interchange) };
}

export interface GivenInquiry {
  readonly payer: Payer;
  /** Comes back in the answer, and leads to the inquiry. */
  readonly trace: string;
  readonly interchange: string;
}

/** Decides, writes and records as disclosed, in the transaction of the caller. */
export async function giveOutInquiry(
  writing: Writing,
  patientId: string,
  { coverageId, serviceDate }: Inquiry,
): Promise<GivenInquiry | Refusal> {
  const patient = await writing.patient(patientId);
  if (!patient?.demographics) return refuse('absent/patient');
  const coverage = patient.coverages.get(coverageId)?.value;
  if (!coverage) return refuse('absent/coverage');
  const { profile, payers } = await writing.practice();
  const payer = coverage.payerId === undefined ? undefined : payers.get(coverage.payerId);
  if (!payer) return refuse('eligibility/payer-not-in-directory', { payer: coverage.payerName });
  if (!profile) return refuse('eligibility/no-practice-profile');
  const leaving = leavingTo(payer, patientId);
  const decision = await decideLeaving(writing, leaving);
  if (isRefusal(decision)) return decision;
  const envelope = await nextEnvelope(writing, profile.timeZone);
  const trace = traceOfInterchange(envelope.interchangeControlNumber);
  const interchange = write270(
    {
      trace,
      practice: profile,
      payer,
      coverage,
      patient: patient.demographics,
      serviceDate,
      serviceTypes: askedServiceTypes,
      codes: [procedureCode('D9992')],
    },
    envelope,
  );
  if (isRefusal(interchange)) return interchange;
  const sha256 = createHash('sha256').update(interchange).digest('hex');
  await recordDisclosure(writing, leaving, decision, `eligibility inquiry ${trace} as x12`, sha256);
  return { payer, trace, interchange };
}

/** What an inquiry to a payer would tell it, for the decision whether it may leave. */
export function leavingTo(payer: Payer, patientId: string): Leaving {
  return {
    patientId,
    wayOut: 'eligibility-inquiry',
    recipient: { kind: 'payer', name: payer.name, partyId: payer.payerId },
    purpose: 'payment',
    categories: asked,
    needed: asked,
  };
}

/** An interchange carries one inquiry, so that its number names the inquiry as well. */
export function traceOfInterchange(controlNumber: string): string {
  return `AW${controlNumber.padStart(9, '0')}`;
}
