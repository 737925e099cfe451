import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { link, lstat, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Files that another program looks for, and that must survive a power cut: whole or not at all. */

/** Writes a new file to the disk itself. */
export async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the names in a folder survive a power cut. Windows cannot open a folder and keeps names by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A second name for a file. False where the name is taken, or the file was moved on by somebody else. */
export async function linkUnlessThere(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST') || isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/**
 * Moves a file into a folder under its own name, or under a numbered one where another file has that name; the same
 * bytes there already are the same file. Nothing is ever overwritten. Returns the name; throws where the file is gone.
 */
export async function moveAside(path: string, folder: string): Promise<string> {
  const bare = basename(path);
  const ending = extname(bare);
  const stem = bare.slice(0, bare.length - ending.length);
  for (let number = 1; ; number++) {
    const name = number === 1 ? bare : `${stem}-${number}${ending}`;
    const target = join(folder, name);
    if ((await linkUnlessThere(path, target)) || (await holdsSame(path, target))) {
      await syncFolder(folder);
      await unlinkIfThere(path);
      await syncFolder(dirname(path));
      return name;
    }
  }
}

async function holdsSame(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([lstat(one), lstat(other)]);
  if (first.ino === second.ino) return true;
  return first.size === second.size && (await hashOfFile(one)) === (await hashOfFile(other));
}

/** Read through piece by piece, so that a very large file never fills the memory. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** False where it was moved by somebody else. */
export async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

export async function unlinkIfThere(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
