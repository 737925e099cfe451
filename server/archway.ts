import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Pool } from 'pg';
import type { Rulebook } from '#domain/rulebook/rulebook.ts';
import { closePdf } from '#exchange/pdf/render.ts';
import { newUuid, systemNow } from './clock.ts';
import { connect } from './database/connect.ts';
import { notReachable, tooOld } from './database/database-unavailable.ts';
import { startEmbeddedPostgres } from './database/embedded.ts';
import { migrate } from './database/migrate.ts';
import type { Gateway, Gateways } from './gateway/gateway.ts';
import { Bell } from './job/bell.ts';
import { EvidenceRecord } from './record/record.ts';
import { openSigningKey } from './record/signing-key.ts';
import { loadRulebook } from './rulebook/load-rulebook.ts';
import { SolverThread } from './treatment-plan/solver/solver-thread.ts';

/** Everything that a use case needs, opened once: by the server, and by each command of the command line. */
export interface Archway {
  readonly record: EvidenceRecord;
  readonly rulebook: Rulebook;
  readonly dataFolder: string;
  /** True for the PostgreSQL that comes with Archway: only there may a demonstration appear by itself. */
  readonly embedded: boolean;
  /** Tells that this process serves the data at an address; gives the addresses of others that serve it too. */
  announce(address: string): Promise<readonly string[]>;
  /** Puts plans into an order, one after the other, in a thread that starts with the first. */
  readonly solver: SolverThread;
  /** The ways to payers and clearinghouses of this installation. */
  readonly gateways: Gateways;
  /** Rung by whoever asks for background work. */
  readonly bell: Bell;
  close(): Promise<void>;
}

export interface ArchwayOptions {
  readonly dataFolder: string;
  /** PostgreSQL 16 or newer; absent: the embedded one. */
  readonly databaseUrl?: string;
  readonly gateways?: Gateways;
  readonly say?: (line: string) => void;
}

const oldestPostgres = 16;

/** Throws CannotStart, in words for a person, when the data cannot be used. */
export async function openArchway(options: ArchwayOptions): Promise<Archway> {
  const dataFolder = resolve(options.dataFolder);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const { say = () => undefined, gateways = new Map<string, Gateway>() } = options;
  const embedded =
    options.databaseUrl === undefined
      ? await startEmbeddedPostgres({ dataFolder, durable: true, say })
      : undefined;
  const connection = connect(embedded?.connection ?? { connectionString: options.databaseUrl }, {
    onIdleError: (error) => say(`database: ${error.message}`),
    sessionsAreOurs: embedded !== undefined,
  });
  const solver = new SolverThread();
  const close = async () => {
    await solver.close();
    await closePdf();
    await connection.close();
    await embedded?.stop();
  };
  try {
    if (!embedded) await reach(connection.pool);
    await migrate(connection.pool);
    const rulebook = await loadRulebook();
    const record = new EvidenceRecord({
      db: connection.db,
      signer: openSigningKey(dataFolder),
      now: systemNow,
      newId: newUuid,
    });
    return {
      record,
      rulebook,
      dataFolder,
      embedded: embedded !== undefined,
      solver,
      gateways,
      bell: new Bell(),
      // A PostgreSQL of its own is there for many servers: nothing is amiss when it has several.
      announce: async (address) => (await embedded?.announce(address)) ?? [],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function reach(pool: Pool): Promise<void> {
  const version = await pool
    .query<{ server_version: string }>('SHOW server_version')
    .then(({ rows }) => rows[0]?.server_version ?? '')
    .catch((error: unknown) => {
      throw notReachable(error);
    });
  if (Number.parseInt(version, 10) < oldestPostgres) throw tooOld(version, oldestPostgres);
}
