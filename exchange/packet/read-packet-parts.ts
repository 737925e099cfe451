import type { DisclosedEvent, SignedHead } from '#domain/audit/chain.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import type { Manifest } from './packet-format.ts';

type Members = Readonly<Record<string, unknown>>;
type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string';
const isHash: Test = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isPosition: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 1;
const isLength: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
/** By part name; any other name could not have come from an event. */
const byPart =
  (test: Test): Test =>
  (value) =>
    isMembers(value) &&
    Object.entries(value).every(
      ([name, part]) => /^(who|reliedOn|occurredAt|data\..*)$/s.test(name) && test(part),
    );
/** Only the members that are named: what the signature and the hashes do not cover has no place. */
const shape =
  (tests: Readonly<Record<string, Test>>, optional: readonly string[] = []): Test =>
  (value) =>
    isMembers(value) &&
    Object.keys(value).every((name) => Object.hasOwn(tests, name)) &&
    Object.entries(tests).every(([name, test]) =>
      value[name] === undefined ? optional.includes(name) : test(value[name]),
    );

const isStream = shape({ kind: isText, id: isText });
const isHead = shape({ organizationId: isText, stream: isStream, position: isPosition, hash: isHash });
const isSignedHead = (value: unknown): value is SignedHead =>
  shape({ head: isHead, signature: isText })(value);

const isManifest = (value: unknown): value is Manifest =>
  shape({
    format: (format) => format === 'archway-packet',
    version: (version) => version === 1,
    packetId: isText,
    createdAt: isText,
    practice: shape({ name: isText, npi: isText }, ['npi']),
    caseControlNumber: isText,
    recipient: shape({ name: isText, kind: isText }),
    purpose: isText,
    release: shape({
      outcome: isText,
      asOf: isText,
      categories: listOf(shape({ category: isText, outcome: isText, reason: isText, source: isText })),
    }),
    chains: listOf(isSignedHead),
    files: listOf(shape({ name: isText, sha256: isHash, length: isLength })),
    key: shape({ algorithm: (name) => name === 'Ed25519', fingerprint: isHash }),
  })(value);

const isDisclosedEvent = (value: unknown): value is DisclosedEvent =>
  shape({
    organizationId: isText,
    stream: isStream,
    position: isPosition,
    eventId: isText,
    type: isText,
    recordedAt: isText,
    previousHash: isHash,
    hash: isHash,
    partHashes: byPart(isHash),
    parts: byPart(shape({ salt: isText, value: (part) => part !== undefined })),
  })(value);

/** The manifest, or why it is none. */
export function readManifest(bytes: Uint8Array): Manifest | string {
  const value = readJson(Buffer.from(bytes).toString('utf8'));
  if ('why' in value) return value.why;
  return isManifest(value.json) ? value.json : 'it is not the manifest of a packet, version 1';
}

export type EventLine = { readonly event: DisclosedEvent } | { readonly line: number; readonly why: string };

/** The events of events.ndjson, one a line; a line that is none says why. */
export function readEventLines(bytes: Uint8Array): EventLine[] {
  const lines: EventLine[] = [];
  Buffer.from(bytes)
    .toString('utf8')
    .split('\n')
    .forEach((text, index) => {
      if (text === '') return;
      const value = readJson(text);
      if ('why' in value) lines.push({ line: index + 1, why: value.why });
      else if (isDisclosedEvent(value.json)) lines.push({ event: value.json });
      else lines.push({ line: index + 1, why: 'it is not an event' });
    });
  return lines;
}

function readJson(text: string): { readonly json: unknown } | { readonly why: string } {
  try {
    const json: unknown = JSON.parse(text);
    // What has no canonical form, or is nested without end, cannot have been hashed.
    canonicalJson(json);
    return { json };
  } catch (error) {
    return { why: error instanceof SyntaxError ? 'it is not JSON' : 'it has no canonical form' };
  }
}
