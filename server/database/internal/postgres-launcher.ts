import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';

/**
 * As whom PostgreSQL runs. It refuses to run as root, so that root needs another way:
 * a user namespace (files stay owned by root, no user to create), else another user of the system.
 */
export interface Launcher {
  readonly name: string;
  readonly prefix: readonly string[];
  readonly user?: { readonly uid: number; readonly gid: number };
}

const asOneself: Launcher = { name: 'the user who started Archway', prefix: [] };

const inNamespace: Launcher = {
  name: 'a user namespace',
  prefix: ['unshare', '--user', '--map-user=65534', '--'],
};

/** In order of preference. Data that another user already owns can only be served as that user. */
export function possibleLaunchers(clusterFolder: string): Launcher[] {
  if (process.getuid?.() !== 0) return [asOneself];
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return [asUser(owner.uid, owner.gid)];
  if (owner !== undefined) return [inNamespace];
  const nobody = userNobody();
  return nobody === undefined ? [inNamespace] : [inNamespace, nobody];
}

function asUser(uid: number, gid: number): Launcher {
  return { name: `user number ${uid}`, prefix: [], user: { uid, gid } };
}

function userNobody(): Launcher | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
    return { ...asUser(id('-u'), id('-g')), name: 'the user nobody' };
  } catch {
    return undefined; // a system without that user; the namespace remains
  }
}

/** PostgreSQL must own its folders; only another user than ourselves needs to be given them. */
export function giveTo(launcher: Launcher, path: string): void {
  if (launcher.user !== undefined) chownSync(path, launcher.user.uid, launcher.user.gid);
}

export interface Obstacle {
  readonly reason: string;
  /** The program itself cannot be run or read there; a copy of it elsewhere might. */
  readonly isProgram: boolean;
}

const folderIsClosed = 90; // an exit code that neither sh nor unshare nor PostgreSQL uses

/** Undefined when this launcher can run the program and write the folder. */
export function obstacleTo(launcher: Launcher, program: string, folder: string): Obstacle | undefined {
  const script = `test -w "$1" || exit ${folderIsClosed}; exec "$2" --version`;
  const [command, args] = commandLine(launcher, 'sh', ['-c', script, 'sh', folder, program]);
  const probe = spawnSync(command, args, { ...identity(launcher), cwd: '/', encoding: 'utf8' });
  if (probe.status === 0) return undefined;
  const as = `as ${launcher.name}`;
  if (probe.error !== undefined) return { reason: `${as}: ${probe.error.message}`, isProgram: false };
  if (probe.status === folderIsClosed) {
    return { reason: `${as}: the folder cannot be written`, isProgram: false };
  }
  return { reason: `${as}: ${probe.stderr.trim()}`, isProgram: true };
}

export function launch(
  launcher: Launcher,
  program: string,
  args: readonly string[],
  log: number,
): ChildProcess {
  const [command, all] = commandLine(launcher, program, args);
  return spawn(command, all, {
    ...identity(launcher),
    // A process group of its own: Ctrl-C in the terminal must not reach the database before the server has drained.
    detached: true,
    stdio: ['ignore', log, log],
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  });
}

function commandLine(launcher: Launcher, program: string, args: readonly string[]): [string, string[]] {
  const [command, ...rest] = [...launcher.prefix, program, ...args];
  return [command ?? program, rest];
}

function identity(launcher: Launcher): { uid?: number; gid?: number } {
  return launcher.user === undefined ? {} : { uid: launcher.user.uid, gid: launcher.user.gid };
}
