import type { ReceivedReferral } from '../patient/patient-events.ts';
import type { Provider } from '../practice/practice-events.ts';
import type { TeamMember } from './team-member.ts';

type Naming = Pick<ReceivedReferral, 'requesterName' | 'requesterNpi' | 'performerName'>;

export interface NamedProvider {
  readonly provider: Provider;
  /** Sent the patient, or was asked to see the patient. */
  readonly as: 'requester' | 'performer';
}

/**
 * Of the directory, whom a referral names and who is not on the team yet: whoever sent it first. An NPI settles who is
 * meant; a name counts where it stands whole in what the referral says, with or without a degree behind it.
 */
export function namedByReferral(
  referral: Naming | undefined,
  directory: readonly Provider[],
  members: readonly Pick<TeamMember, 'providerId' | 'npi'>[],
): readonly NamedProvider[] {
  if (!referral) return [];
  const free = directory.filter((provider) => !members.some((member) => isMember(provider, member)));
  const senders = free.filter((provider) => isRequester(provider, referral));
  const asked = free.filter(
    (provider) => !senders.includes(provider) && standsIn(referral.performerName, provider.name),
  );
  return [
    ...senders.map((provider): NamedProvider => ({ provider, as: 'requester' })),
    ...asked.map((provider): NamedProvider => ({ provider, as: 'performer' })),
  ];
}

function isMember({ providerId, npi }: Provider, member: Pick<TeamMember, 'providerId' | 'npi'>): boolean {
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
