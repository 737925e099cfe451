import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { namesInquiry } from '#exchange/x12/names-inquiry.ts';
import { archwayItself } from '../archway-itself.ts';
import { inTenant } from '../database/connect.ts';
import { gatewayNamed, type Gateways, type IncomingFile, type Taker } from '../gateway/gateway.ts';
import type { JobHandler } from '../job/worker.ts';
import type { EvidenceRecord } from '../record/record.ts';
import { inquiriesOfTraces, keepSetAside, type SentInquiry } from './inquiry.store.ts';
import { traceOfInterchange } from './release-inquiry.ts';
import { readAnswers, takeInquiryAnswer } from './take-inquiry-answer.ts';

export const collectAnswersJob = 'collect-answers';

interface Parts {
  readonly record: EvidenceRecord;
  readonly gateways: Gateways;
}

/** Looks for answers that came by themselves through one gateway, its key, and looks again after a while. */
export function collectAnswers({ record, gateways }: Parts): JobHandler {
  return async ({ organizationId, key }) => {
    const collecting = gatewayNamed(gateways, organizationId, key)?.collecting;
    if (!collecting) return 'done';
    await collecting.collect(organizationId, takerOf(record, organizationId, key));
    return { againAfterSeconds: collecting.everySeconds };
  };
}

function takerOf(record: EvidenceRecord, organizationId: string, gateway: string): Taker {
  return {
    take: (file) => take(record, organizationId, gateway, file),
    setAside: (file) =>
      inTenant(record.db, organizationId, (tenant) =>
        keepSetAside(tenant, organizationId, {
          ...file,
          gateway,
          setAsideId: record.newId(),
          at: record.now(),
        }),
      ),
  };
}

async function take(
  record: EvidenceRecord,
  organizationId: string,
  gateway: string,
  file: IncomingFile,
): Promise<Refusal | undefined> {
  const answers = readAnswers(file);
  if (isRefusal(answers)) return answers;
  const inquiry = await inquiryOf(record, organizationId, gateway, file);
  if (isRefusal(inquiry)) return inquiry;
  return record.write(
    organizationId,
    archwayItself,
    { patientId: inquiry.patientId },
    (writing): Promise<Refusal | undefined> => takeInquiryAnswer(writing, inquiry, file, answers),
  );
}

/** The one inquiry that a file is for. */
async function inquiryOf(
  record: EvidenceRecord,
  organizationId: string,
  gateway: string,
  { bytes }: IncomingFile,
): Promise<SentInquiry | Refusal> {
  const names = namesInquiry(bytes.toString('utf8'));
  if (isRefusal(names)) return names;
  const traces = [...names.traces, ...names.controlNumbers.map(traceOfInterchange)];
  const [inquiry, ...more] = await inTenant(record.db, organizationId, (tenant) =>
    inquiriesOfTraces({ tenant, organizationId }, gateway, traces),
  );
  if (!inquiry) return refuse('eligibility/answers-nothing', { named: traces.join(', ') || '-' });
  if (more.length > 0) return refuse('eligibility/several-inquiries', { count: more.length + 1 });
  return inquiry;
}
