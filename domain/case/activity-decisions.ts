import type { Activity } from '../activity/activity.ts';
import { isLate } from '../activity/late.ts';
import { intervalSeconds } from '../activity/seconds.ts';
import type { Citation } from '../audit/event.ts';
import { standingOf } from '../consent/standing.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { dayOf } from '../kernel/calendar-date.ts';
import { parseNpi } from '../kernel/npi.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { ReferralMove } from '../referral/referral.ts';
import { decideMoveReferral } from '../referral/referral-decisions.ts';
import type { Task } from '../worklist/task.ts';
import { decideFinishTask, decideOpenTask } from '../worklist/task-decisions.ts';
import type { CoordinationCase, RecordedActivity } from './case.ts';
import type { NewCaseEvent } from './case-events.ts';
import { refuseAbsent, repeats, timeZoneOf, type Deciding } from './deciding.ts';

type Decided = readonly NewCaseEvent[] | Refusal;

export interface LogActivity {
  readonly activity: Activity;
  readonly task?: Task | undefined;
  readonly finishTaskId?: string | undefined;
  readonly referralMove?: ReferralMove | undefined;
  readonly sign: boolean;
}

/**
 * One contact, one entry: the activity, its signature, the next action, the task that it ends and the
 * referral that it moves, all or nothing. `reliedOn` is what the release decision for the disclosed
 * categories relied on; the agreement to coordination that stood at the start is cited besides.
 */
export function decideLogActivity(
  state: CoordinationCase,
  command: LogActivity,
  deciding: Deciding,
  reliedOn: readonly Citation[] = [],
): Decided {
  const { activity, task, finishTaskId, referralMove } = command;
  const repeated = repeats(state.activities.get(activity.activityId)?.activity, activity);
  if (repeated === 'repeated') return [];
  if (isRefusal(repeated)) return repeated;
  const refusal = refuseActivity(state, activity, deciding);
  if (refusal) return refusal;
  const logged: NewCaseEvent = {
    type: 'activity.logged',
    occurredAt: activity.time.endedAt,
    data: { activity, late: isLate(activity.serviceDate, deciding.now, timeZoneOf(deciding.practice)) },
    reliedOn: withAgreement(activity, deciding, reliedOn),
  };
  const consequences = [
    referralMove ? decideMove(state, referralMove, activity, deciding) : [],
    finishTaskId === undefined
      ? []
      : decideFinishTask(state, { taskId: finishTaskId, outcome: outcomeOf(activity) }, deciding),
    task ? decideOpenTask(state, { task }, deciding) : [],
  ];
  const refused = consequences.find(isRefusal);
  if (refused) return refused;
  return [
    logged,
    ...(command.sign ? [signed(activity, deciding)] : []),
    ...consequences.flatMap((events) => (isRefusal(events) ? [] : events)),
  ];
}

export interface AmendActivity {
  readonly activity: Activity;
  readonly reason: string;
  readonly sign?: boolean | undefined;
}

/**
 * The activity as it should read, by its author, with the reason; what was written before stays in the chain. It
 * cites what the amended contact relies on, as of its amended start. It is unsigned until it is signed again, as it
 * now reads, which `sign` does at once.
 */
export function decideAmendActivity(
  state: CoordinationCase,
  { activity, reason, sign = false }: AmendActivity,
  deciding: Deciding,
  reliedOn: readonly Citation[] = [],
): Decided {
  const recorded = state.activities.get(activity.activityId);
  if (!recorded) return refuseAbsent('activity', '/activity/activityId');
  const refusal = refuseUnlessAuthor(recorded, deciding) ?? refuseActivity(state, activity, deciding);
  if (refusal) return refusal;
  if (canonicalJson(recorded.activity) === canonicalJson(activity)) return refuse('activity/unchanged');
  return [
    {
      type: 'activity.amended',
      occurredAt: deciding.now,
      data: { amendment: { activity, reason } },
      reliedOn: withAgreement(activity, deciding, reliedOn),
    },
    ...(sign ? [signed(activity, deciding)] : []),
  ];
}

/**
 * Takes an activity out of the count; it stays in the chain. Once the dentist has attested to it, or a claim
 * that stands holds it, only an amendment is possible: what others relied on is not taken from under them.
 */
export function decideWithdrawActivity(
  state: CoordinationCase,
  { activityId, reason }: { readonly activityId: string; readonly reason: string },
  deciding: Deciding,
): Decided {
  const recorded = state.activities.get(activityId);
  if (!recorded) return refuseAbsent('activity', '/activityId');
  const refusal = refuseUnlessAuthor(recorded, deciding);
  if (refusal) return refusal;
  const attested = state.attestations.some(({ attestation }) => attestation.activityIds.includes(activityId));
  if (attested) return refuse('activity/attested');
  return [{ type: 'activity.withdrawn', occurredAt: deciding.now, data: { activityId, reason } }];
}

/** Signs one's own activities. Those already signed are left as they are. */
export function decideSignActivities(
  state: CoordinationCase,
  { activityIds }: { readonly activityIds: readonly string[] },
  deciding: Deciding,
): Decided {
  const unsigned: string[] = [];
  for (const [index, activityId] of activityIds.entries()) {
    const recorded = state.activities.get(activityId);
    if (!recorded) return refuseAbsent('activity', `/activityIds/${index}`);
    const refusal = refuseUnlessAuthor(recorded, deciding);
    if (refusal) return refusal;
    if (!recorded.signed && !unsigned.includes(activityId)) unsigned.push(activityId);
  }
  return unsigned.length === 0
    ? []
    : [{ type: 'activity.signed', occurredAt: deciding.now, data: { activityIds: unsigned } }];
}

