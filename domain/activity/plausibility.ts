import { dayOf } from '../kernel/calendar-date.ts';
import { clockOffset } from '../kernel/clock-offset.ts';
import { message, type Message } from '../kernel/message.ts';
import type { CoordinationCase, RecordedActivity } from '../case/case.ts';
import { remembered } from '../kernel/remembered.ts';
import type { Activity } from './activity.ts';
import { countSeconds, intervalSeconds } from './seconds.ts';

export const flagKinds = [
  'ends-before-start',
  'seconds-exceed-interval',
  'starts-after-recording',
  'ends-after-recording',
  'other-service-date',
  'crosses-midnight',
  'crosses-clock-change',
  'by-hand-without-reason',
  'identical-round-durations',
  'over-available-time',
  'cloned-text',
  'note-writing',
] as const;
export type FlagKind = (typeof flagKinds)[number];

/** Something an auditor would ask about (field-facts 5). It never deletes time: it asks for an amendment or a reason. */
export interface Flag {
  readonly kind: FlagKind;
  readonly activityId: string;
  readonly message: Message;
}

/** Seconds that somebody can give in a day unless told otherwise: 26 units of 15 minutes, above which Ohio flags a day. */
const availableSecondsPerDay = 26 * 15 * 60;

/** Entries of one length, a multiple of five minutes and not measured, before it looks copied. Our own threshold. */
const identicalBefore = 3;
const roundSeconds = 300;

/** Text shorter than this repeats by nature ("no answer"). Our own threshold, in characters. */
const cloneLength = 40;

/** Flags of each activity of one person or one case, in the order of the list. Withdrawn ones are left aside. */
export function plausibilityFlags(
  recorded: readonly RecordedActivity[],
  timeZone: string,
  availableSeconds = availableSecondsPerDay,
): readonly Flag[] {
  const standing = recorded.filter((entry) => entry.withdrawn === undefined);
  const flags = [
    ...standing.flatMap((entry) => ownFlags(entry, timeZone)),
    ...identicalDurations(standing),
    ...overAvailableTime(standing, availableSeconds),
    ...clonedText(standing),
  ];
  const order = new Map(standing.map((entry, index) => [entry.activity.activityId, index]));
  return flags.toSorted(
    (one, other) =>
      (order.get(one.activityId) ?? 0) - (order.get(other.activityId) ?? 0) ||
      flagKinds.indexOf(one.kind) - flagKinds.indexOf(other.kind),
  );
}

/** The flags of a case, whose activities the screens and the readiness both ask about. */
export const flagsOfActivities = remembered(
  (activities: CoordinationCase['activities'], timeZone: string): readonly Flag[] =>
    plausibilityFlags([...activities.values()], timeZone),
);

/** Time spent on writing the note itself is not service (field-facts 5: ND, CMS on case management). */
export function isNoteWriting(activity: Activity): boolean {
  if (activity.contact !== undefined) return false;
  return /\b(writ(e|es|ing|ten)( up)?|wrote( up)?|typ(e|ed|ing)( up)?|finish(ed|ing)|complet(ed|ing)) (the |my |up )*(case |chart |progress )?(notes?|documentation|charting)\b|^\s*(charting|documentation|note[- ]writing)\b|\b(escrib|redact)\p{L}+ (la|las) notas?\b/iu.test(
    activity.note,
  );
}

function ownFlags(entry: RecordedActivity, timeZone: string): readonly Flag[] {
  const { activity, recordedAt } = entry;
  const { time } = activity;
  const day = dayOf(time.startedAt, timeZone);
  const holds: Partial<Record<FlagKind, boolean>> = {
    'ends-before-start': time.endedAt < time.startedAt,
    'seconds-exceed-interval':
      time.endedAt >= time.startedAt && time.seconds > Math.ceil(intervalSeconds(time) + 1),
    'starts-after-recording': time.startedAt > recordedAt,
    'ends-after-recording': time.startedAt <= recordedAt && time.endedAt > recordedAt,
    'other-service-date': activity.serviceDate !== day,
    'crosses-midnight': time.endedAt > time.startedAt && dayOf(time.endedAt, timeZone) !== day,
    'crosses-clock-change':
      clockOffset(Date.parse(time.startedAt), timeZone) !== clockOffset(Date.parse(time.endedAt), timeZone),
    'by-hand-without-reason': time.basis === 'by-hand' && (time.byHandReason ?? '').trim() === '',
    'note-writing': isNoteWriting(activity),
  };
  return flagKinds.flatMap((kind) => (holds[kind] ? flag(kind, activity.activityId) : []));
}

function identicalDurations(entries: readonly RecordedActivity[]): readonly Flag[] {
  const byHand = entries.filter(
    ({ activity }) =>
      activity.time.basis !== 'timer' &&
      activity.time.seconds > 0 &&
      activity.time.seconds % roundSeconds === 0,
  );
  return [...Map.groupBy(byHand, ({ activity }) => `${activity.staffId} ${activity.time.seconds}`).values()]
    .filter((same) => same.length >= identicalBefore)
    .flatMap((same) =>
      same.map(({ activity }) =>
        flag('identical-round-durations', activity.activityId, {
          count: same.length,
          minutes: activity.time.seconds / 60,
        }),
      ),
    );
}

function overAvailableTime(entries: readonly RecordedActivity[], available: number): readonly Flag[] {
  const counted = countSeconds(entries.map(({ activity }) => activity));
  const days = Map.groupBy(entries, ({ activity }) => `${activity.staffId} ${activity.serviceDate}`);
  return [...days.values()].flatMap((day) => {
    const seconds = day.reduce(
      (sum, { activity }) => sum + (counted.get(activity.activityId)?.counted ?? 0),
      0,
    );
    if (seconds <= available) return [];
    return day.map(({ activity }) =>
      flag('over-available-time', activity.activityId, {
        minutes: Math.floor(seconds / 60),
        available: Math.floor(available / 60),
      }),
    );
  });
}

function clonedText(entries: readonly RecordedActivity[]): readonly Flag[] {
  const long = entries.filter(({ activity }) => textOf(activity).length >= cloneLength);
  return [...Map.groupBy(long, ({ activity }) => textOf(activity)).values()]
    .filter((same) => same.length > 1)
    .flatMap((same) =>
      same.map(({ activity }) => flag('cloned-text', activity.activityId, { count: same.length })),
    );
}

function textOf({ contact, note }: Activity): string {
  const text = contact ? `${contact.asked} ${contact.answered} ${note}` : note;
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

function flag(kind: FlagKind, activityId: string, params: Message['params'] = {}): Flag {
  return { kind, activityId, message: message(`minutes.flag.${kind}`, params) };
}
