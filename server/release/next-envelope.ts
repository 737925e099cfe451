import type { Envelope } from '#exchange/x12/envelope.ts';
import { nextControlNumber } from '../database/control-number.ts';
import type { Writing } from '../record/record.ts';

/** The envelope of the next interchange; what an invented practice sends is marked as a test. */
export async function nextEnvelope(writing: Writing, timeZone: string): Promise<Envelope> {
  const { tenant, organizationId } = writing;
  const number = await nextControlNumber(tenant, organizationId, 'interchange');
  const { demonstration } = await tenant
    .selectFrom('organization')
    .select('demonstration')
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return {
    interchangeControlNumber: String(number).padStart(9, '0'),
    groupControlNumber: String(number),
    transactionControlNumber: String(number).padStart(4, '0'),
    createdAt: writing.now,
    timeZone,
    usage: demonstration ? 'T' : 'P',
  };
}
