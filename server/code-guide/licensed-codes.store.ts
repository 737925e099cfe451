import { listText, type LicensedCode } from '#domain/code-guide/licensed-list.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import type { TenantDatabase } from '../database/connect.ts';
import { sha256, type Reading, type Writing } from '../record/record.ts';

export async function licensedCodes(
  { tenant, organizationId }: Pick<Reading, 'tenant' | 'organizationId'>,
  year: number,
): Promise<LicensedCode[]> {
  const rows = await tenant
    .selectFrom('licensed_code')
    .select(['code', 'wording'])
    .where('organization_id', '=', organizationId)
    .where('code_year', '=', year)
    .orderBy('code')
    .execute();
  return rows.map(({ code, wording }) => ({ code: procedureCode(code), wording }));
}

/** The rows of a code year, all of them anew. */
export async function replaceLicensedCodes(
  { tenant, organizationId }: Pick<Writing, 'tenant' | 'organizationId'>,
  year: number,
  codes: readonly LicensedCode[],
): Promise<void> {
  await deleteYear(tenant, organizationId, year);
  for (let from = 0; from < codes.length; from += 1000)
    await tenant
      .insertInto('licensed_code')
      .values(
        codes
          .slice(from, from + 1000)
          .map(({ code, wording }) => ({ organization_id: organizationId, code_year: year, code, wording })),
      )
      .execute();
}

function deleteYear(tenant: TenantDatabase, organizationId: string, year: number) {
  return tenant
    .deleteFrom('licensed_code')
    .where('organization_id', '=', organizationId)
    .where('code_year', '=', year)
    .execute();
}

/** Lists whose rows are not those that the chain says were imported, by code year. */
export async function alteredLists(reading: Reading): Promise<number[]> {
  const { licensedLists } = await reading.practice();
  const altered: number[] = [];
  for (const { year, sha256: expected } of licensedLists.values())
    if (sha256(listText(await licensedCodes(reading, year))) !== expected) altered.push(year);
  return altered;
}
