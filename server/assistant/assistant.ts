import type { AskAssistant } from '#contract/assistant.ts';
import { writeAnswer } from '#contract/write-answer.ts';
import { answerQuestion, type Answered, type Asking } from '#domain/assistant/answer-question.ts';
import type { AssistantAnswer } from '#domain/assistant/assistant-answer.ts';
import { knowledgeOf, type Knowledge } from '#domain/assistant/knowledge.ts';
import type { Rulebook } from '#domain/rulebook/rulebook.ts';
import { connectModel, type ConnectedModel, type Environment } from './connected-model.ts';
import { rephrased } from './rephrased.ts';

/** The assistant of a running program: what it knows, made once, and the model that puts it into words, if any. */
export interface Assistant {
  readonly knowledge: Knowledge;
  readonly model: ConnectedModel | undefined;
}

/** Throws, in words for whoever runs the program, on half a setting of a model. */
export function openAssistant(rulebook: Rulebook, environment: Environment): Assistant {
  return { knowledge: knowledgeOf(rulebook), model: connectModel(environment) };
}

export interface Reply {
  readonly answered: Answered;
  readonly answer: AssistantAnswer;
  /** Whether a connected model put it into words. */
  readonly rephrased: boolean;
}

export type Question = Pick<AskAssistant, 'question' | 'language' | 'pageCode'>;

/** Answers from guide, rulebook and whatever of the record `asking` brings; keeps nothing and asks no model. */
export function replyOffline(
  { knowledge }: Pick<Assistant, 'knowledge'>,
  question: Question,
  asking: Asking,
): Reply {
  const { language, pageCode } = question;
  const answered = answerQuestion(knowledge, question.question, {
    ...asking,
    ...(language === undefined ? {} : { language }),
    ...(pageCode === undefined ? {} : { pageCode }),
  });
  return { answered, answer: writeAnswer(answered.draft), rephrased: false };
}

/** The same, put into words by the connected model where there is one. */
export async function replyTo(assistant: Assistant, question: Question, asking: Asking): Promise<Reply> {
  const reply = replyOffline(assistant, question, asking);
  if (assistant.model === undefined) return reply;
  return {
    ...reply,
    ...(await rephrased(assistant.model, reply.answered, reply.answer, {
      ...asking,
      payersIn: assistant.knowledge.reader.payersIn,
    })),
  };
}
