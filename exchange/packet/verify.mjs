#!/usr/bin/env node
// Archway packet verifier. One file; needs nothing but Node 20 or newer; reads the packet and sends nothing anywhere.
// Made from the modules named below, which the program itself runs for `archway verify FILE`. License: Apache-2.0.

import { createHash, createPublicKey, verify } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';

// exchange/packet/packet-format.ts

/**
 * A packet is one ZIP file. `manifest.json` lists every other file with its hash; `manifest.sig` is the Ed25519
 * signature (base64) over its bytes; `public-key.pem` is the key that made it. These three are not listed.
 */
const manifestName = 'manifest.json';
const signatureName = 'manifest.sig';
const publicKeyName = 'public-key.pem';
const eventsName = 'events.ndjson';
const verifierName = 'verify.mjs';
const instructionsName = 'HOW-TO-VERIFY.txt';
const unlistedNames = [manifestName, signatureName, publicKeyName];

// exchange/packet/describe-report.ts

/** The report as lines for a person: the verdict first, then what was changed, then whose key it is. */
function describeReport(report) {
  const { intact, faults, chains, about, fingerprint, files } = report;
  const events = chains.reduce((sum, chain) => sum + chain.events, 0);
  const content = `${count(files, 'file')}, ${count(chains.length, 'chain')} of events, ${count(events, 'event')}`;
  if (isNoPacket(report)) return noPacket(faults);
  const verdict = !intact
    ? 'CHANGED: this is not the packet that was sealed.'
    : report.trust === 'untrusted'
      ? `NOT TRUSTED: nothing was changed since it was sealed (${content}), but with another key than yours.`
      : `INTACT: ${content}. Nothing was changed since it was sealed.`;
  return [
    verdict,
    ...faults.map((fault) => `  - ${describePacketFault(fault)}`),
    ...about.map(({ label, text }) => `${label}: ${text}`),
    `key fingerprint (SHA-256): ${fingerprint ?? 'no key could be read'}`,
    trustSentence(report),
    '',
  ].join('\n');
}
/** Neither who sealed it nor what was sealed can be read: most likely another file was chosen. */
function isNoPacket({ faults, fingerprint }) {
  return (
    fingerprint === undefined &&
    faults.some(
      (fault) =>
        (fault.kind === 'archive' && fault.problem.name === undefined) ||
        (fault.kind === 'file-missing' && fault.file === manifestName),
    )
  );
}
function noPacket(faults) {
  return [
    'NO PACKET: this file is not one, or it was cut off or damaged on its way.',
    ...faults.map((fault) => `  - ${describePacketFault(fault)}`),
    'Choose the packet, or ask whoever sent it to send it again.',
    '',
  ].join('\n');
}
function trustSentence({ trust }) {
  switch (trust) {
    case 'trusted':
      return 'The key is the one that you trust.';
    case 'untrusted':
      return 'The key is NOT the one that you trust: somebody else sealed this, or nobody did.';
    case 'not-asked':
      return 'Anybody can seal a packet: compare this fingerprint with the one that the practice gave you, or pass it with --fingerprint or --key.';
  }
}
function describePacketFault(fault) {
  switch (fault.kind) {
    case 'archive':
      return fault.problem.name === undefined
        ? `The file cannot be read as a packet: ${fault.problem.why}.`
        : `${fault.problem.name}: ${fault.problem.why}.`;
    case 'file-missing':
      return `${fault.file} is missing.`;
    case 'file-added':
      return `${fault.file} was added: the manifest does not list it.`;
    case 'file-altered':
      return `${fault.file} was altered: its SHA-256 is ${fault.found}, the manifest says ${fault.expected}.`;
    case 'manifest-unreadable':
      return `manifest.json cannot be read: ${fault.why}.`;
    case 'signature-unreadable':
      return 'manifest.sig is not a signature.';
    case 'signature-wrong':
      return 'The signature does not fit: manifest.json or manifest.sig was altered.';
    case 'key-unreadable':
      return 'public-key.pem is not an Ed25519 public key.';
    case 'key-exchanged':
      return 'public-key.pem was exchanged: the manifest names the fingerprint of another key.';
    case 'key-untrusted':
      return `The key is not the trusted one, ${fault.trusted}.`;
    case 'events-unreadable':
      return `events.ndjson, line ${fault.line}: ${fault.why}.`;
    case 'chain-unknown':
      return `events.ndjson has events of a chain that the manifest does not name: ${fault.stream}.`;
    case 'chain':
      return `events.ndjson, ${fault.stream}: ${describeChainFault(fault.fault)}`;
  }
}
/** One fault of a chain in a sentence. */
function describeChainFault({ kind, position, through, parts = [] }) {
  const range = through === undefined ? `event ${position}` : `events ${position} to ${through}`;
  const was = through === undefined ? 'was' : 'were';
  switch (kind) {
    case 'head-missing':
      return 'there is no signed head, so nobody can tell whether the end is missing.';
    case 'signature-bad':
      return `the signature of its head (event ${position}) is wrong: the head was altered.`;
    case 'head-mismatch':
      return 'its events are not those that its head was signed for.';
    case 'last-dropped':
      return `the end is missing: ${range} ${was} dropped.`;
    case 'dropped':
      return `${range} ${was} dropped.`;
    case 'inserted':
      return `an event was inserted that claims to be event ${position}.`;
    case 'reordered':
      return `event ${position} stands in another place than in the chain.`;
    case 'salt-bad':
      return `event ${position} was altered: its salt, or everything that it says.`;
    case 'altered':
      return `event ${position} was altered: ${parts.map(describePart).join(', ')}.`;
  }
}
function describePart(name) {
  if (name === 'envelope') return 'its id, type, time of recording or the hash of a withheld part';
  if (name === 'rewritten') return 'it was written anew as a whole';
  return name;
}
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

