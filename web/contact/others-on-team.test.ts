import { expect, it } from 'vitest';
import { sampleMember } from '#domain/code-guide/case.samples.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { othersOnTeam } from './others-on-team.ts';

const devon = sampleMember({ memberId: 'devon', role: 'coordinator', name: 'Devon Achebe' });

it.each([
  ['a colleague', devon, 'Marisol Vega', true],
  ['oneself', devon, 'Devon Achebe', false],
  ['a specialist elsewhere of the same name', { ...devon, role: 'dental-specialist' }, 'Devon Achebe', true],
  ['who is no longer on the team', { ...devon, through: calendarDate('2026-03-02') }, 'Marisol Vega', false],
] as const)('whom a contact may be with: %s', (_name, member, myName, offered) => {
  const others = othersOnTeam([{ member: sampleMember() }, { member }], myName);
  expect(others.map(({ memberId }) => memberId)).toEqual(['member-surgeon', ...(offered ? ['devon'] : [])]);
});
