import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import { inTenant } from '../database/connect.ts';
import type { Person } from '../http/signed-in.ts';
import { attemptsBeforeLock, checkPassword, lockMinutes } from '../identity/account.ts';

/** Signing asks again who it is; undefined when password and second factor fit. */
export async function refuseWithoutPassword(
  archway: Archway,
  person: Person,
  secret: { readonly password: string; readonly code?: string },
): Promise<Refusal | undefined> {
  const checked = await inTenant(archway.record.db, person.organizationId, (tenant) =>
    checkPassword(tenant, person, secret, archway.record.now()),
  );
  return isRefusal(checked) ? asSigning(checked) : undefined;
}

/** In words of signing: whoever is signed in already gave no e-mail address, and stays signed in. */
function asSigning({ code }: Refusal): Refusal {
  switch (code) {
    case 'sign-in/locked':
      return refuse('signature/locked', { attemptsBeforeLock, lockMinutes }, '/password');
    case 'sign-in/code-needed':
      return refuse('signature/code-needed', {}, '/code');
    case 'sign-in/code-wrong':
      return refuse('signature/code-wrong', {}, '/code');
    default:
      return refuse('signature/wrong', {}, '/password');
  }
}