// exchange/packet/read-zip.ts

/** Bytes and numbers past which a file is refused unread: packets hold a handful of documents. */
const zipLimits = { file: 512 * 2 ** 20, content: 1024 * 2 ** 20, entries: 2000 };
/**
 * Reads a ZIP archive into memory and writes nothing. Hostile archives come out as problems: cut short, larger
 * than they say, names that leave the folder, two entries of one name (two programs might show different ones).
 */
function readZip(bytes) {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(data);
  if (typeof directory === 'string')
    return { files: new Map(), problems: [{ kind: 'unreadable', why: directory }] };
  const files = new Map();
  const problems = [];
  const seen = new Set();
  let left = zipLimits.content;
  let at = directory.offset;
  for (let index = 0; index < directory.entries; index++) {
    const entry = readEntry(data, at);
    if (!entry) {
      problems.push({ kind: 'unreadable', why: 'its list of files is cut short or damaged' });
      break;
    }
    at = entry.next;
    const { name } = entry;
    if (!isSafeName(name)) {
      problems.push({ kind: 'unsafe-name', name: printable(name), why: 'its name points out of the folder' });
      continue;
    }
    if (name.endsWith('/') && entry.length === 0) continue;
    const folded = name.normalize('NFC').toLowerCase();
    if (seen.has(folded)) {
      problems.push({ kind: 'duplicate-name', name, why: 'the archive holds two files of this name' });
      continue;
    }
    seen.add(folded);
    left -= entry.length;
    const content = left < 0 ? 'the files are too large together' : unpack(data, entry);
    if (typeof content === 'string') problems.push({ kind: 'damaged', name, why: content });
    else files.set(name, content);
  }
  return { files, problems };
}
function findDirectory(data) {
  if (data.length > zipLimits.file) return 'it is too large';
  if (data.length < 22 || data.readUInt32LE(0) !== 0x04034b50) return 'it is not a ZIP file';
  const lowest = Math.max(0, data.length - 22 - 0xffff);
  for (let at = data.length - 22; at >= lowest; at--) {
    if (data.readUInt32LE(at) !== 0x06054b50) continue;
    const entries = data.readUInt16LE(at + 10);
    const offset = data.readUInt32LE(at + 16);
    if (data.readUInt16LE(at + 8) !== entries || entries > zipLimits.entries || offset > at)
      return 'its list of files is not one that a packet has';
    return { offset, entries };
  }
  return 'it is cut short: the end of the ZIP file is missing';
}
function readEntry(data, at) {
  if (at + 46 > data.length || data.readUInt32LE(at) !== 0x02014b50) return undefined;
  const nameEnd = at + 46 + data.readUInt16LE(at + 28);
  const next = nameEnd + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  if (next > data.length) return undefined;
  return {
    name: data.toString('utf8', at + 46, nameEnd),
    flags: data.readUInt16LE(at + 8),
    method: data.readUInt16LE(at + 10),
    packedLength: data.readUInt32LE(at + 20),
    length: data.readUInt32LE(at + 24),
    start: data.readUInt32LE(at + 42),
    next,
  };
}
/** The content of an entry, or why it cannot be had. Never inflates past the length that the entry states. */
function unpack(data, entry) {
  const { start, method, packedLength, length } = entry;
  if ((entry.flags & 1) !== 0) return 'it is encrypted';
  if (start + 30 > data.length || data.readUInt32LE(start) !== 0x04034b50) return 'its beginning is missing';
  const nameEnd = start + 30 + data.readUInt16LE(start + 26);
  if (data.toString('utf8', start + 30, nameEnd) !== entry.name) return 'it has two different names';
  const contentStart = nameEnd + data.readUInt16LE(start + 28);
  const contentEnd = contentStart + packedLength;
  if (contentEnd > data.length) return 'it is cut short';
  const packed = data.subarray(contentStart, contentEnd);
  if (method === 0) return packedLength === length ? packed : 'its length is wrong';
  if (method !== 8) return 'it is packed in a way that packets do not use';
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(1, length) });
    return content.length === length ? content : 'its length is wrong';
  } catch (error) {
    return `it cannot be unpacked (${error instanceof Error ? error.message : String(error)})`;
  }
}
function isSafeName(name) {
  return (
    name !== '' &&
    name === printable(name) &&
    !/^[/\\]|\\|^[A-Za-z]:/.test(name) &&
    !name.split('/').some((part) => part === '..' || part === '.')
  );
}
/** Without characters that would steer a terminal or hide part of a name. */
function printable(text) {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffd]/gu, '?').slice(0, 200);
}

