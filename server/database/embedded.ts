import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, closeSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { diskFull, folderNotReachable, otherMajorVersion } from './database-unavailable.ts';
import {
  giveTo,
  launch,
  obstacleTo,
  possibleLaunchers,
  type Launcher,
} from './internal/postgres-launcher.ts';
import { copiedProgram, isCode, packagedProgram, renameOrDrop } from './internal/postgres-program.ts';
import { explainEnd, findRunning, openLog } from './internal/postmaster.ts';
import { startPostmaster, stopPostmaster, whenGone } from './internal/postmaster.ts';
import type { PostgresProgram } from './internal/postgres-program.ts';
import type { Postmaster, PostmasterFiles } from './internal/postmaster.ts';

export interface EmbeddedPostgres {
  readonly connection: pg.PoolConfig;
  /** Tells other servers of this data that this one is at `address`; gives the addresses of those that are there. */
  announce(address: string): Promise<readonly string[]>;
  /** Ends the database unless another Archway process uses the same data; returns when it is down. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Archway's data folder; the cluster lies in `postgres` inside it. */
  readonly dataFolder: string;
  /** False only for throw-away data: nothing is forced to disk. */
  readonly durable: boolean;
  readonly say?: (line: string) => void;
}

interface Cluster {
  readonly launcher: Launcher;
  readonly program: PostgresProgram;
  readonly files: PostmasterFiles;
  readonly settings: readonly string[];
  readonly say: (line: string) => void;
}

const archway = 'archway'; // the owner and the database
/** Whoever uses the data holds this lock shared; whoever gets it alone may stop the database. */
const usersLock = 46_000_001;
/** The whole path of a Unix socket may have 103 characters on macOS, 107 on Linux. */
const longestSocketFolder = 103 - '/.s.PGSQL.5432'.length;

const settings = ['listen_addresses=', 'timezone=UTC', 'log_timezone=UTC', 'jit=off', 'max_connections=200'];
const throwAwaySettings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
];

/**
 * Starts the PostgreSQL that comes with Archway, or joins the one that already serves this data.
 * Throws CannotStart when the disk is full, the folder is unusable or its data is another major version's.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    const cluster = await prepare(options);
    const user = await joinOrStart(cluster);
    await createDatabase(user.holder);
    return {
      connection: { host: user.postmaster.socketFolder, user: archway, database: archway },
      announce: (address) => announce(user.holder, address),
      stop: stayJoined(cluster, user),
    };
  } catch (error) {
    if (isCode(error, 'ENOSPC')) throw diskFull(options.dataFolder, error);
    throw error;
  }
}

/** Should the database die under us (killed for memory, say), it is started again. Returns how to leave. */
function stayJoined(cluster: Cluster, first: User): () => Promise<void> {
  let user: User | undefined;
  let stopping = false;
  let rejoining = Promise.resolve();
  const rejoin = async () => {
    cluster.say('database: connection lost, starting again');
    while (!stopping) {
      try {
        stay(await joinOrStart(cluster));
        return;
      } catch (error) {
        cluster.say(`database: ${error instanceof Error ? error.message : String(error)}`);
        await sleep(1000);
      }
    }
  };
  const stay = (joined: User) => {
    user = joined;
    joined.holder.once('end', () => {
      user = undefined;
      if (!stopping) rejoining = rejoin();
    });
  };
  stay(first);
  return async () => {
    if (stopping) return;
    stopping = true;
    // Whoever is just now joining again has to leave as well: else nobody would stop the database.
    await rejoining;
    if (user) await leave(cluster, user);
  };
}

export function hasCluster(dataFolder: string): boolean {
  return existsSync(join(clusterFolderOf(dataFolder), 'PG_VERSION'));
}

function clusterFolderOf(dataFolder: string): string {
  return join(resolve(dataFolder), 'postgres');
}

async function prepare(options: EmbeddedPostgresOptions): Promise<Cluster> {
  const dataFolder = resolve(options.dataFolder);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const clusterFolder = clusterFolderOf(dataFolder);
  const { launcher, program } = findWorking(dataFolder, clusterFolder);
  const files = {
    cluster: clusterFolder,
    socketFolder: socketFolder(dataFolder, launcher),
    log: join(dataFolder, 'postgres.log'),
  };
  const all = [...settings, ...(options.durable ? [] : throwAwaySettings)];
  all.push(`unix_socket_directories="${files.socketFolder}"`);
  const cluster: Cluster = {
    launcher,
    program,
    files,
    settings: all.flatMap((setting) => ['-c', setting]),
    say: options.say ?? (() => undefined),
  };
  if (hasCluster(dataFolder)) refuseOtherVersion(clusterFolder, program.major);
  else await createCluster(cluster, options.durable);
  return cluster;
}

/** The first pair of "as whom" and "which copy of the program" that runs and may write the folder. */
function findWorking(dataFolder: string, clusterFolder: string) {
  const packaged = packagedProgram();
  const reasons: string[] = [];
  for (const launcher of possibleLaunchers(clusterFolder)) {
    const folder = ownFolder(dataFolder, clusterFolder, launcher);
    for (const candidate of [() => packaged, () => copiedProgram(packaged, dataFolder, launcher)]) {
      const program = candidate();
      const obstacle = obstacleTo(launcher, join(program.folder, 'bin/postgres'), folder);
      if (obstacle === undefined) return { launcher, program };
      reasons.push(obstacle.reason);
      if (!obstacle.isProgram) break;
    }
  }
  throw folderNotReachable(dataFolder, reasons);
}

