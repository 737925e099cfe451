import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOwner, connect, inTenant, together, type TenantDatabase } from './connect.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';

const own = '01890000-0000-7000-8000-000000000001';
const other = '01890000-0000-7000-8000-000000000002';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.pool.query(`
    DO $$ BEGIN CREATE ROLE archway_app NOLOGIN; EXCEPTION WHEN duplicate_object THEN END $$;
    CREATE TABLE probe (organization_id uuid NOT NULL, word text NOT NULL UNIQUE);
    ALTER TABLE probe ENABLE ROW LEVEL SECURITY;
    ALTER TABLE probe FORCE ROW LEVEL SECURITY;
    CREATE POLICY tenant ON probe USING (organization_id = current_setting('archway.organization_id')::uuid);
    GRANT SELECT, INSERT ON probe TO archway_app`);
});
afterAll(() => database.close());

const say = (word: string, organization = own) =>
  sql`INSERT INTO probe (organization_id, word) VALUES (${organization}, ${word})`;
const words = async (tenant: TenantDatabase) =>
  (await sql<{ word: string }>`SELECT word FROM probe ORDER BY word COLLATE "C"`.execute(tenant)).rows.map(
    (row) => row.word,
  );

test('a tenant reads and writes its own rows and nobody else’s', async () => {
  await inTenant(database.db, own, (tenant) => say('ours').execute(tenant));
  await inTenant(database.db, other, (tenant) => say('theirs', other).execute(tenant));
  expect(await inTenant(database.db, own, words)).toEqual(['ours']);
  expect(await inTenant(database.db, other, words)).toEqual(['theirs']);
  await expect(inTenant(database.db, own, (tenant) => say('forged', other).execute(tenant))).rejects.toThrow(
    'row-level security',
  );
});

test('neither role nor organization outlives the transaction', async () => {
  await inTenant(database.db, own, words);
  const { rows } = await database.pool.query(
    `SELECT current_user, current_setting('archway.organization_id', true) AS organization`,
  );
  expect(rows).toEqual([{ current_user: 'archway', organization: '' }]);
});

test('an organization with a quote in it is text, not SQL', async () => {
  await expect(inTenant(database.db, `x'; DROP TABLE probe; --`, words)).rejects.toThrow('uuid');
  expect(await inTenant(database.db, own, words)).toContain('ours');
});

test('an organization that cannot be said leaves nothing behind it: no statement runs as the owner', async () => {
  const attempt = inTenant(database.db, 'x\0', (tenant) => say('as the owner').execute(tenant));
  await expect(attempt).rejects.toThrow('0x00');
  expect(await asOwner(database.db, words)).not.toContain('as the owner');
});

const sayLater = (word: string) =>
  CompiledQuery.raw('INSERT INTO probe (organization_id, word) VALUES ($1, $2)', [own, word]);

test.each([true, false])(
  'what is sent is run in order, also where sessions are ours: %s',
  async (sessionsAreOurs) => {
    const { db, pool, close } = connect({ ...database.connection, max: 1 }, { sessionsAreOurs });
    for (const turn of [1, 2])
      await inTenant(db, own, async (tenant, send) => {
        send(sayLater(`sent ${turn} ${sessionsAreOurs}`));
        expect(await words(tenant)).toContain(`sent ${turn} ${sessionsAreOurs}`);
      });
    const { rows } = await pool.query(`SELECT FROM pg_prepared_statements WHERE statement LIKE 'INSERT%'`);
    expect(rows.length).toBe(sessionsAreOurs ? 1 : 0);
    await close();
  },
);

test('a statement that was sent and failed undoes everything, and is what is told', async () => {
  const attempt = inTenant(database.db, own, async (tenant, send) => {
    await say('before it').execute(tenant);
    send(sayLater('before it'));
    return words(tenant);
  });
  await expect(attempt).rejects.toThrow('duplicate key');
  expect(await inTenant(database.db, own, words)).not.toContain('before it');
});

