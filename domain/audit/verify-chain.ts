import {
  chainStart,
  hashEvent,
  hashPart,
  headMessage,
  headOf,
  partSaltOf,
  partsOf,
  type ChainedEvent,
  type ChainHead,
  type DisclosedEvent,
  type DisclosedPart,
  type Envelope,
  type Sha256,
  type SignedHead,
} from './chain.ts';

type ChainFaultKind =
  | 'head-missing'
  | 'signature-bad'
  | 'head-mismatch'
  | 'last-dropped'
  | 'dropped'
  | 'inserted'
  | 'reordered'
  | 'altered'
  | 'salt-bad';

/**
 * What is wrong with a chain. `position` is where in the chain, `through` the end of a dropped range, `parts`
 * the altered parts: a part name ('who', 'data.activity'); 'partHashes.<name>', 'hash', 'previousHash',
 * 'position', 'organizationId' or 'stream' when only that was altered; 'envelope' when it is the event id, the
 * type, the time of recording or the hash of a withheld part; 'rewritten' when the event agrees with itself
 * and not with the chain.
 */
export interface ChainFault {
  readonly kind: ChainFaultKind;
  readonly position?: number;
  readonly through?: number;
  readonly eventId?: string;
  readonly parts?: readonly string[];
}

export type VerifiableEvent = ChainedEvent | DisclosedEvent;

export interface ChainChecks {
  readonly sha256: Sha256;
  /** Whether the signature (base64) over the message was made by the key that is trusted. */
  readonly verifySignature: (message: string, signature: string) => boolean;
}

/**
 * Verifies one chain against its signed head, in whichever order its events come. Walks back from the head,
 * since the signature is the only thing that cannot be made anew by whoever can write events: from each event
 * to the one whose hash it names. What that walk does not reach was inserted. No faults means that nothing was
 * altered, dropped (the last event neither), reordered or inserted.
 */
export function verifyChain(
  events: readonly VerifiableEvent[],
  signedHead: SignedHead | undefined,
  checks: ChainChecks,
): ChainFault[] {
  const faults: ChainFault[] = [];
  const anchor = anchorOf(events, signedHead, checks, faults);
  if (!anchor) return faults;
  const chain = walkBack(events, anchor, checks.sha256, faults);
  faults.push(...outOfOrder(events, chain));
  const reached = new Set(chain);
  for (const event of events) if (!reached.has(event)) faults.push(at('inserted', event));
  return faults.sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
}

/** The head to walk back from: the signed one, else (with its fault) the end of what is there. */
function anchorOf(
  events: readonly VerifiableEvent[],
  signedHead: SignedHead | undefined,
  checks: ChainChecks,
  faults: ChainFault[],
): ChainHead | undefined {
  let last = events[0];
  for (const event of events) if (last && event.position > last.position) last = event;
  const end = last && headOf(last);
  if (!signedHead) {
    faults.push({ kind: 'head-missing' });
    return end;
  }
  const { head, signature } = signedHead;
  if (!checks.verifySignature(headMessage(head), signature)) {
    faults.push({ kind: 'signature-bad', position: head.position });
    if (end && headMessage(end) !== headMessage(head))
      faults.push({ kind: 'head-mismatch', position: head.position });
    return end;
  }
  if (events.length > 0 && !events.some((event) => sameChain(event, head))) {
    faults.push({ kind: 'head-mismatch', position: head.position });
    return end;
  }
  return head;
}

function sameChain(event: Envelope, head: ChainHead): boolean {
  return (
    event.organizationId === head.organizationId &&
    event.stream.kind === head.stream.kind &&
    event.stream.id === head.stream.id
  );
}

/** The events of the chain, last first; pushes what is altered or dropped. */
function walkBack(
  events: readonly VerifiableEvent[],
  head: ChainHead,
  sha256: Sha256,
  faults: ChainFault[],
): VerifiableEvent[] {
  const examined = events.map((event) => examine(event, sha256));
  // Of two events that claim one place, the one that agrees with itself is the likelier one.
  examined.sort((a, b) => Number(b.sound) - Number(a.sound));
  const byHash = new Map<string, Examined>();
  const byPosition = new Map<number, Examined[]>();
  for (const item of examined) {
    if (!byHash.has(item.event.hash)) byHash.set(item.event.hash, item);
    const there = byPosition.get(item.event.position);
    if (there) there.push(item);
    else byPosition.set(item.event.position, [item]);
  }
  const positions = [...byPosition.keys()].sort((a, b) => a - b);
  const reached = new Set<VerifiableEvent>();
  const free = (position: number) => byPosition.get(position)?.find(({ event }) => !reached.has(event));

  let wanted: string | undefined = head.hash;
  let position = head.position;
  while (position >= 1) {
    const linked: Examined | undefined = wanted === undefined ? undefined : byHash.get(wanted);
    const item: Examined | undefined = linked && !reached.has(linked.event) ? linked : free(position);
    if (!item) {
      const from: number = nextBelow(positions, position, free) + 1;
      faults.push({
        kind: reached.size === 0 ? 'last-dropped' : 'dropped',
        position: from,
        ...(position > from && { through: position }),
      });
      position = from - 1;
      wanted = undefined;
      continue;
    }
    reached.add(item.event);
    const before: string | undefined = position === 1 ? chainStart : free(position - 1)?.event.hash;
    const fault = faultOf(item, { head, position, wanted, before }, sha256);
    if (fault) faults.push(fault);
    wanted = fault?.parts?.includes('previousHash') ? before : item.event.previousHash;
    position--;
  }
  return [...reached];
}

