import { createHash } from 'node:crypto';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import { inTenant } from '../database/connect.ts';
import { testOrganization } from '../test-practice.ts';
import { keepSetAside } from './set-aside.store.ts';

/** Something that came by a gateway and answered nothing; without a text, it was too large to be kept. */
export async function setAsideForTest(
  { record }: Pick<Archway, 'record'>,
  setAsideId: string,
  text: string | undefined,
  organizationId: string = testOrganization,
): Promise<void> {
  const aside = {
    setAsideId,
    gateway: 'drop',
    at: record.now(),
    name: `${setAsideId}.271`,
    reason: refuse('eligibility/answers-nothing', { named: 'AW999999999' }),
    sha256: createHash('sha256').update(setAsideId).digest('hex'),
    ...(text !== undefined && { bytes: Buffer.from(text) }),
  };
  await inTenant(record.db, organizationId, (tenant) => keepSetAside({ tenant, organizationId }, aside));
}
