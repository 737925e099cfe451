import type { TenantDatabase } from '../database/connect.ts';
import { activitySpanRows, caseSummaryRow, claimIndexRows, patientSummaryRow } from './read-models.ts';
import type { EvidenceRecord, Reading } from './record.ts';
import { streamIds } from './stream-reader.ts';

const tables = ['patient_summary', 'case_summary', 'activity_span', 'claim_index'] as const;
type ReadModel = (typeof tables)[number];

export interface RebuildReport {
  readonly rows: number;
  /** Rows that were not as the events say, by table: missing, left over or different. */
  readonly differences: readonly { readonly table: ReadModel; readonly key: string }[];
}

/** Makes the read models anew from the events, in one transaction, and says what was different. */
export async function rebuildReadModels(
  record: EvidenceRecord,
  organizationId: string,
  progress: (done: number, of: number) => void,
): Promise<RebuildReport> {
  return record.read(organizationId, async (reading) => {
    const expected = await rowsFromEvents(reading, progress);
    const differences: { table: ReadModel; key: string }[] = [];
    let rows = 0;
    for (const table of tables) {
      const wanted = expected.get(table) ?? new Map<string, object>();
      const found = await storedRows(reading.tenant, organizationId, table);
      for (const key of new Set([...wanted.keys(), ...found.keys()]))
        if (comparable(wanted.get(key)) !== comparable(found.get(key))) differences.push({ table, key });
      await replaceRows(reading.tenant, organizationId, table, [...wanted.values()]);
      rows += wanted.size;
    }
    return { rows, differences };
  });
}

async function rowsFromEvents(
  reading: Reading,
  progress: (done: number, of: number) => void,
): Promise<Map<ReadModel, Map<string, object>>> {
  const { tenant, organizationId } = reading;
  const patients = await streamIds(tenant, organizationId, 'patient');
  const cases = await streamIds(tenant, organizationId, 'case');
  const rows = new Map<ReadModel, Map<string, object>>(tables.map((table) => [table, new Map()]));
  let done = 0;
  for (const patientId of patients) {
    const patient = await reading.patient(patientId);
    const row = patient && patientSummaryRow(organizationId, patient);
    if (row) rows.get('patient_summary')?.set(patientId, row);
    progress(++done, patients.length + cases.length);
  }
  for (const caseId of cases) {
    const state = await reading.coordinationCase(caseId);
    if (state) {
      rows.get('case_summary')?.set(caseId, caseSummaryRow(organizationId, state));
      for (const row of activitySpanRows(organizationId, state))
        rows.get('activity_span')?.set(row.activity_id, row);
      for (const row of claimIndexRows(organizationId, state))
        rows.get('claim_index')?.set(row.claim_id, row);
    }
    progress(++done, patients.length + cases.length);
  }
  return rows;
}

const keyColumns: Record<ReadModel, string> = {
  patient_summary: 'patient_id',
  case_summary: 'case_id',
  activity_span: 'activity_id',
  claim_index: 'claim_id',
};

async function storedRows(
  tenant: TenantDatabase,
  organizationId: string,
  table: ReadModel,
): Promise<Map<string, object>> {
  const rows = await tenant
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', organizationId)
    .execute();
  return new Map(
    rows.map((row) => [String(Object.entries(row).find(([name]) => name === keyColumns[table])?.[1]), row]),
  );
}

/** JSON columns are text when written and values when read; moments have milliseconds in both. */
function comparable(row: object | undefined): string {
  if (!row) return '';
  const members = Object.entries(row).map(([name, value]): [string, unknown] => [
    name,
    name === 'lines' && typeof value === 'string' ? JSON.parse(value) : value,
  ]);
  return JSON.stringify(sortedDeep(Object.fromEntries(members)));
}

/** jsonb does not keep the order of members. */
function sortedDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, sortedDeep(member)]),
  );
}

async function replaceRows(
  tenant: TenantDatabase,
  organizationId: string,
  table: ReadModel,
  rows: readonly object[],
): Promise<void> {
  await tenant.deleteFrom(table).where('organization_id', '=', organizationId).execute();
  for (let from = 0; from < rows.length; from += 500)
    await tenant
      .insertInto(table)
      .values(rows.slice(from, from + 500) as never)
      .execute();
}
