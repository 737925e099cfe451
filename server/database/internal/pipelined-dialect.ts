import { createHash } from 'node:crypto';
import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';

/**
 * PostgreSQL by `pg` in its pipeline mode: statements of one session are sent without waiting for the answers to the
 * ones before. Kysely's own driver would do, but for statements that are planned once a session.
 */
export class PipelinedDialect implements Dialect {
  readonly #pool: pg.Pool;
  readonly #sessionsAreOurs: boolean;

  constructor(pool: pg.Pool, sessionsAreOurs: boolean) {
    this.#pool = pool;
    this.#sessionsAreOurs = sessionsAreOurs;
  }

  createAdapter = () => new PostgresAdapter();
  createQueryCompiler = () => new PostgresQueryCompiler();
  createIntrospector = (db: Kysely<unknown>) => new PostgresIntrospector(db);

  createDriver(): Driver {
    const sessions = new WeakMap<pg.PoolClient, Session>();
    return {
      init: async () => undefined,
      acquireConnection: async () => {
        const client = await this.#pool.connect();
        const session = sessions.get(client) ?? new Session(client, this.#sessionsAreOurs);
        sessions.set(client, session);
        return session;
      },
      releaseConnection: async (connection) => sessionOf(connection).release(),
      beginTransaction: refuseTransaction,
      commitTransaction: refuseTransaction,
      rollbackTransaction: refuseTransaction,
      destroy: () => this.#pool.end(),
    };
  }
}

function refuseTransaction(): Promise<never> {
  throw new Error('transactions are begun by inTenant, asOwner and together');
}

export function sessionOf(connection: DatabaseConnection): Session {
  if (connection instanceof Session) return connection;
  throw new Error('this connection is not one of the pipelined dialect');
}

/** Names are the hash of the text: one text has one name, whatever the session. */
const names = new Map<string, string>();
/** Texts differ by how many rows they hold; beyond this many, the rare ones are planned each time. */
const mostNames = 200;

function nameOf(text: string): string | undefined {
  let name = names.get(text);
  if (name === undefined && names.size < mostNames) {
    name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    names.set(text, name);
  }
  return name;
}

export class Session implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  readonly #isOurs: boolean;
  #gathering = false;

  constructor(client: pg.PoolClient, isOurs: boolean) {
    this.#client = client;
    this.#isOurs = isOurs;
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return this.#run(query);
  }

  /** The same for a statement that comes again and again: it is planned once, and run by its name afterwards. */
  executeAgain<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return this.#run(query, this.#isOurs && query.parameters.length > 0 ? nameOf(query.sql) : undefined);
  }

  async #run<Row>({ sql, parameters }: CompiledQuery, name?: string): Promise<QueryResult<Row>> {
    this.#gather();
    const answer = await this.#client.query<Row & pg.QueryResultRow>({
      text: sql,
      values: [...parameters],
      ...(name === undefined ? {} : { name }),
    });
    // PostgreSQL answers so when a statement had failed and the work went on as if nothing had happened.
    if (sql === 'COMMIT' && answer.command !== 'COMMIT')
      throw new Error('nothing was committed: the transaction is aborted since one of its statements failed');
    // Several statements in one text give a list of answers, which nobody asks for.
    if (Array.isArray(answer)) return { rows: [] };
    const affected = answer.rowCount === null ? {} : { numAffectedRows: BigInt(answer.rowCount) };
    return { rows: answer.rows, ...affected };
  }

  /** What is sent in one go leaves in one packet, and the database wakes up once for all of it. */
  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    const { stream } = this.#client.connection;
    stream.cork();
    // Comes after every promise that can go on without the network.
    process.nextTick(() => {
      this.#gathering = false;
      stream.uncork();
    });
  }

  release(): void {
    this.#client.release();
  }

  streamQuery(): never {
    throw new Error('a portal cannot stay open in a pipeline: read in pages');
  }
}
