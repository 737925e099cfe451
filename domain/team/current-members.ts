import type { Stamp } from '../audit/event.ts';
import type { CoordinationCase } from '../case/case.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { TeamMember } from './team-member.ts';

/** Who is on the team on a day, in order of recording. */
export function membersOn(
  state: CoordinationCase,
  day: CalendarDate,
): readonly (Stamp & { readonly member: TeamMember })[] {
  return [...state.members.values()].filter(
    ({ member }) => member.from <= day && (member.through === undefined || day <= member.through),
  );
}
