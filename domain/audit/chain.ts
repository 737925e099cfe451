import { canonicalJson } from '../kernel/canonical-json.ts';
import type { RecordedEvent, StreamName } from './event.ts';

/** SHA-256 of the UTF-8 bytes of a text, as 64 lowercase hexadecimal digits. */
export type Sha256 = (text: string) => string;

/** What the first event of a chain names as the hash of the event before it. */
export const chainStart = '0'.repeat(64);

/**
 * What chaining adds to an event and what is stored beside it. `partHashes` could be computed again from the
 * values; they are stored because only a comparison with them tells which part of an altered event was altered.
 */
export interface ChainLink {
  /** 32 random bytes as hexadecimal digits. Every part has a salt of its own, derived from this one. */
  readonly salt: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly partHashes: Readonly<Record<string, string>>;
}

export type ChainedEvent<Event extends RecordedEvent = RecordedEvent> = Event & ChainLink;

/** What the event hash covers in clear: it can be altered, not withheld. */
export type Envelope = Pick<
  RecordedEvent,
  'organizationId' | 'stream' | 'position' | 'eventId' | 'type' | 'recordedAt'
> &
  Pick<ChainLink, 'previousHash'>;

/** A part as a recipient gets it: with its own salt, from which neither the event's salt nor another part's follows. */
export interface DisclosedPart {
  readonly salt: string;
  readonly value: unknown;
}

/** An event as it leaves the house: a part that is withheld has its hash in `partHashes` and is not in `parts`. */
export interface DisclosedEvent extends Envelope {
  readonly hash: string;
  readonly partHashes: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, DisclosedPart>>;
}

/** Where a chain ends; signed with Ed25519 over its canonical JSON, so that the last event cannot be dropped unseen. */
export interface ChainHead {
  readonly organizationId: string;
  readonly stream: StreamName;
  readonly position: number;
  readonly hash: string;
}

/** `signature` is base64 over `headMessage(head)`. */
export interface SignedHead {
  readonly head: ChainHead;
  readonly signature: string;
}

export function headMessage(head: ChainHead): string {
  const { organizationId, stream, position, hash } = head;
  return canonicalJson({ organizationId, stream: { kind: stream.kind, id: stream.id }, position, hash });
}

/** The parts of an event by name: who, reliedOn, occurredAt and each member of the data as 'data.<member>'. */
export function partsOf(event: Pick<RecordedEvent, 'who' | 'reliedOn' | 'occurredAt' | 'data'>) {
  const parts: [name: string, value: unknown][] = [
    ['who', event.who],
    ['reliedOn', event.reliedOn],
    ['occurredAt', event.occurredAt],
  ];
  for (const [member, value] of Object.entries(event.data))
    if (value !== undefined) parts.push([`data.${member}`, value]);
  return parts;
}

export function partSaltOf(eventSalt: string, name: string, sha256: Sha256): string {
  return sha256(`${eventSalt}|${name}`);
}

export function hashPart(name: string, part: DisclosedPart, sha256: Sha256): string {
  return sha256(canonicalJson([part.salt, name, part.value]));
}

export function hashEvent(
  envelope: Envelope,
  partHashes: Readonly<Record<string, string>>,
  sha256: Sha256,
): string {
  const { organizationId, stream, position, eventId, type, recordedAt, previousHash } = envelope;
  return sha256(
    canonicalJson({
      v: 1,
      organizationId,
      stream: { kind: stream.kind, id: stream.id },
      position,
      eventId,
      type,
      recordedAt,
      previousHash,
      parts: partHashes,
    }),
  );
}

/** Puts an event in its chain. `salt` is 32 fresh random bytes in hexadecimal; `previousHash` is `chainStart` at position 1. */
export function chainEvent<Event extends RecordedEvent>(
  event: Event,
  link: Pick<ChainLink, 'salt' | 'previousHash'>,
  sha256: Sha256,
): ChainedEvent<Event> {
  const partHashes: Record<string, string> = {};
  for (const [name, value] of partsOf(event))
    partHashes[name] = hashPart(name, { salt: partSaltOf(link.salt, name, sha256), value }, sha256);
  const { salt, previousHash } = link;
  const hash = hashEvent({ ...event, previousHash }, partHashes, sha256);
  return { ...event, salt, previousHash, hash, partHashes };
}

export function headOf(event: ChainedEvent | DisclosedEvent): ChainHead {
  const { organizationId, stream, position, hash } = event;
  return { organizationId, stream, position, hash };
}

/** The event as a recipient may see it: the named parts are reduced to their hashes, the event's salt stays home. */
export function withhold(
  event: ChainedEvent,
  isWithheld: (partName: string) => boolean,
  sha256: Sha256,
): DisclosedEvent {
  const parts: Record<string, DisclosedPart> = {};
  for (const [name, value] of partsOf(event))
    if (!isWithheld(name)) parts[name] = { salt: partSaltOf(event.salt, name, sha256), value };
  const { organizationId, stream, position, eventId, type, recordedAt, previousHash, hash, partHashes } =
    event;
  return {
    organizationId,
    stream,
    position,
    eventId,
    type,
    recordedAt,
    previousHash,
    hash,
    partHashes,
    parts,
  };
}
