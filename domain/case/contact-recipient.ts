import type { ContactParty } from '../activity/activity.ts';
import type { Purpose, RecipientKind } from '../consent/consent.ts';
import type { ReleaseRequest } from '../consent/release-decision.ts';
import type { CoordinationCase } from './case.ts';

const recipientKindOf: Record<ContactParty['kind'], RecipientKind> = {
  provider: 'provider',
  facility: 'provider',
  payer: 'payer',
  patient: 'patient',
  caregiver: 'representative',
  community: 'other',
  'own-team': 'own-use',
};

/** As whom the release decision knows the other side of a contact, and for what they are told. */
export function contactRecipient(
  party: ContactParty,
  { members }: CoordinationCase,
): { readonly recipient: ReleaseRequest['recipient']; readonly purpose: Purpose } {
  const member = party.memberId === undefined ? undefined : members.get(party.memberId)?.member;
  const partyId = member?.providerId ?? member?.payerId ?? member?.relatedPersonId ?? party.memberId;
  const kind = recipientKindOf[party.kind];
  return {
    recipient: partyId === undefined ? { kind, name: party.name } : { kind, name: party.name, partyId },
    purpose: party.kind === 'payer' ? 'payment' : 'treatment',
  };
}
