import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '#domain/kernel/calendar-date.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { asOwner, inTenant, type ArchwayDatabase } from '../database/connect.ts';
import { logAccess, type AccessLogEntry } from './access-log.ts';
import { checkPassword, refuseNobody } from './account.ts';

export interface SignedIn {
  readonly organizationId: string;
  readonly staffId: string;
  /** The page that a patient holds in their hands; nothing else is answered meanwhile. */
  readonly handedOver?: HandedOver;
}

export interface HandedOver {
  readonly caseId: string;
  readonly sheetId: string;
}

/** Signed off after half an hour without use, and after twelve hours in any case. 45 CFR 164.312(a)(2)(iii). */
const idleMinutes = 30;
const longestHours = 12;

function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The organization and person that an e-mail address and password belong to. A wrong attempt on an account is logged. */
export async function authenticate(
  db: ArchwayDatabase,
  secret: { readonly email: string; readonly password: string; readonly code?: string },
  now: Instant,
  through: AccessLogEntry['through'],
): Promise<SignedIn | Refusal> {
  const found = await asOwner(db, (owner) =>
    sql<{
      organization_id: string;
      staff_id: string;
    }>`SELECT * FROM find_account(${secret.email.trim()})`.execute(owner),
  );
  const row = found.rows[0];
  if (!row) return refuseNobody(secret.password);
  const who = { organizationId: row.organization_id, staffId: row.staff_id };
  const checked = await inTenant(db, who.organizationId, (tenant) => checkPassword(tenant, who, secret, now));
  if (!isRefusal(checked)) return who;
  await logAccess(db, { ...who, at: now, through, action: 'sign-in', outcome: 'refused' });
  return checked;
}

/** Returns the token for the cookie; only its hash is kept. */
export async function openSession(db: ArchwayDatabase, who: SignedIn, now: Instant): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await inTenant(db, who.organizationId, (tenant) =>
    tenant
      .insertInto('session')
      .values({
        organization_id: who.organizationId,
        token_hash: tokenHash(token),
        staff_id: who.staffId,
        created_at: now,
        last_used_at: now,
        expires_at: new Date(Date.parse(now) + longestHours * 3_600_000).toISOString(),
      })
      .execute(),
  );
  return token;
}

/** Undefined when the token is unknown, idle for too long, or at its end. */
export async function useSession(
  db: ArchwayDatabase,
  token: string,
  now: Instant,
): Promise<SignedIn | undefined> {
  const wanted = tokenHash(token);
  const found = await asOwner(db, (owner) =>
    sql<{ organization_id: string; staff_id: string }>`SELECT * FROM find_session(${wanted})`.execute(owner),
  );
  const row = found.rows[0];
  if (!row) return undefined;
  const who = { organizationId: row.organization_id, staffId: row.staff_id };
  return inTenant(db, who.organizationId, async (tenant) => {
    const session = await tenant
      .selectFrom('session')
      .innerJoin('account', (join) =>
        join
          .onRef('account.organization_id', '=', 'session.organization_id')
          .onRef('account.staff_id', '=', 'session.staff_id'),
      )
      .select([
        'session.last_used_at',
        'session.expires_at',
        'session.handed_over_case',
        'session.handed_over_sheet',
        'account.active',
      ])
      .where('session.organization_id', '=', who.organizationId)
      .where('session.token_hash', '=', wanted)
      .executeTakeFirst();
    if (!session?.active) return undefined;
    const idle = Date.parse(now) - Date.parse(session.last_used_at);
    if (session.expires_at <= now || idle > idleMinutes * 60_000) {
      await tenant
        .deleteFrom('session')
        .where('organization_id', '=', who.organizationId)
        .where('token_hash', '=', wanted)
        .execute();
      return undefined;
    }
    if (idle > 60_000)
      await tenant
        .updateTable('session')
        .set({ last_used_at: now })
        .where('organization_id', '=', who.organizationId)
        .where('token_hash', '=', wanted)
        .execute();
    const { handed_over_case: caseId, handed_over_sheet: sheetId } = session;
    return caseId === null || sheetId === null ? who : { ...who, handedOver: { caseId, sheetId } };
  });
}

/** Hands the screen of a session to a patient, or takes it back. */
export async function handOver(
  db: ArchwayDatabase,
  who: SignedIn,
  token: string,
  page: HandedOver | undefined,
): Promise<void> {
  await inTenant(db, who.organizationId, (tenant) =>
    tenant
      .updateTable('session')
      .set({ handed_over_case: page?.caseId ?? null, handed_over_sheet: page?.sheetId ?? null })
      .where('organization_id', '=', who.organizationId)
      .where('token_hash', '=', tokenHash(token))
      .execute(),
  );
}

export async function closeSession(db: ArchwayDatabase, who: SignedIn, token: string): Promise<void> {
  await inTenant(db, who.organizationId, (tenant) =>
    tenant
      .deleteFrom('session')
      .where('organization_id', '=', who.organizationId)
      .where('token_hash', '=', tokenHash(token))
      .execute(),
  );
}
