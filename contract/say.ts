import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import type { Message } from '#domain/kernel/message.ts';

export type Language = 'en' | 'es';

const catalogs: Record<Language, object> = { en, es };

/** A message in words, for places without a screen. An id without a text is a bug, and is shown as itself. */
export function say(language: Language, { id, params }: Message): string {
  const text = pluralOf(language, id, params['count']) ?? textAt(language, id);
  if (typeof text !== 'string') return id;
  return text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}

/** The form for a number, where the text has forms of its own ('…_one'); i18next looks them up the same way. */
function pluralOf(language: Language, id: string, count: string | number | undefined): unknown {
  if (typeof count !== 'number') return undefined;
  return textAt(language, `${id}_${new Intl.PluralRules(language).select(count)}`);
}

function textAt(language: Language, id: string): unknown {
  return id.split('.').reduce<unknown>(memberOf, catalogs[language]);
}

function memberOf(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null
    ? Object.entries(node).find(([key]) => key === name)?.[1]
    : undefined;
}
