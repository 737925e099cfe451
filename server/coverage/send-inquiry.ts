import { createHash } from 'node:crypto';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { mostCharacters } from '#exchange/x12/from-271.ts';
import { archwayItself } from '../archway-itself.ts';
import { inTenant } from '../database/connect.ts';
import { gatewayNamed, type Gateways, type IncomingFile, type SendOutcome } from '../gateway/gateway.ts';
import { enqueue, holdLease, type LeasedJob } from '../job/job-queue.ts';
import type { JobHandler, JobOutcome } from '../job/worker.ts';
import type { EvidenceRecord, Writing } from '../record/record.ts';
import { decideLeaving } from '../release/release.ts';
import { collectAnswersJob } from './collect-answers.ts';
import { changeInquiry, findInquiry, type InquiryChange, type SentInquiry } from './inquiry.store.ts';
import { leavingTo } from './release-inquiry.ts';
import { keepSetAside } from './set-aside.store.ts';
import { readAnswers, takeInquiryAnswer } from './take-inquiry-answer.ts';

export const sendInquiryJob = 'send-inquiry';

/** After how many seconds sending is tried again where a receiver does not answer; then a person has to look. */
const waits: readonly number[] = [10, 30, 120, 600, 1800];

interface Parts {
  readonly record: EvidenceRecord;
  readonly gateways: Gateways;
}

/** Sends one inquiry, its key, and takes the answer where it comes at once. */
export function sendInquiry(parts: Parts): JobHandler {
  return async (job, lost) => {
    const { record, gateways } = parts;
    const begun = await begin(parts, job);
    if (!begun) return 'done';
    const { inquiry, senderId, receiverId } = begun;
    const gateway = gatewayNamed(gateways, job.organizationId, inquiry.gateway);
    const outcome: SendOutcome = gateway
      ? await gateway.send({ ...inquiry, organizationId: job.organizationId, senderId, receiverId }, lost)
      : failedForGood(refuse('gateway/unknown', { gateway: inquiry.gateway }));
    return settle(record, job, inquiry, outcome);
  };
}

function failedForGood(problem: Refusal): SendOutcome {
  return { kind: 'failed', problem, again: false };
}

interface Begun {
  readonly inquiry: SentInquiry;
  readonly senderId: string;
  readonly receiverId: string;
}

/** Whether it may leave is decided once more, as of now; undefined where there is nothing to be sent any more. */
async function begin({ record }: Parts, job: LeasedJob): Promise<Begun | undefined> {
  const inquiry = await inTenant(record.db, job.organizationId, (tenant) =>
    findInquiry({ tenant, organizationId: job.organizationId }, job.key),
  );
  if (inquiry?.state !== 'asked') return undefined;
  const begun = await withLease(record, job, inquiry, async (writing) => {
    const { profile, payers } = await writing.practice();
    const payer = payers.get(inquiry.payerId);
    if (!profile) return refuse('eligibility/no-practice-profile');
    if (!payer) return refuse('eligibility/payer-not-in-directory', { payer: inquiry.payerId });
    const decision = await decideLeaving(writing, leavingTo(payer, inquiry.patientId));
    if (isRefusal(decision)) return decision;
    const attempts = inquiry.attempts + 1;
    const { problem } = inquiry;
    await changeInquiry(writing, inquiry.inquiryId, { state: 'asked', at: writing.now, attempts, problem });
    return {
      inquiry: { ...inquiry, attempts },
      senderId: profile.submitterId,
      receiverId: profile.receiverId,
    };
  });
  if (!isRefusal(begun)) return begun;
  await change(record, job, inquiry, { state: 'refused', problem: begun });
  return undefined;
}

async function settle(
  record: EvidenceRecord,
  job: LeasedJob,
  inquiry: SentInquiry,
  outcome: SendOutcome,
): Promise<JobOutcome> {
  switch (outcome.kind) {
    case 'left':
      await withLease(record, job, inquiry, async (writing) => {
        await changeInquiry(writing, inquiry.inquiryId, { state: 'waiting', at: writing.now });
        const { organizationId } = job;
        await enqueue(writing.tenant, { organizationId, kind: collectAnswersJob, key: inquiry.gateway });
        return undefined;
      });
      return 'done';
    case 'answered':
      await takeOrSetAside(record, job, inquiry, outcome.file);
      return 'done';
    case 'failed': {
      const { problem, again, unread } = outcome;
      const wait = again ? waits[inquiry.attempts - 1] : undefined;
      if (unread) await setAside(record, job, inquiry, unread, problem);
      await change(record, job, inquiry, { state: wait === undefined ? 'refused' : 'asked', problem });
      return wait === undefined ? 'done' : { againAfterSeconds: wait };
    }
  }
}

async function takeOrSetAside(
  record: EvidenceRecord,
  job: LeasedJob,
  inquiry: SentInquiry,
  file: IncomingFile,
): Promise<void> {
  const answers = readAnswers(file);
  const refused = isRefusal(answers)
    ? answers
    : await withLease(record, job, inquiry, (writing) => takeInquiryAnswer(writing, inquiry, file, answers));
  if (!refused) return;
  await setAside(record, job, inquiry, file, refused);
  await change(record, job, inquiry, { state: 'refused', problem: refused });
}

/** Work of this job on the patient's chain; undone where the job is somebody else's by now. */
async function withLease<Result>(
  record: EvidenceRecord,
  job: LeasedJob,
  { patientId }: SentInquiry,
  work: (writing: Writing) => Promise<Result | Refusal>,
): Promise<Result | Refusal> {
  return record.write(job.organizationId, archwayItself, { patientId }, async (writing) => {
    if (!(await holdLease(writing.tenant, job))) throw new Error('the lease of the job ran out');
    return work(writing);
  });
}

async function change(
  record: EvidenceRecord,
  job: LeasedJob,
  inquiry: SentInquiry,
  to: Omit<InquiryChange, 'at'>,
): Promise<void> {
  await withLease(record, job, inquiry, async (writing) => {
    await changeInquiry(writing, inquiry.inquiryId, { ...to, at: writing.now });
    return undefined;
  });
}

async function setAside(
  record: EvidenceRecord,
  { organizationId }: LeasedJob,
  { gateway, inquiryId }: SentInquiry,
  { name, bytes }: IncomingFile,
  reason: Refusal,
): Promise<void> {
  const aside = {
    setAsideId: record.newId(),
    gateway,
    at: record.now(),
    name,
    reason,
    inquiryId,
    ...(bytes.length <= mostCharacters && { bytes }),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  await inTenant(record.db, organizationId, (tenant) => keepSetAside({ tenant, organizationId }, aside));
}
