import type { Activity, ActivityKind, ContactParty, Reached, TimeSpent } from '#domain/activity/activity.ts';
import { addDays, type CalendarDate, type Instant } from '#domain/kernel/calendar-date.ts';
import type { DataCategory } from '#domain/consent/consent.ts';
import type { Route } from '#domain/practice/practice-events.ts';
import type { Holder } from '#domain/worklist/task.ts';
import { newId } from '../ui/clock.ts';
import { clockTime, endTimer, startTimer, type Timer } from './timer.ts';

/** Everything on the contact form, as typed; kept on this device until the server has acknowledged it. */
export interface ContactDraft {
  readonly activityId: string;
  readonly caseId: string | null;
  readonly isContact: boolean;
  /** null: follows from whom it was with. */
  readonly kind: ActivityKind | null;
  readonly parties: readonly ContactParty[];
  readonly direction: 'outgoing' | 'incoming';
  readonly route: Route;
  readonly routeValue: string;
  readonly reached: Reached;
  readonly asked: string;
  readonly answered: string;
  readonly effectOnPlan: string;
  readonly note: string;
  readonly disclosed: readonly DataCategory[];
  readonly planItemId: string;
  readonly referralId: string;
  readonly referralMove: string;
  readonly basis: TimeSpent['basis'];
  readonly timer: Timer;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly minutes: string;
  readonly byHandReason: string;
  readonly nextTitle: string;
  /** null: follows from what came of the contact. */
  readonly nextHolder: Holder | null;
  readonly nextDue: string;
  readonly nextTouched: boolean;
  readonly finishTaskId: string;
  readonly sign: boolean;
}

export function newContact(
  now: Instant,
  today: CalendarDate,
  timeZone: string,
  caseId: string | null,
): ContactDraft {
  const time = clockTime(now, timeZone);
  return {
    activityId: newId(),
    caseId,
    isContact: true,
    kind: null,
    parties: [],
    direction: 'outgoing',
    route: 'telephone',
    routeValue: '',
    reached: 'reached',
    asked: '',
    answered: '',
    effectOnPlan: '',
    note: '',
    disclosed: [],
    planItemId: '',
    referralId: '',
    referralMove: '',
    basis: 'timer',
    timer: startTimer(now),
    date: today,
    from: time,
    to: time,
    minutes: '',
    byHandReason: '',
    nextTitle: '',
    nextHolder: null,
    nextDue: '',
    nextTouched: false,
    finishTaskId: '',
    sign: true,
  };
}

/** Whether anything was typed that would be missed. */
export function hasContent(draft: ContactDraft): boolean {
  const { asked, answered, effectOnPlan, note, parties, nextTitle } = draft;
  return (
    parties.length > 0 || [asked, answered, effectOnPlan, note, nextTitle].some((text) => text.trim() !== '')
  );
}

const kinds: Record<ContactParty['kind'], ActivityKind> = {
  provider: 'coordination-with-provider',
  facility: 'coordination-with-facility',
  payer: 'coordination-with-payer',
  patient: 'helping-the-patient-decide',
  caregiver: 'helping-the-patient-decide',
  community: 'coordination-with-community',
  'own-team': 'plan-conference',
};

/** What kind of work it most likely was; shown, and changed by a person where it was another. */
export function kindOf(draft: Pick<ContactDraft, 'isContact' | 'kind' | 'parties'>): Activity['kind'] {
  if (draft.kind) return draft.kind;
  const [first] = draft.parties;
  if (!draft.isContact) return 'records-review';
  return first ? kinds[first.kind] : 'coordination-with-provider';
}

export type Suggestion = {
  readonly id: 'again' | 'called' | 'reply';
  readonly due: CalendarDate;
  readonly theirs: boolean;
};

/** Unreached people come back by themselves: what to do next, and when, when nobody says otherwise. */
export function suggestNext(reached: Reached, today: CalendarDate): Suggestion | undefined {
  switch (reached) {
    case 'no-answer':
      return { id: 'again', due: nextWorkday(today), theirs: false };
    case 'message-left':
      return { id: 'called', due: nextWorkday(addDays(today, 1)), theirs: true };
    case 'sent-no-reply-yet':
      return { id: 'reply', due: nextWorkday(addDays(today, 6)), theirs: true };
    case 'reached':
    case 'received':
      return undefined;
  }
}

/** The next day that is no Saturday or Sunday. */
function nextWorkday(day: CalendarDate): CalendarDate {
  const next = addDays(day, 1);
  const weekday = new Date(next).getUTCDay();
  return weekday === 6 ? addDays(next, 2) : weekday === 0 ? addDays(next, 1) : next;
}

/** Contact ended: the watch stops, and the clock times are there for whoever corrects them. */
export function endContact(draft: ContactDraft, now: Instant, timeZone: string): ContactDraft {
  return { ...draft, timer: endTimer(draft.timer, now), to: clockTime(now, timeZone) };
}
