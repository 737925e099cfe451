import type { RecordedEvent } from '#domain/audit/event.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { StaleWrite } from '../refused.ts';

/**
 * Refuses a write when the chain has moved past what the caller saw and the newer events concern the same thing.
 * Work on different things at the same time goes through: two people may log two calls at once.
 */
export function refuseStale(
  events: readonly RecordedEvent[],
  expectedPosition: number | undefined,
  concerns: (event: RecordedEvent) => boolean,
): StaleWrite | undefined {
  if (expectedPosition === undefined) return undefined;
  const changes = events.slice(expectedPosition).filter(concerns);
  if (changes.length === 0) return undefined;
  const names = [...new Set(changes.map((event) => event.who.name))].join(', ');
  return {
    ...refuse('stale/changed-meanwhile', { names, count: changes.length }),
    changes: changes.map(({ position, type, who, recordedAt }) => ({ position, type, who, recordedAt })),
  };
}

/**
 * Whether what would be recorded is, word for word, what was last recorded of the same thing: a request that was
 * sent again because its answer was lost.
 */
export function isRepeated(
  events: readonly RecordedEvent[],
  event: { readonly type: string; readonly data: object },
  concerns: (event: RecordedEvent) => boolean,
): boolean {
  const last = events.findLast(concerns);
  return last?.type === event.type && canonicalJson(last.data) === canonicalJson(event.data);
}

/** Events that mention one of these ids anywhere in their data. */
export function mentions(ids: readonly string[]): (event: RecordedEvent) => boolean {
  const wanted = new Set(ids);
  const found = (value: unknown): boolean => {
    if (typeof value === 'string') return wanted.has(value);
    return typeof value === 'object' && value !== null && Object.values(value).some(found);
  };
  return (event) => found(event.data);
}
