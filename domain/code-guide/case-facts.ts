import type { Activity, ContactParty } from '../activity/activity.ts';
import { performerOf } from '../activity/performer.ts';
import type { CoordinationCase, RecordedActivity } from '../case/case.ts';
import { isInForce } from '../coverage/coverage-on-day.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { remembered } from '../kernel/remembered.ts';
import type { Patient } from '../patient/patient.ts';
import type { Practice } from '../practice/practice.ts';
import type { Specialty } from '../practice/practice-events.ts';
import type { TeamMember } from '../team/team-member.ts';
import {
  isContact,
  type Breadth,
  type Known,
  type Modality,
  type PayerUse,
  type WorkFacts,
} from './work-facts.ts';

const dentalSpecialties: readonly Specialty[] = [
  'general-dentistry',
  'periodontics',
  'orthodontics',
  'oral-surgery',
  'endodontics',
  'pediatric-dentistry',
  'prosthodontics',
  'public-health-dentistry',
  'dental-anesthesiology',
  'dental-hygiene',
];
const neitherSide: readonly Specialty[] = ['social-services', 'other'];

/** Reads the facts of one activity of a case; what all activities share is worked out once. */
export type FactReader = (recorded: RecordedActivity, payerUses?: readonly PayerUse[]) => WorkFacts;

export function factReader(theCase: CoordinationCase, practice: Practice, patient?: Patient): FactReader {
  const breadths = new Map<CalendarDate, Breadth>();
  const breadthOn = (day: CalendarDate) => {
    const known = breadths.get(day) ?? breadthOf(theCase, practice, day, patient);
    breadths.set(day, known);
    return known;
  };
  const decided = patientDecided(theCase);
  return (recorded, payerUses = []) => ({
    ...factsOfActivity(theCase, practice, recorded),
    patientDecided: decided,
    breadth: breadthOn(recorded.activity.serviceDate),
    payerUses,
  });
}

function factsOfActivity(
  theCase: CoordinationCase,
  practice: Practice,
  recorded: RecordedActivity,
): Omit<WorkFacts, 'patientDecided' | 'breadth' | 'payerUses'> {
  const { activity } = recorded;
  const staff = practice.staff.get(activity.staffId);
  const performer = performerOf(
    staff?.role ?? recorded.who.role,
    staff?.credential ?? recorded.who.credential,
  );
  const parties = activity.contact?.parties ?? [];
  return {
    kind: activity.kind,
    performer,
    partyKinds: [...new Set(parties.map((party) => party.kind))],
    reached: activity.contact?.reached ?? 'none',
    modality: modalityOf(activity),
    medicalClinician: anyOf(parties.map((party) => isMedical(theCase, practice, party))),
    medicalMatter: medicalMatter(theCase, activity),
    patientExamined: mayHaveExamined(activity, parties) ? 'unknown' : 'no',
    askedByPractitioner: theCase.receivedReferralId === undefined ? 'no' : 'yes',
    // No kind of activity is a treatment visit, and D9997 rides on one (field-facts 1.2, miscoding 5).
    deliveryModified: 'no',
  };
}

function modalityOf({ contact }: Activity): Modality {
  switch (contact?.route) {
    case undefined:
      return 'unknown';
    case 'in-person':
    case 'telephone':
    case 'video':
      return contact.route;
    case 'fax':
    case 'email':
    case 'letter':
    case 'portal':
    case 'text-message':
      return 'written';
  }
}

function anyOf(known: readonly Known[]): Known {
  if (known.includes('yes')) return 'yes';
  return known.includes('unknown') ? 'unknown' : 'no';
}

function isMedical(theCase: CoordinationCase, practice: Practice, party: ContactParty): Known {
  if (party.kind !== 'provider' && party.kind !== 'facility') return 'no';
  const member = party.memberId === undefined ? undefined : theCase.members.get(party.memberId)?.member;
  if (member?.role === 'physician') return 'yes';
  const listed = [...practice.providers.values()].find(
    (provider) =>
      (provider.npi !== undefined && provider.npi === (party.npi ?? member?.npi)) ||
      provider.providerId === member?.providerId,
  );
  const specialty = member?.specialty ?? listed?.specialty;
  if (specialty && dentalSpecialties.includes(specialty)) return 'no';
  if (specialty && !neitherSide.includes(specialty)) return 'yes';
  const words = `${party.name} ${party.role ?? ''} ${member?.credential ?? ''} ${listed?.credential ?? ''}`;
  if (/\b(MD|DO|NP|PA|PA-C|APRN|CRNP|PharmD)\b/i.test(words.replaceAll('.', ''))) return 'yes';
  return /\b(DDS|DMD|RDH)\b/i.test(words.replaceAll('.', '')) ? 'no' : 'unknown';
}

