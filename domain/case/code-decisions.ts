import { findOverlaps, type CodedWork } from '../activity/overlaps.ts';
import { isNeverService } from '../activity/service-seconds.ts';
import type { CodeDecision } from '../code-guide/code-decision.ts';
import { message } from '../kernel/message.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { CoordinationCase, RecordedActivity } from './case.ts';
import type { NewCaseEvent } from './case-events.ts';
import { codedWork } from './coded-work.ts';
import { refuseAbsent, type Deciding } from './deciding.ts';
import { liveClaimWith, standingActivities } from './standing-activities.ts';

/**
 * Keeps which code a person chose for which activities. `proposed` and `version` come from the code choice.
 * The same minutes never support two codes: a second use is refused, here and across the `elsewhere` of other cases,
 * and names the first. A later decision about the same activity replaces the earlier one, which is no second use.
 * Refusals in this order: 'case/not-there', 'code/activity-withdrawn', 'code/never-service', 'code/already-claimed',
 * 'code/minutes-used', 'code/minutes-used-elsewhere', 'code/reason-needed'.
 */
export function decideCode(
  state: CoordinationCase,
  decision: CodeDecision,
  { now }: Deciding,
  elsewhere: readonly CodedWork[],
): readonly NewCaseEvent[] | Refusal {
  if (state.codeDecisions.some((earlier) => earlier.decision.decisionId === decision.decisionId)) return [];
  for (const [index, activityId] of decision.activityIds.entries()) {
    const recorded = state.activities.get(activityId);
    if (!recorded) return refuseAbsent('activity', `/activityIds/${index}`);
    const { day, about, seconds } = entryOf(recorded);
    if (recorded.withdrawn)
      return refuse('code/activity-withdrawn', { day, about, seconds }, `/activityIds/${index}`);
    if (decision.code !== 'none' && isNeverService(recorded))
      return refuse('code/never-service', { day, about, seconds }, `/activityIds/${index}`);
    const claimed = liveClaimWith(state, activityId);
    if (claimed)
      return refuse(
        'code/already-claimed',
        { day, about, seconds, claim: claimed.controlNumber, code: claimed.code },
        `/activityIds/${index}`,
      );
  }
  const used = firstOtherUse(state, decision, elsewhere);
  if (used) return used;
  if (decision.code !== decision.proposed && decision.reason.trim() === '')
    return refuse('code/reason-needed', { proposed: decision.proposed, code: decision.code }, '/reason');
  return [{ type: 'code.decided', occurredAt: now, data: { decision } }];
}

/** Which entry it is, told as its row tells it: day, with whom or what kind of work, outcome, and time. */
function entryOf({ activity: { serviceDate, contact, kind, time } }: RecordedActivity) {
  const names = contact?.parties.map(({ name }) => name) ?? [];
  return {
    day: serviceDate,
    about: [
      ...(names.length > 0 ? names : [message(`web.word.activityKind.${kind}`)]),
      ...(contact ? [message(`web.word.reached.${contact.reached}`)] : []),
    ],
    seconds: time.seconds,
  };
}

/** Minutes of one person that another entry already has under another code: which entry, and which code. */
function firstOtherUse(
  state: CoordinationCase,
  { code, activityIds }: CodeDecision,
  elsewhere: readonly CodedWork[],
): Refusal | undefined {
  if (code === 'none') return undefined;
  const service = standingActivities(state).filter((recorded) => !isNeverService(recorded));
  const decided = codedWork(state, service).map((work) =>
    activityIds.includes(work.activityId) ? { ...work, codes: [code] } : work,
  );
  const works = [...decided, ...elsewhere];
  const overlap = findOverlaps(works).find(
    ({ kind, activityIds: involved }) =>
      kind === 'two-codes' && involved.some((activityId) => activityIds.includes(activityId)),
  );
  const first = works.find(
    ({ activityId }) =>
      overlap?.activityIds.some((id) => id === activityId) && !activityIds.includes(activityId),
  );
  if (!overlap || !first) return undefined;
  const index = activityIds.findIndex((activityId) => overlap.activityIds.some((id) => id === activityId));
  const at = `/activityIds/${Math.max(0, index)}`;
  const { startedAt: from, endedAt: to } = first.time;
  const used = first.codes.join(', ');
  return first.caseId === state.caseId
    ? refuse('code/minutes-used', { code: used, from, to }, at)
    : refuse('code/minutes-used-elsewhere', { code: used, from, to, caseId: first.caseId }, at);
}
