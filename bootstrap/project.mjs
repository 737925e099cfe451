import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export function inProject(/** @type {string[]} */ ...parts) {
  return join(root, ...parts);
}

/**
 * One hash over files and folders of the project, their names included; tests and what tools made are left out.
 * @param {string[]} paths relative to the project
 */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesUnder))
    hash.update(`${path}\0`).update(readFileSync(inProject(path)));
  return hash.digest('hex');
}

/** @returns {string[]} */
function filesUnder(/** @type {string} */ path) {
  try {
    const entries = readdirSync(inProject(path)).filter((name) => !/^dist|\.test\.tsx?$/.test(name));
    return entries.sort().flatMap((name) => filesUnder(`${path}/${name}`));
  } catch (error) {
    if (isCode(error, 'ENOTDIR')) return [path];
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** What a finished step left behind; empty when it never finished. */
export function readStamp(/** @type {string} */ path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return '';
    throw error;
  }
}

export function writeStamp(/** @type {string} */ path, /** @type {string} */ stamp) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, stamp);
}

export function isCode(/** @type {unknown} */ error, /** @type {string[]} */ ...codes) {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