// domain/kernel/canonical-json.ts

/**
 * Canonical JSON (RFC 8785): keys sorted by UTF-16 code units, no white space, ECMAScript number form.
 * Undefined members are left out, as JSON itself does. Throws on what JSON has no form for: NaN,
 * infinities, lone surrogates, functions, bigints.
 */
function canonicalJson(value) {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isFinite(value)) throw new Error('canonical JSON has no form for NaN and infinities');
      return JSON.stringify(value);
    case 'string':
      if (!value.isWellFormed()) throw new Error('canonical JSON has no form for a lone surrogate');
      return JSON.stringify(value);
    case 'object':
      return Array.isArray(value) ? `[${value.map(canonicalJson).join(',')}]` : canonicalObject(value);
    default:
      throw new Error(`canonical JSON has no form for a ${typeof value}`);
  }
}
function canonicalObject(value) {
  const members = new Map(Object.entries(value));
  return `{${[...members.keys()]
    .sort()
    .filter((key) => members.get(key) !== undefined)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(members.get(key))}`)
    .join(',')}}`;
}

// domain/audit/chain.ts

/** What the first event of a chain names as the hash of the event before it. */
const chainStart = '0'.repeat(64);
function headMessage(head) {
  const { organizationId, stream, position, hash } = head;
  return canonicalJson({ organizationId, stream: { kind: stream.kind, id: stream.id }, position, hash });
}
/** The parts of an event by name: who, reliedOn, occurredAt and each member of the data as 'data.<member>'. */
function partsOf(event) {
  const parts = [
    ['who', event.who],
    ['reliedOn', event.reliedOn],
    ['occurredAt', event.occurredAt],
  ];
  for (const [member, value] of Object.entries(event.data))
    if (value !== undefined) parts.push([`data.${member}`, value]);
  return parts;
}
function partSaltOf(eventSalt, name, sha256) {
  return sha256(`${eventSalt}|${name}`);
}
function hashPart(name, part, sha256) {
  return sha256(canonicalJson([part.salt, name, part.value]));
}
function hashEvent(envelope, partHashes, sha256) {
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
function chainEvent(event, link, sha256) {
  const partHashes = {};
  for (const [name, value] of partsOf(event))
    partHashes[name] = hashPart(name, { salt: partSaltOf(link.salt, name, sha256), value }, sha256);
  const { salt, previousHash } = link;
  const hash = hashEvent({ ...event, previousHash }, partHashes, sha256);
  return { ...event, salt, previousHash, hash, partHashes };
}
function headOf(event) {
  const { organizationId, stream, position, hash } = event;
  return { organizationId, stream, position, hash };
}
/** The event as a recipient may see it: the named parts are reduced to their hashes, the event's salt stays home. */
function withhold(event, isWithheld, sha256) {
  const parts = {};
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

// domain/audit/verify-chain.ts

/**
 * Verifies one chain against its signed head, in whichever order its events come. Walks back from the head,
 * since the signature is the only thing that cannot be made anew by whoever can write events: from each event
 * to the one whose hash it names. What that walk does not reach was inserted. No faults means that nothing was
 * altered, dropped (the last event neither), reordered or inserted.
 */
function verifyChain(events, signedHead, checks) {
  const faults = [];
  const anchor = anchorOf(events, signedHead, checks, faults);
  if (!anchor) return faults;
  const chain = walkBack(events, anchor, checks.sha256, faults);
  faults.push(...outOfOrder(events, chain));
  const reached = new Set(chain);
  for (const event of events) if (!reached.has(event)) faults.push(at('inserted', event));
  return faults.sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
}
/** The head to walk back from: the signed one, else (with its fault) the end of what is there. */
function anchorOf(events, signedHead, checks, faults) {
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
function sameChain(event, head) {
  return (
    event.organizationId === head.organizationId &&
    event.stream.kind === head.stream.kind &&
    event.stream.id === head.stream.id
  );
}
/** The events of the chain, last first; pushes what is altered or dropped. */
function walkBack(events, head, sha256, faults) {
  const examined = events.map((event) => examine(event, sha256));
  // Of two events that claim one place, the one that agrees with itself is the likelier one.
  examined.sort((a, b) => Number(b.sound) - Number(a.sound));
  const byHash = new Map();
  const byPosition = new Map();
  for (const item of examined) {
    if (!byHash.has(item.event.hash)) byHash.set(item.event.hash, item);
    const there = byPosition.get(item.event.position);
    if (there) there.push(item);
    else byPosition.set(item.event.position, [item]);
  }
  const positions = [...byPosition.keys()].sort((a, b) => a - b);
  const reached = new Set();
  const free = (position) => byPosition.get(position)?.find(({ event }) => !reached.has(event));
  let wanted = head.hash;
  let position = head.position;
  while (position >= 1) {
    const linked = wanted === undefined ? undefined : byHash.get(wanted);
    const item = linked && !reached.has(linked.event) ? linked : free(position);
    if (!item) {
      const from = nextBelow(positions, position, free) + 1;
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
    const before = position === 1 ? chainStart : free(position - 1)?.event.hash;
    const fault = faultOf(item, { head, position, wanted, before }, sha256);
    if (fault) faults.push(fault);
    wanted = fault?.parts?.includes('previousHash') ? before : item.event.previousHash;
    position--;
  }
  return [...reached];
}
/** The highest position under `position` at which an event is left; 0 when there is none. Uses up `positions`. */
function nextBelow(positions, position, free) {
  for (let last = positions.at(-1); last !== undefined; last = positions.at(-1)) {
    if (last >= 1 && last < position && free(last)) return last;
    positions.pop();
  }
  return 0;
}
function examine(event, sha256) {
  const computed = computedPartHashes(event, sha256);
  const differing = differences(event.partHashes, computed);
  const ownHash = hashEvent(event, event.partHashes, sha256);
  return { event, computed, differing, ownHash, sound: differing.length === 0 && ownHash === event.hash };
}
/**
 * Finds the altered part by putting back one thing after another: the event as its place says it must be,
 * then with the hash of the event before it, then with part hashes made anew. What makes the hash right again
 * names what was altered.
 */
function faultOf(item, place, sha256) {
  const { event, computed, differing, ownHash, sound } = item;
  const { organizationId, stream } = place.head;
  const wanted = place.wanted ?? event.hash;
  const own = { ...event, organizationId, stream, position: place.position };
  const previousHash = place.before ?? event.previousHash;
  const placed = envelopeDifferences(event, own);
  const named = (parts) => at('altered', event, place.position, parts);
  const fits = (envelope, partHashes) => hashEvent(envelope, partHashes, sha256) === wanted;
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
function envelopeDifferences(event, expected) {
  const names = [];
  if (expected.organizationId !== event.organizationId) names.push('organizationId');
  if (expected.stream.kind !== event.stream.kind || expected.stream.id !== event.stream.id)
    names.push('stream');
  if (expected.position !== event.position) names.push('position');
  if (expected.previousHash !== event.previousHash) names.push('previousHash');
  return names;
}
/** Hashes made anew from the values; a withheld part can only be taken at its word. */
function computedPartHashes(event, sha256) {
  const computed = 'parts' in event ? { ...event.partHashes } : {};
  for (const [name, part] of disclosedParts(event, sha256)) computed[name] = hashPart(name, part, sha256);
  return computed;
}
function disclosedParts(event, sha256) {
  if ('parts' in event) return Object.entries(event.parts);
  return partsOf(event).map(([name, value]) => [name, { salt: partSaltOf(event.salt, name, sha256), value }]);
}
function differences(a, b) {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]).sort();
}
/** Events of the chain that stand in another place of the list than in the chain. */
function outOfOrder(events, chain) {
  const members = new Set(chain);
  const listed = events.filter((event) => members.has(event));
  const faults = [];
  listed.forEach((event, index) => {
    if (chain[chain.length - 1 - index] !== event) faults.push(at('reordered', event));
  });
  return faults;
}
function at(kind, event, position = event.position, parts) {
  return { kind, position, eventId: event.eventId, ...(parts && { parts }) };
}

// exchange/packet/read-packet-parts.ts

const isText = (value) => typeof value === 'string';
const isHash = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isPosition = (value) => Number.isSafeInteger(value) && Number(value) >= 1;
const isLength = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isMembers = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (test) => (value) => Array.isArray(value) && value.every(test);
/** By part name; any other name could not have come from an event. */
const byPart = (test) => (value) =>
  isMembers(value) &&
  Object.entries(value).every(
    ([name, part]) => /^(who|reliedOn|occurredAt|data\..*)$/s.test(name) && test(part),
  );
/** Only the members that are named: what the signature and the hashes do not cover has no place. */
const shape =
  (tests, optional = []) =>
  (value) =>
    isMembers(value) &&
    Object.keys(value).every((name) => Object.hasOwn(tests, name)) &&
    Object.entries(tests).every(([name, test]) =>
      value[name] === undefined ? optional.includes(name) : test(value[name]),
    );
const isStream = shape({ kind: isText, id: isText });
const isHead = shape({ organizationId: isText, stream: isStream, position: isPosition, hash: isHash });
const isSignedHead = (value) => shape({ head: isHead, signature: isText })(value);
const isManifest = (value) =>
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
const isDisclosedEvent = (value) =>
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
function readManifest(bytes) {
  const value = readJson(Buffer.from(bytes).toString('utf8'));
  if ('why' in value) return value.why;
  return isManifest(value.json) ? value.json : 'it is not the manifest of a packet, version 1';
}
/** The events of events.ndjson, one a line; a line that is none says why. */
function readEventLines(bytes) {
  const lines = [];
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
function readJson(text) {
  try {
    const json = JSON.parse(text);
    // What has no canonical form, or is nested without end, cannot have been hashed.
    canonicalJson(json);
    return { json };
  } catch (error) {
    return { why: error instanceof SyntaxError ? 'it is not JSON' : 'it has no canonical form' };
  }
}

// exchange/packet/verify-packet.ts

/** Verifies a packet as it came, one ZIP file. */
function verifyPacket(bytes, options = {}) {
  const { files, problems } = readZip(bytes);
  const faults = problems.map((problem) => ({ kind: 'archive', problem }));
  if (files.size > 0) return verifyFiles(withoutOuterFolder(files), faults, options);
  return {
    intact: false,
    trust: 'untrusted',
    fingerprint: undefined,
    faults,
    files: 0,
    chains: [],
    about: [],
  };
}
/** Whoever packs an extracted packet again often packs the folder around it. */
function withoutOuterFolder(files) {
  const nested = [...files.keys()].filter((name) => name.endsWith(`/${manifestName}`));
  const prefix = nested[0]?.slice(0, -manifestName.length);
  if (files.has(manifestName) || nested.length !== 1 || prefix === undefined) return files;
  return new Map(
    [...files].map(([name, bytes]) => [name.startsWith(prefix) ? name.slice(prefix.length) : name, bytes]),
  );
}
/** Verifies the files of a packet, by name. `found` is what was wrong already while they were read. */
function verifyFiles(files, found, options) {
  const faults = [...found];
  const key = readKey(files.get(publicKeyName));
  const fingerprint = key && fingerprintOf(key);
  const trust = trustIn(fingerprint, options, faults);
  if (!files.has(publicKeyName)) faults.push({ kind: 'file-missing', file: publicKeyName });
  else if (!key) faults.push({ kind: 'key-unreadable' });
  const manifestBytes = files.get(manifestName);
  if (!manifestBytes) faults.push({ kind: 'file-missing', file: manifestName });
  const manifest = manifestBytes && readManifest(manifestBytes);
  if (typeof manifest === 'string') faults.push({ kind: 'manifest-unreadable', why: manifest });
  const keyIsTheirs =
    key !== undefined && typeof manifest === 'object' && manifest.key.fingerprint === fingerprint;
  if (key && typeof manifest === 'object' && !keyIsTheirs) faults.push({ kind: 'key-exchanged' });
  if (manifestBytes && key) faults.push(...signatureFaults(manifestBytes, files.get(signatureName), key));
  if (typeof manifest !== 'object')
    return { intact: false, trust, fingerprint, faults, files: files.size, chains: [], about: [] };
  faults.push(...fileFaults(files, manifest.files));
  const signedBy = keyIsTheirs ? key : undefined;
  const { chains, chainFaults } = verifyEvents(files.get(eventsName), manifest.chains, signedBy);
  faults.push(...chainFaults);
  return {
    intact: faults.every(({ kind }) => kind === 'key-untrusted'),
    trust,
    fingerprint,
    faults,
    files: files.size,
    chains,
    about: [
      { label: 'practice', text: printable(manifest.practice.name) },
      { label: 'case', text: printable(manifest.caseControlNumber) },
      { label: 'recipient', text: printable(`${manifest.recipient.name} (${manifest.recipient.kind})`) },
      { label: 'purpose', text: printable(manifest.purpose) },
      { label: 'sealed at', text: printable(manifest.createdAt) },
    ],
  };
}
function readKey(pem) {
  if (!pem) return undefined;
  try {
    const key = createPublicKey(Buffer.from(pem));
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    // Not a key at all: said as key-unreadable.
    return undefined;
  }
}
/** SHA-256 of a public key's DER form, as hexadecimal digits. */
function fingerprintOf(key) {
  return sha256(key.export({ type: 'spki', format: 'der' }));
}
function trustIn(fingerprint, { trustedKeyPem, trustedFingerprint }, faults) {
  const trustedKey = trustedKeyPem === undefined ? undefined : readKey(Buffer.from(trustedKeyPem));
  const trusted = trustedKey
    ? fingerprintOf(trustedKey)
    : (trustedFingerprint?.replace(/[\s:]/g, '').toLowerCase() ?? trustedKeyPem);
  if (trusted === undefined) return 'not-asked';
  if (trusted === fingerprint) return 'trusted';
  faults.push({ kind: 'key-untrusted', trusted: printable(trusted) });
  return 'untrusted';
}
function signatureFaults(manifest, signature, key) {
  if (!signature) return [{ kind: 'file-missing', file: signatureName }];
  const raw = Buffer.from(Buffer.from(signature).toString('latin1').trim(), 'base64');
  if (raw.length !== 64) return [{ kind: 'signature-unreadable' }];
  return verify(null, manifest, key, raw) ? [] : [{ kind: 'signature-wrong' }];
}
function fileFaults(files, listed) {
  const faults = [];
  for (const { name, sha256: expected } of listed) {
    const bytes = files.get(name);
    const found = bytes && sha256(bytes);
    if (found === undefined) faults.push({ kind: 'file-missing', file: printable(name) });
    else if (found !== expected)
      faults.push({ kind: 'file-altered', file: printable(name), expected: printable(expected), found });
  }
  const known = new Set([...unlistedNames, ...listed.map(({ name }) => name)]);
  for (const name of files.keys())
    if (!known.has(name)) faults.push({ kind: 'file-added', file: printable(name) });
  return faults;
}
function verifyEvents(bytes, heads, key) {
  const chainFaults = [];
  const events = [];
  for (const line of bytes ? readEventLines(bytes) : [])
    if ('event' in line) events.push(line.event);
    else chainFaults.push({ kind: 'events-unreadable', line: line.line, why: line.why });
  const byStream = groupByStream(events, heads);
  const checks = {
    sha256,
    // With a foreign key every signature would be wrong, which says nothing; the key is a fault of its own.
    verifySignature: (message, signature) =>
      key === undefined || verify(null, Buffer.from(message), key, Buffer.from(signature, 'base64')),
  };
  for (const signed of heads) {
    const stream = streamOf(signed.head);
    for (const fault of verifyChain(byStream.get(stream) ?? [], signed, checks))
      chainFaults.push({ kind: 'chain', stream, fault });
  }
  for (const stream of byStream.keys())
    if (!heads.some(({ head }) => streamOf(head) === stream))
      chainFaults.push({ kind: 'chain-unknown', stream });
  return {
    chains: heads.map(({ head }) => ({
      stream: streamOf(head),
      events: byStream.get(streamOf(head))?.length ?? 0,
    })),
    chainFaults,
  };
}
/** An event whose stream was altered belongs where the next event or the head names its hash. */
function groupByStream(events, heads) {
  const homes = new Map(heads.map(({ head }) => [head.hash, streamOf(head)]));
  const known = new Set(homes.values());
  for (const event of events) if (known.has(streamOf(event))) homes.set(event.previousHash, streamOf(event));
  const groups = new Map();
  for (const event of events) {
    const own = streamOf(event);
    const stream = known.has(own) ? own : (homes.get(event.hash) ?? own);
    const group = groups.get(stream);
    if (group) group.push(event);
    else groups.set(stream, [event]);
  }
  return groups;
}
function streamOf({ organizationId, stream }) {
  return printable(`${organizationId} ${stream.kind} ${stream.id}`);
}
function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

// exchange/packet/verify-command.ts

const usage = `Verifies a sealed packet. Needs nothing but Node 20 or newer; sends nothing anywhere.

  node verify.mjs FILE.zip [--fingerprint HEX] [--key FILE.pem] [--json]
  node verify.mjs FOLDER   the same for an extracted packet; without FOLDER, the folder of verify.mjs

  --fingerprint HEX  the fingerprint that the practice gave you
  --key FILE.pem     or its public key
  --json             the report for a program

