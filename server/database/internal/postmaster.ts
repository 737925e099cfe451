import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { didNotStart, diskFull } from '../database-unavailable.ts';
import { isCode } from './postgres-program.ts';
import { launch, type Launcher } from './postgres-launcher.ts';

export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
}

export interface PostmasterFiles {
  readonly cluster: string;
  readonly socketFolder: string;
  readonly log: string;
}

const logLimit = 5_000_000;

/** The postmaster that serves this cluster, once it is ready; undefined when none is alive. */
export async function findRunning(cluster: string): Promise<Postmaster | undefined> {
  for (;;) {
    const found = readLockFile(cluster);
    if (found === undefined || !isAlive(found.pid)) return undefined;
    if (found.status === 'ready') return found;
    await sleep(20);
  }
}

/** Starts one and waits until it is ready. Undefined: another start was faster, look for that one. */
export async function startPostmaster(
  launcher: Launcher,
  program: string,
  settings: readonly string[],
  files: PostmasterFiles,
  say: (line: string) => void,
): Promise<Postmaster | undefined> {
  const log = openLog(files.log);
  const child = launch(launcher, program, ['-D', files.cluster, ...settings], log.file);
  closeSync(log.file);
  const ended = new Promise<'ended'>((resolve) => {
    child.once('exit', () => resolve('ended'));
    child.once('error', () => resolve('ended'));
  });
  const ready = await whenReady(files.cluster, ended, say);
  if (ready !== undefined) {
    child.unref();
    return ready;
  }
  const message = log.readNew();
  if (/lock file "postmaster.pid" already exists/.test(message) && (await findRunning(files.cluster))) {
    return undefined;
  }
  throw explainEnd(message, files);
}

async function whenReady(
  cluster: string,
  ended: Promise<'ended'>,
  say: (line: string) => void,
): Promise<Postmaster | undefined> {
  const begun = Date.now();
  let nextWord = begun + 5000;
  for (;;) {
    const found = readLockFile(cluster);
    if (found?.status === 'ready' && isAlive(found.pid)) return found;
    // A recovery after a crash may take long; as long as the process lives it is making progress.
    if ((await Promise.race([ended, sleep(10)])) === 'ended') return undefined;
    if (Date.now() < nextWord) continue;
    nextWord += 5000;
    say(`database: still starting after ${Math.round((Date.now() - begun) / 1000)} s (recovering)`);
  }
}

export function explainEnd(message: string, files: PostmasterFiles): Error {
  // PostgreSQL's two wordings: the system said so, or a write came out short.
  if (/No space left on device|Check free disk space/.test(message)) return diskFull(files.cluster);
  const told = message.split('\n').filter((line) => /FATAL|PANIC|ERROR|HINT|error:/.test(line));
  return didNotStart(files.log, (told.length > 0 ? told : message.split('\n')).slice(-4).join(' '));
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if (!isCode(error, 'ESRCH')) throw error;
  }
  await whenGone(cluster, pid);
}

export async function whenGone(cluster: string, pid: number): Promise<void> {
  // The lock file is removed as its last act; a zombie whose parent was killed would look alive for ever.
  while (isAlive(pid) && readLockFile(cluster)?.pid === pid) await sleep(10);
}

/** The eight lines of postmaster.pid (PostgreSQL, src/include/utils/pidfile.h); undefined while absent or unfinished. */
function readLockFile(cluster: string): (Postmaster & { status: string }) | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, socketFolder: lines[4]?.trim() ?? '', status: lines[7]?.trim() ?? 'starting' };
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/** Opens the log to append to; `readNew` gives what was written since. One older log is kept. */
export function openLog(path: string): { file: number; readNew(): string } {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const full = size >= logLimit;
  if (full) renameSync(path, `${path}.1`);
  const start = full ? 0 : size;
  return {
    file: openSync(path, 'a', 0o600),
    readNew: () => readFileSync(path).subarray(start).toString('utf8'),
  };
}
