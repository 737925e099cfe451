import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import { sayText } from './messages/say-text.ts';
import type { Message } from '#domain/kernel/message.ts';

export type Language = 'en' | 'es';

const catalogs: Record<Language, object> = { en, es };

/** A message in words, for places without a screen. An id without a text is a bug, and is shown as itself. */
export function say(language: Language, { id, params }: Message): string {
  return sayText(catalogs[language], language, id, params) ?? id;
}
