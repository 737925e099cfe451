import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inProject, isCode, root } from './project.mjs';
import { say, SetUpFailed } from './say.mjs';

const heartbeat = 1000; // ms
/** A holder that has not shown life for so long is gone, even if another process has its number now. */
const silence = 15_000; // ms

/**
 * Runs `work` while no other start of this checkout sets it up.
 * @template Result
 * @param {() => Promise<Result>} work
 * @param {string} [path]
 * @returns {Promise<Result>}
 */
export async function withLock(work, path = inProject('.runtime/set-up.lock')) {
  try {
    mkdirSync(inProject('.runtime'), { recursive: true });
    await acquire(path);
  } catch (error) {
    throw cannotSetUp(error) ?? error;
  }
  const beating = setInterval(() => utimesSync(path, new Date(), new Date()), heartbeat);
  try {
    return await work();
  } finally {
    clearInterval(beating);
    rmSync(path, { force: true });
  }
}

/** What a person can mend about a folder that nothing can be written into; undefined for any other fault. */
export function cannotSetUp(/** @type {unknown} */ error) {
  if (isCode(error, 'ENOSPC'))
    return new SetUpFailed(`The disk that holds ${root} is full: free some space.`);
  if (isCode(error, 'EACCES', 'EPERM', 'EROFS'))
    return new SetUpFailed(
      `Nothing can be written into ${root}, where set-up keeps its work: start as the user whom the folder belongs to, or from a clone of your own.`,
    );
  return undefined;
}

async function acquire(/** @type {string} */ path) {
  let told = false;
  while (!create(path)) {
    if (isStale(path)) takeOver(path);
    else if (!told) {
      say(`waiting for process ${readFileSync(path, 'utf8').trim()}, which is setting up this folder`);
      told = true;
    }
    await sleep(100);
  }
}

function create(/** @type {string} */ path) {
  try {
    writeFileSync(path, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function isStale(/** @type {string} */ path) {
  const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
  if (Date.now() - mtimeMs > silence) return true;
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return pid > 0 && !isAlive(pid);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** Only one of several that wait may remove the lock of the dead, or the second would remove the first one's new lock. */
function takeOver(/** @type {string} */ path) {
  const guard = `${path}.takeover`;
  if (!create(guard)) {
    const { mtimeMs } = statSync(guard, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs > silence) rmSync(guard, { force: true });
    return;
  }
  if (isStale(path)) rmSync(path, { force: true });
  rmSync(guard, { force: true });
}

function isAlive(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}
