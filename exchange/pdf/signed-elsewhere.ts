import { standardStatement, type Signs } from '#contract/messages/standard-statement.ts';
import { message } from '#domain/kernel/message.ts';
import type { PdfLanguage } from './pdf-document.ts';
import { sayMessage } from './words.ts';

/** What signed words say in the language of the print, where they are the proposed ones of the other; they print as signed. */
export function signedElsewhere(signs: Signs, statement: string, language: PdfLanguage): string | null {
  const words = standardStatement(signs, statement)?.[language];
  if (words === undefined || words === statement) return null;
  return sayMessage(language, message('pdf.signedElsewhere', { words }));
}
