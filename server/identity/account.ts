import { hash, verify } from '@node-rs/argon2';
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

/** Argon2id, the library's default, as OWASP's password storage advice has it: 19 MiB, two passes, one lane. */
const hashing = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const attemptsBeforeLock = 10;
const lockMinutes = 15;

export function actorOf(staff: StaffMember): Actor {
  const base = { kind: 'staff' as const, id: staff.staffId, name: staff.name, role: staff.role };
  return staff.credential === undefined ? base : { ...base, credential: staff.credential };
}

export async function hashPassword(password: string): Promise<string> {
  return hash(password, hashing);
}

export async function recordAccount(tenant: TenantDatabase, account: NewAccount): Promise<void> {
  const row = {
    email: account.email.trim().toLowerCase(),
    password_hash: await hashPassword(account.password),
    active: true,
  };
  await tenant
    .insertInto('account')
    .values({
      organization_id: account.organizationId,
      staff_id: account.staffId,
      second_factor_secret: null,
      locale: 'en',
      ...row,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'staff_id']).doUpdateSet(row))
    .execute();
}

const wrong = () =>
  refuse(
    'sign-in/wrong',
    'This e-mail address and password do not fit.',
    'One of them is mistyped, or the account was closed.',
    'Try again, or ask your administrator for a new password.',
  );

/**
 * Checks a password and, where one is set up, the second factor. Ten wrong attempts close the account for fifteen
 * minutes. The answer to a wrong address and to a wrong password is the same.
 */
export async function checkPassword(
  tenant: TenantDatabase,
  who: { readonly organizationId: string; readonly staffId: string },
  secret: { readonly password: string; readonly code?: string },
  now: Instant,
): Promise<true | Refusal> {
  const account = await tenant
    .selectFrom('account')
    .selectAll()
    .where('organization_id', '=', who.organizationId)
    .where('staff_id', '=', who.staffId)
    .executeTakeFirst();
  if (!account?.active) return wrong();
  if (account.locked_until !== null && account.locked_until > now)
    return refuse(
      'sign-in/locked',
      'This account is closed for a while.',
      `There were ${attemptsBeforeLock} wrong attempts to sign in.`,
      `Try again in ${lockMinutes} minutes, or ask your administrator.`,
    );
  if (!(await verify(account.password_hash, secret.password))) {
    await countFailure(tenant, who, account.failed_attempts + 1, now);
    return wrong();
  }
  if (account.second_factor_secret !== null) {
    if (!secret.code)
      return refuse(
        'sign-in/code-needed',
        'The second factor is missing.',
        'This account asks for a code from an authenticator.',
        'Type the six digits that it shows now.',
        '/code',
      );
    if (!verifySync({ secret: account.second_factor_secret, token: secret.code }).valid) {
      await countFailure(tenant, who, account.failed_attempts + 1, now);
      return refuse(
        'sign-in/code-wrong',
        'The code does not fit.',
        'It is mistyped, or half a minute too old.',
        'Type the six digits that the authenticator shows now.',
        '/code',
      );
    }
  }
  if (account.failed_attempts > 0) await countFailure(tenant, who, 0, now);
  return true;
}

async function countFailure(
  tenant: TenantDatabase,
  who: { readonly organizationId: string; readonly staffId: string },
  failures: number,
  now: Instant,
): Promise<void> {
  const lockedUntil =
    failures >= attemptsBeforeLock ? new Date(Date.parse(now) + lockMinutes * 60_000).toISOString() : null;
  await tenant
    .updateTable('account')
    .set({ failed_attempts: failures, locked_until: lockedUntil })
    .where('organization_id', '=', who.organizationId)
    .where('staff_id', '=', who.staffId)
    .execute();
}

/** A new secret for an authenticator app; it counts only after `confirmSecondFactor`. */
export function newSecondFactor(): string {
  return generateSecret();
}

export async function confirmSecondFactor(
  tenant: TenantDatabase,
  who: { readonly organizationId: string; readonly staffId: string },
  secret: string,
  code: string,
): Promise<true | Refusal> {
  if (!/^[A-Z2-7]{16,64}$/.test(secret) || !verifySync({ secret, token: code }).valid)
    return refuse(
      'second-factor/wrong',
      'The code does not fit.',
      'The authenticator has not learned the secret yet, or the code is too old.',
      'Scan the secret again and type the six digits that it shows now.',
      '/code',
    );
  await tenant
    .updateTable('account')
    .set({ second_factor_secret: secret })
    .where('organization_id', '=', who.organizationId)
    .where('staff_id', '=', who.staffId)
    .execute();
  return true;
}
