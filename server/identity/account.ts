import { hash, verify } from '@node-rs/argon2';
import { sql } from 'kysely';
import { generateSecret, verifySync } from 'otplib';
import type { Actor } from '#domain/audit/event.ts';
import type { Instant } from '#domain/kernel/calendar-date.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { StaffMember } from '#domain/practice/practice-events.ts';
import type { TenantDatabase } from '../database/connect.ts';

export interface NewAccount {
  readonly organizationId: string;
  readonly staffId: string;
  readonly email: string;
  readonly password: string;
}

type Who = Pick<NewAccount, 'organizationId' | 'staffId'>;

/** Argon2id, the library's default, as OWASP's password storage advice has it: 19 MiB, two passes, one lane. */
const hashing = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const attemptsBeforeLock = 10;
export const lockMinutes = 15;

export function actorOf(staff: StaffMember): Actor {
  const base = { kind: 'staff' as const, id: staff.staffId, name: staff.name, role: staff.role };
  return staff.credential === undefined ? base : { ...base, credential: staff.credential };
}

export async function hashPassword(password: string): Promise<string> {
  return hash(password, hashing);
}

/**
 * Opens an account, or replaces the one that is there: a lost password and a lost authenticator are mended so, and
 * whoever was signed in with the old ones is no longer.
 */
export async function recordAccount(tenant: TenantDatabase, account: NewAccount): Promise<void> {
  const row = {
    email: account.email.trim().toLowerCase(),
    password_hash: await hashPassword(account.password),
    second_factor_secret: null,
    active: true,
    failed_attempts: 0,
    locked_until: null,
  };
  await tenant
    .insertInto('account')
    .values({
      organization_id: account.organizationId,
      staff_id: account.staffId,
      locale: 'en',
      ...row,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'staff_id']).doUpdateSet(row))
    .execute();
  await endSessions(tenant, account);
}

/** Whether somebody else, of this practice or of another in the same database, signs in with this address. */
export async function addressTaken(tenant: TenantDatabase, who: Who, email: string): Promise<boolean> {
  const { rows } = await sql<{
    organization_id: string;
    staff_id: string;
  }>`SELECT * FROM find_account(${email.trim()})`.execute(tenant);
  return rows.some((row) => row.organization_id !== who.organizationId || row.staff_id !== who.staffId);
}

/** The staff ids of a practice that have an account in use. */
export async function whoCanSignIn(
  tenant: TenantDatabase,
  { organizationId }: Pick<Who, 'organizationId'>,
): Promise<ReadonlySet<string>> {
  const rows = await tenant
    .selectFrom('account')
    .select('staff_id')
    .where('organization_id', '=', organizationId)
    .where('active', '=', true)
    .execute();
  return new Set(rows.map((row) => row.staff_id));
}

/** Whoever leaves the practice signs in no more, and is signed off at once. */
export async function setAccountActive(tenant: TenantDatabase, who: Who, active: boolean): Promise<void> {
  await tenant
    .updateTable('account')
    .set({ active })
    .where('organization_id', '=', who.organizationId)
    .where('staff_id', '=', who.staffId)
    .execute();
  if (!active) await endSessions(tenant, who);
}

async function endSessions(tenant: TenantDatabase, who: Who): Promise<void> {
  await tenant
    .deleteFrom('session')
    .where('organization_id', '=', who.organizationId)
    .where('staff_id', '=', who.staffId)
    .execute();
}

let nobodysHash: Promise<string> | undefined;

/**
 * The answer where there is no account: the same as to a wrong password, and as late, so that neither its words nor
 * its time tell which addresses have accounts.
 */
export async function refuseNobody(password: string): Promise<Refusal> {
  nobodysHash ??= hashPassword('of nobody');
  await verify(await nobodysHash, password);
  return wrong();
}

const wrong = () => refuse('sign-in/wrong');

/**
 * Checks a password and, where one is set up, the second factor. Ten wrong attempts close the account for fifteen
 * minutes. The answer to a wrong address and to a wrong password is the same.
 */
