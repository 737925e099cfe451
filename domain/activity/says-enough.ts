import { isContact } from '../code-guide/work-facts.ts';
import type { Contact } from './activity.ts';

interface Said {
  readonly contact?: Pick<Contact, 'reached' | 'asked' | 'answered'> | undefined;
  readonly note: string;
}

/**
 * Whether a note says what auditors ask for first: of a contact what was asked and what was answered, of other work
 * what was done. Without it nothing is proved (field-facts 5). Where nobody was reached nobody answered.
 */
export function saysEnough({ contact, note }: Said): boolean {
  if (!contact) return isFilled(note);
  return !isContact(contact.reached) || (isFilled(contact.asked) && isFilled(contact.answered));
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}
