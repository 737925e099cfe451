import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from './connect.ts';
import { describeSchema } from './describe-schema.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { migrate } from './migrate.ts';

// Run after a change of the migrations: `node server/database/write-schema-types.ts`.
const dataFolder = mkdtempSync(join(tmpdir(), 'archway-schema-'));
const postgres = await startEmbeddedPostgres({ dataFolder, durable: false });
const { pool, close } = connect(postgres.connection);
try {
  await migrate(pool);
  writeFileSync(new URL('./schema-types.ts', import.meta.url), await describeSchema(pool));
} finally {
  await close();
  await postgres.stop();
  rmSync(dataFolder, { recursive: true });
}