function medicalMatter(theCase: CoordinationCase, activity: Activity): Known {
  if (activity.kind === 'dentist-medical-consultation') return 'yes';
  return [...theCase.factors.values()].some(({ factor }) => factor.kind === 'clearance-needed')
    ? 'yes'
    : 'unknown';
}

function mayHaveExamined(activity: Activity, parties: readonly ContactParty[]): boolean {
  const route = activity.contact?.route;
  return (
    (route === 'in-person' || route === 'video') &&
    parties.some((party) => party.kind === 'patient' || party.kind === 'caregiver')
  );
}

function patientDecided(theCase: CoordinationCase): Known {
  const helped = [...theCase.activities.values()].some(
    ({ activity, withdrawn }) =>
      withdrawn === undefined &&
      activity.kind === 'helping-the-patient-decide' &&
      isContact(activity.contact?.reached ?? 'none'),
  );
  return helped ? 'yes' : 'unknown';
}

/**
 * How much the case joins up: whoever left the team before the day does not count, our own practice is one
 * provider, parties of contacts count though nobody put them on the team, and payers of the patient's coverages
 * in force that day count though nobody has talked to them.
 */
export function breadthOf(
  theCase: CoordinationCase,
  practice: Practice,
  day: CalendarDate,
  patient?: Patient,
): Breadth {
  const insurers = [...(patient?.coverages.values() ?? [])]
    .filter(({ value }) => isInForce(value, day))
    .map(({ value }) => value.payerId ?? value.payerName);
  const members = [...theCase.members.values()]
    .map(({ member }) => member)
    .filter((member) => member.through === undefined || member.through >= day);
  const unlisted = unlistedParties(theCase.activities);
  const ours = (member: TeamMember) =>
    member.role === 'treating-dentist' ||
    (member.providerId !== undefined && practice.providers.get(member.providerId)?.ours === true);
  const clinicians = members.filter(({ role }) =>
    ['treating-dentist', 'dental-specialist', 'physician'].includes(role),
  );
  const own = distinct(clinicians.filter(ours).map(identity));
  const outside = distinct([
    ...clinicians.filter((member) => !ours(member)).map(identity),
    ...unlisted.filter((party) => party.kind === 'provider').map((party) => party.npi ?? party.name),
  ]);
  return {
    providers: Math.max(1, own) + outside,
    specialties: distinct(members.flatMap(({ specialty }) => specialty ?? [])),
    settings: distinct([
      ...members.flatMap(({ setting }) => setting ?? []),
      ...members
        .filter(({ role }) => role === 'facility')
        .map((member) => member.organization ?? member.name),
    ]),
    payers: Math.max(
      distinct(insurers),
      distinct([
        ...members
          .filter(({ role }) => role === 'payer')
          .map((member) => member.payerId ?? member.organization ?? member.name),
        ...unlisted
          .filter((party) => party.kind === 'payer')
          .map((party) => party.organization ?? party.name),
      ]),
    ),
  };
}

/** Parties of contacts that nobody put on the team, each once: of thousands of calls most are with the same few. */
const unlistedParties = remembered((activities: CoordinationCase['activities']): readonly ContactParty[] => {
  const parties = new Map<string, ContactParty>();
  for (const { activity, withdrawn } of activities.values())
    for (const party of withdrawn ? [] : (activity.contact?.parties ?? []))
      if (party.memberId === undefined)
        parties.set(JSON.stringify([party.kind, party.npi, party.name, party.organization]), party);
  return [...parties.values()];
});

function identity(member: TeamMember): string {
  return member.npi ?? member.providerId ?? member.name;
}

function distinct(names: readonly string[]): number {
  return new Set(names.map((name) => name.trim().toLowerCase()).filter((name) => name !== '')).size;
}
