import { say } from '#contract/say.ts';
import { answerRead, type Answered } from '#domain/assistant/answer-question.ts';
import type { Asking } from '#domain/assistant/asking.ts';
import type { Knowledge } from '#domain/assistant/knowledge.ts';
import { topicNames } from '#domain/assistant/question/topics.ts';
import { readRoute, recognizesNoIntent, routedQuestion, type Route } from '#domain/assistant/routing.ts';
import { message } from '#domain/kernel/message.ts';
import type { ConnectedModel } from './connected-model.ts';
import { withoutIdentifiers } from './without-identifiers.ts';

/**
 * A question without a recognized intent, answered by the engine after a connected model chose one. Undefined when
 * the choice is late, malformed, not of the question, or leads nowhere: then the first answer stands.
 */
export async function routed(
  model: ConnectedModel,
  knowledge: Knowledge,
  { read }: Answered,
  asking: Asking,
): Promise<Answered | undefined> {
  const { hide, reveal } = withoutIdentifiers(asking.onCase);
  const text = await model.route({ question: hide(read.text), intents: intentsIn(read.language) });
  const route = text === undefined ? undefined : routeIn(text, reveal);
  const question = route && routedQuestion(read, route, knowledge.reader);
  if (!question) return undefined;
  const answered = answerRead(knowledge, question, asking);
  if (recognizesNoIntent(answered)) return undefined;
  const { draft } = answered;
  const topic = message(`assistant.topic.${route.intent}`);
  const note = { message: message('assistant.guard.routed'), filling: { topic: [topic] } };
  return { ...answered, draft: { ...draft, safety: [...draft.safety, note] } };
}

function intentsIn(language: 'en' | 'es'): readonly { readonly intent: string; readonly about: string }[] {
  return topicNames.map((intent) => ({
    intent,
    about: say(language, message(`assistant.topic.${intent}`)),
  }));
}

/** One JSON object and nothing around it. */
function routeIn(text: string, reveal: (text: string) => string): Route | undefined {
  const route = readRoute(parsed(text));
  return (
    route && {
      ...route,
      ...(route.payer ? { payer: reveal(route.payer) } : {}),
      ...(route.date ? { date: reveal(route.date) } : {}),
    }
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
