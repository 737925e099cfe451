import { expect, test } from 'vitest';
import { sampleDeciding } from '../case/deciding.samples.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { sampleCase, sampleOpening, type CaseStep } from '../readiness/ready-case.samples.ts';
import { decideDraftReferral, decideMoveReferral } from './referral-decisions.ts';
import {
  referralNext,
  referralStates,
  type Referral,
  type ReferralMove,
  type ReferralState,
} from './referral.ts';

const referral: Referral = {
  referralId: 'referral-1',
  toMemberId: 'member-surgeon',
  reason: 'Extraction',
  question: 'When?',
  priority: 'routine',
};

function standing(state: ReferralState) {
  const drafted: CaseStep = { type: 'referral.drafted', data: { referral } };
  const moved: CaseStep = { type: 'referral.moved', data: { move: { ...move(state), to: state } } };
  return sampleCase([...sampleOpening, drafted, ...(state === 'drafted' ? [] : [moved])]);
}

function move(to: ReferralState): ReferralMove {
  const weSay = to === 'sent' || to === 'reviewed' || to === 'closed';
  return { referralId: 'referral-1', to, saidBy: weSay ? 'sender' : 'recipient', note: '' };
}

function outcome(decided: ReturnType<typeof decideMoveReferral>): string {
  if (isRefusal(decided)) return decided.code;
  return decided.map(({ type }) => type).join(' ') || 'nothing';
}

test('a referral moves along its table and nowhere else', () => {
  for (const from of referralStates)
    for (const to of referralStates)
      expect([
        from,
        to,
        outcome(decideMoveReferral(standing(from), { move: move(to) }, sampleDeciding())),
      ]).toEqual([from, to, referralNext[from].includes(to) ? 'referral.moved' : 'referral/not-next']);
});

test.each([
  ['accepted, says the recipient', 'sent', 'accepted', 'recipient', 'referral.moved'],
  ['accepted, says the recipient to us', 'sent', 'accepted', 'recipient-by-contact', 'referral.moved'],
  ['accepted, says the sender', 'sent', 'accepted', 'sender', 'referral/said-by-the-recipient'],
  ['accepted, says the patient', 'sent', 'accepted', 'patient', 'referral/said-by-the-recipient'],
  ['booked, says the patient', 'sent', 'booked', 'patient', 'referral.moved'],
  ['sent, says the recipient', 'drafted', 'sent', 'recipient', 'referral/said-by-the-sender'],
] as const)('%s', (_name, from, to, saidBy, expected) => {
  expect(
    outcome(decideMoveReferral(standing(from), { move: { ...move(to), saidBy } }, sampleDeciding())),
  ).toBe(expected);
});

test('a move names what is there', () => {
  const state = standing('sent');
  expect(
    outcome(decideMoveReferral(state, { move: { ...move('booked'), referralId: 'x' } }, sampleDeciding())),
  ).toBe('case/not-there');
  expect(
    outcome(decideMoveReferral(state, { move: { ...move('booked'), activityId: 'x' } }, sampleDeciding())),
  ).toBe('case/not-there');
});

test.each([
  ['to a member of the team', { referralId: 'referral-2' }, 'referral.drafted'],
  ['to nobody', { referralId: 'referral-2', toMemberId: 'x' }, 'case/not-there'],
  ['again', {}, 'nothing'],
  ['another one under its id', { question: 'Why?' }, 'id/in-use'],
])('drafting: %s', (_name, change, expected) => {
  expect(
    outcome(
      decideDraftReferral(standing('drafted'), { referral: { ...referral, ...change } }, sampleDeciding()),
    ),
  ).toBe(expected);
});
