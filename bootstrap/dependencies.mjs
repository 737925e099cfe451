import { withLock } from './lock.mjs';
import { hashOf, inProject, readStamp, writeStamp } from './project.mjs';
import { npm } from './run.mjs';
import { withProgress } from './say.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} Locked
 */

/** Installs what package-lock.json names, unless it is installed. */
export async function ensureDependencies() {
  const stamp = inProject('node_modules/.archway-stamp');
  const wanted = `${hashOf(['package-lock.json'])} ${process.platform}-${process.arch}`;
  if (readStamp(stamp) === wanted) return;
  await withLock(async () => {
    if (readStamp(stamp) === wanted) return;
    if (!isInstalled()) await withProgress('dependencies: installing', () => npm('dependencies', ['ci']));
    writeStamp(stamp, wanted);
  });
}

/** True when `npm install` by hand has already done it: npm keeps a lockfile of what it installed. */
function isInstalled() {
  const installed = readLock('node_modules/.package-lock.json');
  const wanted = readLock('package-lock.json');
  if (installed === undefined || wanted === undefined) return false;
  return [...wanted].every(([path, want]) => {
    const has = installed.get(path);
    if (has === undefined) return want.optional === true || path === '';
    return has.version === want.version && has.integrity === want.integrity;
  });
}

/** @returns {Map<string, Locked> | undefined} */
function readLock(/** @type {string} */ path) {
  const text = readStamp(inProject(path));
  return text === '' ? undefined : new Map(Object.entries(JSON.parse(text).packages));
}
