import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import type { Demographics, RelatedPerson } from '#domain/patient/patient-events.ts';
import type { TeamMember } from '#domain/team/team-member.ts';

export interface KnownRecipient {
  /** What the list of choices holds: the id, or the name of a payer that is not linked to the directory. */
  readonly key: string;
  readonly partyId: string;
  readonly name: string;
}

/** Of a case, whom it names. */
interface Named {
  readonly members: readonly {
    readonly member: Pick<TeamMember, 'memberId' | 'providerId' | 'role' | 'name'>;
  }[];
  readonly patient: {
    readonly patientId: string;
    readonly demographics: Pick<Demographics, 'firstName' | 'lastName'>;
    readonly coverages: readonly Pick<Coverage, 'payerId' | 'payerName'>[];
    readonly relatedPersons: readonly Pick<RelatedPerson, 'relatedPersonId' | 'name' | 'authority'>[];
  };
}

/** Not asked to treat anybody: the server takes none of them for a provider. */
const noProviders: readonly string[] = ['payer', 'caregiver', 'community'];

/** Whom the record knows of a kind of recipient, first the likeliest; of the patient, the one whom the case is about. */
export function knownRecipients(kind: string, { members, patient }: Named): readonly KnownRecipient[] {
  const party = (partyId: string | undefined, name: string): KnownRecipient => ({
    key: partyId ?? name,
    partyId: partyId ?? '',
    name,
  });
  const { demographics, coverages, relatedPersons } = patient;
  const known = {
    patient: () => [party(patient.patientId, `${demographics.firstName} ${demographics.lastName}`)],
    representative: () =>
      relatedPersons.flatMap(({ relatedPersonId, name, authority }) =>
        authority === undefined || authority === '' ? [] : [party(relatedPersonId, name)],
      ),
    provider: () =>
      members.flatMap(({ member }) =>
        noProviders.includes(member.role) ? [] : [party(member.providerId ?? member.memberId, member.name)],
      ),
    payer: () => coverages.map(({ payerId, payerName }) => party(payerId, payerName)),
  };
  const of = Object.entries(known).find(([name]) => name === kind)?.[1]() ?? [];
  return of.filter(({ key }, index) => of.findIndex((each) => each.key === key) === index);
}
