import { say } from '#contract/say.ts';
import type { Answered } from '#domain/assistant/answer-question.ts';
import type { Asking } from '#domain/assistant/asking.ts';
import type { AssistantAnswer } from '#domain/assistant/assistant-answer.ts';
import { checkRephrasing, type RemovalReason } from '#domain/assistant/guard/check-rephrasing.ts';
import type { Reader } from '#domain/assistant/question/read-question.ts';
import { message } from '#domain/kernel/message.ts';
import type { ConnectedModel } from './connected-model.ts';
import { withoutIdentifiers } from './without-identifiers.ts';

export interface Rephrased {
  readonly answer: AssistantAnswer;
  readonly rephrased: boolean;
}

/**
 * The offline answer in the words of a connected model, as far as they hold. Status, codes, citations and what is
 * missing stay ours; of the model's text only supported sentences stay, and what was left out is said.
 */
export async function rephrased(
  model: ConnectedModel,
  { read, draft }: Answered,
  offline: AssistantAnswer,
  { onCase, payersIn }: Pick<Asking, 'onCase'> & Pick<Reader, 'payersIn'>,
): Promise<Rephrased> {
  // Nothing to put into other words where nothing is known: a rule of other days must not read as one of today.
  // And nothing leaves for what we decline.
  if (offline.status === 'not-known' || offline.citations.length === 0)
    return { answer: offline, rephrased: false };
  const note = (id: string, params = {}) => say(draft.language, message(`assistant.guard.${id}`, params));
  const hidden = withoutIdentifiers(onCase);
  const written = await model.rephrase({
    language: draft.language,
    question: hidden.hide(read.text),
    answer: hidden.hide(offline.answer),
    passages: offline.citations.map(({ quote }) => hidden.hide(quote)),
  });
  if (written === undefined) return { answer: noted(offline, note('noAnswer')), rephrased: false };
  const { kept, removed } = checkRephrasing(hidden.reveal(written), offline, payersIn);
  const shown =
    removed.length === 0 ? [] : [note('removed', { count: removed.length, reasons: inWords(removed, note) })];
  if (kept.length === 0) return { answer: noted(offline, ...shown, note('notUsed')), rephrased: false };
  // How far the answer goes is said in our words, whatever the model made of the rest.
  const [lead = ''] = offline.answer.split('\n');
  const own = offline.status === 'answered' ? [] : [lead];
  const rest = kept.filter((sentence) => !own.includes(sentence));
  return {
    answer: noted({ ...offline, answer: [...own, ...rest].join('\n') }, ...shown, note('rephrased')),
    rephrased: true,
  };
}

function inWords(removed: readonly RemovalReason[], note: (id: string) => string): string {
  return [...new Set(removed)].map((reason) => note(`reason.${reason}`)).join(', ');
}

function noted(answer: AssistantAnswer, ...notes: readonly string[]): AssistantAnswer {
  return { ...answer, safety: [...answer.safety, ...notes] };
}
