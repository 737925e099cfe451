import { inOneLine, sayRefusal } from '#contract/say-refusal.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';

/**
 * The database cannot be used and nothing was changed. It is thrown, not returned, because nothing that starts
 * can go on without a database; the command line catches it once and prints the refusal.
 */
export class DatabaseUnavailable extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, cause?: unknown) {
    super(inOneLine(sayRefusal('en', refusal)), { cause });
    this.name = 'DatabaseUnavailable';
    this.refusal = refusal;
  }
}

export function diskFull(folder: string, cause?: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(refuse('disk-full', { folder }), cause);
}

export function otherMajorVersion(folder: string, found: string, ours: string): DatabaseUnavailable {
  return new DatabaseUnavailable(refuse('database-other-version', { folder, found, ours }));
}

export function unsupportedPlatform(platform: string): DatabaseUnavailable {
  return new DatabaseUnavailable(refuse('database-platform', { platform }));
}

/** For what reads a record that is there: a mistyped folder must not become an empty database. */
export function noDatabaseIn(folder: string): DatabaseUnavailable {
  return new DatabaseUnavailable(refuse('database-none-here', { folder }));
}

export function folderNotReachable(folder: string, reasons: readonly string[]): DatabaseUnavailable {
  return new DatabaseUnavailable(refuse('database-folder', { folder, detail: reasons.join('; ') }));
}

export function didNotStart(logFile: string, lastLines: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    refuse('database-did-not-start', { detail: lastLines.trim() || '-', logFile }),
  );
}

/** The database that DATABASE_URL names. Nothing of the address is repeated: it may hold a password. */
export function notReachable(cause: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(
    refuse('database-not-reachable', { detail: cause instanceof Error ? cause.message : String(cause) }),
    cause,
  );
}

export function newerData(name: string, theirs: number, ours: number): DatabaseUnavailable {
  return new DatabaseUnavailable(refuse('database-newer', { theirs, name, ours }));
}

export function alteredMigration(number: number, name: string): DatabaseUnavailable {
  return new DatabaseUnavailable(refuse('migration-altered', { number, name }));
}