/** The folder that PostgreSQL must be able to write: another user gets one of its own, not all of Archway's data. */
function ownFolder(dataFolder: string, clusterFolder: string, launcher: Launcher): string {
  if (existsSync(clusterFolder)) return clusterFolder;
  if (launcher.user === undefined) return dataFolder;
  const nursery = join(dataFolder, 'postgres.new');
  chmodSync(dataFolder, 0o711); // may be passed through, not listed
  mkdirSync(nursery, { recursive: true, mode: 0o700 });
  giveTo(launcher, nursery);
  return nursery;
}

function socketFolder(dataFolder: string, launcher: Launcher): string {
  const beside = join(dataFolder, 'postgres-socket');
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  const folder =
    Buffer.byteLength(beside) <= longestSocketFolder ? beside : join(tmpdir(), `archway-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveTo(launcher, folder);
  // In a folder for everybody's temporary files, someone else may have been there first.
  const found = lstatSync(folder);
  const expected = launcher.user?.uid ?? process.getuid?.();
  if (found.isDirectory() && found.uid === expected && (found.mode & 0o077) === 0) return folder;
  throw folderNotReachable(dataFolder, [`${folder} belongs to someone else`]);
}

function refuseOtherVersion(clusterFolder: string, ours: string): void {
  const found = readFileSync(join(clusterFolder, 'PG_VERSION'), 'utf8').trim();
  if (found !== ours) throw otherMajorVersion(clusterFolder, found, ours);
}

/** Made beside and moved into place, so that a creation which was interrupted is never taken for a database. */
async function createCluster(cluster: Cluster, durable: boolean): Promise<void> {
  cluster.say('database: creating');
  const { files, launcher, program } = cluster;
  const nursery = ownFolder(dirname(files.cluster), files.cluster, launcher);
  const fresh = join(nursery, `postgres.new-${randomUUID()}`);
  const args = ['-D', fresh, '-U', archway, '--auth-local=trust', '--auth-host=reject', '--encoding=UTF8'];
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
  if (!durable) args.push('--no-sync');
  const log = openLog(files.log);
  const child = launch(launcher, join(program.folder, 'bin/initdb'), args, log.file);
  const code = await new Promise((done) => child.once('exit', done).once('error', done));
  closeSync(log.file);
  if (code === 0) return renameOrDrop(fresh, files.cluster);
  rmSync(fresh, { recursive: true, force: true });
  throw explainEnd(log.readNew(), files);
}

interface User {
  readonly postmaster: Postmaster;
  /** An open session that holds the users' lock: it ends with the process, however the process ends. */
  readonly holder: pg.Client;
}

async function joinOrStart(cluster: Cluster): Promise<User> {
  const { launcher, program, files, say } = cluster;
  const binary = join(program.folder, 'bin/postgres');
  for (let refusals = 0; ;) {
    const postmaster =
      (await findRunning(files.cluster)) ??
      (await startPostmaster(launcher, binary, cluster.settings, files, say));
    try {
      const user = postmaster && (await joinPostmaster(postmaster));
      if (user !== undefined) return user;
      if (postmaster !== undefined) await whenGone(files.cluster, postmaster.pid);
    } catch (error) {
      // Killed a moment ago: its process still seems alive, and its socket answers no more.
      if (!isCode(error, 'ECONNREFUSED', 'ECONNRESET') || ++refusals > 100) throw error;
      await sleep(100);
    }
  }
}

/** Undefined when the last user is just now stopping it. */
async function joinPostmaster(postmaster: Postmaster): Promise<User | undefined> {
  const holder = new pg.Client({ host: postmaster.socketFolder, user: archway, database: 'postgres' });
  // What an error means here is that the session ends; that is what `end` tells.
  holder.on('error', () => undefined);
  await holder.connect();
  if (await got(holder, 'pg_try_advisory_lock_shared')) return { postmaster, holder };
  await holder.end();
  return undefined;
}

async function leave(cluster: Cluster, { postmaster, holder }: User): Promise<void> {
  await got(holder, 'pg_advisory_unlock_shared');
  if (await got(holder, 'pg_try_advisory_lock')) await stopPostmaster(cluster.files.cluster, postmaster.pid);
  await holder.end();
}

async function got(holder: pg.Client, lockFunction: string): Promise<boolean> {
  const { rows } = await holder.query<{ got: boolean }>(`SELECT ${lockFunction}(${usersLock}) AS got`);
  return rows[0]?.got === true;
}

const serving = 'archway at ';

/** By the name of the session that holds the lock: it is gone when the process is, however that ends. */
async function announce(holder: pg.Client, address: string): Promise<readonly string[]> {
  await holder.query(`SELECT set_config('application_name', $1, false)`, [`${serving}${address}`]);
  const { rows } = await holder.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_stat_activity
     WHERE pid <> pg_backend_pid() AND starts_with(application_name, $1) ORDER BY name`,
    [serving],
  );
  return rows.map(({ name }) => name.slice(serving.length));
}

async function createDatabase(holder: pg.Client): Promise<void> {
  const { rowCount } = await holder.query('SELECT FROM pg_database WHERE datname = $1', [archway]);
  if (rowCount === 1) return;
  try {
    await holder.query(`CREATE DATABASE ${archway}`);
  } catch (error) {
    if (!isCode(error, '42P04', '23505')) throw error; // another start was faster
  }
}
