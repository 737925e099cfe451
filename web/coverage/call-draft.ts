import type { callSources } from '#domain/coverage/benefit-fact.ts';
import type { TypedAnswers } from '#domain/coverage/call-answers.ts';
import { isSilent, isTyped } from '#domain/coverage/typed-answer.ts';
import { secondsBetween, type CalendarDate, type Instant } from '#domain/kernel/calendar-date.ts';
import { newContact, type ContactDraft } from '../contact/contact-draft.ts';
import { endTimer, pauseTimer } from '../contact/timer.ts';
import { newId, nowInstant } from '../ui/clock.ts';
import { forgetDraft, writeDraft } from '../ui/use-draft.ts';

/** From whom the answers come. A call and a portal are contacts with the payer; the others are read. */
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
  /** When something was last typed or pressed. */
  readonly touchedAt: Instant;
  /** The watch was stopped at the last entry, since the call was left alone. */
  readonly stopped: boolean;
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
    touchedAt: now,
    stopped: false,
  };
}

/** Where a call of this case to this coverage's payer is kept until it is saved. */
export function callDraftKey(caseId: string, coverageId: string): string {
  return `${caseId}.call.${coverageId}`;
}

/** Whether anything was answered, if only that it could not be said. */
export function hasSaid({ answers, answered }: Pick<CallDraft, 'answers' | 'answered'>): boolean {
  return Object.values(answers).some((typed) => isTyped(typed) || isSilent(typed)) || answered.trim() !== '';
}

/** Whether something would be lost if the draft were forgotten. */
function isBegun(draft: CallDraft): boolean {
  return hasSaid(draft) || [draft.representative, draft.reference].some((text) => text.trim() !== '');
}

/** The line dropped, or somebody else calls: the watch stands still until the call goes on; nothing typed is lost. */
export function putAside(caseId: string, coverageId: string, draft: CallDraft): void {
  const key = callDraftKey(caseId, coverageId);
  if (isBegun(draft)) writeDraft(key, { ...draft, timer: pauseTimer(draft.timer, nowInstant()) });
  else forgetDraft(key);
}

const longestSilence = 30 * 60;

/**
 * A call that was left alone with its watch running ended, as far as anybody knows, at the last entry: minutes are
 * never counted that nobody worked.
 */
export function stopForgotten(draft: CallDraft, now: Instant): CallDraft {
  const { timer, touchedAt } = draft;
  if (timer.endedAt || timer.pausedAt || secondsBetween(touchedAt, now) <= longestSilence) return draft;
  return { ...draft, timer: endTimer(timer, touchedAt), stopped: true };
}

export function isCall({ source }: Pick<CallDraft, 'source'>): boolean {
  return source === 'telephone-call';
}

/** Whether somebody answered at all: a message left says nothing of the plan. */
export function hasAnswers({ source, reached }: CallDraft): boolean {
  return source !== 'telephone-call' || reached === 'reached';
}
