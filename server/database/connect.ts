import { CompiledQuery, Kysely } from 'kysely';
import pg from 'pg';
import { PipelinedDialect, sessionOf, type Session } from './internal/pipelined-dialect.ts';
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

export interface ConnectOptions {
  /** An unused connection was lost (the database restarted); the pool opens another by itself. */
  readonly onIdleError?: (error: Error) => void;
  /**
   * False where a pooler may give each transaction another session: then no statement is prepared, since the next
   * session would not know it.
   */
  readonly sessionsAreOurs?: boolean;
}

export function connect(config: pg.PoolConfig, options: ConnectOptions = {}): Connection {
  const pool = new pg.Pool({
    max: 10,
    application_name: 'archway',
    ...config,
    types: columnTypes,
    pipeline: true,
  });
  pool.on('error', options.onIdleError ?? (() => undefined));
  // A connection that is lost between two statements of a transaction: the next statement fails and tells it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Database>({ dialect: new PipelinedDialect(pool, options.sessionsAreOurs ?? true) });
  // Not db.destroy(): it leaves a pool open that Kysely itself has not used yet.
  return { db, pool, close: () => pool.end() };
}

/**
 * Sends a statement of the transaction and waits for nothing; statements are run in the order in which they were
 * sent. When one fails, the transaction is undone, and its error is the one that is thrown. For statements that come
 * again and again: they are planned once a session.
 */
export type Send = (query: CompiledQuery) => void;

/**
 * Runs `work` in one transaction in which row-level security shows and accepts only rows of this organization.
 * The role and the organization end with the transaction, so that a pooled connection never carries them over.
 * When `work` throws, everything is undone and the error goes on.
 */
export function inTenant<Result>(
  db: ArchwayDatabase,
  organizationId: string,
  work: (tenant: TenantDatabase, send: Send) => Promise<Result>,
): Promise<Result> {
  return inTransaction(db, 'archway_app', [organization(organizationId)], work);
}

function organization(organizationId: string): CompiledQuery {
  return CompiledQuery.raw(`SELECT set_config('archway.organization_id', $1, true)`, [organizationId]);
}

/** One transaction outside any organization, as the owner of the tables: for what no tenant may do. */
export function asOwner<Result>(
  db: ArchwayDatabase,
  work: (owner: TenantDatabase) => Promise<Result>,
): Promise<Result> {
  return inTransaction(db, 'NONE', [], work);
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
      return await bracket(connection, [CompiledQuery.raw(whole.begin)], whole, () => work(connection));
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
  role: string,
  organization: readonly CompiledQuery[],
  work: (transaction: TenantDatabase, send: Send) => Promise<Result>,
): Promise<Result> {
  const { begin, ...brackets } = joined.has(db) ? part : whole;
  const entered = [CompiledQuery.raw(`${begin}; SET LOCAL ROLE ${role}`), ...organization];
  return db.connection().execute((connection) => bracket(connection, entered, brackets, work));
}

/**
 * The beginning is sent and not waited for: should it fail, the transaction is aborted, and whatever was sent after
 * it fails as well.
 */
async function bracket<Result>(
  connection: ArchwayDatabase,
  entered: readonly CompiledQuery[],
  { keep, undo }: Omit<Brackets, 'begin'>,
  work: (transaction: ArchwayDatabase, send: Send) => Promise<Result>,
): Promise<Result> {
  const session = await heldSession(connection);
  const sent: Promise<unknown>[] = [];
  const send: Send = (query) => {
    const answer = session.executeAgain(query);
    // It is told when the transaction ends.
    answer.catch(() => undefined);
    sent.push(answer);
  };
  try {
    entered.forEach(send);
    const result = await work(connection, send);
    send(CompiledQuery.raw(keep));
    await Promise.all(sent);
    return result;
  } catch (error) {
    const answers = await Promise.allSettled(sent);
    const first = answers.find((answer) => answer.status === 'rejected');
    await rollBack(session, undo);
    throw first ? first.reason : error;
  }
}

/** The session that a Kysely of one connection holds, to send to it directly: Kysely itself waits for each answer. */
async function heldSession(connection: ArchwayDatabase): Promise<Session> {
  return connection.getExecutor().provideConnection(async (held) => sessionOf(held));
}

async function rollBack(session: Session, undo: string): Promise<void> {
  try {
    await session.executeQuery(CompiledQuery.raw(undo));
  } catch {
    // The connection is gone and PostgreSQL has rolled back by itself; the first error is the one to tell.
  }
}
