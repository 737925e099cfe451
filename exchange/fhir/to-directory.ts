import type { ContactPoint as FhirContactPoint, HumanName, Reference } from 'fhir/r4';
import { protectedCategoriesOfMember } from '#domain/necessity/protected-evidence.ts';
import type { TeamMember, TeamRole } from '#domain/team/team-member.ts';
import type { ContactPoint, Provider, Specialty } from '#domain/practice/practice-events.ts';
import {
  absent,
  concept,
  hl7,
  npiIdentifiers,
  ourConcept,
  ourIdentifier,
  periodOf,
  systems,
  telephoneOf,
} from './fhir-codes.ts';
import { addressOf } from './to-claim.ts';
import type { Scene } from './to-scene.ts';

/**
 * Organizations and people of the directory. Each is put into the bundle when something first refers to it, so
 * that the rest of the directory stays at home.
 */

export function practiceReference(scene: Scene): Reference {
  const { practice } = scene;
  if (!scene.has('Organization', 'practice', practice.organizationId)) {
    const { profile } = practice;
    scene.put({
      resourceType: 'Organization',
      id: scene.idOf('Organization', 'practice', practice.organizationId),
      identifier: npiIdentifiers(profile?.billingNpi),
      active: true,
      type: [concept(hl7('organization-type'), 'prov')],
      name: profile?.name ?? practice.organizationId,
      telecom: telephoneOf(profile?.telephone),
      address: profile ? [addressOf(profile.address)] : [],
    });
  }
  return scene.reference('Organization', 'practice', practice.organizationId);
}

/** A payer of the directory, or the name under which a coverage knows it. */
export function payerReference(scene: Scene, payerId: string | undefined, name: string): Reference {
  const payer = payerId === undefined ? undefined : scene.practice.payers.get(payerId);
  if (!payer) return { display: name };
  if (!scene.has('Organization', 'payer', payer.payerId))
    scene.put({
      resourceType: 'Organization',
      id: scene.idOf('Organization', 'payer', payer.payerId),
      identifier: [ourIdentifier('claim-payer-id', payer.claimPayerId)],
      active: true,
      type: [concept(hl7('organization-type'), 'pay')],
      name: payer.name,
      telecom: telephoneOf(payer.telephone),
    });
  return scene.reference('Organization', 'payer', payer.payerId);
}

/** A member of staff; one who has left the directory is named by `name` only. */
export function staffReference(scene: Scene, staffId: string, name: string): Reference {
  const staff = scene.practice.staff.get(staffId);
  if (!staff) return { display: name };
  if (staff.providerId !== undefined && scene.practice.providers.has(staff.providerId))
    return providerReference(scene, staff.providerId, staff.name);
  if (!scene.has('Practitioner', 'staff', staffId))
    scene.put({
      resourceType: 'Practitioner',
      id: scene.idOf('Practitioner', 'staff', staffId),
      identifier: [ourIdentifier('staff-id', staffId)],
      name: [wholeName(staff.name, staff.credential)],
    });
  return scene.reference('Practitioner', 'staff', staffId);
}

export function providerReference(scene: Scene, providerId: string, name: string): Reference {
  const provider = scene.practice.providers.get(providerId);
  if (!provider) return { display: name };
  if (!scene.has('Practitioner', 'provider', providerId))
    scene.put({
      resourceType: 'Practitioner',
      id: scene.idOf('Practitioner', 'provider', providerId),
      identifier: identifiersOf(provider.npi, 'provider-id', providerId),
      name: [
        {
          ...wholeName(provider.name, provider.credential),
          ...(provider.lastName?.trim() && {
            _family: undefined,
            family: provider.lastName,
            given: [provider.firstName ?? ''],
          }),
        },
      ],
      telecom: telecomOf(provider.contacts),
      address: provider.address ? [addressOf(provider.address)] : [],
    });
  return scene.reference('Practitioner', 'provider', providerId);
}

/** Who a team member is: payer, caregiver, facility, or a person in a role. */
export function memberReference(scene: Scene, member: TeamMember): Reference {
  if (!scene.allows(...protectedCategoriesOfMember(member.memberId, scene.case.activities)))
    return { display: member.role.replaceAll('-', ' ') };
  switch (member.role) {
    case 'payer':
      return payerReference(scene, member.payerId, member.name);
    case 'caregiver':
      return caregiverReference(scene, member);
    case 'facility':
    case 'community':
      return facilityReference(scene, member);
    default:
      return roleReference(scene, member);
  }
}

function caregiverReference(scene: Scene, member: TeamMember): Reference {
  const person = scene.patient.relatedPersons.get(member.relatedPersonId ?? '');
  if (!scene.allows('demographics')) return { display: 'caregiver' };
  if (!person) return { display: member.name };
  if (!scene.has('RelatedPerson', 'related-person', person.relatedPersonId))
    scene.put({
      resourceType: 'RelatedPerson',
      id: scene.idOf('RelatedPerson', 'related-person', person.relatedPersonId),
      active: true,
      patient: scene.reference('Patient', 'patient', scene.patient.patientId),
      relationship: [{ text: person.relationship }],
      name: [{ text: person.name }],
      telecom: telecomOf(person.contacts),
    });
  return scene.reference('RelatedPerson', 'related-person', person.relatedPersonId);
}

