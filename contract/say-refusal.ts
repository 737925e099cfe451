import { message, type Message } from '#domain/kernel/message.ts';
import { notGiven } from '#domain/kernel/not-given.ts';
import type { Refusal, RefusalParam } from '#domain/kernel/refusal.ts';
import { say, type Language } from './say.ts';

/** What happened, why, and what to do next. */
export interface RefusalWords {
  readonly what: string;
  readonly why: string;
  readonly next: string;
}

/** A refusal with its words: what it carries besides (what others changed, who it might be) stays with it. */
export function sayRefusal<Told extends Refusal>(
  language: Language,
  refusal: Told,
): Omit<Told, 'params'> & RefusalWords {
  const inWords = (message: Message) => say(language, message);
  const [what, why, next] = refusalMessages(refusal, inWords);
  const { params: _, ...told } = refusal;
  return { ...told, what: inWords(what), why: inWords(why), next: inWords(next) };
}

/** The three messages of a refusal, its parameters in the words of whoever says them. */
export function refusalMessages(
  { code, params }: Refusal,
  inWords: (message: Message) => string,
): readonly [what: Message, why: Message, next: Message] {
  const said = (param: RefusalParam | Message): string | number => {
    if (param === notGiven) return inWords(message('notGiven'));
    if (typeof param === 'string' || typeof param === 'number') return param;
    if (isMessage(param)) return inWords(param);
    return param.map(said).join(', ');
  };
  const filled = Object.fromEntries(Object.entries(params).map(([name, param]) => [name, said(param)]));
  const part = (name: keyof RefusalWords) => ({ id: `refusal.${code}.${name}`, params: filled });
  return [part('what'), part('why'), part('next')];
}

function isMessage(param: RefusalParam): param is Message {
  return typeof param === 'object' && 'id' in param;
}

/** For a log or a terminal that has one line. */
export function inOneLine({ what, why, next }: RefusalWords): string {
  return `${what} ${why} ${next}`;
}
