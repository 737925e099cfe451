import { instant, type Instant } from '#domain/kernel/calendar-date.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import type { Selectable } from 'kysely';
import type { Database } from '../database/schema-types.ts';
import type { SetAside } from '../gateway/gateway.ts';
import type { Reading } from '../record/record.ts';

/** What came through a gateway and was taken for nobody, with what became of it since. */
export interface SetAsideAnswer {
  readonly setAsideId: string;
  readonly gateway: string;
  readonly name: string;
  readonly at: Instant;
  readonly reason: Refusal;
  /** Absent where it was too large to be kept. */
  readonly bytes: Buffer | undefined;
  readonly settled: Settled | undefined;
}

export type Settled =
  | {
      readonly how: 'assigned';
      readonly at: Instant;
      readonly by: string;
      readonly patientId: string;
      readonly coverageId: string;
    }
  | { readonly how: 'dismissed'; readonly at: Instant; readonly by: string; readonly reason: string };

type Place = Pick<Reading, 'tenant' | 'organizationId'>;

/** Once for each gateway and content, however often it arrives. */
export async function keepSetAside(
  { tenant, organizationId }: Place,
  aside: SetAside & {
    readonly setAsideId: string;
    readonly gateway: string;
    readonly at: Instant;
    readonly inquiryId?: string;
  },
): Promise<void> {
  await tenant
    .insertInto('set_aside_answer')
    .values({
      organization_id: organizationId,
      set_aside_id: aside.setAsideId,
      gateway: aside.gateway,
      name: aside.name.slice(0, 200),
      at: aside.at,
      reason: JSON.stringify(aside.reason),
      sha256: aside.sha256,
      bytes: aside.bytes ?? null,
      inquiry_id: aside.inquiryId ?? null,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'gateway', 'sha256']).doNothing())
    .execute();
}

/** Those that nobody has settled, oldest first; then those that somebody has, newest first. At most `most` of each. */
export async function setAsideAnswers(place: Place, most: number): Promise<readonly SetAsideAnswer[]> {
  const open = await all(place)
    .where('settled', 'is', null)
    .orderBy('at')
    .orderBy('set_aside_id')
    .limit(most)
    .execute();
  const settled = await all(place)
    .where('settled', 'is not', null)
    .orderBy('settled_at', 'desc')
    .orderBy('set_aside_id')
    .limit(most)
    .execute();
  return [...open, ...settled].map(answerOf);
}

export async function findSetAside(place: Place, setAsideId: string): Promise<SetAsideAnswer | undefined> {
  const row = await all(place).where('set_aside_id', '=', setAsideId).executeTakeFirst();
  return row && answerOf(row);
}

/** False where somebody else settled it meanwhile. */
export async function settle(
  { tenant, organizationId }: Place,
  setAsideId: string,
  settled: Settled,
): Promise<boolean> {
  const { how, at, by } = settled;
  const { numUpdatedRows } = await tenant
    .updateTable('set_aside_answer')
    .set({
      settled: how,
      settled_at: at,
      settled_by: by,
      ...(how === 'assigned'
        ? { patient_id: settled.patientId, coverage_id: settled.coverageId }
        : { settled_reason: settled.reason }),
    })
    .where('organization_id', '=', organizationId)
    .where('set_aside_id', '=', setAsideId)
    .where('settled', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function all({ tenant, organizationId }: Place) {
  return tenant.selectFrom('set_aside_answer').selectAll().where('organization_id', '=', organizationId);
}

function answerOf(row: Selectable<Database['set_aside_answer']>): SetAsideAnswer {
  return {
    setAsideId: row.set_aside_id,
    gateway: row.gateway,
    name: row.name,
    at: instant(row.at),
    reason: row.reason as Refusal,
    bytes: row.bytes ?? undefined,
    settled: settledOf(row),
  };
}

function settledOf(row: Selectable<Database['set_aside_answer']>): Settled | undefined {
  const { settled, settled_at: at, settled_by: by } = row;
  if (settled === null || at === null || by === null) return undefined;
  return settled === 'assigned'
    ? {
        how: settled,
        at: instant(at),
        by,
        patientId: row.patient_id ?? '',
        coverageId: row.coverage_id ?? '',
      }
    : { how: 'dismissed', at: instant(at), by, reason: row.settled_reason ?? '' };
}
