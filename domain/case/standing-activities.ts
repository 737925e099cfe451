import type { Claim } from '../claim/claim.ts';
import { standingClaims } from '../claim/standing-claims.ts';
import type { CodeDecision } from '../code-guide/code-decision.ts';
import type { Stamp } from '../audit/event.ts';
import type { CoordinationCase, RecordedActivity } from './case.ts';

/** The activities that were not withdrawn, by start. */
export function standingActivities(state: CoordinationCase): readonly RecordedActivity[] {
  return [...state.activities.values()]
    .filter((recorded) => !recorded.withdrawn)
    .sort((one, other) => (one.activity.time.startedAt < other.activity.time.startedAt ? -1 : 1));
}

/** The latest decision about each activity: minutes satisfy one code only, so a later decision replaces an earlier one. */
export function decisionOf(
  state: CoordinationCase,
  activityId: string,
): (Stamp & { readonly decision: CodeDecision }) | undefined {
  return state.codeDecisions.findLast(({ decision }) => decision.activityIds.includes(activityId));
}

/** Claims that stand: not taken back, not voided, and not replaced by a later one. */
export function liveClaims(state: Pick<CoordinationCase, 'claims'>): readonly Claim[] {
  return standingClaims(state.claims.values()).map(({ claim }) => claim);
}

/** The last claim that was made and not taken back; a void is one. */
export function latestClaim({ claims }: Pick<CoordinationCase, 'claims'>): Claim | undefined {
  return [...claims.values()].findLast(({ withdrawn }) => !withdrawn)?.claim;
}

/** The standing claim that an activity is on, and the code that it supports there. */
export function liveClaimWith(
  state: CoordinationCase,
  activityId: string,
): { readonly claimId: string; readonly controlNumber: string; readonly code: string } | undefined {
  for (const { claimId, controlNumber, lines } of liveClaims(state)) {
    const line = lines.find(({ activityIds }) => activityIds.includes(activityId));
    if (line) return { claimId, controlNumber, code: line.code };
  }
  return undefined;
}

export function isOnLiveClaim(state: CoordinationCase, activityId: string): boolean {
  return liveClaims(state).some(({ lines }) => lines.some((line) => line.activityIds.includes(activityId)));
}
