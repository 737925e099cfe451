import { refuse, type Refusal } from '#domain/kernel/refusal.ts';

/**
 * The database cannot be used and nothing was changed. It is thrown, not returned, because nothing that starts
 * can go on without a database; the command line catches it once and prints the refusal.
 */
export class DatabaseUnavailable extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, cause?: unknown) {
    super(`${refusal.what} ${refusal.why} ${refusal.next}`, { cause });
    this.name = 'DatabaseUnavailable';
    this.refusal = refusal;
  }
}

export function diskFull(folder: string, cause?: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(
    refuse(
      'disk-full',
      'The database cannot start.',
      `The disk that holds ${folder} is full.`,
      'Free some space on that disk, or set ARCHWAY_DATA to a folder on another disk, and start again.',
    ),
    cause,
  );
}

export function otherMajorVersion(folder: string, found: string, ours: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    refuse(
      'database-other-version',
      'The database cannot start.',
      `The data in ${folder} was written by PostgreSQL ${found}; this version of Archway brings PostgreSQL ${ours}.`,
      'Start the version of Archway that wrote the data, or set ARCHWAY_DATA to another folder.',
    ),
  );
}

export function unsupportedPlatform(platform: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    refuse(
      'database-platform',
      'The embedded database cannot start.',
      `No PostgreSQL is installed for ${platform}.`,
      'Run `npm ci` again, or set DATABASE_URL to a PostgreSQL 16 or newer.',
    ),
  );
}

export function folderNotReachable(folder: string, reasons: readonly string[]): DatabaseUnavailable {
  return new DatabaseUnavailable(
    refuse(
      'database-folder',
      'The database cannot start.',
      `PostgreSQL cannot run with its data in ${folder}: ${reasons.join('; ')}.`,
      'Set ARCHWAY_DATA to a folder that the user who starts Archway owns, such as /var/lib/archway.',
    ),
  );
}

export function didNotStart(logFile: string, lastLines: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    refuse(
      'database-did-not-start',
      'The database did not start.',
      `PostgreSQL ended with: ${lastLines.trim() || 'no message'}.`,
      `The whole log is in ${logFile}.`,
    ),
  );
}

/** The database that DATABASE_URL names. Nothing of the address is repeated: it may hold a password. */
export function notReachable(cause: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(
    refuse(
      'database-not-reachable',
      'The database cannot be reached.',
      `Connecting to the one in DATABASE_URL failed: ${cause instanceof Error ? cause.message : String(cause)}.`,
      'Check that it runs and that address, user and password in DATABASE_URL are right; or unset it to use the embedded one.',
    ),
    cause,
  );
}

export function newerData(name: string, theirs: number, ours: number): DatabaseUnavailable {
  return new DatabaseUnavailable(
    refuse(
      'database-newer',
      'The data belongs to a newer version of Archway.',
      `It has ${theirs} schema versions (one of them is "${name}"); this program knows ${ours}.`,
      'Start the newer version, or set ARCHWAY_DATA (or DATABASE_URL) to other data. Nothing was changed.',
    ),
  );
}

export function alteredMigration(number: number, name: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    refuse(
      'migration-altered',
      'The database does not match this program.',
      `Migration ${number} (${name}) was applied with another text than the one in this program.`,
      'Start the version that made the data, or set ARCHWAY_DATA (or DATABASE_URL) to other data. Nothing was changed.',
    ),
  );
}
