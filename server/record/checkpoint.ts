import type { Refusal } from '#domain/kernel/refusal.ts';
import { archwayItself } from '../archway-itself.ts';
import { asOwner } from '../database/connect.ts';
import { sha256, type EvidenceRecord, type Reading } from './record.ts';

/** Where a chain ended when the checkpoint was made. */
export interface CheckedHead {
  readonly chain: string;
  readonly position: number;
  readonly hash: string;
}

/** The practice's own chain ends with the checkpoint itself, so it is not among the heads. */
export async function headsNow(reading: Reading): Promise<CheckedHead[]> {
  const rows = await reading.tenant
    .selectFrom('stream_head')
    .select(['stream_kind', 'stream_id', 'position', 'hash'])
    .where('organization_id', '=', reading.organizationId)
    .where('stream_kind', '<>', 'practice')
    .orderBy('stream_kind')
    .orderBy('stream_id')
    .execute();
  return rows.map((row) => ({
    chain: `${row.stream_kind}/${row.stream_id}`,
    position: row.position,
    hash: row.hash,
  }));
}

/**
 * Records where all chains of an organization end, in the practice's signed chain: a chain that vanishes as a whole
 * later, or is set back to an earlier signed head, is missed by `archway verify`. Nothing is recorded when nothing
 * changed since the last one.
 */
export async function recordCheckpoint(
  record: EvidenceRecord,
  organizationId: string,
): Promise<void | Refusal> {
  return record.write<void>(organizationId, archwayItself, { practice: true }, async (writing) => {
    const heads = await headsNow(writing);
    const text = heads.map((head) => `${JSON.stringify(head)}\n`).join('');
    const digest = sha256(text);
    const practice = await writing.practice();
    if (heads.length === 0 || practice.lastCheckpoint?.sha256 === digest) return;
    const contentId = `checkpoint-${writing.newId()}`;
    await writing.tenant
      .insertInto('document_content')
      .values({
        organization_id: organizationId,
        content_id: contentId,
        sha256: digest,
        bytes: Buffer.from(text),
      })
      .execute();
    await writing.appendToPractice([
      {
        type: 'practice.checkpoint-recorded',
        occurredAt: writing.now,
        data: { checkpoint: { contentId, sha256: digest, chains: heads.length } },
      },
    ]);
  });
}

/** A checkpoint for every organization of the database. */
export async function recordCheckpoints(record: EvidenceRecord): Promise<void> {
  const rows = await asOwner(record.db, (owner) =>
    owner.selectFrom('organization').select('organization_id').execute(),
  );
  for (const row of rows) await recordCheckpoint(record, row.organization_id);
}
