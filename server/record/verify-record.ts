import { verifyChain, type ChainFault } from '#domain/audit/verify-chain.ts';
import { streamKinds, type RecordedEvent, type StreamName } from '#domain/audit/event.ts';
import type { ChainLink } from '#domain/audit/chain.ts';
import { createPublicKey, verify } from 'node:crypto';
import { sha256, type EvidenceRecord } from './record.ts';

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
  const key = createPublicKey(trustedKeyPem);
  const verifySignature = (message: string, signature: string) =>
    verify(null, Buffer.from(message), key, Buffer.from(signature, 'base64'));
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
    reports.push(await verifyOne(record, organizationId, { kind, id }, verifySignature));
    progress(index + 1, names.length);
  }
  return reports;
}

async function verifyOne(
  record: EvidenceRecord,
  organizationId: string,
  stream: StreamName,
  verifySignature: (message: string, signature: string) => boolean,
): Promise<ChainReport> {
  return record.read(organizationId, async ({ tenant }) => {
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
    return { stream, events: events.length, faults: [...faults, ...columns] };
  });
}