/** The highest position under `position` at which an event is left; 0 when there is none. Uses up `positions`. */
function nextBelow(
  positions: number[],
  position: number,
  free: (position: number) => Examined | undefined,
): number {
  for (let last = positions.at(-1); last !== undefined; last = positions.at(-1)) {
    if (last >= 1 && last < position && free(last)) return last;
    positions.pop();
  }
  return 0;
}

/** An event with its hashes made anew from its values. */
interface Examined {
  readonly event: VerifiableEvent;
  readonly computed: Readonly<Record<string, string>>;
  /** Names of the parts whose value does not give the hash that is stored for them. */
  readonly differing: readonly string[];
  readonly ownHash: string;
  /** The event agrees with itself, which says nothing yet about its place in the chain. */
  readonly sound: boolean;
}

function examine(event: VerifiableEvent, sha256: Sha256): Examined {
  const computed = computedPartHashes(event, sha256);
  const differing = differences(event.partHashes, computed);
  const ownHash = hashEvent(event, event.partHashes, sha256);
  return { event, computed, differing, ownHash, sound: differing.length === 0 && ownHash === event.hash };
}

interface Place {
  readonly head: ChainHead;
  readonly position: number;
  /** The hash that the event after it names; undefined when that event is not there. */
  readonly wanted: string | undefined;
  /** The hash of the event before it, as far as there is one. */
  readonly before: string | undefined;
}

/**
 * Finds the altered part by putting back one thing after another: the event as its place says it must be,
 * then with the hash of the event before it, then with part hashes made anew. What makes the hash right again
 * names what was altered.
 */
function faultOf(item: Examined, place: Place, sha256: Sha256): ChainFault | undefined {
  const { event, computed, differing, ownHash, sound } = item;
  const { organizationId, stream } = place.head;
  const wanted = place.wanted ?? event.hash;
  const own = { ...event, organizationId, stream, position: place.position };
  const previousHash = place.before ?? event.previousHash;
  const placed = envelopeDifferences(event, own);
  const named = (parts: readonly string[]) => at('altered', event, place.position, parts);
  const fits = (envelope: Envelope, partHashes: Readonly<Record<string, string>>) =>
    hashEvent(envelope, partHashes, sha256) === wanted;

  const startsWrong = place.position === 1 && event.previousHash !== chainStart;
  if (sound && placed.length === 0 && event.hash === wanted)
    return startsWrong ? named(['previousHash']) : undefined;
  for (const envelope of [own, { ...own, previousHash }]) {
    const misplaced = envelopeDifferences(event, envelope);
    if (fits(envelope, event.partHashes)) {
      if ('salt' in event && differing.length > 0 && differing.length === Object.keys(computed).length)
        return at('salt-bad', event, place.position);
      return named([...differing, ...misplaced, ...(event.hash === wanted ? [] : ['hash'])]);
    }
    if (fits(envelope, computed))
      return named([...differing.map((name) => `partHashes.${name}`), ...misplaced]);
  }
  if (differing.length > 0) return named(differing);
  return named([ownHash === event.hash ? 'rewritten' : 'envelope']);
}

/** Names of the envelope's members that are not what the event's place in the chain says. */
function envelopeDifferences(event: Envelope, expected: Envelope): string[] {
  const names: string[] = [];
  if (expected.organizationId !== event.organizationId) names.push('organizationId');
  if (expected.stream.kind !== event.stream.kind || expected.stream.id !== event.stream.id)
    names.push('stream');
  if (expected.position !== event.position) names.push('position');
  if (expected.previousHash !== event.previousHash) names.push('previousHash');
  return names;
}

/** Hashes made anew from the values; a withheld part can only be taken at its word. */
function computedPartHashes(event: VerifiableEvent, sha256: Sha256): Record<string, string> {
  const computed: Record<string, string> = 'parts' in event ? { ...event.partHashes } : {};
  for (const [name, part] of disclosedParts(event, sha256)) computed[name] = hashPart(name, part, sha256);
  return computed;
}

function disclosedParts(event: VerifiableEvent, sha256: Sha256): [string, DisclosedPart][] {
  if ('parts' in event) return Object.entries(event.parts);
  return partsOf(event).map(([name, value]) => [name, { salt: partSaltOf(event.salt, name, sha256), value }]);
}

function differences(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]).sort();
}

/** Events of the chain that stand in another place of the list than in the chain. */
function outOfOrder(events: readonly VerifiableEvent[], chain: readonly VerifiableEvent[]): ChainFault[] {
  const members = new Set(chain);
  const listed = events.filter((event) => members.has(event));
  const faults: ChainFault[] = [];
  listed.forEach((event, index) => {
    if (chain[chain.length - 1 - index] !== event) faults.push(at('reordered', event));
  });
  return faults;
}

function at(
  kind: ChainFaultKind,
  event: VerifiableEvent,
  position = event.position,
  parts?: readonly string[],
): ChainFault {
  return { kind, position, eventId: event.eventId, ...(parts && { parts }) };
}
