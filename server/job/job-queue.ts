import { sql } from 'kysely';
import { asOwner, inTenant, type ArchwayDatabase, type TenantDatabase } from '../database/connect.ts';

/** A piece of background work: which, of whom, and about what. There is one of each at a time. */
export interface JobName {
  readonly organizationId: string;
  readonly kind: string;
  readonly key: string;
}

/** A job in the hands of one worker, until its lease runs out. */
export interface LeasedJob extends JobName {
  readonly token: string;
  /** How often it was begun, this time included. */
  readonly attempts: number;
  readonly wanted: number;
}

/** Times are the database's own: servers whose clocks differ agree on who holds what. */
const inSeconds = (seconds: number) => sql<string>`clock_timestamp() + make_interval(secs => ${seconds})`;

/** Asks for work in the transaction that makes it necessary. Asked for again, it is done at the earlier time. */
export async function enqueue(
  tenant: TenantDatabase,
  { organizationId, kind, key }: JobName,
  afterSeconds = 0,
): Promise<void> {
  await tenant
    .insertInto('job')
    .values({ organization_id: organizationId, kind, key, run_at: inSeconds(afterSeconds) })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'kind', 'key']).doUpdateSet({
        run_at: sql<string>`least(job.run_at, excluded.run_at)`,
        wanted: sql<number>`job.wanted + 1`,
      }),
    )
    .execute();
}

/** Some jobs of one organization, for whoever asked for them and waits. */
export interface OnlyJobs {
  readonly organizationId: string;
  readonly keys: readonly string[];
}

/** The work that is due longest and that nobody holds; the next of any organization, so it is the owner who looks. */
export function leaseNext(
  db: ArchwayDatabase,
  kinds: readonly string[],
  leaseSeconds: number,
  token: string,
  only?: OnlyJobs,
): Promise<LeasedJob | undefined> {
  return asOwner(db, async (owner) => {
    const any = owner
      .selectFrom('job')
      .select(['organization_id', 'kind', 'key'])
      .where('kind', 'in', kinds)
      .where('run_at', '<=', sql<string>`clock_timestamp()`)
      .where((or) =>
        or.or([or('leased_until', 'is', null), or('leased_until', '<=', sql<string>`clock_timestamp()`)]),
      );
    const wanted = only
      ? any.where('organization_id', '=', only.organizationId).where('key', 'in', only.keys)
      : any;
    const due = wanted.orderBy('run_at').limit(1).forUpdate().skipLocked();
    const row = await owner
      .with('due', () => due)
      .updateTable('job')
      .from('due')
      .whereRef('job.organization_id', '=', 'due.organization_id')
      .whereRef('job.kind', '=', 'due.kind')
      .whereRef('job.key', '=', 'due.key')
      .set({
        lease_token: token,
        leased_until: inSeconds(leaseSeconds),
        attempts: sql<number>`job.attempts + 1`,
      })
      .returning(['job.organization_id', 'job.kind', 'job.key', 'job.attempts', 'job.wanted'])
      .executeTakeFirst();
    return (
      row && {
        organizationId: row.organization_id,
        kind: row.kind,
        key: row.key,
        token,
        attempts: row.attempts,
        wanted: row.wanted,
      }
    );
  });
}

/** Holds the job to the end of the transaction; false where its lease ran out and somebody else has it. */
export async function holdLease(tenant: TenantDatabase, job: LeasedJob): Promise<boolean> {
  const row = await tenant
    .selectFrom('job')
    .select('key')
    .where('organization_id', '=', job.organizationId)
    .where('kind', '=', job.kind)
    .where('key', '=', job.key)
    .where('lease_token', '=', job.token)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** False where the lease was lost. */
export function extendLease(db: ArchwayDatabase, job: LeasedJob, leaseSeconds: number): Promise<boolean> {
  return change(db, job, (tenant) => held(tenant, job).set({ leased_until: inSeconds(leaseSeconds) }));
}

/** Done: the row goes, unless the work was asked for once more meanwhile. */
export async function finish(db: ArchwayDatabase, job: LeasedJob): Promise<void> {
  await inTenant(db, job.organizationId, async (tenant) => {
    await tenant
      .deleteFrom('job')
      .where('organization_id', '=', job.organizationId)
      .where('kind', '=', job.kind)
      .where('key', '=', job.key)
      .where('lease_token', '=', job.token)
      .where('wanted', '=', job.wanted)
      .execute();
    await held(tenant, job)
      .set({ lease_token: null, leased_until: null, attempts: 0, fault: null })
      .execute();
  });
}

/** To be done again later, or at once where it was asked for meanwhile; `fault` says where it failed. */
export async function postpone(
  db: ArchwayDatabase,
  job: LeasedJob,
  afterSeconds: number,
  fault: string | null = null,
): Promise<void> {
  await change(db, job, (tenant) =>
    held(tenant, job).set({
      lease_token: null,
      leased_until: null,
      run_at: sql<string>`CASE WHEN wanted = ${job.wanted} THEN ${inSeconds(afterSeconds)} ELSE clock_timestamp() END`,
      fault,
      ...(fault === null ? { attempts: 0 } : {}),
    }),
  );
}

function held(tenant: TenantDatabase, job: LeasedJob) {
  return tenant
    .updateTable('job')
    .where('organization_id', '=', job.organizationId)
    .where('kind', '=', job.kind)
    .where('key', '=', job.key)
    .where('lease_token', '=', job.token);
}

function change(
  db: ArchwayDatabase,
  job: LeasedJob,
  statement: (tenant: TenantDatabase) => {
    executeTakeFirst(): Promise<{ readonly numUpdatedRows: bigint }>;
  },
): Promise<boolean> {
  return inTenant(db, job.organizationId, async (tenant) => {
    const { numUpdatedRows } = await statement(tenant).executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}
