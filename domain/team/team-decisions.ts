import { message } from '#domain/kernel/message.ts';
import type { CoordinationCase } from '../case/case.ts';
import type { NewCaseEvent } from '../case/case-events.ts';
import { refuseAbsent, repeats, type Deciding } from '../case/deciding.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { parseNpi } from '../kernel/npi.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import { refuseContactPoints } from '../practice/contact-point.ts';
import { specialtiesFor } from './specialty-of-role.ts';
import type { TeamMember } from './team-member.ts';

/**
 * Records a member, or what the member should read now under the same id. Refusals in this order: the NPI's
 * check digit, role against specialty, the period, links to a directory entry that does not exist, and how to reach
 * the member.
 */
export function decideRecordMember(
  state: CoordinationCase,
  { member }: { readonly member: TeamMember },
  deciding: Deciding,
): readonly NewCaseEvent[] | Refusal {
  const before = state.members.get(member.memberId)?.member;
  if (repeats(before, member) === 'repeated') return [];
  const refusal =
    refuseNpi(member) ??
    refuseSpecialty(member) ??
    refusePeriod(member) ??
    refuseLinks(member, deciding) ??
    refuseContactPoints(member.contacts, before?.contacts, '/member/contacts');
  return refusal ?? [{ type: 'team.member-recorded', occurredAt: deciding.now, data: { member } }];
}

export function decideEndMember(
  state: CoordinationCase,
  command: { readonly memberId: string; readonly through: CalendarDate; readonly reason: string },
  { now }: Deciding,
): readonly NewCaseEvent[] | Refusal {
  const recorded = state.members.get(command.memberId);
  if (!recorded) return refuseAbsent('member', '/memberId');
  const { memberId, through, reason } = command;
  return (
    refusePeriod({ ...recorded.member, through }) ?? [
      { type: 'team.member-ended', occurredAt: now, data: { memberId, through, reason } },
    ]
  );
}

function refuseNpi({ npi }: TeamMember): Refusal | undefined {
  const parsed = npi === undefined ? npi : parseNpi(npi);
  return isRefusal(parsed) ? { ...parsed, at: '/member/npi' } : undefined;
}

function refuseSpecialty({ role, specialty }: TeamMember): Refusal | undefined {
  if (specialty === undefined || specialtiesFor(role).includes(specialty)) return undefined;
  const fitting = specialtiesFor(role);
  return refuse(
    fitting.length === 0 ? 'team/role-without-specialty' : 'team/specialty-does-not-fit',
    {
      role: message(`pdf.teamRole.${role}`),
      specialties: fitting.map((one) => message(`pdf.specialty.${one}`)),
    },
    '/member/specialty',
  );
}

function refusePeriod({ from, through }: TeamMember): Refusal | undefined {
  if (through === undefined || through >= from) return undefined;
  return refuse('team/ends-before-it-begins', { from, through }, '/member/through');
}

function refuseLinks(member: TeamMember, { practice, patient }: Deciding): Refusal | undefined {
  const links: readonly (readonly [string, string | undefined, ReadonlyMap<string, unknown>])[] = [
    ['providerId', member.providerId, practice.providers],
    ['payerId', member.payerId, practice.payers],
    ['relatedPersonId', member.relatedPersonId, patient.relatedPersons],
  ];
  const broken = links.find(([, id, known]) => id !== undefined && !known.has(id));
  if (!broken) return undefined;
  return refuse('team/link-unknown', { id: broken[1] ?? '' }, `/member/${broken[0]}`);
}
