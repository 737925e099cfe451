import type { CaseView } from '#contract/views.ts';
import type { ContactParty } from '#domain/activity/activity.ts';
import type { ContactPoint } from '#domain/practice/practice-events.ts';
import type { TeamMember, TeamRole } from '#domain/team/team-member.ts';
import { present } from '../ui/reading.ts';
import { othersOnTeam } from './others-on-team.ts';

export interface PartyChoice {
  readonly key: string;
  readonly party: ContactParty;
  readonly contacts: readonly ContactPoint[];
  /** Role or specialty word to show: which list, which word. */
  readonly role: readonly [list: string, word: string];
}

const partyKinds: Record<TeamRole, ContactParty['kind']> = {
  coordinator: 'own-team',
  'treating-dentist': 'provider',
  'dental-specialist': 'provider',
  hygienist: 'own-team',
  physician: 'provider',
  facility: 'facility',
  payer: 'payer',
  caregiver: 'caregiver',
  community: 'community',
  other: 'provider',
};

/** Whom a contact may be with, one tap each: the patient, the people around, the others on the team. */
export function partyChoices(view: CaseView, myName: string): PartyChoice[] {
  const { demographics, relatedPersons } = view.patient;
  const name = `${demographics.firstName} ${demographics.lastName}`;
  const related = new Set(view.members.map(({ member }) => member.relatedPersonId));
  return [
    ...othersOnTeam(view.members, myName).map(ofMember),
    {
      key: 'patient',
      party: { kind: 'patient', name },
      contacts: demographics.contacts,
      role: ['party', 'patient'],
    },
    ...relatedPersons
      .filter(({ relatedPersonId }) => !related.has(relatedPersonId))
      .map(({ relatedPersonId, name, relationship, contacts }): PartyChoice => ({
        key: relatedPersonId,
        party: { kind: 'caregiver', name, role: relationship },
        contacts,
        role: ['party', 'caregiver'],
      })),
  ];
}

function ofMember(member: TeamMember): PartyChoice {
  return {
    key: member.memberId,
    party: present({
      kind: partyKinds[member.role],
      memberId: member.memberId,
      name: member.name,
      role: member.role,
      organization: member.organization,
      npi: member.npi,
    }),
    contacts: member.contacts,
    role: member.specialty === undefined ? ['teamRole', member.role] : ['specialty', member.specialty],
  };
}
