import { refuse } from '#domain/kernel/refusal.ts';
import { CannotStart } from '../cannot-start.ts';

export function diskFull(folder: string, cause?: unknown): CannotStart {
  return new CannotStart(refuse('disk-full', { folder }), cause);
}

export function otherMajorVersion(folder: string, found: string, ours: string): CannotStart {
  return new CannotStart(refuse('database-other-version', { folder, found, ours }));
}

export function unsupportedPlatform(platform: string): CannotStart {
  return new CannotStart(refuse('database-platform', { platform }));
}

/** For what reads a record that is there: a mistyped folder must not become an empty database. */
export function noDatabaseIn(folder: string): CannotStart {
  return new CannotStart(refuse('database-none-here', { folder }));
}

export function folderNotReachable(folder: string, reasons: readonly string[]): CannotStart {
  return new CannotStart(refuse('database-folder', { folder, detail: reasons.join('; ') }));
}

export function didNotStart(logFile: string, lastLines: string): CannotStart {
  return new CannotStart(refuse('database-did-not-start', { detail: lastLines.trim() || '-', logFile }));
}

/** The database that DATABASE_URL names. Nothing of the address is repeated: it may hold a password. */
export function notReachable(cause: unknown): CannotStart {
  return new CannotStart(
    refuse('database-not-reachable', { detail: cause instanceof Error ? cause.message : String(cause) }),
    cause,
  );
}

export function tooOld(found: string, oldest: number): CannotStart {
  return new CannotStart(refuse('database-too-old', { found, oldest }));
}

/** PostgreSQL's own words name the object and never a value. */
export function missingRights(cause: Error): CannotStart {
  return new CannotStart(refuse('database-rights', { detail: cause.message }), cause);
}

export function newerData(name: string, theirs: number, ours: number): CannotStart {
  return new CannotStart(refuse('database-newer', { theirs, name, ours }));
}

export function alteredMigration(number: number, name: string): CannotStart {
  return new CannotStart(refuse('migration-altered', { number, name }));
}
