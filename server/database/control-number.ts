import { sql } from 'kysely';
import type { TenantDatabase } from './connect.ts';

/**
 * The next number of a kind, from 1. What was kept never shares one; a number taken by work that was undone is given
 * again, since nobody saw it.
 */
export async function nextControlNumber(
  tenant: TenantDatabase,
  organizationId: string,
  kind: 'claim' | 'interchange' | 'attachment',
): Promise<number> {
  const row = await tenant
    .insertInto('control_number')
    .values({ organization_id: organizationId, kind, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'kind'])
        .doUpdateSet({ last: sql<number>`control_number.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}