Exit code 0: intact (and sealed by the trusted key, if you named one). 1: changed, or another key. 2: not run.
`;
/** The verifier as a program. Returns the exit code; a report goes to `print`, a reason not to run to `complain`. */
function verifyCommand(args, here, print, complain) {
  if (args.includes('--help') || args.includes('-h')) {
    print(usage);
    return 0;
  }
  try {
    const request = readArguments(args, here);
    if (typeof request === 'string') {
      complain(`${request}\n\n${usage}`);
      return 2;
    }
    const report = verifyAt(request.path, request);
    print(request.json ? `${JSON.stringify(report, null, 2)}\n` : describeReport(report));
    return isAccepted(report) ? 0 : 1;
  } catch (error) {
    complain(`It cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}
/** Intact, and by the trusted key where one was named. */
function isAccepted(report) {
  return report.intact && report.trust !== 'untrusted';
}
function readArguments(args, here) {
  const rest = [...args];
  const paths = [];
  let json = false;
  let trustedFingerprint;
  let trustedKeyPem;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--json') json = true;
    else if (word === '--key' || word === '--fingerprint') {
      const value = rest.shift();
      if (value === undefined) return `${word} needs a value.`;
      if (word === '--key') trustedKeyPem = readFileSync(value, 'utf8');
      else trustedFingerprint = value;
    } else if (word.startsWith('-')) return `${word} is not an option.`;
    else paths.push(word);
  }
  if (paths.length > 1) return 'Only one packet is verified at a time.';
  return { path: paths[0] ?? here, json, trustedFingerprint, trustedKeyPem };
}
/** Verifies the packet at a path: one ZIP file, or the folder that it was extracted to. Throws when it cannot be read. */
function verifyAt(path, options) {
  const stat = lstatSync(path);
  if (stat.isDirectory()) {
    const { files, faults } = readFolder(path);
    if (!files.has(manifestName)) throw new Error(`${path} holds no packet (no ${manifestName})`);
    return verifyFiles(files, faults, options);
  }
  if (stat.size > zipLimits.file) throw new Error(`${path} is too large for a packet`);
  return verifyPacket(readFileSync(path), options);
}
/** A packet has no folders in it, so that what lies in one was added. Links are not followed. */
function readFolder(path) {
  const files = new Map();
  const faults = [];
  for (const name of readdirSync(path).sort()) {
    const stat = lstatSync(join(path, name));
    if (stat.isFile() && stat.size <= zipLimits.file) files.set(name, readFileSync(join(path, name)));
    else faults.push({ kind: 'file-added', file: printable(stat.isDirectory() ? `${name}/` : name) });
  }
  return { files, faults };
}

// exchange/packet/verify-main.ts

// The beginning of verify.mjs, which `write-verifier.ts` makes of this and of what it reads.
if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(`This needs Node 20 or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  process.exitCode = verifyCommand(
    process.argv.slice(2),
    dirname(fileURLToPath(import.meta.url)),
    (text) => process.stdout.write(text),
    (text) => process.stderr.write(text),
  );
}
