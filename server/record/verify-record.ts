import { verifyChain, type ChainChecks, type ChainFault } from '#domain/audit/verify-chain.ts';
import { streamKinds, type RecordedEvent, type StreamName } from '#domain/audit/event.ts';
import type { ChainedEvent, ChainLink } from '#domain/audit/chain.ts';
import { createPublicKey, verify } from 'node:crypto';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { sha256, type EvidenceRecord, type Reading } from './record.ts';

export interface ChainReport {
  readonly stream: StreamName;
  readonly events: number;
  readonly faults: readonly ChainFault[];
}

/**
 * Reads every chain of an organization anew from the database, past every cache, and verifies it against its signed
 * head. `trustedKeyPem` replaces the record's own key as the one that is believed.
 */
export async function verifyRecord(
  record: EvidenceRecord,
  organizationId: string,
  progress: (done: number, of: number) => void,
  trustedKeyPem: string = record.signer.publicKeyPem,
): Promise<ChainReport[]> {
  const verifySignature = verifiedBy(trustedKeyPem);
  const names = await record.read(organizationId, async ({ tenant }) => {
    const heads = await tenant
      .selectFrom('stream_head')
      .select(['stream_kind', 'stream_id'])
      .where('organization_id', '=', organizationId)
      .execute();
    const orphans = await tenant
      .selectFrom('event')
      .select(['stream_kind', 'stream_id'])
      .distinct()
      .where('organization_id', '=', organizationId)
      .execute();
    const keys = new Set([...heads, ...orphans].map((row) => `${row.stream_kind}/${row.stream_id}`));
    return [...keys].sort();
  });
  const reports: ChainReport[] = [];
  for (const [index, name] of names.entries()) {
    const [kindText = '', id = ''] = name.split('/');
    const kind = streamKinds.find((known) => known === kindText);
    if (!kind) throw new Error(`a chain of the unknown kind ${kindText}`);
    const stream = { kind, id };
    const { events, faults } = await record.read(organizationId, (reading) =>
      readChain(reading, stream, verifySignature),
    );
    reports.push({ stream, events: events.length, faults });
    progress(index + 1, names.length);
  }
  return reports;
}

function verifiedBy(publicKeyPem: string): ChainChecks['verifySignature'] {
  const key = createPublicKey(publicKeyPem);
  return (message, signature) => verify(null, Buffer.from(message), key, Buffer.from(signature, 'base64'));
}

/** The events of a chain with salts and hashes; refused where it is not as it was signed. */
export async function verifiedEvents(
  reading: Pick<Reading, 'tenant' | 'organizationId'>,
  stream: StreamName,
  publicKeyPem: string,
): Promise<readonly ChainedEvent[] | Refusal> {
  const { events, faults } = await readChain(reading, stream, verifiedBy(publicKeyPem));
  return faults.length > 0 ? changed(stream) : events;
}

export function changed({ kind, id }: StreamName): Refusal {
  return refuse('record/changed', { chain: `${kind} ${id}` });
}

async function readChain(
  { tenant, organizationId }: Pick<Reading, 'tenant' | 'organizationId'>,
  stream: StreamName,
  verifySignature: ChainChecks['verifySignature'],
): Promise<{ readonly events: readonly ChainedEvent[]; readonly faults: readonly ChainFault[] }> {
  const rows = await tenant
    .selectFrom('event')
    .select(['position', 'type', 'recorded_at', 'body', 'seal'])
    .where('organization_id', '=', organizationId)
    .where('stream_kind', '=', stream.kind)
    .where('stream_id', '=', stream.id)
    .orderBy('position')
    .execute();
  const head = await tenant
    .selectFrom('stream_head')
    .select(['position', 'hash', 'signature'])
    .where('organization_id', '=', organizationId)
    .where('stream_kind', '=', stream.kind)
    .where('stream_id', '=', stream.id)
    .executeTakeFirst();
  const events = rows.map((row) => ({ ...(row.body as RecordedEvent), ...(row.seal as ChainLink) }));
  const faults = verifyChain(
    events,
    head && {
      head: { organizationId, stream, position: head.position, hash: head.hash },
      signature: head.signature,
    },
    { sha256, verifySignature },
  );
  const columns = rows.flatMap((row, index): ChainFault[] => {
    const event = events[index];
    const agrees =
      event?.position === row.position && event.type === row.type && event.recordedAt === row.recorded_at;
    return agrees ? [] : [{ kind: 'altered', position: row.position, parts: ['columns'] }];
  });
  return { events, faults: [...faults, ...columns] };
}