export async function checkPassword(
  tenant: TenantDatabase,
  who: Who,
  secret: { readonly password: string; readonly code?: string },
  now: Instant,
): Promise<true | Refusal> {
  const account = await tenant
    .selectFrom('account')
    .selectAll()
    .where('organization_id', '=', who.organizationId)
    .where('staff_id', '=', who.staffId)
    .executeTakeFirst();
  if (!account?.active) return refuseNobody(secret.password);
  if (account.locked_until !== null && account.locked_until > now)
    return refuse('sign-in/locked', { attemptsBeforeLock, lockMinutes });
  if (!(await verify(account.password_hash, secret.password))) {
    await countFailure(tenant, who, now);
    return wrong();
  }
  if (account.second_factor_secret !== null) {
    if (!secret.code) return refuse('sign-in/code-needed', {}, '/code');
    if (!verifySync({ secret: account.second_factor_secret, token: secret.code }).valid) {
      await countFailure(tenant, who, now);
      return refuse('sign-in/code-wrong', {}, '/code');
    }
  }
  if (account.failed_attempts > 0) await forgetFailures(tenant, who);
  return true;
}

/** Counted in the database, so that attempts at the same time count each. The tenth begins the wait, and a new count. */
async function countFailure(tenant: TenantDatabase, who: Who, now: Instant): Promise<void> {
  const { failed_attempts: failures } = await tenant
    .updateTable('account')
    .set(({ eb }) => ({ failed_attempts: eb('failed_attempts', '+', 1) }))
    .where('organization_id', '=', who.organizationId)
    .where('staff_id', '=', who.staffId)
    .returning('failed_attempts')
    .executeTakeFirstOrThrow();
  if (failures < attemptsBeforeLock) return;
  const lockedUntil = new Date(Date.parse(now) + lockMinutes * 60_000).toISOString();
  await setAttempts(tenant, who, { failed_attempts: 0, locked_until: lockedUntil });
}

function forgetFailures(tenant: TenantDatabase, who: Who): Promise<void> {
  return setAttempts(tenant, who, { failed_attempts: 0, locked_until: null });
}

async function setAttempts(
  tenant: TenantDatabase,
  who: Who,
  attempts: { readonly failed_attempts: number; readonly locked_until: string | null },
): Promise<void> {
  await tenant
    .updateTable('account')
    .set(attempts)
    .where('organization_id', '=', who.organizationId)
    .where('staff_id', '=', who.staffId)
    .execute();
}

/** A new secret for an authenticator app; it counts only after `confirmSecondFactor`. */
export function newSecondFactor(): string {
  return generateSecret();
}

/** Puts the second factor on. One that is on is first put off, so that an unwatched screen cannot exchange it. */
export async function confirmSecondFactor(
  tenant: TenantDatabase,
  who: Who,
  secret: string,
  code: string,
): Promise<true | Refusal> {
  const account = await tenant
    .selectFrom('account')
    .select('second_factor_secret')
    .where('organization_id', '=', who.organizationId)
    .where('staff_id', '=', who.staffId)
    .executeTakeFirstOrThrow();
  if (account.second_factor_secret !== null) return refuse('second-factor/already-on');
  if (!/^[A-Z2-7]{16,64}$/.test(secret) || !verifySync({ secret, token: code }).valid)
    return refuse('second-factor/wrong', {}, '/code');
  await setSecondFactor(tenant, who, secret);
  return true;
}

/** Puts the second factor off, after password and code were checked. */
export async function removeSecondFactor(tenant: TenantDatabase, who: Who): Promise<void> {
  await setSecondFactor(tenant, who, null);
}

async function setSecondFactor(tenant: TenantDatabase, who: Who, secret: string | null): Promise<void> {
  await tenant
    .updateTable('account')
    .set({ second_factor_secret: secret })
    .where('organization_id', '=', who.organizationId)
    .where('staff_id', '=', who.staffId)
    .execute();
}
