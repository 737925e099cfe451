import { isUnderWay } from '#contract/eligibility.ts';
import { secondsBetween } from '#domain/kernel/calendar-date.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import { gatewayNamed } from '../gateway/gateway.ts';
import type { Person } from '../http/signed-in.ts';
import { enqueue } from '../job/job-queue.ts';
import { refusePatientChange } from '../patient/change-patient.ts';
import type { Writing } from '../record/record.ts';
import { giveOutInquiry, type Inquiry } from './release-inquiry.ts';
import { findInquiry, inquiriesOfPatient, insertInquiry, type SentInquiry } from './inquiry.store.ts';
import { sendInquiryJob } from './send-inquiry.ts';

/** An inquiry that is under way is not asked once more; after so long the answer is not to be counted on. */
const underWaySeconds = 24 * 3600;

/** What is asked, and by which gateway where it is not the one that the practice chose for the payer. */
interface Question extends Inquiry {
  readonly by?: string;
}

/**
 * Asks a payer through the gateway that the practice chose for it, or the one that is named. The disclosure, the inquiry and the job that sends
 * it are kept in one transaction: sending follows by itself. The same question while one is under way is that one.
 */
export async function askPayer(
  archway: Archway,
  person: Person,
  patientId: string,
  question: Question,
): Promise<SentInquiry | Refusal> {
  const forbidden = refusePatientChange(person, 'record-plan-answer');
  if (forbidden) return forbidden;
  const { organizationId } = person;
  const asked = await archway.record.write(organizationId, person.who, { patientId }, async (writing) =>
    ask(writing, archway, patientId, question),
  );
  if (!isRefusal(asked)) archway.bell.ring();
  return asked;
}

async function ask(
  writing: Writing,
  { gateways }: Archway,
  patientId: string,
  { by, ...inquiry }: Question,
): Promise<SentInquiry | Refusal> {
  const { organizationId } = writing;
  const underWay = (await inquiriesOfPatient(writing, patientId, 50)).find(
    (one) => isSame(one, inquiry) && secondsBetween(one.askedAt, writing.now) < underWaySeconds,
  );
  if (underWay) return underWay;
  const given = await giveOutInquiry(writing, patientId, inquiry);
  if (isRefusal(given)) return given;
  const { payer, trace, interchange } = given;
  const way = by ?? payer.gateway;
  if (way === undefined) return refuse('eligibility/no-gateway', { payer: payer.name });
  const gateway = gatewayNamed(gateways, organizationId, way);
  if (!gateway) return refuse('gateway/unknown', { gateway: way });
  const inquiryId = writing.newId();
  await insertInquiry(writing, {
    inquiryId,
    patientId,
    ...inquiry,
    payerId: payer.payerId,
    gateway: gateway.name,
    trace,
    interchange,
    askedAt: writing.now,
    askedBy: writing.who.name,
  });
  await enqueue(writing.tenant, { organizationId, kind: sendInquiryJob, key: inquiryId });
  const kept = await findInquiry(writing, inquiryId);
  if (!kept) throw new Error(`the inquiry ${inquiryId} was not kept`);
  return kept;
}

function isSame(sent: SentInquiry, { coverageId, serviceDate }: Inquiry): boolean {
  return isUnderWay(sent) && sent.coverageId === coverageId && sent.serviceDate === serviceDate;
}
