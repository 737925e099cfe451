import type { TypedAnswers } from '#domain/coverage/call-answers.ts';
import type { CalendarDate, Instant } from '#domain/kernel/calendar-date.ts';
import { newContact, type ContactDraft } from '../contact/contact-draft.ts';
import { newId } from '../ui/clock.ts';

/** From whom the answers come. A call and a portal are contacts with the payer; the others are read. */
export const callSources = ['telephone-call', 'portal', 'card', 'plan-booklet', 'eob'] as const;
export type CallSource = (typeof callSources)[number];

/** Everything on the screen of a call to a payer, as typed: a contact, and what was said of the plan. */
export interface CallDraft extends ContactDraft {
  readonly source: CallSource;
  readonly representative: string;
  readonly reference: string;
  readonly goodThrough: string;
  readonly answers: TypedAnswers;
  /** Questions that are asked although the answer is known. */
  readonly again: readonly string[];
  readonly factId: string;
  readonly answerId: string;
}

export function newCall(
  now: Instant,
  today: CalendarDate,
  timeZone: string,
  caseId: string,
  payer: ContactDraft['parties'][number],
): CallDraft {
  return {
    ...newContact(now, today, timeZone, caseId),
    parties: [payer],
    // Nobody can ask about a member without saying who it is.
    disclosed: ['demographics', 'coverage-and-billing'],
    source: 'telephone-call',
    representative: '',
    reference: '',
    goodThrough: '',
    answers: {},
    again: [],
    factId: newId(),
    answerId: newId(),
  };
}

export function isCall({ source }: Pick<CallDraft, 'source'>): boolean {
  return source === 'telephone-call';
}

/** Whether somebody answered at all: a message left says nothing of the plan. */
export function hasAnswers({ source, reached }: CallDraft): boolean {
  return source !== 'telephone-call' || reached === 'reached';
}
