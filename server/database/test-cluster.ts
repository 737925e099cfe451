import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openSigningKey } from '../record/signing-key.ts';
import { connect } from './connect.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { migrate } from './migrate.ts';

/** Where a test file finds the cluster of its run. */
export interface TestCluster {
  readonly connection: pg.PoolConfig;
  readonly template: string;
  /** Holds the signing key of what several test files share. */
  readonly folder: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

const folderName = /^archway-test-(\d+)-/;
const roomNeeded = 2_000_000_000; // bytes

/** One throw-away cluster for a run, in memory where there is room, with one migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const base = roomyFolder();
  sweep(base);
  const folder = join(base, `archway-test-${process.pid}-${project.name}`);
  mkdirSync(folder, { mode: 0o700 });
  const cluster = await startEmbeddedPostgres({ dataFolder: folder, durable: false });
  await makeTemplate(cluster.connection);
  openSigningKey(folder); // here, so that no two test files make one at the same time
  project.provide('testCluster', { connection: cluster.connection, template: 'archway_template', folder });
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function makeTemplate(connection: pg.PoolConfig): Promise<void> {
  const owner = connect(connection);
  await owner.pool.query('CREATE DATABASE archway_template');
  await owner.close();
  const template = connect({ ...connection, database: 'archway_template' });
  await migrate(template.pool);
  await template.close();
}

function roomyFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize > roomNeeded) return '/dev/shm';
  } catch {
    // No memory disk on this system.
  }
  return tmpdir();
}

/** A run that was killed leaves its cluster alive, in memory: the next run ends it. */
function sweep(base: string): void {
  for (const name of readdirSync(base)) {
    const pid = folderName.exec(name)?.[1];
    if (pid === undefined || signal(Number(pid), 0)) continue;
    const folder = join(base, name);
    signal(postmasterOf(folder), 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  }
}

function postmasterOf(folder: string): number {
  try {
    return Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return Number.NaN; // it was stopped, or never started
  }
}

function signal(pid: number, which: 0 | 'SIGQUIT'): boolean {
  try {
    return Number.isInteger(pid) && process.kill(pid, which);
  } catch {
    return false;
  }
}
