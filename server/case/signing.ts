import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import { inTenant } from '../database/connect.ts';
import type { Person } from '../http/signed-in.ts';
import { checkPassword } from '../identity/account.ts';

/** Signing asks again who it is; undefined when password and second factor fit. */
export async function refuseWithoutPassword(
  archway: Archway,
  person: Person,
  secret: { readonly password: string; readonly code?: string },
): Promise<Refusal | undefined> {
  const checked = await inTenant(archway.record.db, person.organizationId, (tenant) =>
    checkPassword(tenant, person, secret, archway.record.now()),
  );
  return isRefusal(checked)
    ? { ...checked, code: checked.code.replace('sign-in/', 'signature/'), at: '/password' }
    : undefined;
}