function facilityReference(scene: Scene, member: TeamMember): Reference {
  if (!scene.has('Organization', 'member', member.memberId))
    scene.put({
      resourceType: 'Organization',
      id: scene.idOf('Organization', 'member', member.memberId),
      identifier: identifiersOf(member.npi, 'team-member-id', member.memberId),
      active: true,
      type: [ourConcept('team-role', member.role)],
      name: member.name,
      telecom: telecomOf(member.contacts),
    });
  return scene.reference('Organization', 'member', member.memberId);
}

function roleReference(scene: Scene, member: TeamMember): Reference {
  const { memberId } = member;
  if (scene.has('PractitionerRole', 'member', memberId))
    return scene.reference('PractitionerRole', 'member', memberId);
  const provider = scene.practice.providers.get(member.providerId ?? '');
  const specialty = member.specialty ?? provider?.specialty;
  scene.put({
    resourceType: 'PractitionerRole',
    id: scene.idOf('PractitionerRole', 'member', memberId),
    active: member.through === undefined,
    period: periodOf(member.from, member.through),
    practitioner: personOf(scene, member, provider),
    organization: organizationOf(scene, member, provider),
    code: [roleConcept(member.role)],
    specialty: specialty ? [specialtyConcept(specialty)] : [],
    telecom: reachedBy(scene, member, provider),
  });
  return scene.reference('PractitionerRole', 'member', memberId);
}

/** As the team knows the member, else as the directory does, else by the practice's telephone. */
function reachedBy(scene: Scene, member: TeamMember, provider: Provider | undefined): FhirContactPoint[] {
  const known = telecomOf(member.contacts.length > 0 ? member.contacts : (provider?.contacts ?? []));
  if (known.length > 0 || !isOurs(scene, member, provider)) return known;
  return telephoneOf(scene.practice.profile?.telephone);
}

/** A name that the record holds in one piece. US Core demands a family name: which word it is, is not known. */
function wholeName(text: string, credential: string | undefined): HumanName {
  return { text, _family: { extension: [absent('unknown')] }, suffix: [credential ?? ''] };
}

/** Somebody of the directory, or of our staff by exactly this name, or whoever the team says. */
function personOf(scene: Scene, member: TeamMember, provider: Provider | undefined): Reference {
  if (provider) return providerReference(scene, provider.providerId, provider.name);
  const namesakes = [...scene.practice.staff.values()].filter(({ name }) => name === member.name);
  const [staff] = namesakes;
  if (staff && namesakes.length === 1 && isOurs(scene, member, provider))
    return staffReference(scene, staff.staffId, staff.name);
  scene.put({
    resourceType: 'Practitioner',
    id: scene.idOf('Practitioner', 'member', member.memberId),
    identifier: identifiersOf(member.npi, 'team-member-id', member.memberId),
    name: [wholeName(member.name, member.credential)],
  });
  return scene.reference('Practitioner', 'member', member.memberId);
}

/** A provider of ours; and a coordinator is ours unless the team names another house. */
function isOurs(scene: Scene, member: TeamMember, provider: Provider | undefined): boolean {
  if (provider) return provider.ours;
  const house = member.organization?.trim() || scene.practice.profile?.name;
  return member.role === 'coordinator' && house === scene.practice.profile?.name;
}

function organizationOf(scene: Scene, member: TeamMember, provider: Provider | undefined): Reference {
  if (isOurs(scene, member, provider)) return practiceReference(scene);
  return { display: member.organization ?? provider?.organization ?? '' };
}

function identifiersOf(npi: string | undefined, list: string, id: string) {
  const known = npiIdentifiers(npi);
  return known.length > 0 ? known : [ourIdentifier(list, id)];
}

/** Taxonomies where the role has one (field-facts 3.1), else our own word. */
const roleTaxonomies: Partial<Record<TeamRole, string>> = {
  coordinator: '171M00000X',
  'treating-dentist': '122300000X',
  hygienist: '124Q00000X',
};

export function roleConcept(role: TeamRole) {
  const taxonomy = roleTaxonomies[role];
  const words = ourConcept('team-role', role);
  if (taxonomy === undefined) return words;
  return { ...words, coding: [{ system: systems.taxonomy, code: taxonomy }, ...(words.coding ?? [])] };
}

/** Taxonomies of dental specialties (field-facts 3.1); others by our own word. */
const specialtyTaxonomies: Partial<Record<Specialty, string>> = {
  'general-dentistry': '1223G0001X',
  periodontics: '1223P0300X',
  orthodontics: '1223X0400X',
  'oral-surgery': '1223S0112X',
  endodontics: '1223E0200X',
  'pediatric-dentistry': '1223P0221X',
  prosthodontics: '1223P0700X',
  'public-health-dentistry': '1223D0001X',
  'dental-hygiene': '124Q00000X',
};

function specialtyConcept(specialty: Specialty) {
  const taxonomy = specialtyTaxonomies[specialty];
  return taxonomy === undefined
    ? ourConcept('specialty', specialty)
    : { coding: [{ system: systems.taxonomy, code: taxonomy }], text: specialty.replaceAll('-', ' ') };
}

const telecomSystems: Partial<Record<ContactPoint['route'], FhirContactPoint['system']>> = {
  telephone: 'phone',
  fax: 'fax',
  email: 'email',
  'text-message': 'sms',
  portal: 'other',
};

/** Routes that are no address of telecommunication (letter, in person, video) are left out. */
export function telecomOf(contacts: readonly ContactPoint[]): FhirContactPoint[] {
  return contacts.flatMap((contact) => {
    const system = telecomSystems[contact.route];
    return system === undefined
      ? []
      : [{ system, value: contact.value, ...(contact.preferred ? { rank: 1 } : {}) }];
  });
}
