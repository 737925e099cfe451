import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import { isHolder, type FamilyMember, type FindHolder } from '#domain/coverage/circle-of-children.ts';
import { searchable } from '../record/read-models.ts';
import type { Reading } from '../record/record.ts';

/** More than any family has, so that a practice full of one name is not read as a whole. */
const mostMembers = 40;

/** Patients who may hold the plan of a child, those whose children they are in turn, and so on. */
export async function holdersAmong(reading: Reading, coverage: Coverage): Promise<FindHolder> {
  const found = new Map<string, FamilyMember>();
  let asked: readonly Coverage[] = [coverage];
  while (asked.length > 0 && found.size < mostMembers) {
    const next: Coverage[] = [];
    for (const { subscriber } of asked) {
      if (subscriber.relationship !== 'child') continue;
      for (const member of await namedSo(reading, subscriber)) {
        if (found.has(member.personId)) continue;
        found.set(member.personId, member);
        next.push(...member.coverages);
      }
    }
    asked = next;
  }
  return (holder) => [...found.values()].filter((member) => isHolder(holder, member));
}

async function namedSo(reading: Reading, holder: Coverage['subscriber']): Promise<readonly FamilyMember[]> {
  const name = searchable(`${holder.lastName} ${holder.firstName}`);
  const rows = await reading.tenant
    .selectFrom('patient_summary')
    .select('patient_id')
    .where('organization_id', '=', reading.organizationId)
    .where('search_name', '=', name)
    .limit(mostMembers)
    .execute();
  const members: FamilyMember[] = [];
  for (const { patient_id: personId } of rows) {
    const patient = await reading.patient(personId);
    if (!patient?.demographics) continue;
    const { firstName, lastName, birthDate } = patient.demographics;
    const coverages = [...patient.coverages.values()].map(({ value }) => value);
    members.push({ personId, firstName, lastName, birthDate, coverages });
  }
  return members;
}
