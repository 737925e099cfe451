import type { AskAssistant } from '#contract/assistant.ts';
import { writeAnswer } from '#contract/write-answer.ts';
import { answerQuestion, type Answered } from '#domain/assistant/answer-question.ts';
import type { Asking } from '#domain/assistant/asking.ts';
import type { AssistantAnswer } from '#domain/assistant/assistant-answer.ts';
import { knowledgeOf, type Knowledge } from '#domain/assistant/knowledge.ts';
import { recognizesNoIntent } from '#domain/assistant/routing.ts';
import type { Rulebook } from '#domain/rulebook/rulebook.ts';
import { connectModel, type ConnectedModel, type Environment } from './connected-model.ts';
import { rephrased } from './rephrased.ts';
import { routed } from './routed.ts';

/** The assistant of a running program: what it knows, made once, and the model that helps with words, if any. */
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
  return written(answerQuestion(knowledge, question.question, askingOf(question, asking)));
}

/** The same with the connected model, where there is one: it routes what was not understood, else it rephrases. */
export async function replyTo(assistant: Assistant, question: Question, asking: Asking): Promise<Reply> {
  const reply = replyOffline(assistant, question, asking);
  const { model, knowledge } = assistant;
  if (model === undefined) return reply;
  if (recognizesNoIntent(reply.answered)) {
    const answered = await routed(model, knowledge, reply.answered, askingOf(question, asking));
    return answered ? written(answered) : reply;
  }
  return {
    ...reply,
    ...(await rephrased(model, reply.answered, reply.answer, {
      ...asking,
      payersIn: knowledge.reader.payersIn,
    })),
  };
}

function written(answered: Answered): Reply {
  return { answered, answer: writeAnswer(answered.draft), rephrased: false };
}

function askingOf({ language, pageCode }: Question, asking: Asking): Asking {
  return {
    ...asking,
    ...(language === undefined ? {} : { language }),
    ...(pageCode === undefined ? {} : { pageCode }),
  };
}
