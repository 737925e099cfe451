import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded.ts';
import { explainEnd } from './internal/postmaster.ts';

let folder: string;
let started: EmbeddedPostgres[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archway embedded-'));
  started = [];
});
afterEach(async () => {
  for (const postgres of started) await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(name = 'data'): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, name), durable: false });
  started.push(postgres);
  return postgres;
}

async function ask<Value>({ connection }: EmbeddedPostgres, query: string): Promise<Value | undefined> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ it: Value }>(query);
    return rows[0]?.it;
  } finally {
    await client.end();
  }
}

const lockFile = () => join(folder, 'data/postgres/postmaster.pid');
const postmasterStart = (postgres: EmbeddedPostgres) =>
  ask<Date>(postgres, 'SELECT pg_postmaster_start_time() AS it').then(String);

test('keeps its data over a stop, listens on no port and sorts the same everywhere', async () => {
  const before = await start();
  await ask(before, 'CREATE TABLE kept AS SELECT 7 AS seven');
  await before.stop();
  expect(existsSync(lockFile())).toBe(false);
  const after = await start();
  expect(await ask(after, 'SELECT seven AS it FROM kept')).toBe(7);
  expect(await ask(after, `SELECT current_setting('listen_addresses') AS it`)).toBe('');
  expect(await ask(after, `SELECT datlocale AS it FROM pg_database WHERE datname = 'archway'`)).toBe(
    'C.UTF-8',
  );
});

test('two data folders run side by side, also where the path is too long for a socket', async () => {
  const one = await start('one');
  const two = await start('x'.repeat(120));
  await ask(one, 'CREATE TABLE only_here ()');
  expect(await ask(two, `SELECT to_regclass('only_here') AS it`)).toBeNull();
});

test('two that start on the same new folder share one database, and the last to leave stops it', async () => {
  const [one, two] = await Promise.all([start(), start()]);
  expect(await postmasterStart(one)).toBe(await postmasterStart(two));
  await one.stop();
  expect(await ask(two, 'SELECT 1 AS it')).toBe(1);
  await two.stop();
  expect(existsSync(lockFile())).toBe(false);
});

test('a database whose parent was killed is joined, and stopped in the end', async () => {
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)};
    await startEmbeddedPostgres({ dataFolder: ${JSON.stringify(join(folder, 'data'))}, durable: false });
    console.log('up');`;
  const parent = spawn(process.execPath, ['--input-type=module-typescript', '-e', program]);
  await once(parent.stdout, 'data');
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  expect(existsSync(lockFile())).toBe(true);
  const heir = await start();
  expect(await ask(heir, 'SELECT 1 AS it')).toBe(1);
  await heir.stop();
  expect(existsSync(lockFile())).toBe(false);
});

test('a database that dies under its user is started again', async () => {
  const postgres = await start();
  const pid = await ask<string>(
    postgres,
    `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS it`,
  );
  process.kill(Number(pid), 'SIGKILL');
  await expect.poll(() => ask(postgres, 'SELECT 1 AS it').catch(() => 0), { timeout: 10_000 }).toBe(1);
});

test('data of another major version is refused and not touched', async () => {
  mkdirSync(join(folder, 'data/postgres'), { recursive: true });
  writeFileSync(join(folder, 'data/postgres/PG_VERSION'), '17\n');
  await expect(start()).rejects.toMatchObject({
    refusal: { code: 'database-other-version', params: { found: '17' } },
  });
});

test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk-full'],
  [
    'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes\nHINT:  Check free disk space.',
    'disk-full',
  ],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'database-did-not-start'],
  ['', 'database-did-not-start'],
])('ending with %j is told as %s', (message, code) => {
  const files = { cluster: '/data/postgres', socketFolder: '/data', log: '/data/postgres.log' };
  expect(explainEnd(message, files)).toMatchObject({ refusal: { code } });
});
