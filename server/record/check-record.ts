import type { ChangedChain, RecordCheck } from '#contract/views.ts';
import { instant } from '#domain/kernel/calendar-date.ts';
import { asOwner, inTenant } from '../database/connect.ts';
import type { EvidenceRecord, Reading } from './record.ts';
import { verifyRecord, type ChainReport } from './verify-record.ts';

/** As many as somebody reads on a screen; `archway verify` names them all. */
const mostChains = 50;
const mostPositions = 10;

/** Keeps what a verification by the record's own key found, in place of what the one before it found. */
export async function keepRecordCheck(
  record: EvidenceRecord,
  organizationId: string,
  reports: readonly ChainReport[],
): Promise<void> {
  const found = reports.flatMap((report) => (report.faults.length === 0 ? [] : changedChain(report)));
  const check = {
    checked_at: record.now(),
    chains: reports.length,
    changed: JSON.stringify(found.slice(0, mostChains)),
  };
  await inTenant(record.db, organizationId, (tenant) =>
    tenant
      .insertInto('record_check')
      .values({ organization_id: organizationId, ...check })
      .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(check))
      .execute(),
  );
}

function changedChain({ stream, faults }: ChainReport): ChangedChain {
  const positions = [...new Set(faults.flatMap(({ position }) => position ?? []))];
  return { ...stream, positions: positions.slice(0, mostPositions) };
}

/** Undefined where no check has ended yet. */
export async function readRecordCheck({
  tenant,
  organizationId,
}: Pick<Reading, 'tenant' | 'organizationId'>): Promise<RecordCheck | undefined> {
  const row = await tenant
    .selectFrom('record_check')
    .select(['checked_at', 'chains', 'changed'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  if (!row) return undefined;
  // Our own rows, written just above.
  return { checkedAt: instant(row.checked_at), chains: row.chains, changed: row.changed as ChangedChain[] };
}

/** Every chain of every organization against its signed head; stops between two chains once `signal` says so. */
export async function checkRecords(record: EvidenceRecord, signal: AbortSignal): Promise<void> {
  const rows = await asOwner(record.db, (owner) =>
    owner.selectFrom('organization').select('organization_id').execute(),
  );
  for (const { organization_id: organizationId } of rows) {
    const reports = await verifyRecord(record, organizationId, () => signal.throwIfAborted());
    await keepRecordCheck(record, organizationId, reports);
  }
}
