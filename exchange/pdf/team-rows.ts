import type { TeamMember } from '#domain/team/team-member.ts';
import type { PdfLanguage } from './pdf-document.ts';
import { withCredential } from './printing.ts';
import { fill, wordsOf } from './words.ts';
import { writtenDate, writtenTelephone } from './written-values.ts';

/** The people and organizations of the team, with how to reach them. */
export function teamRows(members: readonly TeamMember[], language: PdfLanguage) {
  const words = wordsOf(language);
  return members.map((member) => ({
    name: withCredential(member),
    role: words.teamRole[member.role],
    detail: [
      member.specialty ? words.specialty[member.specialty] : undefined,
      member.organization,
      member.npi ? fill(words.npi, { npi: member.npi }) : undefined,
      member.through ? fill(words.summary.until, { date: writtenDate(member.through, language) }) : undefined,
    ].filter((text) => text !== undefined),
    reach: member.contacts.map(
      (contact) => `${words.route[contact.route]} ${writtenTelephone(contact.value)}`,
    ),
  }));
}
