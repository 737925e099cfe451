import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Entry } from './read-bundle.ts';

/**
 * A file may bring the same resource twice, in two versions; one address for two different resources says that one
 * of them is not what it seems, and taking either would lose the other. Source: FHIR R4, bundle.html, bdl-7.
 */
export function addressTwice(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): Refusal | undefined {
  const byKey = new Map<string, Entry>();
  for (const entry of entries) {
    const before = byKey.get(keyOf(entry));
    if (before && isOther(before, entry))
      return refuse(
        'fhir/address-twice',
        { address: keyOf(entry), first: before.place, second: entry.place },
        entry.place,
      );
    byKey.set(keyOf(entry), entry);
  }
  return undefined;
}

function isOther(one: Entry, other: Entry): boolean {
  return (
    one.resourceType !== other.resourceType ||
    (one.id !== undefined && other.id !== undefined && one.id !== other.id)
  );
}
