import { createHash } from 'node:crypto';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { mostCharacters } from '#exchange/x12/from-271.ts';
import { splitAnswers, type AnswerPart } from '#exchange/x12/split-answers.ts';
import { archwayItself } from '../archway-itself.ts';
import { inTenant } from '../database/connect.ts';
import {
  gatewayNamed,
  type Gateways,
  type IncomingFile,
  type SetAside,
  type Taker,
} from '../gateway/gateway.ts';
import type { JobHandler } from '../job/worker.ts';
import type { EvidenceRecord } from '../record/record.ts';
import { changeInquiry, inquiriesOfTraces, type SentInquiry } from './inquiry.store.ts';
import { traceOfInterchange } from './release-inquiry.ts';
import { keepSetAside } from './set-aside.store.ts';
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
    await collecting.collect(organizationId, new AnswerTaker(record, organizationId, key));
    return { againAfterSeconds: collecting.everySeconds };
  };
}

/** Takes each answer of a file for the inquiry that it names, and sets aside by itself what is for none. */
class AnswerTaker implements Taker {
  readonly #record: EvidenceRecord;
  readonly #organizationId: string;
  readonly #gateway: string;

  constructor(record: EvidenceRecord, organizationId: string, gateway: string) {
    this.#record = record;
    this.#organizationId = organizationId;
    this.#gateway = gateway;
  }

  async take(file: IncomingFile): Promise<Refusal | undefined> {
    const parts = splitAnswers(file.bytes.toString('utf8'));
    if (isRefusal(parts)) return parts;
    const inquiries = await this.#inquiriesOf(parts);
    const [first, ...others] = new Set(inquiries);
    if (others.length === 0) return isRefusal(first) ? first : first && this.#takeFor(first, file);
    await this.#takeEach(file.name, parts(), inquiries);
    return undefined;
  }

  async setAside(file: SetAside): Promise<void> {
    const record = this.#record;
    const aside = { ...file, gateway: this.#gateway, setAsideId: record.newId(), at: record.now() };
    await inTenant(record.db, this.#organizationId, (tenant) =>
      keepSetAside({ tenant, organizationId: this.#organizationId }, aside),
    );
  }

  /** For each part, in their order. */
  async #inquiriesOf(parts: () => Iterable<AnswerPart>): Promise<readonly (SentInquiry | Refusal)[]> {
    const named = [...parts()].map(namesOf);
    const known = await inTenant(this.#record.db, this.#organizationId, (tenant) =>
      inquiriesOfTraces({ tenant, organizationId: this.#organizationId }, [...new Set(named.flat())]),
    );
    return named.map((names) => inquiryNamed(names, known, this.#gateway));
  }

  /** What is said in several places about one inquiry is one answer: one of them could contradict another. */
  async #takeEach(
    name: string,
    parts: Iterable<AnswerPart>,
    inquiries: readonly (SentInquiry | Refusal)[],
  ): Promise<void> {
    const waiting = new Map<SentInquiry, string>();
    let place = 0;
    for (const { text } of parts) {
      const inquiry = inquiries[place++];
      if (inquiry === undefined) throw new Error('a file has more parts than it had');
      const partName = `${name} (${place})`;
      if (isRefusal(inquiry)) {
        await this.#setTextAside(partName, text, inquiry);
        continue;
      }
      const said = (waiting.get(inquiry) ?? '') + text;
      if (inquiries.includes(inquiry, place)) {
        waiting.set(inquiry, said);
        continue;
      }
      waiting.delete(inquiry);
      const refused = await this.#takeFor(inquiry, { name: partName, bytes: Buffer.from(said) });
      if (refused) await this.#setTextAside(partName, said, refused);
    }
  }

  async #takeFor(inquiry: SentInquiry, file: IncomingFile): Promise<Refusal | undefined> {
    const answers = readAnswers(file);
    const refused = isRefusal(answers)
      ? answers
      : await this.#record.write(
          this.#organizationId,
          archwayItself,
          { patientId: inquiry.patientId },
          (writing): Promise<Refusal | undefined> => takeInquiryAnswer(writing, inquiry, file, answers),
        );
    if (refused && inquiry.state !== 'answered') await this.#tell(inquiry, refused);
    return refused;
  }

  /** The inquiry goes on waiting for its answer, and whoever looks at it learns what came instead. */
  async #tell({ inquiryId, state }: SentInquiry, problem: Refusal): Promise<void> {
    const organizationId = this.#organizationId;
    await inTenant(this.#record.db, organizationId, (tenant) =>
      changeInquiry({ tenant, organizationId }, inquiryId, { state, at: this.#record.now(), problem }),
    );
  }

  #setTextAside(name: string, text: string, reason: Refusal): Promise<void> {
    const bytes = Buffer.from(text);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return this.setAside({ name, sha256, reason, ...(bytes.length <= mostCharacters && { bytes }) });
  }
}

/** By which traces an inquiry of ours is looked for. */
function namesOf({ traces, controlNumbers }: AnswerPart): readonly string[] {
  return [...traces, ...controlNumbers.map(traceOfInterchange)];
}

/** The one inquiry that a part is for, which went through the gateway by which the part came. */
function inquiryNamed(
  names: readonly string[],
  known: ReadonlyMap<string, SentInquiry>,
  gateway: string,
): SentInquiry | Refusal {
  const found = new Set(
    names.flatMap((name) => known.get(name) ?? []).filter((inquiry) => inquiry.gateway === gateway),
  );
  const [inquiry, ...more] = found;
  if (!inquiry) return refuse('eligibility/answers-nothing', { named: names.join(', ') || '-' });
  return more.length > 0 ? refuse('eligibility/several-inquiries', { count: found.size }) : inquiry;
}
