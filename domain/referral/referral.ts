import { Type, type Static } from 'typebox';
import { FilledTextSchema, IdSchema, oneOf, TextSchema } from '../kernel/schema.ts';

export const referralStates = [
  'drafted',
  'sent',
  'received',
  'accepted',
  'declined',
  'more-information-asked',
  'booked',
  'attended',
  'report-received',
  'reviewed',
  'closed',
  'externally-managed',
] as const;
export type ReferralState = (typeof referralStates)[number];

export const Referral = Type.Object({
  referralId: IdSchema,
  toMemberId: IdSchema,
  reason: FilledTextSchema(1000),
  question: TextSchema(1000),
  priority: oneOf(['routine', 'urgent', 'emergency']),
});
export type Referral = Static<typeof Referral>;

/** A change of state says who said so: the recipient, or we on the recipient's word. */
export const ReferralMove = Type.Object({
  referralId: IdSchema,
  to: oneOf(referralStates),
  saidBy: oneOf(['recipient', 'recipient-by-contact', 'sender', 'patient']),
  activityId: Type.Optional(IdSchema),
  note: TextSchema(1000),
});
export type ReferralMove = Static<typeof ReferralMove>;

/** Which states may follow which. Source: field-facts 6 (referral loop), BSeR business states (standards-facts 1.3). */
export const referralNext: Record<ReferralState, readonly ReferralState[]> = {
  drafted: ['sent', 'closed'],
  sent: [
    'received',
    'accepted',
    'declined',
    'more-information-asked',
    'booked',
    'externally-managed',
    'closed',
  ],
  received: ['accepted', 'declined', 'more-information-asked', 'booked', 'externally-managed', 'closed'],
  accepted: ['booked', 'declined', 'more-information-asked', 'externally-managed', 'closed'],
  declined: ['closed', 'sent'],
  'more-information-asked': ['sent', 'accepted', 'declined', 'booked', 'closed'],
  booked: ['attended', 'booked', 'declined', 'externally-managed', 'closed'],
  attended: ['report-received', 'externally-managed', 'closed'],
  'report-received': ['reviewed'],
  reviewed: ['closed'],
  closed: ['sent'],
  'externally-managed': ['closed', 'report-received'],
};
