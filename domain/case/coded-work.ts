import type { CodedWork } from '../activity/overlaps.ts';
import type { CoordinationCase, RecordedActivity } from './case.ts';
import { decisionOf, liveClaims, standingActivities } from './standing-activities.ts';

/** The codes that a decision and standing claims have put on an activity; 'none' is no code. */
function codesOn(state: CoordinationCase, activityId: string): readonly string[] {
  const decided = decisionOf(state, activityId)?.decision.code ?? 'none';
  const claimed = liveClaims(state)
    .flatMap((claim) => claim.lines)
    .filter((line) => line.activityIds.includes(activityId))
    .map((line) => line.code);
  return [...new Set(decided === 'none' ? claimed : [decided, ...claimed])];
}

/** What people did in a case, with the codes that stand on it. */
export function codedWork(
  state: CoordinationCase,
  which: readonly RecordedActivity[] = standingActivities(state),
): readonly CodedWork[] {
  return which.map(({ activity: { activityId, staffId, time } }) => ({
    activityId,
    staffId,
    time,
    caseId: state.caseId,
    patientId: state.patientId,
    codes: codesOn(state, activityId),
  }));
}
