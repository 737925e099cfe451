import type { ReferralMove, ReferralState } from '#domain/referral/referral.ts';

type Move = Exclude<ReferralState, 'drafted'>;

/** How a referral came to where it stands. */
export const referralPath: Record<ReferralState, readonly Move[]> = {
  drafted: [],
  sent: ['sent'],
  received: ['sent', 'received'],
  accepted: ['sent', 'received', 'accepted'],
  declined: ['sent', 'declined'],
  'more-information-asked': ['sent', 'received', 'more-information-asked'],
  booked: ['sent', 'accepted', 'booked'],
  attended: ['sent', 'received', 'accepted', 'booked', 'attended'],
  'report-received': ['sent', 'accepted', 'booked', 'attended', 'report-received'],
  reviewed: ['sent', 'received', 'accepted', 'booked', 'attended', 'report-received', 'reviewed'],
  closed: ['sent', 'accepted', 'booked', 'attended', 'report-received', 'reviewed', 'closed'],
  'externally-managed': ['sent', 'accepted', 'externally-managed'],
};

/** Who says so when no contact carries the news, and in which words. */
export const moveWords: Record<Move, Pick<ReferralMove, 'saidBy' | 'note'>> = {
  sent: { saidBy: 'sender', note: 'Sent by fax with x-rays' },
  received: { saidBy: 'recipient', note: 'Receipt came back by fax' },
  accepted: { saidBy: 'recipient', note: 'Accepted in the portal' },
  declined: { saidBy: 'recipient', note: 'Papers came back' },
  'more-information-asked': { saidBy: 'recipient', note: 'Message in the portal' },
  booked: { saidBy: 'recipient', note: 'Appointment in the portal' },
  attended: { saidBy: 'patient', note: 'Was there, as told at the front desk' },
  'report-received': { saidBy: 'recipient', note: 'Report came by mail' },
  reviewed: { saidBy: 'sender', note: 'Dr. Raman read the report; nothing changes in the plan' },
  closed: { saidBy: 'sender', note: 'Question is answered' },
  'externally-managed': { saidBy: 'recipient', note: 'Their own coordinator follows it' },
};
