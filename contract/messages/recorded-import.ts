import type { Message } from '#domain/kernel/message.ts';

/** What an import says, by its ids, in the language in which events keep it. */
export type ImportTexts = Readonly<Record<'flag' | 'reason', Readonly<Record<string, string>>>>;

/**
 * The message whose English words an event keeps, so that it can be said in the reader's language; undefined where no
 * text of today reads so.
 */
export function recordedImport(words: string, english: ImportTexts): Message | undefined {
  for (const kind of ['flag', 'reason'] as const)
    for (const [id, text] of Object.entries(english[kind])) {
      const found = formOf(text).exec(words);
      if (found) return { id: `fhirImport.${kind}.${id}`, params: { ...found.groups } };
    }
  return undefined;
}

const forms = new Map<string, RegExp>();

function formOf(text: string): RegExp {
  const known = forms.get(text);
  if (known) return known;
  const literal = text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  const form = new RegExp(`^${literal.replace(/\{\{(\w+)\}\}/g, '(?<$1>.*?)')}$`, 's');
  forms.set(text, form);
  return form;
}
