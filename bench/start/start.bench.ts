import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * `npm start` to a page that answers, in a clean clone of the last commit whose path has a space: the first time, with
 * runtime, dependencies, screens, database and demonstration to be made, and warm. Run: node bench/start/start.bench.ts
 */
const limits = { first: 90, warm: 5 } as const;
const givenUpAfter = 300;

const folder = mkdtempSync(join(tmpdir(), 'archway start-'));
const clone = join(folder, 'a clone');
const output = join(folder, 'output');
execFileSync('git', ['clone', '--quiet', join(import.meta.dirname, '..', '..'), clone]);

/** Seconds from the command to the first page. */
async function start(port: number): Promise<number> {
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((part) => !part.includes('.runtime'));
  const log = openSync(output, 'w');
  const npm = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...process.env, PATH: path.join(delimiter), ARCHWAY_PORT: String(port), ARCHWAY_DATA: '.archway' },
    stdio: ['ignore', log, log],
    detached: true,
  });
  const ended = once(npm, 'close');
  while (!(await answers(port))) {
    if (npm.exitCode !== null || seconds() > givenUpAfter) throw new Error(readFileSync(output, 'utf8'));
    await wait(50);
  }
  const taken = seconds();
  if (npm.pid !== undefined) process.kill(-npm.pid, 'SIGINT');
  await ended;
  return taken;
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/guide`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

try {
  const port = await freePort();
  for (const kind of ['first', 'warm', 'warm'] as const)
    console.log(
      `${kind} start: ${(await start(port)).toFixed(1)} s (limit ${limits[kind]} s), load ${loadavg()[0]?.toFixed(1)}`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
