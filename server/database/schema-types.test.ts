import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeSchema } from './describe-schema.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const committed = () => readFileSync(new URL('./schema-types.ts', import.meta.url), 'utf8');

test('the committed types are those of the migrated database (else: node server/database/write-schema-types.ts)', async () => {
  expect(await describeSchema(database.pool)).toBe(committed());
});

test('a column that the types do not know is found', async () => {
  await database.pool.query('ALTER TABLE schema_migration ADD COLUMN forgotten text');
  expect(await describeSchema(database.pool)).not.toBe(committed());
});

test.each([
  ['text NOT NULL', 'string'],
  ['text', 'string | null'],
  ['date NOT NULL', 'string'],
  ['numeric NOT NULL', 'string'],
  ['bigint NOT NULL', 'number'],
  ['boolean NOT NULL DEFAULT false', 'Generated<boolean>'],
  ['bigint GENERATED ALWAYS AS IDENTITY', 'GeneratedAlways<number>'],
  ['timestamptz NOT NULL', 'string'],
  ['bytea NOT NULL', 'Buffer'],
  ['text[] NOT NULL', 'string[]'],
  ['jsonb NOT NULL', 'Json'],
  ['jsonb', 'NullableJson'],
  [`jsonb NOT NULL DEFAULT '{}'`, 'ColumnType<unknown, string | undefined, string>'],
])('%s is %s', async (sql, type) => {
  await database.pool.query(`DROP TABLE IF EXISTS probe; CREATE TABLE probe (it ${sql})`);
  expect(await describeSchema(database.pool)).toContain(`  it: ${type};`);
});

test('a column type without a TypeScript type is an error, not a guess', async () => {
  await database.pool.query('DROP TABLE IF EXISTS probe; CREATE TABLE probe (it point)');
  await expect(describeSchema(database.pool)).rejects.toThrow('probe.it: no TypeScript type for point');
});
