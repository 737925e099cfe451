import { sql } from 'kysely';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { StaffMember } from '#domain/practice/practice-events.ts';
import type { Archway } from '../archway.ts';
import { newUuid } from '../clock.ts';
import { asOwner, type TenantDatabase } from '../database/connect.ts';
import { refuseTimeZone } from '../practice/refuse-time-zone.ts';
import { actorOf, recordAccount } from './account.ts';
import type { SignedIn } from './session.ts';

export interface Founding {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly demonstration: boolean;
  readonly administrator: StaffMember;
  readonly email: string;
  readonly password: string;
  /** Where days of service are counted until there is a profile; left out where the profile comes at once. */
  readonly timeZone?: string;
}

export async function organizationCount(archway: Pick<Archway, 'record'>): Promise<number> {
  const row = await asOwner(archway.record.db, (owner) =>
    owner
      .selectFrom('organization')
      .select((query) => query.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  );
  return row.count;
}

/**
 * Makes an organization with its first administrator, whole or not at all. `only` says that it must be the first
 * of this database: of two that come at once, one is refused.
 */
export async function foundOrganization(
  archway: Pick<Archway, 'record'>,
  founding: Founding,
  only?: 'first',
): Promise<SignedIn | Refusal> {
  const { organizationId, administrator } = founding;
  return archway.record.write(organizationId, actorOf(administrator), { practice: true }, async (writing) => {
    if (only === 'first' && !(await isFirst(archway, writing.tenant))) return alreadySetUp;
    await writing.tenant
      .insertInto('organization')
      .values({
        organization_id: organizationId,
        name: founding.organizationName,
        demonstration: founding.demonstration,
        created_at: writing.now,
      })
      .execute();
    await recordAccount(writing.tenant, {
      organizationId,
      staffId: administrator.staffId,
      email: founding.email,
      password: founding.password,
    });
    const { timeZone } = founding;
    await writing.appendToPractice([
      ...(timeZone === undefined
        ? []
        : [{ type: 'practice.founded' as const, occurredAt: writing.now, data: { timeZone } }]),
      { type: 'practice.staff-recorded', occurredAt: writing.now, data: { staff: administrator } },
    ]);
    return { organizationId, staffId: administrator.staffId };
  });
}

/** Whoever sets up the first organization holds this lock until it is there. */
const setUpLock = 46_000_002;

async function isFirst(archway: Pick<Archway, 'record'>, tenant: TenantDatabase): Promise<boolean> {
  // Tried, not waited for: those who wait would keep the connection that counting needs.
  const { rows } = await sql<{ got: boolean }>`SELECT pg_try_advisory_xact_lock(${setUpLock}) AS got`.execute(
    tenant,
  );
  return rows[0]?.got === true && (await organizationCount(archway)) === 0;
}

const alreadySetUp = refuse('permission/already-set-up');

/** The first-run page of an empty database; refused once there is an organization. */
export async function setUpFirstOrganization(
  archway: Archway,
  request: {
    readonly organizationName: string;
    readonly administratorName: string;
    readonly email: string;
    readonly password: string;
    readonly timeZone: string;
  },
): Promise<SignedIn | Refusal> {
  const unknown = refuseTimeZone(request.timeZone, '/timeZone');
  if (unknown) return unknown;
  const founding: Founding = {
    organizationId: newUuid(),
    organizationName: request.organizationName.trim(),
    demonstration: false,
    administrator: {
      staffId: newUuid(),
      name: request.administratorName.trim(),
      role: 'administrator',
      active: true,
    },
    email: request.email,
    password: request.password,
    timeZone: request.timeZone,
  };
  return foundOrganization(archway, founding, 'first');
}
