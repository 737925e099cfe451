import type { ReceivedReferral } from '../patient/patient-events.ts';
import type { Provider } from '../practice/practice-events.ts';
import { isPerhapsSamePerson } from '../practice/person-likeness.ts';
import type { TeamMember } from './team-member.ts';

type Naming = Pick<ReceivedReferral, 'requesterName' | 'requesterNpi' | 'performerName'>;

type Member = Pick<TeamMember, 'name' | 'organization' | 'providerId' | 'npi'>;

export interface NamedProvider {
  readonly provider: Provider;
  /** Sent the patient, or was asked to see the patient. */
  readonly as: 'requester' | 'performer';
  /** A member of the team who may be the same person: somebody has to look before both are on it. */
  readonly perhaps?: string;
}

/**
 * Of the directory, whom a referral names and who is not on the team yet: whoever sent it first. An NPI settles who is
 * meant; a name counts where it stands whole in what the referral says, with or without a degree behind it.
 */
export function namedByReferral(
  referral: Naming | undefined,
  directory: readonly Provider[],
  members: readonly Member[],
): readonly NamedProvider[] {
  if (!referral) return [];
  const free = directory.filter((provider) => !members.some((member) => isMember(provider, member)));
  const senders = free.filter((provider) => isRequester(provider, referral));
  const asked = free.filter(
    (provider) => !senders.includes(provider) && standsIn(referral.performerName, provider.name),
  );
  const named = (provider: Provider, as: NamedProvider['as']): NamedProvider => {
    const perhaps = members.find((member) => isPerhapsSamePerson(provider, member));
    return perhaps ? { provider, as, perhaps: perhaps.name } : { provider, as };
  };
  return [
    ...senders.map((provider) => named(provider, 'requester')),
    ...asked.map((provider) => named(provider, 'performer')),
  ];
}

function isMember({ providerId, npi }: Provider, member: Member): boolean {
  return member.providerId === providerId || (npi !== undefined && member.npi === npi);
}

function isRequester({ name, npi }: Provider, { requesterName, requesterNpi }: Naming): boolean {
  return npi !== undefined && requesterNpi !== undefined
    ? npi === requesterNpi
    : standsIn(requesterName, name);
}

/** Whole words only: John M is not named by "John Mason". */
function standsIn(text: string, name: string): boolean {
  const words = (of: string) =>
    ` ${of
      .toLocaleLowerCase('en')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return name.trim() !== '' && words(text).includes(words(name));
}
