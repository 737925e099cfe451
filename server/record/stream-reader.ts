import type { RecordedEvent, StreamKind, StreamName } from '#domain/audit/event.ts';
import { sql, type CompiledQuery } from 'kysely';
import type { TenantDatabase } from '../database/connect.ts';

/** A chain as it is stored: its events in order and where it ends. */
export interface Stream {
  readonly events: readonly RecordedEvent[];
  readonly position: number;
  readonly hash: string | undefined;
}

const emptyStream: Stream = { events: [], position: 0, hash: undefined };

/** A chain with what was folded from it. */
export interface Entry {
  readonly stream: Stream;
  readonly folds: Map<unknown, unknown>;
}

/**
 * Committed events by chain, so that opening a case does not read what was read before. An entry is used only when
 * the head in the database is still the one that was read; anything newer is read on top. Bounded by the number of
 * events; the least recently used chain goes first.
 */
export class StreamCache {
  readonly #entries = new Map<string, Entry>();
  readonly #limit: number;
  #events = 0;

  constructor(limit = 200_000) {
    this.#limit = limit;
  }

  get(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
    }
    return entry;
  }

  put(key: string, stream: Stream): Entry {
    const old = this.#entries.get(key);
    if (old) {
      this.#entries.delete(key);
      this.#events -= old.stream.events.length;
    }
    const entry: Entry = { stream, folds: new Map() };
    this.#entries.set(key, entry);
    this.#events += stream.events.length;
    this.#shrink();
    return entry;
  }

  #shrink(): void {
    for (const [key, entry] of this.#entries) {
      if (this.#events <= this.#limit || this.#entries.size === 1) return;
      this.#entries.delete(key);
      this.#events -= entry.stream.events.length;
    }
  }
}

export function streamKey(organizationId: string, name: StreamName): string {
  return `${organizationId}/${name.kind}/${name.id}`;
}

/** Reads a chain, from the cache as far as it is current. `lock` keeps other writers out until the transaction ends. */
export async function readStream(
  tenant: TenantDatabase,
  cache: StreamCache,
  organizationId: string,
  name: StreamName,
  lock: boolean,
): Promise<Entry> {
  const key = streamKey(organizationId, name);
  const query = tenant
    .selectFrom('stream_head')
    .select(['position', 'hash'])
    .where('organization_id', '=', organizationId)
    .where('stream_kind', '=', name.kind)
    .where('stream_id', '=', name.id);
  const head = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!head) return { stream: emptyStream, folds: new Map() };
  const cached = cache.get(key);
  if (cached?.stream.hash === head.hash) return cached;
  const known = cached && cached.stream.position < head.position ? cached.stream : emptyStream;
  const newer = await readEvents(tenant, organizationId, name, known.position, head.position);
  const all = known.events.concat(newer);
  return cache.put(key, { events: all, position: head.position, hash: head.hash });
}

/**
 * Locks a chain until the transaction ends, and fails unless it still ends with this hash: what is known of it need
 * not be read again, and nobody has to wait for the answer. See `isOvertaken`.
 */
export function holdStream(
  tenant: TenantDatabase,
  organizationId: string,
  { kind, id }: StreamName,
  hash: string,
): CompiledQuery {
  // Waiting for another writer's lock, PostgreSQL looks at the row again afterwards, with the new hash in it.
  return sql`SELECT 1 / (SELECT count(*) FROM (
      SELECT FROM stream_head
      WHERE organization_id = ${organizationId} AND stream_kind = ${kind} AND stream_id = ${id} AND hash = ${hash}
      FOR UPDATE) AS held)`.compile(tenant);
}

/** Whether a chain that was to be held had grown: none or one was found, and the only division is by that number. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '22012';
}

async function readEvents(
  tenant: TenantDatabase,
  organizationId: string,
  name: StreamName,
  after: number,
  through: number,
): Promise<RecordedEvent[]> {
  const rows = await tenant
    .selectFrom('event')
    .select('body')
    .where('organization_id', '=', organizationId)
    .where('stream_kind', '=', name.kind)
    .where('stream_id', '=', name.id)
    .where('position', '>', after)
    .where('position', '<=', through)
    .orderBy('position')
    .execute();
  // Our own events, validated when they were recorded; `archway verify` proves that nobody else wrote them.
  return rows.map((row) => row.body as RecordedEvent);
}

/** The names of all chains of a kind, in order. */
export async function streamIds(
  tenant: TenantDatabase,
  organizationId: string,
  kind: StreamKind,
): Promise<string[]> {
  const rows = await tenant
    .selectFrom('stream_head')
    .select('stream_id')
    .where('organization_id', '=', organizationId)
    .where('stream_kind', '=', kind)
    .orderBy('stream_id')
    .execute();
  return rows.map((row) => row.stream_id);
}
