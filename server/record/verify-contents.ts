import { sql } from 'kysely';
import { sha256, type EvidenceRecord, type Reading } from './record.ts';
import { headsNow, type CheckedHead } from './checkpoint.ts';
import { alteredLists } from '../code-guide/licensed-codes.store.ts';
import { streamIds } from './stream-reader.ts';

/** What is wrong beside the chains themselves: bytes they point at, and chains that a checkpoint remembers. */
export interface ContentFault {
  readonly kind: 'content-altered' | 'content-missing' | 'chain-missing' | 'chain-set-back';
  /** Content id, or the chain. */
  readonly what: string;
}

/**
 * Compares the bytes of every document, kept resource and checkpoint with the hash that stands in its chain, and
 * the chains with the latest checkpoint.
 */
export async function verifyContents(
  record: EvidenceRecord,
  organizationId: string,
): Promise<ContentFault[]> {
  return record.read(organizationId, async (reading) => {
    const expected = await contentsInChains(reading);
    const rows = await reading.tenant
      .selectFrom('document_content')
      .select(['content_id', sql<string>`encode(sha256(bytes), 'hex')`.as('digest')])
      .where('organization_id', '=', organizationId)
      .execute();
    const stored = new Map(rows.map((row) => [row.content_id, row.digest]));
    const faults: ContentFault[] = [];
    for (const [contentId, digest] of expected)
      if (!stored.has(contentId)) faults.push({ kind: 'content-missing', what: contentId });
      else if (stored.get(contentId) !== digest) faults.push({ kind: 'content-altered', what: contentId });
    for (const year of await alteredLists(reading))
      faults.push({ kind: 'content-altered', what: `licensed list of ${year}` });
    return [...faults, ...(await chainsSinceCheckpoint(reading))];
  });
}

async function contentsInChains(reading: Reading): Promise<Map<string, string>> {
  const contents = new Map<string, string>();
  const { lastCheckpoint } = await reading.practice();
  if (lastCheckpoint) contents.set(lastCheckpoint.contentId, lastCheckpoint.sha256);
  for (const patientId of await streamIds(reading.tenant, reading.organizationId, 'patient')) {
    const patient = await reading.patient(patientId);
    if (!patient) continue;
    for (const { value } of [...patient.documents.values(), ...patient.withdrawnDocuments.values()])
      contents.set(value.documentId, value.sha256);
    for (const resource of patient.keptResources.values())
      contents.set(resource.contentId, resource.verbatimSha256);
  }
  return contents;
}

/** A chain only grows: where the checkpoint saw an event, the same event must still stand. */
async function chainsSinceCheckpoint(reading: Reading): Promise<ContentFault[]> {
  const { lastCheckpoint } = await reading.practice();
  if (!lastCheckpoint) return [];
  const row = await reading.tenant
    .selectFrom('document_content')
    .select('bytes')
    .where('organization_id', '=', reading.organizationId)
    .where('content_id', '=', lastCheckpoint.contentId)
    .executeTakeFirst();
  const text = row?.bytes.toString('utf8') ?? '';
  if (sha256(text) !== lastCheckpoint.sha256) return [];
  // Our own lines: their hash was just compared with the one in the signed chain.
  const then = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as CheckedHead);
  const now = await hashesAt(reading, then);
  return then.flatMap(({ chain, hash }): ContentFault[] => {
    const found = now.get(chain);
    if (found === undefined) return [{ kind: 'chain-missing', what: chain }];
    return found === hash ? [] : [{ kind: 'chain-set-back', what: chain }];
  });
}

/** By chain: the hash that now stands at the position of the checkpoint; empty where the chain is shorter now. */
async function hashesAt(reading: Reading, then: readonly CheckedHead[]): Promise<Map<string, string>> {
  const hashes = new Map((await headsNow(reading)).map(({ chain }) => [chain, '']));
  const chains = then.map(({ chain }) => chain);
  const positions = then.map(({ position }) => position);
  const { rows } = await sql<{ chain: string; hash: string }>`
    SELECT asked.chain, event.seal ->> 'hash' AS hash
    FROM unnest(${chains}::text[], ${positions}::bigint[]) AS asked (chain, position)
    JOIN event ON event.organization_id = ${reading.organizationId}
      AND event.stream_kind = split_part(asked.chain, '/', 1)
      AND event.stream_id = split_part(asked.chain, '/', 2)
      AND event.position = asked.position`.execute(reading.tenant);
  for (const { chain, hash } of rows) hashes.set(chain, hash);
  return hashes;
}
