import { parseNpi } from '#domain/kernel/npi.ts';
import {
  specialties,
  type ContactPoint,
  type Payer,
  type Provider,
} from '#domain/practice/practice-events.ts';
import { teamRoles, type TeamMember } from '#domain/team/team-member.ts';
import { optional, present, readDate, readOptional, readText, readWord } from '../ui/reading.ts';

/** A member of the team as typed. */
export interface MemberDraft {
  readonly memberId: string;
  readonly role: string;
  readonly name: string;
  readonly credential: string;
  readonly specialty: string;
  readonly organization: string;
  readonly setting: string;
  readonly npi: string;
  readonly providerId: string;
  readonly payerId: string;
  readonly telephone: string;
  readonly fax: string;
  readonly email: string;
  readonly from: string;
}

const single = ['telephone', 'fax', 'email'] as const;

export function newMember(memberId: string, from: string): MemberDraft {
  return {
    memberId,
    role: 'dental-specialist',
    name: '',
    credential: '',
    specialty: '',
    organization: '',
    setting: '',
    npi: '',
    providerId: '',
    payerId: '',
    telephone: '',
    fax: '',
    email: '',
    from,
  };
}

function values(contacts: readonly ContactPoint[]) {
  const of = (route: string) => contacts.find((point) => point.route === route)?.value ?? '';
  return { telephone: of('telephone'), fax: of('fax'), email: of('email') };
}

export function memberAsDraft(member: TeamMember): MemberDraft {
  return {
    ...newMember(member.memberId, member.from),
    role: member.role,
    name: member.name,
    credential: member.credential ?? '',
    specialty: member.specialty ?? '',
    organization: member.organization ?? '',
    setting: member.setting ?? '',
    npi: member.npi ?? '',
    providerId: member.providerId ?? '',
    payerId: member.payerId ?? '',
    ...values(member.contacts),
  };
}

/** What the directory knows, filled in at once. */
export function fromProvider(provider: Provider): Partial<MemberDraft> {
  const medical = ['primary-care', 'cardiology', 'oncology', 'endocrinology', 'nephrology', 'obstetrics'];
  const role = provider.ours
    ? 'treating-dentist'
    : medical.includes(provider.specialty) || provider.specialty.includes('medical')
      ? 'physician'
      : 'dental-specialist';
  return {
    role: provider.specialty === 'dental-hygiene' ? 'hygienist' : role,
    name: provider.name,
    credential: provider.credential ?? '',
    specialty: provider.specialty,
    organization: provider.organization ?? '',
    setting: provider.setting ?? '',
    npi: provider.npi ?? '',
    providerId: provider.providerId,
    payerId: '',
    ...values(provider.contacts),
  };
}

export function fromPayer(payer: Payer): Partial<MemberDraft> {
  return {
    role: 'payer',
    name: payer.name,
    specialty: '',
    npi: '',
    payerId: payer.payerId,
    providerId: '',
    telephone: payer.telephone ?? '',
    fax: '',
    email: '',
  };
}

/** `kept` are contact points that the form does not show. */
export function readMember(draft: MemberDraft, kept: readonly ContactPoint[]): TeamMember {
  const shown: readonly string[] = single;
  return present({
    memberId: draft.memberId,
    role: readWord(teamRoles, draft.role, '/member/role'),
    name: readText(draft.name, '/member/name'),
    credential: optional(draft.credential),
    specialty:
      draft.specialty === '' ? undefined : readWord(specialties, draft.specialty, '/member/specialty'),
    organization: optional(draft.organization),
    setting: optional(draft.setting),
    npi: readOptional(parseNpi, draft.npi, '/member/npi'),
    providerId: optional(draft.providerId),
    payerId: optional(draft.payerId),
    contacts: [
      ...single.flatMap((route) => {
        const value = draft[route].trim();
        return value === '' ? [] : [{ route, value }];
      }),
      ...kept.filter(({ route }) => !shown.includes(route)),
    ],
    from: readDate(draft.from, '/member/from'),
  });
}
