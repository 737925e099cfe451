import type { CaseCommand } from '#contract/commands.ts';
import { activityKinds, reachedWords, type Activity, type TimeSpent } from '#domain/activity/activity.ts';
import { addDays, dayOf, instant, parseInstant, type Instant } from '#domain/kernel/calendar-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { routes } from '#domain/practice/practice-events.ts';
import { referralStates } from '#domain/referral/referral.ts';
import { Refused } from '../api/client.ts';
import { newId, nowInstant } from '../ui/clock.ts';
import { optional, present, readDate, readText, readWord } from '../ui/reading.ts';
import { kindOf, type ContactDraft } from './contact-draft.ts';
import { endTimer, momentAt, timerSeconds } from './timer.ts';
import type { NextAction } from './use-suggestion.ts';

interface Circumstances {
  readonly staffId: string;
  readonly staffName: string;
  /** Where days of service are days. */
  readonly timeZone: string;
  readonly suggestion: NextAction;
}

/** Reads the whole form; throws a refusal with the place of the field that cannot be taken. */
export function buildLogActivity(draft: ContactDraft, at: Circumstances): CaseCommand<'log-activity'> {
  const activity = buildActivity(draft, at.staffId, at.timeZone);
  return present({
    activity,
    task: buildTask(draft, at),
    finishTaskId: optional(draft.finishTaskId),
    referralMove:
      draft.referralId === '' || draft.referralMove === ''
        ? undefined
        : {
            referralId: draft.referralId,
            to: readWord(referralStates, draft.referralMove, '/referralMove/to'),
            saidBy: 'recipient-by-contact' as const,
            activityId: draft.activityId,
            note: draft.answered.slice(0, 1000),
          },
    sign: draft.sign,
  });
}

export function buildActivity(draft: ContactDraft, staffId: string, timeZone: string): Activity {
  const time = buildTime(draft, timeZone);
  return present({
    activityId: draft.activityId,
    kind: readWord(activityKinds, kindOf(draft), '/activity/kind'),
    staffId,
    contact: draft.isContact ? buildContact(draft) : undefined,
    note: draft.isContact ? draft.note : readText(draft.note, '/activity/note'),
    time,
    planItemId: optional(draft.planItemId),
    serviceDate: dayOf(time.startedAt, timeZone),
  });
}

function buildContact(draft: ContactDraft): NonNullable<Activity['contact']> {
  if (draft.parties.length === 0)
    throw new Refused(refuse('contact/nobody', {}, '/activity/contact/parties'));
  return present({
    parties: [...draft.parties],
    direction: draft.direction,
    route: readWord(routes, draft.route, '/activity/contact/route'),
    routeValue: optional(draft.routeValue),
    reached: readWord(reachedWords, draft.reached, '/activity/contact/reached'),
    asked: draft.asked,
    answered: draft.answered,
    effectOnPlan: draft.effectOnPlan,
    disclosed: [...draft.disclosed],
    referralId: optional(draft.referralId),
  });
}

function buildTime(draft: ContactDraft, timeZone: string): TimeSpent {
  switch (draft.basis) {
    case 'timer': {
      const timer = endTimer(draft.timer, nowInstant());
      const endedAt = timer.endedAt ?? nowInstant();
      return { basis: 'timer', startedAt: timer.startedAt, endedAt, seconds: timerSeconds(timer, endedAt) };
    }
    case 'start-and-stop':
      return startAndStop(draft, timeZone);
    case 'by-hand':
      return byHand(draft, timeZone);
  }
}

function startAndStop(draft: ContactDraft, timeZone: string): TimeSpent {
  const date = readDate(draft.date, '/activity/serviceDate');
  const startedAt = momentAt(date, readTime(draft.from, '/time/startedAt'), timeZone);
  const until = momentAt(date, readTime(draft.to, '/time/endedAt'), timeZone);
  // Past midnight: the end belongs to the next day.
  const endedAt =
    until < startedAt ? momentAt(addDays(date, 1), readTime(draft.to, '/time/endedAt'), timeZone) : until;
  const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
  return { basis: 'start-and-stop', startedAt, endedAt, seconds };
}

function byHand(draft: ContactDraft, timeZone: string): TimeSpent {
  const date = readDate(draft.date, '/activity/serviceDate');
  const endedAt = momentAt(date, readTime(draft.to, '/time/endedAt'), timeZone);
  const minutes = Number(draft.minutes.replace(',', '.'));
  if (draft.minutes.trim() === '' || !(minutes >= 0 && minutes <= 1440))
    throw new Refused(refuse('contact/minutes', {}, '/time/seconds'));
  const seconds = Math.round(minutes * 60);
  const startedAt: Instant = instant(new Date(Date.parse(endedAt) - seconds * 1000).toISOString());
  return {
    basis: 'by-hand',
    startedAt,
    endedAt,
    seconds,
    byHandReason: readText(draft.byHandReason, '/time/byHandReason'),
  };
}

function readTime(text: string, at: string): string {
  if (/^\d{2}:\d{2}$/.test(text) && typeof parseInstant(`2026-01-01T${text}:00Z`) === 'string') return text;
  throw new Refused(refuse('contact/time', {}, at));
}

function buildTask(draft: ContactDraft, { suggestion, staffId }: Circumstances) {
  const title = (draft.nextTouched ? draft.nextTitle : suggestion.title).trim();
  if (title === '') return undefined;
  const holder = draft.nextHolder ?? suggestion.holder;
  return present({
    taskId: newId(),
    title,
    holder,
    ownerStaffId: holder.kind === 'staff' ? undefined : staffId,
    due: draft.nextDue === '' ? suggestion.due : readDate(draft.nextDue, '/task/due'),
    referralId: optional(draft.referralId),
    activityId: draft.activityId,
  });
}
