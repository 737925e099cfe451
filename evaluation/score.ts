import type { AssistantAnswer } from '#domain/assistant/assistant-answer.ts';
import type { EvaluationQuestion } from './evaluation-question.ts';

export interface Score {
  readonly question: EvaluationQuestion;
  readonly answer: AssistantAnswer;
  readonly status: boolean;
  readonly codes: boolean;
  /** True as well where no citation is asked for. */
  readonly citations: boolean;
  /** Nothing in the answer that looks like a code and is neither in the guide nor in the question. */
  readonly nothingInvented: boolean;
}

/** Compares one answer with what a right one has; `known` are the codes of the guide. */
export function scoreAnswer(
  question: EvaluationQuestion,
  answer: AssistantAnswer,
  known: ReadonlySet<string>,
): Score {
  const { expect } = question;
  const allowed = new Set<string>([...expect.codes, ...(expect.mayAlso ?? [])]);
  const given = new Set<string>(answer.codes);
  const said = [answer.answer, ...answer.missing, ...answer.safety].join('\n');
  const asked = codesIn(question.question);
  const invented = [...codesIn(said), ...answer.codes].filter((code) => !known.has(code) && !asked.has(code));
  const lowered = said.toLowerCase();
  return {
    question,
    answer,
    status: answer.status === expect.status,
    codes: expect.codes.every((code) => given.has(code)) && [...given].every((code) => allowed.has(code)),
    citations:
      expect.cites === undefined ||
      answer.citations.some(({ id }) => expect.cites?.some((wanted) => meets(id, wanted))),
    nothingInvented:
      invented.length === 0 &&
      (expect.mustNotSay ?? []).every((text) => !lowered.includes(text.toLowerCase())),
  };
}

function meets(id: string, wanted: string): boolean {
  return /[#/]$/.test(wanted) ? id.startsWith(wanted) : id === wanted;
}

function codesIn(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(/(?<![\p{L}\d])d[-\s]?(\d{4,})(?!\d)/giu)].map((match) => `D${match[1] ?? ''}`),
  );
}
