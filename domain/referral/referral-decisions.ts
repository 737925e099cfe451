import { message } from '#domain/kernel/message.ts';
import type { CoordinationCase } from '../case/case.ts';
import type { NewCaseEvent } from '../case/case-events.ts';
import { refuseAbsent, repeats, type Deciding } from '../case/deciding.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import { referralNext, type Referral, type ReferralMove, type ReferralState } from './referral.ts';

type Decided = readonly NewCaseEvent[] | Refusal;

export function decideDraftReferral(
  state: CoordinationCase,
  { referral }: { readonly referral: Referral },
  { now }: Deciding,
): Decided {
  const repeated = repeats(state.referrals.get(referral.referralId)?.referral, referral);
  if (repeated === 'repeated') return [];
  if (isRefusal(repeated)) return repeated;
  if (!state.members.has(referral.toMemberId)) return refuseAbsent('member', '/referral/toMemberId');
  return [{ type: 'referral.drafted', occurredAt: now, data: { referral } }];
}

/** Only the other side can say that it received, accepted, declined or asked; only we send and review. */
const saidByRecipient: readonly ReferralState[] = [
  'received',
  'accepted',
  'declined',
  'more-information-asked',
];
const saidBySender: readonly ReferralState[] = ['sent', 'reviewed', 'closed'];

/**
 * Moves a referral along `referralNext`. Refusals in this order: 'case/not-there', 'referral/not-next',
 * 'referral/said-by-the-sender' or 'referral/said-by-the-recipient'.
 */
export function decideMoveReferral(
  state: CoordinationCase,
  { move }: { readonly move: ReferralMove },
  { now }: Deciding,
): Decided {
  const recorded = state.referrals.get(move.referralId);
  if (!recorded) return refuseAbsent('referral', '/move/referralId');
  const next = referralNext[recorded.state];
  if (!next.includes(move.to))
    return refuse(
      'referral/not-next',
      {
        state: message(`pdf.referralState.${recorded.state}`),
        next: next.map((state) => message(`pdf.referralState.${state}`)),
      },
      '/move/to',
    );
  if (!mayBeSaidBy(move))
    return refuse(
      saidBySender.includes(move.to) ? 'referral/said-by-the-sender' : 'referral/said-by-the-recipient',
      {},
      '/move/saidBy',
    );
  if (move.activityId !== undefined && !state.activities.has(move.activityId))
    return refuseAbsent('contact', '/move/activityId');
  return [{ type: 'referral.moved', occurredAt: now, data: { move } }];
}

function mayBeSaidBy({ to, saidBy }: ReferralMove): boolean {
  if (saidByRecipient.includes(to)) return saidBy === 'recipient' || saidBy === 'recipient-by-contact';
  if (saidBySender.includes(to)) return saidBy === 'sender';
  return true;
}
