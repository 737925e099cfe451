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

/** A migrated, empty database of one test file: `beforeAll` opens it, `afterAll` closes it. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { connection, template } = inject('testCluster');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await once(connection, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
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

async function once(connection: pg.PoolConfig, statement: string): Promise<void> {
  const { pool, close } = connect({ ...connection, max: 1 });
  await pool.query(statement);
  await close();
}
