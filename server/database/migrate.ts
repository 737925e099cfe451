import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { alteredMigration, missingRights, newerData } from './database-unavailable.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

const folder = fileURLToPath(new URL('./migrations', import.meta.url));
/** One migration at a time, also with several servers starting on one database; it ends with the transaction. */
const migrationLock = 46_000_002;

const ledger = `CREATE TABLE IF NOT EXISTS schema_migration (
  number integer PRIMARY KEY,
  name text COLLATE "C" NOT NULL,
  checksum text COLLATE "C" NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
)`;

/** Files named 0001-what.sql, numbered without a gap; the checksum is over the text with Unix line ends. */
export function readMigrations(from: string = folder): Migration[] {
  const files = readdirSync(from).filter((file) => file.endsWith('.sql'));
  return files.sort().map((file, index) => {
    const [, digits, name] = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) ?? [];
    if (name === undefined || Number(digits) !== index + 1) {
      throw new Error(
        `migration ${file}: expected a name such as ${String(index + 1).padStart(4, '0')}-what.sql`,
      );
    }
    const text = readFileSync(join(from, file), 'utf8').replaceAll('\r\n', '\n');
    return { number: index + 1, name, text, checksum: createHash('sha256').update(text).digest('hex') };
  });
}

/**
 * Brings the database to the version of this program, each migration in a transaction of its own.
 * Returns the names of those applied now. Throws CannotStart, having changed nothing, when the data belongs
 * to a newer version or an applied migration was altered.
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[] = readMigrations()) {
  const applied: string[] = [];
  const client = await pool.connect();
  try {
    if (await isUpToDate(client, migrations)) return applied;
    for (;;) {
      const name = await applyNext(client, migrations);
      if (name === undefined) return applied;
      applied.push(name);
    }
  } finally {
    client.release();
  }
}

/** The common case, without a lock: so that a warm start waits for nobody. */
async function isUpToDate(client: pg.PoolClient, migrations: readonly Migration[]): Promise<boolean> {
  const { rowCount } = await client.query(`SELECT FROM pg_tables WHERE tablename = 'schema_migration'`);
  return rowCount === 1 && nextMigration(await readApplied(client), migrations) === undefined;
}

async function applyNext(client: pg.PoolClient, migrations: readonly Migration[]) {
  await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${migrationLock}); ${ledger}`);
  try {
    const next = nextMigration(await readApplied(client), migrations);
    if (next !== undefined) await apply(client, next);
    await client.query('COMMIT');
    return next?.name;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function apply(client: pg.PoolClient, { number, name, text, checksum }: Migration): Promise<void> {
  try {
    await client.query(text);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42501') throw missingRights(error);
    throw new Error(`migration ${number} (${name}): ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
  await client.query('INSERT INTO schema_migration (number, name, checksum) VALUES ($1, $2, $3)', [
    number,
    name,
    checksum,
  ]);
}

async function readApplied(client: pg.PoolClient): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'SELECT number, name, checksum FROM schema_migration ORDER BY number',
  );
  return rows;
}

function nextMigration(applied: readonly Applied[], migrations: readonly Migration[]): Migration | undefined {
  for (const { number, name, checksum } of applied) {
    const ours = migrations[number - 1];
    if (ours === undefined) throw newerData(name, applied.length, migrations.length);
    if (ours.checksum !== checksum) throw alteredMigration(number, name);
  }
  return migrations[applied.length];
}
