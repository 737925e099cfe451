import type { EligibilityReport } from '#contract/eligibility.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Answer271 } from '#exchange/x12/answer-271.ts';
import { mostCharacters, read271 } from '#exchange/x12/from-271.ts';
import type { IncomingFile } from '../gateway/gateway.ts';
import type { Writing } from '../record/record.ts';
import { changeInquiry, type SentInquiry } from './inquiry.store.ts';
import { takeAnswer } from './take-answer.ts';

/** What a file says, or why it cannot be read. */
export function readAnswers({ bytes }: IncomingFile): readonly Answer271[] | Refusal {
  if (bytes.length > mostCharacters)
    return refuse('eligibility/too-large', { characters: bytes.length, most: mostCharacters });
  return read271(bytes.toString('utf8'));
}

/**
 * Takes the answer to an inquiry in the transaction of the caller: facts and document into the patient's chain, and
 * the inquiry to where it stands now. Refused, with nothing kept: an answer that names another inquiry or
 * another patient, or perhaps another of the family.
 */
export async function takeInquiryAnswer(
  writing: Writing,
  inquiry: SentInquiry,
  file: IncomingFile,
  answers: readonly Answer271[],
): Promise<Refusal | undefined> {
  const named = namedIn(answers);
  if (named.length > 0 && !named.includes(inquiry.trace))
    return refuse('eligibility/another-inquiry', { trace: inquiry.trace, named: named.join(', ') });
  const patient = await writing.patient(inquiry.patientId);
  if (!patient) return refuse('absent/patient');
  const coverage = patient.coverages.get(inquiry.coverageId)?.value;
  if (!coverage) return refuse('absent/coverage');
  const report = await takeAnswer(writing, patient, coverage, file, answers, false);
  if (isRefusal(report)) return report;
  await noteAnswer(writing, inquiry, report);
  return undefined;
}

/** The traces under which somebody was asked about. */
export function namedIn(answers: readonly Answer271[]): readonly string[] {
  return answers.flatMap(({ people }) => people.flatMap(({ traces }) => traces));
}

const states = { answered: 'answered', rejected: 'refused', acknowledged: 'waiting' } as const;

/** An inquiry that was answered stays so, whatever comes afterwards. */
export async function noteAnswer(
  writing: Writing,
  { inquiryId, state }: SentInquiry,
  report: EligibilityReport,
): Promise<void> {
  const { outcome } = report;
  if (state === 'answered' && outcome !== 'answered') return;
  await changeInquiry(writing, inquiryId, { state: states[outcome], at: writing.now, report });
}
