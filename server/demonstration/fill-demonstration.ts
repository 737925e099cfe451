import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import { inTenant } from '../database/connect.ts';
import { actorOf, hashPassword } from '../identity/account.ts';
import { foundOrganization } from '../identity/found-organization.ts';
import { demonstrationPassword, demonstrationStaff } from './accounts.ts';
import { demonstrationPractice } from './demonstration-practice.ts';

export const demonstrationOrganization = 'demonstration';

/** Writes the demonstration organization: practice, staff, payers, directory, and its cases. */
export async function fillDemonstration(archway: Archway, say: (line: string) => void): Promise<void> {
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
  if (isRefusal(founded)) throw new Error(founded.why);
  const who = actorOf(administrator);
  const recorded = await archway.record.write(
    demonstrationOrganization,
    who,
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
  if (isRefusal(recorded)) throw new Error(recorded.why);
  await recordAccounts(archway, administrator.staffId);
  say('demonstration: practice, payers and directory are there');
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
