import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, readMigrations, type Migration } from './migrate.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  await database.pool.query('DROP TABLE schema_migration');
});
afterEach(() => database.close());

const migration = (number: number, text: string): Migration => {
  const checksum = createHash('sha256').update(text).digest('hex');
  return { number, name: `step-${number}`, text, checksum };
};
const first = migration(1, 'CREATE TABLE one (a int); CREATE TABLE uno (a int)');
const second = migration(2, 'CREATE TABLE two (a int)');
const exists = async (table: string) => {
  const { rows } = await database.pool.query<{ it: boolean }>('SELECT to_regclass($1) IS NOT NULL AS it', [
    table,
  ]);
  return rows[0]?.it;
};

test('applies what is missing, in order, once', async () => {
  expect(await migrate(database.pool, [first])).toEqual(['step-1']);
  expect(await migrate(database.pool, [first, second])).toEqual(['step-2']);
  expect(await migrate(database.pool, [first, second])).toEqual([]);
  expect(await exists('uno')).toBe(true);
});

test('several servers that start at once apply each migration once', async () => {
  const all = await Promise.all([1, 2, 3, 4].map(() => migrate(database.pool, [first, second])));
  expect(all.flat().toSorted()).toEqual(['step-1', 'step-2']);
});

test('a migration that fails leaves nothing of itself and keeps those before it', async () => {
  const broken = migration(2, 'CREATE TABLE two (a int); SELECT nonsense');
  await expect(migrate(database.pool, [first, broken])).rejects.toThrow(
    'migration 2 (step-2): column "nonsense"',
  );
  expect([await exists('one'), await exists('two')]).toEqual([true, false]);
  expect(await migrate(database.pool, [first, second])).toEqual(['step-2']);
});

test('a user who may not do what a migration asks is told which right is missing', async () => {
  const beyond = migration(2, 'SET LOCAL ROLE archway_app; CREATE ROLE made_by_nobody');
  await expect(migrate(database.pool, [first, beyond])).rejects.toMatchObject({
    refusal: { code: 'database-rights', params: { detail: 'permission denied to create role' } },
  });
  expect(await migrate(database.pool, [first, second])).toEqual(['step-2']);
});

test('data of a newer version is refused and not touched', async () => {
  await migrate(database.pool, [first, second]);
  await expect(migrate(database.pool, [first])).rejects.toMatchObject({
    refusal: { code: 'database-newer' },
  });
});

test('an applied migration that was altered since is refused', async () => {
  await migrate(database.pool, [first]);
  const altered = migration(1, 'CREATE TABLE one (b int)');
  await expect(migrate(database.pool, [altered, second])).rejects.toMatchObject({
    refusal: { code: 'migration-altered' },
  });
  expect(await exists('two')).toBe(false);
});

test.each([
  ['a gap', ['0001-a.sql', '0003-b.sql']],
  ['a number twice', ['0001-a.sql', '0001-b.sql']],
  ['another form', ['0001_a.sql']],
])('files with %s are an error', (_, files) => {
  const folder = mkdtempSync(join(tmpdir(), 'archway-migrations-'));
  for (const file of files) writeFileSync(join(folder, file), 'SELECT 1');
  expect(() => readMigrations(folder)).toThrow('expected a name such as');
  rmSync(folder, { recursive: true });
});

test('line ends do not change the checksum', () => {
  const folder = mkdtempSync(join(tmpdir(), 'archway-migrations-'));
  const checksum = (text: string) => {
    writeFileSync(join(folder, '0001-a.sql'), text);
    return readMigrations(folder)[0]?.checksum;
  };
  expect(checksum('SELECT 1;\r\n')).toBe(checksum('SELECT 1;\n'));
  rmSync(folder, { recursive: true });
});
