import type { Contact } from '../activity/activity.ts';
import type { CoordinationCase } from '../case/case.ts';
import { isTelling, type DataCategory } from '../consent/consent.ts';
import { remembered } from '../kernel/remembered.ts';
import type { Patient } from '../patient/patient.ts';
import { sensitivityOfCondition } from '../patient/sensitivity.ts';
import type { Task } from '../worklist/task.ts';
import type { Evidence, NecessityFactor } from './factor.ts';

/** What evidence points into. */
export interface EvidenceRecord {
  readonly patient: Pick<Patient, 'conditions' | 'history' | 'documents' | 'withdrawnDocuments'>;
  readonly activities: CoordinationCase['activities'];
}

/**
 * The specially protected categories that a factor gives away by what it rests on: its words and its labels say
 * what the condition, the entry, the document or the contact behind it says.
 */
export function protectedCategoriesOf(
  { evidence }: NecessityFactor,
  record: EvidenceRecord,
): readonly DataCategory[] {
  return [...new Set(evidence.flatMap((one) => categoriesBehind(one, record)))];
}

/**
 * The specially protected categories that a member of the team gives away by taking part: told in each talk there was
 * with them. That a clinic for addictions is asked at all says what for (42 CFR 2.13); whoever is also talked with about
 * nothing protected is known for that.
 */
export function protectedCategoriesOfMember(
  memberId: string,
  activities: CoordinationCase['activities'],
): readonly DataCategory[] {
  const talks = toldToMembers(activities).get(memberId) ?? [];
  return talks.some((told) => told.length === 0) ? [] : [...new Set(talks.flat())];
}

/** What was told in each talk with each member; every event of a packet asks for it. */
const toldToMembers = remembered((activities: CoordinationCase['activities']) => {
  const told = new Map<string, DataCategory[][]>();
  for (const { activity } of activities.values()) {
    const { contact } = activity;
    if (contact?.reached !== 'reached' && contact?.reached !== 'received') continue;
    const categories = contact.disclosed.filter(isTelling);
    for (const { memberId } of contact.parties) {
      if (memberId === undefined) continue;
      const talks = told.get(memberId) ?? [];
      talks.push(categories);
      told.set(memberId, talks);
    }
  }
  return told;
});

/** Those that a contact gives away: by what was told in it, and by whom it was with. */
export function protectedCategoriesOfContact(
  contact: Contact | undefined,
  activities: CoordinationCase['activities'],
): readonly DataCategory[] {
  const ofParties = (contact?.parties ?? []).flatMap(({ memberId }) =>
    memberId === undefined ? [] : protectedCategoriesOfMember(memberId, activities),
  );
  return [...new Set([...(contact?.disclosed ?? []).filter(isTelling), ...ofParties])];
}

/** Those that a next step gives away: by whose it is, and by the contact that led to it. */
export function protectedCategoriesOfTask(
  { activityId, holder }: Pick<Task, 'activityId' | 'holder'>,
  activities: CoordinationCase['activities'],
): readonly DataCategory[] {
  const ofHolder =
    holder.kind === 'team-member' && holder.id !== undefined
      ? protectedCategoriesOfMember(holder.id, activities)
      : [];
  const contact = activityId === undefined ? undefined : activities.get(activityId)?.activity.contact;
  return [...new Set([...ofHolder, ...protectedCategoriesOfContact(contact, activities)])];
}

function categoriesBehind(
  { kind, id }: Evidence,
  { patient, activities }: EvidenceRecord,
): readonly DataCategory[] {
  switch (kind) {
    case 'condition': {
      const condition = patient.conditions.get(id)?.value;
      return listed(condition && sensitivityOfCondition(condition));
    }
    case 'history':
      return listed(patient.history.get(id)?.sensitive);
    case 'document':
      return listed((patient.documents.get(id) ?? patient.withdrawnDocuments.get(id))?.value.sensitive);
    case 'contact':
      return protectedCategoriesOfContact(activities.get(id)?.activity.contact, activities);
    case 'team-member':
      return protectedCategoriesOfMember(id, activities);
    case 'accommodation':
    case 'coverage':
    case 'plan-item':
    case 'referral':
    case 'observation-by-author':
      return [];
  }
}

function listed(category: DataCategory | undefined): readonly DataCategory[] {
  return category === undefined ? [] : [category];
}
