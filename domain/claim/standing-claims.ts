import type { Stamp } from '../audit/event.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { Claim } from './claim.ts';

/** A claim, and what was said when it was taken back before it was sent. */
interface ClaimRow {
  readonly claim: Claim;
  readonly withdrawn?: (Stamp & { readonly reason: string }) | undefined;
}

/** Claims that stand: not taken back, not voided, and not replaced by one that was not taken back itself. */
export function standingClaims<Row extends ClaimRow>(rows: Iterable<Row>): readonly Row[] {
  const kept = [...rows].filter(({ withdrawn }) => !withdrawn);
  const changed = new Set(kept.flatMap(({ claim }) => claim.replacesClaimId ?? []));
  return kept.filter(({ claim }) => claim.frequency !== 'void' && !changed.has(claim.claimId));
}

/** Why a claim counts no more: 'claim/withdrawn', 'claim/voided' or 'claim/superseded'. A void takes back, and counts as such. */
export function whyNotStanding(
  rows: Iterable<ClaimRow>,
  { claim, withdrawn }: ClaimRow,
): Refusal | undefined {
  const number = claim.controlNumber;
  if (withdrawn) return refuse('claim/withdrawn', { number, reason: withdrawn.reason });
  const successor = [...rows].find(
    (later) => !later.withdrawn && later.claim.replacesClaimId === claim.claimId,
  );
  if (!successor) return undefined;
  const voided = successor.claim.frequency === 'void';
  return refuse(voided ? 'claim/voided' : 'claim/superseded', {
    number,
    successor: successor.claim.controlNumber,
  });
}
