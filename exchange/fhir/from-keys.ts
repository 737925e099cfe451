import { createHash } from 'node:crypto';
import type { Entry } from './read-bundle.ts';
import { baseOf, isAbsolute, withoutVersion } from './read-references.ts';
import type { FhirReference } from './read-shapes.ts';

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * What tells a resource from all others, so that a second import knows it again: its absolute address; else its
 * relative address, under the name of the sending system when one is given; else its content.
 */
export function sourceKeyOf(entry: Entry, source: string | undefined): string {
  const url = entry.fullUrl;
  if (url !== undefined && isAbsolute(url)) return storable(withoutVersion(url));
  if (entry.id !== undefined) return relativeKey(`${entry.resourceType}/${entry.id}`, source);
  return relativeKey(`${entry.resourceType}?sha256=${sha256(entry.text)}`, source);
}

/** The keys under which the resource that a reference names may have been kept before. */
export function keysOfReference(
  reference: FhirReference | undefined,
  from: Entry,
  source: string | undefined,
): readonly string[] {
  const stated = reference?.reference;
  if (stated === undefined || stated.startsWith('#')) return [];
  const address = withoutVersion(stated);
  if (isAbsolute(address)) return [storable(address)];
  const base = baseOf(from);
  return [...(base === undefined ? [] : [storable(base + address)]), relativeKey(address, source)];
}

export function identifierKey(system: string, value: string): string {
  return storable(`identifier:${system}|${value}`);
}

/** The id of what a resource becomes; the same resource always becomes the same thing. At most 64 characters. */
export function recordId(kind: string, ...parts: readonly string[]): string {
  return `${kind}-${sha256(parts.join('\n')).slice(0, 32)}`;
}

function relativeKey(address: string, source: string | undefined): string {
  return storable(source === undefined ? address : `${source}/${address}`);
}

/** A kept resource's key has at most 300 characters. */
function storable(key: string): string {
  return key.length <= 300 ? key : `sha256:${sha256(key)}`;
}
