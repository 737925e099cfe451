import type { CodedWork } from '../activity/overlaps.ts';
import type { CoordinationCase, RecordedActivity } from './case.ts';
import { liveClaims, standingActivities } from './standing-activities.ts';

/** What people did in a case, with the codes that stand on it. */
export function codedWork(
  state: CoordinationCase,
  which: readonly RecordedActivity[] = standingActivities(state),
): readonly CodedWork[] {
  const codes = codesByActivity(state);
  return which.map(({ activity: { activityId, staffId, time } }) => ({
    activityId,
    staffId,
    time,
    caseId: state.caseId,
    patientId: state.patientId,
    codes: [...(codes.get(activityId) ?? [])],
  }));
}

/** The codes that the latest decision and standing claims have put on each activity; 'none' is no code. */
function codesByActivity(state: CoordinationCase): ReadonlyMap<string, ReadonlySet<string>> {
  const decided = new Map(
    state.codeDecisions.flatMap(({ decision }) =>
      decision.activityIds.map((activityId) => [activityId, decision.code] as const),
    ),
  );
  const codes = new Map<string, Set<string>>();
  const put = (activityId: string, code: string) =>
    codes.set(activityId, (codes.get(activityId) ?? new Set()).add(code));
  for (const [activityId, code] of decided) if (code !== 'none') put(activityId, code);
  for (const { lines } of liveClaims(state))
    for (const line of lines) for (const activityId of line.activityIds) put(activityId, line.code);
  return codes;
}
