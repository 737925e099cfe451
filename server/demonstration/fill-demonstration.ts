import { addDays, type Instant } from '#domain/kernel/calendar-date.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import { inTenant, together, type ArchwayDatabase } from '../database/connect.ts';
import { knownPerson, type Person } from '../http/signed-in.ts';
import { actorOf, hashPassword } from '../identity/account.ts';
import { foundOrganization } from '../identity/found-organization.ts';
import { EvidenceRecord } from '../record/record.ts';
import { demonstrationOrganization, demonstrationPassword, demonstrationStaff } from './accounts.ts';
import { Chance } from './chance.ts';
import { demonstrationPractice, demonstrationTimeZone } from './demonstration-practice.ts';
import { PracticeDays } from './practice-days.ts';
import { perform } from './story-world.ts';
import { tellCases } from './tell-cases.ts';

const seed = 9992;

/**
 * Writes the demonstration organization: practice, staff, payers, directory, and the cases of the last months, each
 * step through the same use cases as a person's and at its own moment. All of it or nothing is kept. Takes seconds.
 */
export async function fillDemonstration(archway: Archway, say: (line: string) => void): Promise<void> {
  const now = archway.record.now();
  await together(archway.record.db, async (joined) => {
    const { past, setClock } = pastArchway(archway, joined, now);
    await foundPractice(past);
    say('demonstration: practice, payers and directory are there');
    await perform(tellCases(seed, now), past, await everybody(past), setClock);
  });
  say('demonstration: cases are there');
}

/** Archway with a clock and ids of its own: it begins some months ago, and moves as the stories do. */
function pastArchway(archway: Archway, db: ArchwayDatabase, now: Instant) {
  const days = new PracticeDays(now, demonstrationTimeZone);
  const chance = new Chance(seed);
  let clock = days.moment(addDays(days.today, -200), 9 * 3600);
  const record = new EvidenceRecord({
    db,
    signer: archway.record.signer,
    now: () => clock,
    newId: () => chance.uuid(),
  });
  const past: Archway = { ...archway, record };
  return {
    past,
    setClock: (moment: Instant) => {
      clock = moment;
    },
  };
}

async function everybody(archway: Archway): Promise<ReadonlyMap<string, Person>> {
  const people = new Map<string, Person>();
  for (const { staffId } of demonstrationStaff) {
    const person = await knownPerson(archway, { organizationId: demonstrationOrganization, staffId });
    if (person) people.set(staffId, person);
  }
  return people;
}

async function foundPractice(archway: Archway): Promise<void> {
  const members = demonstrationStaff.map(({ email: _, ...member }) => ({
    ...member,
    active: true,
    team: 'Coordination',
    ...(member.role === 'dentist' ? { providerId: 'provider-raman' } : {}),
  }));
  const administrator = members.find(({ role }) => role === 'administrator');
  const account = demonstrationStaff.find(({ role }) => role === 'administrator');
  if (!administrator || !account) throw new Error('the demonstration has no administrator');
  const founded = await foundOrganization(archway, {
    organizationId: demonstrationOrganization,
    organizationName: 'Cedar Street Dental (demonstration)',
    demonstration: true,
    administrator,
    email: account.email,
    password: demonstrationPassword,
  });
  if (isRefusal(founded)) throw new Error(founded.code);
  const recorded = await archway.record.write(
    demonstrationOrganization,
    actorOf(administrator),
    { practice: true },
    async (writing) =>
      writing.appendToPractice([
        ...members
          .filter(({ staffId }) => staffId !== administrator.staffId)
          .map((staff) => ({
            type: 'practice.staff-recorded' as const,
            occurredAt: writing.now,
            data: { staff },
          })),
        ...demonstrationPractice(writing.now),
      ]),
  );
  if (isRefusal(recorded)) throw new Error(recorded.code);
  await recordAccounts(archway, administrator.staffId);
}

/** One hash serves all: the password is published anyway, and a first start should be quick. */
async function recordAccounts(archway: Archway, exceptStaffId: string): Promise<void> {
  const passwordHash = await hashPassword(demonstrationPassword);
  await inTenant(archway.record.db, demonstrationOrganization, (tenant) =>
    tenant
      .insertInto('account')
      .values(
        demonstrationStaff
          .filter(({ staffId }) => staffId !== exceptStaffId)
          .map(({ staffId, email }) => ({
            organization_id: demonstrationOrganization,
            staff_id: staffId,
            email,
            password_hash: passwordHash,
            second_factor_secret: null,
            locale: 'en',
            active: true,
          })),
      )
      .execute(),
  );
}