test('when the work throws, everything is undone and the connection can be used again', async () => {
  const boom = new Error('boom');
  const work = async (tenant: TenantDatabase) => {
    await say('undone').execute(tenant);
    throw boom;
  };
  await expect(inTenant(database.db, own, work)).rejects.toBe(boom);
  expect(await inTenant(database.db, own, words)).not.toContain('undone');
});

test('a failed statement that the work swallowed is an error, not a silent rollback', async () => {
  const work = async (tenant: TenantDatabase) => {
    await say('swallowed').execute(tenant);
    await say('swallowed')
      .execute(tenant)
      .catch(() => undefined);
  };
  await expect(inTenant(database.db, own, work)).rejects.toThrow('transaction is aborted');
  expect(await inTenant(database.db, own, words)).not.toContain('swallowed');
});

test('the owner works outside any tenant, all or nothing', async () => {
  await asOwner(database.db, (owner) => say('by the owner').execute(owner));
  expect(await inTenant(database.db, own, words)).toContain('by the owner');
});

test.each([
  [`date '1980-02-29'`, '1980-02-29'],
  ['1.10::numeric', '1.10'],
  ['9007199254740991::bigint', 9_007_199_254_740_991],
  ['count(*)', 1],
  [`timestamptz '2026-03-01 12:00:00.5+02'`, '2026-03-01T10:00:00.500Z'],
  [`'{"a": [1]}'::jsonb`, { a: [1] }],
])('%s is read as %o', async (expression, value) => {
  const { rows } = await database.pool.query(`SELECT ${expression} AS it`);
  expect(rows).toEqual([{ it: value }]);
});

test('an int8 that a number cannot hold exactly is an error', async () => {
  await expect(database.pool.query('SELECT 9007199254740992::bigint')).rejects.toThrow(
    'beyond the exact integers',
  );
});

test('work done together is kept together, each piece in its own organization', async () => {
  await together(database.db, async (joined) => {
    await inTenant(joined, own, (tenant) => say('together one').execute(tenant));
    await inTenant(joined, other, (tenant) => say('together two', other).execute(tenant));
    expect(await asOwner(joined, words)).toEqual(expect.arrayContaining(['together one', 'together two']));
    expect(await inTenant(database.db, own, words)).not.toContain('together one');
  });
  expect(await inTenant(database.db, own, words)).toContain('together one');
  expect(await inTenant(database.db, own, words)).not.toContain('together two');
});

test('work done together leaves nothing when one piece fails and nobody catches it', async () => {
  const attempt = together(database.db, async (joined) => {
    await inTenant(joined, own, (tenant) => say('lost').execute(tenant));
    await inTenant(joined, own, (tenant) => say('forged too', other).execute(tenant));
  });
  await expect(attempt).rejects.toThrow('row-level security');
  expect(await inTenant(database.db, own, words)).not.toContain('lost');
});

test('a piece that failed and was caught takes only its own work with it', async () => {
  await together(database.db, async (joined) => {
    await inTenant(joined, own, (tenant) => say('kept').execute(tenant));
    const piece = inTenant(joined, own, async (tenant) => {
      await say('undone').execute(tenant);
      throw new Error('changed my mind');
    });
    await expect(piece).rejects.toThrow('changed my mind');
  });
  const found = await inTenant(database.db, own, words);
  expect(found).toContain('kept');
  expect(found).not.toContain('undone');
});

test('a connection that is lost in the middle of a transaction fails that work, and no other', async () => {
  const lost = inTenant(database.db, own, async (tenant) => {
    await say('lost with its connection').execute(tenant);
    await database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await sleep(50); // between two statements nobody waits for an answer
    return words(tenant);
  });
  await expect(lost).rejects.toThrow();
  const found = await inTenant(database.db, own, words);
  expect(found).not.toContain('lost with its connection');
});
