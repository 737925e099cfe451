import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchway, type Archway } from '../archway.ts';
import { openTestDatabase, type TestDatabase } from '../database/test-database.ts';
import { organizationCount } from '../identity/found-organization.ts';
import { authenticate } from '../identity/session.ts';
import { foundTestPractice } from '../test-practice.ts';
import { demonstrationAccounts, demonstrationPassword } from './accounts.ts';
import { offerDemonstration } from './offer-demonstration.ts';

/** Accounts whose password everybody knows appear by themselves in the embedded database only. */

let database: TestDatabase;
let folder: string;
let archway: Archway;

beforeAll(async () => {
  database = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'archway-offer-'));
  const { user = '', host = '', database: name = '' } = database.connection;
  archway = await openArchway({
    dataFolder: folder,
    databaseUrl: `postgresql://${user}@localhost/${name}?host=${encodeURIComponent(host)}`,
  });
});
afterAll(async () => {
  await archway.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

const offer = (wish: string | undefined, embedded = archway.embedded) =>
  offerDemonstration({ ...archway, embedded }, wish, () => undefined);
const signIn = () =>
  authenticate(
    archway.record.db,
    { email: 'coordinator@demo.example.com', password: demonstrationPassword },
    archway.record.now(),
    'screen-or-api',
  );

describe('under DATABASE_URL', () => {
  it.each([
    ['nothing is said', undefined],
    ['it is declined', '0'],
    ['something else is said', 'yes'],
    ['nothing is written', ''],
  ])('there is no demonstration when %s', async (_what, wish) => {
    expect(archway.embedded).toBe(false);
    expect(await offer(wish)).toBe(false);
    expect(await organizationCount(archway)).toBe(0);
    expect(await demonstrationAccounts(archway)).toEqual([]);
    expect(await signIn()).toMatchObject({ refused: true });
  });
});

describe('in the embedded database', () => {
  it('there is none when it is declined', async () => {
    expect(await offer('0', true)).toBe(false);
    expect(await organizationCount(archway)).toBe(0);
  });
});

describe('asked for by name', () => {
  it('there is one, also under DATABASE_URL, and it opens', async () => {
    expect(await offer('1')).toBe(true);
    expect((await demonstrationAccounts(archway)).length).toBeGreaterThan(5);
    expect(await signIn()).toMatchObject({ staffId: 'staff-coordinator' });
  });

  it('there is none in a database that holds a practice', async () => {
    const other = await openTestDatabase();
    const { user = '', host = '', database: name = '' } = other.connection;
    const used = await openArchway({
      dataFolder: folder,
      databaseUrl: `postgresql://${user}@localhost/${name}?host=${encodeURIComponent(host)}`,
    });
    await foundTestPractice(used, 'practice');
    for (const wish of ['1', undefined])
      expect(await offerDemonstration({ ...used, embedded: true }, wish, () => undefined)).toBe(false);
    expect(await organizationCount(used)).toBe(1);
    await used.close();
    await other.close();
  });
});
