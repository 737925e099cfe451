import type { Instant } from '#domain/kernel/calendar-date.ts';
import { newUuid } from '../clock.ts';
import { inTenant, type ArchwayDatabase } from '../database/connect.ts';

export interface AccessLogEntry {
  readonly organizationId: string;
  readonly at: Instant;
  readonly staffId: string | undefined;
  readonly through: 'screen-or-api' | 'command-line';
  /** 'read', 'sign-in', or the name of a command. */
  readonly action: string;
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly outcome: 'done' | 'refused';
}

/** Who looked at what, and what was refused. What was done stands in the chains themselves. */
export async function logAccess(db: ArchwayDatabase, entry: AccessLogEntry): Promise<void> {
  await inTenant(db, entry.organizationId, (tenant) =>
    tenant
      .insertInto('access_log')
      .values({
        organization_id: entry.organizationId,
        entry_id: newUuid(),
        at: entry.at,
        staff_id: entry.staffId ?? null,
        through: entry.through,
        action: entry.action,
        subject_kind: entry.subject?.kind ?? null,
        subject_id: entry.subject?.id ?? null,
        outcome: entry.outcome,
      })
      .execute(),
  );
}

/** Somebody looked at a patient, a case or a document. */
export function logRead(
  db: ArchwayDatabase,
  who: Pick<AccessLogEntry, 'organizationId' | 'staffId'>,
  subject: { readonly kind: 'patient' | 'case' | 'document'; readonly id: string },
  at: Instant,
): Promise<void> {
  return logAccess(db, { ...who, at, through: 'screen-or-api', action: 'read', subject, outcome: 'done' });
}
