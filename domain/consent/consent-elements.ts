import { message, type Message } from '../kernel/message.ts';
import type { Consent, ConsentRecipient } from './consent.ts';

/** What is agreed to, before or after it is signed. */
export type ConsentTerms = Pick<
  Consent,
  | 'consentId'
  | 'kind'
  | 'disclosers'
  | 'recipients'
  | 'categories'
  | 'description'
  | 'purposes'
  | 'expiresOn'
  | 'expiryEvent'
>;

export interface ConsentElement {
  readonly name: Message;
  readonly values: readonly ElementValue[];
  readonly note: Message | null;
}

/** A message, or what somebody wrote; `isGroup` where it names a class of recipients and nobody by name. */
export interface ElementValue {
  readonly words: Message | string;
  readonly isGroup?: boolean;
}

/** Kinds whose core elements the law names: a missing one gets a line to write on, never silence. */
const needsCoreElements: ReadonlySet<Consent['kind']> = new Set(['hipaa-authorization', 'part2-consent']);

const text = (id: string) => message(`pdf.authorization.${id}`);

/**
 * What, who, to whom, why and until when (45 CFR 164.508(c)(1), 42 CFR 2.31(a)), as it is read before it is signed, on
 * screen and on paper. An element that this kind does not need and that is empty is left out; a needed one comes
 * without values.
 */
export function consentElements(terms: ConsentTerms, isRecorded: boolean): ConsentElement[] {
  const what: ElementValue[] = [
    ...terms.categories.map((category) => ({ words: message(`pdf.category.${category}`) })),
    ...(terms.description ? [{ words: terms.description }] : []),
  ];
  const note = terms.categories.includes('psychotherapy-notes') ? 'whatNotePsychotherapy' : 'whatNote';
  const isNeeded = needsCoreElements.has(terms.kind);
  const elements: ConsentElement[] = [
    { name: text('what'), values: what, note: what.length > 0 && isNeeded ? text(note) : null },
    { name: text('from'), values: terms.disclosers.map((words) => ({ words })), note: null },
    {
      name: text(terms.kind === 'benefits-assignment' ? 'plans' : 'to'),
      values: terms.recipients.map(namedRecipient),
      note: null,
    },
    {
      name: text('why'),
      values: terms.purposes.map((purpose) => ({ words: message(`pdf.purpose.${purpose}`) })),
      note: null,
    },
    { name: text('until'), values: [{ words: untilOf(terms, isRecorded) }], note: null },
  ];
  return elements.filter(({ values }) => values.length > 0 || isNeeded);
}

/** A class of recipients in the reader's language, whatever language the screen had when it was agreed to. */
function namedRecipient({ kind, name, class: known }: ConsentRecipient): ElementValue {
  return {
    words: known === undefined ? name : message(`web.word.recipientClass.${known}`),
    isGroup: kind === 'class',
  };
}

function untilOf({ kind, expiresOn: date, expiryEvent: event }: ConsentTerms, isRecorded: boolean): Message {
  if (date && event) return message('pdf.authorization.untilBoth', { date, event });
  if (date) return message('pdf.authorization.untilDate', { date });
  if (event) return message('pdf.authorization.untilEvent', { event });
  if (!needsCoreElements.has(kind)) return text('untilOpen');
  return text(isRecorded ? 'untilNone' : 'untilMissing');
}
