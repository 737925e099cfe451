import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StaffRole } from '#domain/audit/event.ts';
import { openArchway, type Archway } from '#server/archway.ts';
import { openTestDatabase, type TestDatabase } from '#server/database/test-database.ts';
import { buildApp } from '#server/http/app.ts';
import { TestClient } from '#server/test-client.ts';
import { cookieOf, foundTestPractice, testOrganization, testPassword } from '#server/test-practice.ts';

/** What commands act on: a practice in a database and a data folder of their own, and the API over the same record. */
export interface RecordForCommands {
  readonly database: TestDatabase;
  readonly archway: Archway;
  readonly folder: string;
  /** With which a command finds the record, and signs in. */
  readonly environment: Readonly<Record<'DATABASE_URL' | 'ARCHWAY_DATA' | 'ARCHWAY_PASSWORD', string>>;
  as(role: StaffRole): Promise<TestClient>;
  close(): Promise<void>;
}

export async function openRecordForCommands(): Promise<RecordForCommands> {
  const database = await openTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'archway-cli-'));
  const { user = '', host = '', database: name = '' } = database.connection;
  const databaseUrl = `postgresql://${user}@localhost/${name}?host=${encodeURIComponent(host)}`;
  const archway = await openArchway({ dataFolder: folder, databaseUrl });
  await foundTestPractice(archway, testOrganization);
  const app = await buildApp(archway, { logLevel: 'silent' });
  return {
    database,
    archway,
    folder,
    environment: { DATABASE_URL: databaseUrl, ARCHWAY_DATA: folder, ARCHWAY_PASSWORD: testPassword },
    as: async (role) => new TestClient(app, await cookieOf(archway, testOrganization, role)),
    close: async () => {
      await archway.close();
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
