import type { CoordinationCase } from '../case/case.ts';
import type { NewCaseEvent } from '../case/case-events.ts';
import { repeats, type Deciding } from '../case/deciding.ts';
import { liveClaimWith } from '../case/standing-activities.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import { whyNotStanding } from './standing-claims.ts';

/**
 * Takes back a claim that never went to the payer; its work is free again, and what it replaced or voided stands again.
 * That it was not sent is the word of whoever takes it back: a file that was saved may have gone. Refusals in this
 * order: 'absent/claim', 'id/in-use' or 'claim/withdrawn', 'claim/superseded', 'claim/voided', 'claim/work-claimed-since'.
 */
export function decideWithdrawClaim(
  state: CoordinationCase,
  { claimId, reason }: { readonly claimId: string; readonly reason: string },
  { now }: Pick<Deciding, 'now'>,
): readonly NewCaseEvent[] | Refusal {
  const recorded = state.claims.get(claimId);
  if (!recorded) return refuse('absent/claim', { claimId }, '/claimId');
  if (repeats(recorded.withdrawn?.reason, reason) === 'repeated') return [];
  const changed = whyNotStanding(state.claims.values(), recorded);
  if (changed) return changed;
  const since = claimedSince(state, recorded.claim.replacesClaimId, claimId);
  if (isRefusal(since)) return since;
  return [{ type: 'claim.withdrawn', occurredAt: now, data: { claimId, reason } }];
}

/** The earlier claim stands again, unless its work has gone on another one meanwhile. */
function claimedSince(
  state: CoordinationCase,
  earlierId: string | undefined,
  withdrawnId: string,
): Refusal | undefined {
  const earlier = earlierId === undefined ? undefined : state.claims.get(earlierId)?.claim;
  const taken = earlier?.lines
    .flatMap(({ activityIds }) => activityIds)
    .map((activityId) => liveClaimWith(state, activityId))
    .find((claim) => claim !== undefined && claim.claimId !== withdrawnId);
  if (!earlier || !taken) return undefined;
  return refuse('claim/work-claimed-since', { earlier: earlier.controlNumber, claim: taken.controlNumber });
}
