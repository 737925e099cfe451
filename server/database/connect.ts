import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Database } from './schema-types.ts';

export type ArchwayDatabase = Kysely<Database>;

/** What a piece of work inside a tenant may do; beginning and ending the transaction is not its business. */
export type TenantDatabase = Pick<
  ArchwayDatabase,
  | 'selectFrom'
  | 'selectNoFrom'
  | 'insertInto'
  | 'updateTable'
  | 'deleteFrom'
  | 'mergeInto'
  | 'with'
  | 'withRecursive'
  | 'fn'
  | 'case'
  | 'dynamic'
  | 'executeQuery'
  | 'getExecutor'
>;

export interface Connection {
  readonly db: ArchwayDatabase;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const { builtins } = pg.types;

const parsers = new Map<number, (text: string) => unknown>([
  // A birth date as a JavaScript Date moves with the time zone; a calendar date stays text.
  [builtins.DATE, (text) => text],
  [builtins.NUMERIC, (text) => text],
  [builtins.INT8, exactInteger],
  [builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()],
]);

/** Our int8 columns are positions, cents and counts: a number, as long as it is exact. */
function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`int8 ${text} is beyond the exact integers`);
  return value;
}

/**
 * What the columns become: date and numeric text, int8 an exact number (else it throws), timestamptz an ISO UTC
 * instant in milliseconds, jsonb parsed. Give jsonb as JSON text: pg would write an array as a PostgreSQL array.
 */
const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
    const theirs: (text: string) => unknown = pg.types.getTypeParser(oid, format);
    return (format === 'binary' ? undefined : parsers.get(oid)) ?? theirs;
  },
};

/** `onIdleError`: an unused connection was lost (the database restarted); the pool opens another by itself. */
export function connect(
  config: pg.PoolConfig,
  onIdleError: (error: Error) => void = () => undefined,
): Connection {
  const pool = new pg.Pool({ max: 10, application_name: 'archway', ...config, types: columnTypes });
  pool.on('error', onIdleError);
  // A connection that is lost between two statements of a transaction: the next statement fails and tells it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  // Not db.destroy(): it leaves a pool open that Kysely itself has not used yet.
  return { db, pool, close: () => pool.end() };
}

/**
 * Runs `work` in one transaction in which row-level security shows and accepts only rows of this organization.
 * The role and the organization end with the transaction, so that a pooled connection never carries them over.
 * When `work` throws, everything is undone and the error goes on.
 */
export function inTenant<Result>(
  db: ArchwayDatabase,
  organizationId: string,
  work: (tenant: TenantDatabase) => Promise<Result>,
): Promise<Result> {
  const organization = pg.escapeLiteral(organizationId);
  const enter = `SET LOCAL ROLE archway_app; SELECT set_config('archway.organization_id', ${organization}, true)`;
  return inTransaction(db, enter, work);
}

/** One transaction outside any organization, as the owner of the tables: for what no tenant may do. */
export function asOwner<Result>(
  db: ArchwayDatabase,
  work: (owner: TenantDatabase) => Promise<Result>,
): Promise<Result> {
  return inTransaction(db, 'SET LOCAL ROLE NONE', work);
}

/**
 * Many pieces of work kept together or not at all: inside, what `inTenant` and `asOwner` do with the database that
 * `work` is given becomes one transaction, kept when `work` is done and undone when it throws.
 */
export function together<Result>(
  db: ArchwayDatabase,
  work: (joined: ArchwayDatabase) => Promise<Result>,
): Promise<Result> {
  return db.connection().execute(async (connection) => {
    joined.add(connection);
    try {
      return await bracket(connection, whole, '', () => work(connection));
    } finally {
      joined.delete(connection);
    }
  });
}

interface Brackets {
  readonly begin: string;
  readonly keep: string;
  readonly undo: string;
}

const whole: Brackets = { begin: 'BEGIN', keep: 'COMMIT', undo: 'ROLLBACK' };
const part: Brackets = {
  begin: 'SAVEPOINT part',
  keep: 'RELEASE SAVEPOINT part',
  undo: 'ROLLBACK TO SAVEPOINT part',
};

/** Databases that `together` has handed out: their pieces of work are parts of a transaction. */
const joined = new WeakSet<ArchwayDatabase>();

function inTransaction<Result>(
  db: ArchwayDatabase,
  enter: string,
  work: (transaction: TenantDatabase) => Promise<Result>,
): Promise<Result> {
  const brackets = joined.has(db) ? part : whole;
  return db
    .connection()
    .execute((connection) => bracket(connection, brackets, enter, () => work(connection)));
}

async function bracket<Result>(
  connection: ArchwayDatabase,
  { begin, keep, undo }: Brackets,
  enter: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    await sql.raw(`${begin}; ${enter}`).execute(connection);
    const result = await work();
    // COMMIT alone would quietly roll back when `work` swallowed a failed statement; the SELECT fails instead.
    await sql.raw(`SELECT 1; ${keep}`).execute(connection);
    return result;
  } catch (error) {
    await rollBack(connection, undo);
    throw error;
  }
}

async function rollBack(connection: ArchwayDatabase, undo: string): Promise<void> {
  try {
    await sql.raw(undo).execute(connection);
  } catch {
    // The connection is gone and PostgreSQL has rolled back by itself; the first error is the one to tell.
  }
}
