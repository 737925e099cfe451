import type { ConsentRecipient } from '#domain/consent/consent.ts';
import { message } from '#domain/kernel/message.ts';
import type { PdfLanguage } from './pdf-document.ts';
import { sayMessage } from './words.ts';

/** A class of recipients in the language of the print, whatever language the screen had when it was agreed to. */
export function printedRecipient(recipient: ConsentRecipient, language: PdfLanguage): string {
  return recipient.class === undefined
    ? recipient.name
    : sayMessage(language, message(`web.word.recipientClass.${recipient.class}`));
}
