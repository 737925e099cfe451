import type { TeamMember, TeamRole } from '#domain/team/team-member.ts';

/** Roles of those who work here and may be on the team themselves. */
const ours: readonly TeamRole[] = ['coordinator', 'treating-dentist', 'hygienist'];

/** Who is on the team now, without oneself: nobody calls oneself. A coordinator has no entry in the directory, only a name. */
export function othersOnTeam(
  members: readonly { readonly member: TeamMember }[],
  myName: string,
): readonly TeamMember[] {
  return members
    .map(({ member }) => member)
    .filter(({ through }) => through === undefined)
    .filter(({ role, name }) => !(ours.includes(role) && name === myName));
}
