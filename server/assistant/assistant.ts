import { writeAnswer } from '#contract/write-answer.ts';
import type { AskAssistant } from '#contract/assistant.ts';
import { answerQuestion, type Answered, type Asking } from '#domain/assistant/answer-question.ts';
import type { AssistantAnswer } from '#domain/assistant/assistant-answer.ts';
import { knowledgeOf, type Knowledge } from '#domain/assistant/knowledge.ts';
import type { Rulebook } from '#domain/rulebook/rulebook.ts';

/** The assistant of a running program: what it knows, made once. */
export interface Assistant {
  readonly knowledge: Knowledge;
}

export function openAssistant(rulebook: Rulebook): Assistant {
  return { knowledge: knowledgeOf(rulebook) };
}

export interface Reply {
  readonly answered: Answered;
  readonly answer: AssistantAnswer;
  readonly rephrased: boolean;
}

export type Question = Pick<AskAssistant, 'question' | 'language' | 'pageCode'>;

/** Answers from guide, rulebook and whatever of the record `asking` brings; keeps nothing. */
export function replyTo({ knowledge }: Assistant, question: Question, asking: Asking): Reply {
  const { language, pageCode } = question;
  const answered = answerQuestion(knowledge, question.question, {
    ...asking,
    ...(language === undefined ? {} : { language }),
    ...(pageCode === undefined ? {} : { pageCode }),
  });
  return { answered, answer: writeAnswer(answered.draft), rephrased: false };
}
