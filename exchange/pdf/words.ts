import enMessages from '#contract/messages/en.json' with { type: 'json' };
import esMessages from '#contract/messages/es.json' with { type: 'json' };
import { sayText } from '#contract/messages/say-text.ts';
import type { Message } from '#domain/kernel/message.ts';
import type { PdfLanguage } from './pdf-document.ts';

export type PdfWords = typeof enMessages.pdf;

const texts = { en: enMessages, es: esMessages } satisfies Record<PdfLanguage, { pdf: PdfWords }>;
const words: Readonly<Record<PdfLanguage, PdfWords>> = { en: enMessages.pdf, es: esMessages.pdf };

export function wordsOf(language: PdfLanguage): PdfWords {
  return words[language];
}

/** A text whose form follows a number ('…_one', '…_other'); an id without a text is a fault of the program. */
export function sayWords(
  language: PdfLanguage,
  id: string,
  params: Readonly<Record<string, string | number>>,
): string {
  const text = sayText(words[language], language, id, params);
  if (text === undefined) throw new Error(`no text "${id}"`);
  return text;
}

/** A message of the domain in words. */
export function sayMessage(language: PdfLanguage, { id, params }: Message): string {
  const text = sayText(texts[language], language, id, params);
  if (text === undefined) throw new Error(`no text "${id}"`);
  return text;
}

/** Fills the gaps of a text: fill('Page {{page}}', { page: '3' }) is 'Page 3'. Throws when a gap has no value. */
export function fill(text: string, params: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, gap: string) => {
    const value = params[gap];
    if (value === undefined) throw new Error(`no value for {{${gap}}} of "${text}"`);
    return value;
  });
}