function signed({ activityId }: Activity, { now }: Deciding): NewCaseEvent {
  return { type: 'activity.signed', occurredAt: now, data: { activityIds: [activityId] } };
}

function refuseUnlessAuthor(recorded: RecordedActivity, { who }: Deciding): Refusal | undefined {
  if (recorded.activity.staffId !== who.id) return refuse('activity/not-your-own');
  if (recorded.withdrawn)
    return refuse('activity/withdrawn', { day: recorded.withdrawn.recordedAt.slice(0, 10) });
  return undefined;
}

/** Everything that makes an activity impossible, most telling first. Doubtful ones are flagged, not refused. */
function refuseActivity(
  state: CoordinationCase,
  activity: Activity,
  deciding: Deciding,
): Refusal | undefined {
  const { time, contact } = activity;
  if (activity.staffId !== deciding.who.id)
    return refuse('activity/entered-for-another', {}, '/activity/staffId');
  if (contact === undefined && activity.note.trim() === '')
    return refuse('activity/says-nothing', {}, '/activity/note');
  if (time.endedAt < time.startedAt)
    return refuse(
      'activity/ends-before-it-begins',
      { startedAt: time.startedAt, endedAt: time.endedAt },
      '/activity/time/endedAt',
    );
  if (time.endedAt > deciding.now)
    return refuse(
      'activity/in-the-future',
      { endedAt: time.endedAt, now: deciding.now },
      '/activity/time/endedAt',
    );
  if (intervalSeconds(time) > 24 * 3600)
    return refuse(
      'activity/longer-than-a-day',
      { startedAt: time.startedAt, endedAt: time.endedAt },
      '/activity/time/endedAt',
    );
  if (time.seconds > intervalSeconds(time) + 1)
    return refuse(
      'activity/more-seconds-than-interval',
      { seconds: time.seconds, interval: intervalSeconds(time) },
      '/activity/time/seconds',
    );
  if (time.basis === 'by-hand' && (time.byHandReason ?? '').trim() === '')
    return refuse('activity/by-hand-without-reason', {}, '/activity/time/byHandReason');
  const day = dayOf(time.startedAt, timeZoneOf(deciding.practice));
  if (activity.serviceDate !== day)
    return refuse(
      'activity/other-service-date',
      { day, serviceDate: activity.serviceDate },
      '/activity/serviceDate',
    );
  const birthDate = deciding.patient.demographics?.birthDate;
  if (birthDate !== undefined && day < birthDate)
    return refuse('activity/before-birth', { birthDate }, '/activity/time/startedAt');
  return refuseLinks(state, activity);
}

function refuseLinks(state: CoordinationCase, { contact, planItemId }: Activity): Refusal | undefined {
  for (const [index, { npi }] of (contact?.parties ?? []).entries()) {
    const parsed = npi === undefined ? undefined : parseNpi(npi);
    if (isRefusal(parsed)) return { ...parsed, at: `/activity/contact/parties/${index}/npi` };
  }
  const party = contact?.parties.findIndex(
    ({ memberId }) => memberId !== undefined && !state.members.has(memberId),
  );
  if (party !== undefined && party >= 0)
    return refuseAbsent('member', `/activity/contact/parties/${party}/memberId`);
  if (contact?.referralId !== undefined && !state.referrals.has(contact.referralId))
    return refuseAbsent('referral', '/activity/contact/referralId');
  if (planItemId !== undefined && !state.planItems.has(planItemId))
    return refuseAbsent('step', '/activity/planItemId');
  return undefined;
}

function withAgreement(
  activity: Activity,
  { patient, practice }: Deciding,
  reliedOn: readonly Citation[],
): readonly Citation[] {
  const moment = {
    asOf: activity.time.startedAt,
    timeZone: timeZoneOf(practice),
    birthDate: patient.demographics?.birthDate,
  };
  const agreement = [...patient.consents.values()].findLast(
    (recorded) =>
      recorded.consent.kind === 'coordination-agreement' && standingOf(recorded, moment) === 'active',
  );
  if (!agreement) return reliedOn;
  const citation: Citation = {
    stream: 'patient',
    id: patient.patientId,
    position: agreement.position,
    as: 'coordination-agreement',
  };
  return [citation, ...reliedOn.filter(({ position }) => position !== agreement.position)];
}

/** The referral moves on the word of this contact, so the move names it. */
function decideMove(
  state: CoordinationCase,
  { activityId: _, ...move }: ReferralMove,
  { activityId }: Activity,
  deciding: Deciding,
): Decided {
  const decided = decideMoveReferral(state, { move }, deciding);
  if (isRefusal(decided)) return decided;
  return [{ type: 'referral.moved', occurredAt: deciding.now, data: { move: { ...move, activityId } } }];
}

function outcomeOf({ contact, note }: Activity): string {
  const said = contact ? contact.answered || contact.reached : note;
  return said.slice(0, 500);
}
