import { expect, test } from 'vitest';
import { sampleDeciding } from '../case/deciding.samples.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { sampleCase, sampleDentist } from '../readiness/ready-case.samples.ts';
import { membersOn } from './current-members.ts';
import { decideEndMember, decideRecordMember } from './team-decisions.ts';
import type { TeamMember } from './team-member.ts';

const state = sampleCase();
const member: TeamMember = {
  memberId: 'member-9',
  role: 'physician',
  name: 'Dr. Kay Cardiologist',
  specialty: 'cardiology',
  contacts: [],
  from: calendarDate('2026-03-10'),
};
const badNpi: TeamMember = JSON.parse(JSON.stringify({ ...member, npi: '1245319598' }));

function outcome(decided: ReturnType<typeof decideRecordMember>): string {
  if (isRefusal(decided)) return decided.code;
  return decided.map(({ type }) => type).join(' ') || 'nothing';
}

test.each([
  ['a cardiologist', member, 'team.member-recorded'],
  [
    'with a valid NPI',
    { ...member, ...(sampleDentist.npi ? { npi: sampleDentist.npi } : {}) },
    'team.member-recorded',
  ],
  ['with an NPI whose check digit is wrong', badNpi, 'npi/check-digit'],
  [
    'a physician who is an orthodontist',
    { ...member, specialty: 'orthodontics' },
    'team/specialty-does-not-fit',
  ],
  [
    'a dentist who is a cardiologist',
    { ...member, role: 'dental-specialist' },
    'team/specialty-does-not-fit',
  ],
  ['a caregiver with a specialty', { ...member, role: 'caregiver' }, 'team/role-without-specialty'],
  ['leaves on the day of joining', { ...member, through: member.from }, 'team.member-recorded'],
  ['leaves the day before', { ...member, through: calendarDate('2026-03-09') }, 'team/ends-before-it-begins'],
  ['a provider who is not in the directory', { ...member, providerId: 'x' }, 'team/link-unknown'],
  ['a payer who is not in the directory', { ...member, payerId: 'x' }, 'team/link-unknown'],
  ['a relative who is not on record', { ...member, relatedPersonId: 'x' }, 'team/link-unknown'],
] as const)('recording: %s', (_name, changed, expected) => {
  expect(outcome(decideRecordMember(state, { member: changed }, sampleDeciding()))).toBe(expected);
});

test('the same request twice records nothing twice', () => {
  const known = state.members.get('member-surgeon')?.member;
  if (!known) throw new Error('the sample has a surgeon');
  expect(outcome(decideRecordMember(state, { member: known }, sampleDeciding()))).toBe('nothing');
});

test.each([
  ['today', 'member-surgeon', '2026-03-12', 'team.member-ended'],
  ['on the day of joining', 'member-surgeon', '2026-03-01', 'team.member-ended'],
  ['before joining', 'member-surgeon', '2026-02-28', 'team/ends-before-it-begins'],
  ['somebody who is not there', 'x', '2026-03-12', 'case/not-there'],
])('leaving: %s', (_name, memberId, through, expected) => {
  const command = { memberId, through: calendarDate(through), reason: 'Moved' };
  expect(outcome(decideEndMember(state, command, sampleDeciding()))).toBe(expected);
});

test('who is on the team on a day', () => {
  const gone = sampleCase([
    {
      type: 'case.opened',
      data: {
        patientId: 'patient-1',
        title: 't',
        reason: 'r',
        ownerStaffId: null,
        team: null,
        receivedReferralId: null,
      },
    },
    { type: 'team.member-recorded', data: { member: { ...member, through: calendarDate('2026-03-11') } } },
  ]);
  const on = (day: string) => membersOn(gone, calendarDate(day)).length;
  expect([on('2026-03-09'), on('2026-03-10'), on('2026-03-11'), on('2026-03-12')]).toEqual([0, 1, 1, 0]);
});
