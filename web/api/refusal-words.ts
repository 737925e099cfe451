import i18next from 'i18next';
import { refusalMessages } from '#contract/say-refusal.ts';
import type { RefusalView } from '#contract/views.ts';
import type { Message } from '#domain/kernel/message.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';

/** A refusal that was found here, without asking the server, in the words that the server would have sent. */
export function wordsHere(refusal: Refusal): RefusalView {
  const inWords = ({ id, params }: Message) => i18next.t(id, params);
  const [what, why, next] = refusalMessages(refusal, inWords);
  const { code, at } = refusal;
  return {
    refused: true,
    code,
    what: inWords(what),
    why: inWords(why),
    next: inWords(next),
    ...(at === undefined ? {} : { at }),
  };
}
