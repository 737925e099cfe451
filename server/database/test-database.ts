import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { inject } from 'vitest';
import { connect, type Connection } from './connect.ts';

export interface TestDatabase extends Connection {
  /** For what opens its own connections, such as a whole server. */
  readonly connection: pg.PoolConfig;
  /** Closes our connections and drops the database, also when others are still connected. */
  close(): Promise<void>;
}

/**
 * A database of one test file: migrated and empty, or as the template named. `beforeAll` opens it, `afterAll` closes
 * it.
 */
export async function openTestDatabase(copied?: string): Promise<TestDatabase> {
  const { connection, template } = inject('testCluster');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await once(connection, copyOf(copied ?? template, name));
  const own = { ...connection, database: name };
  const { db, pool, close } = connect(own);
  return {
    db,
    pool,
    connection: own,
    async close() {
      await close();
      await once(connection, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/**
 * The name of a template that is filled once a run: whoever asks first fills it, and whoever asks meanwhile waits. A
 * filling that failed leaves nothing, and the next one begins anew.
 */
export async function filledTemplate(
  name: string,
  fill: (empty: Connection) => Promise<void>,
): Promise<string> {
  const { connection, template } = inject('testCluster');
  const { pool, close } = connect({ ...connection, max: 1 });
  const session = await pool.connect(); // ours until the end, and the lock is the session's
  try {
    await session.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await session.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 1) return name;
    const filling = `${name}_filling`;
    await session.query(`DROP DATABASE IF EXISTS ${filling}`);
    await session.query(copyOf(template, filling));
    const empty = connect({ ...connection, database: filling });
    try {
      await fill(empty);
    } finally {
      await empty.close();
    }
    await session.query(`ALTER DATABASE ${filling} RENAME TO ${name}`);
    return name;
  } finally {
    session.release(true);
    await close();
  }
}

function copyOf(template: string, name: string): string {
  return `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`;
}

async function once(connection: pg.PoolConfig, statement: string): Promise<void> {
  const { pool, close } = connect({ ...connection, max: 1 });
  await pool.query(statement);
  await close();
}
