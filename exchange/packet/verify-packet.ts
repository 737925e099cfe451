import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { ChainHead, DisclosedEvent, SignedHead } from '#domain/audit/chain.ts';
import { verifyChain, type ChainFault } from '#domain/audit/verify-chain.ts';
import { eventsName, manifestName, publicKeyName, signatureName, unlistedNames } from './packet-format.ts';
import { printable, readZip, type ZipProblem } from './read-zip.ts';
import { readEventLines, readManifest } from './read-packet-parts.ts';

/** What was found wrong, in the words of `describePacketFault`. */
export type PacketFault =
  | { readonly kind: 'archive'; readonly problem: ZipProblem }
  | { readonly kind: 'file-missing' | 'file-added'; readonly file: string }
  | {
      readonly kind: 'file-altered';
      readonly file: string;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly kind: 'manifest-unreadable'; readonly why: string }
  | { readonly kind: 'signature-unreadable' | 'signature-wrong' | 'key-unreadable' | 'key-exchanged' }
  | { readonly kind: 'key-untrusted'; readonly trusted: string }
  | { readonly kind: 'events-unreadable'; readonly line: number; readonly why: string }
  | { readonly kind: 'chain-unknown'; readonly stream: string }
  | { readonly kind: 'chain'; readonly stream: string; readonly fault: ChainFault };

export interface VerifyOptions {
  /** The public key that is trusted, as PEM. */
  readonly trustedKeyPem?: string | undefined;
  /** Or the SHA-256 of its DER form: 64 hexadecimal digits, with or without colons and spaces. */
  readonly trustedFingerprint?: string | undefined;
}

export interface PacketReport {
  /** Nothing was changed since it was sealed. Says nothing about who sealed it: see `trust`. */
  readonly intact: boolean;
  /** 'not-asked' when no trusted key was given: then only the fingerprint, compared by hand, tells who sealed it. */
  readonly trust: 'trusted' | 'untrusted' | 'not-asked';
  readonly fingerprint: string | undefined;
  readonly faults: readonly PacketFault[];
  readonly files: number;
  readonly chains: readonly { readonly stream: string; readonly events: number }[];
  readonly about: { readonly label: string; readonly text: string }[];
}

/** Verifies a packet as it came, one ZIP file. */
export function verifyPacket(bytes: Uint8Array, options: VerifyOptions = {}): PacketReport {
  const { files, problems } = readZip(bytes);
  const faults = problems.map((problem) => ({ kind: 'archive', problem }) as const);
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
function withoutOuterFolder(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const nested = [...files.keys()].filter((name) => name.endsWith(`/${manifestName}`));
  const prefix = nested[0]?.slice(0, -manifestName.length);
  if (files.has(manifestName) || nested.length !== 1 || prefix === undefined) return files;
  return new Map(
    [...files].map(([name, bytes]) => [name.startsWith(prefix) ? name.slice(prefix.length) : name, bytes]),
  );
}

/** Verifies the files of a packet, by name. `found` is what was wrong already while they were read. */
export function verifyFiles(
  files: ReadonlyMap<string, Uint8Array>,
  found: readonly PacketFault[],
  options: VerifyOptions,
): PacketReport {
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

function readKey(pem: Uint8Array | undefined): KeyObject | undefined {
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
export function fingerprintOf(key: KeyObject): string {
  return sha256(key.export({ type: 'spki', format: 'der' }));
}

function trustIn(
  fingerprint: string | undefined,
  { trustedKeyPem, trustedFingerprint }: VerifyOptions,
  faults: PacketFault[],
): PacketReport['trust'] {
  const trustedKey = trustedKeyPem === undefined ? undefined : readKey(Buffer.from(trustedKeyPem));
  const trusted = trustedKey
    ? fingerprintOf(trustedKey)
    : (trustedFingerprint?.replace(/[\s:]/g, '').toLowerCase() ?? trustedKeyPem);
  if (trusted === undefined) return 'not-asked';
  if (trusted === fingerprint) return 'trusted';
  faults.push({ kind: 'key-untrusted', trusted: printable(trusted) });
  return 'untrusted';
}

function signatureFaults(
  manifest: Uint8Array,
  signature: Uint8Array | undefined,
  key: KeyObject,
): PacketFault[] {
  if (!signature) return [{ kind: 'file-missing', file: signatureName }];
  const raw = Buffer.from(Buffer.from(signature).toString('latin1').trim(), 'base64');
  if (raw.length !== 64) return [{ kind: 'signature-unreadable' }];
  return verify(null, manifest, key, raw) ? [] : [{ kind: 'signature-wrong' }];
}

function fileFaults(
  files: ReadonlyMap<string, Uint8Array>,
  listed: readonly { readonly name: string; readonly sha256: string }[],
): PacketFault[] {
  const faults: PacketFault[] = [];
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

function verifyEvents(
  bytes: Uint8Array | undefined,
  heads: readonly SignedHead[],
  key: KeyObject | undefined,
): { chains: PacketReport['chains']; chainFaults: PacketFault[] } {
  const chainFaults: PacketFault[] = [];
  const events: DisclosedEvent[] = [];
  for (const line of bytes ? readEventLines(bytes) : [])
    if ('event' in line) events.push(line.event);
    else chainFaults.push({ kind: 'events-unreadable', line: line.line, why: line.why });
  const byStream = groupByStream(events, heads);
  const checks = {
    sha256,
    // With a foreign key every signature would be wrong, which says nothing; the key is a fault of its own.
    verifySignature: (message: string, signature: string) =>
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
function groupByStream(
  events: readonly DisclosedEvent[],
  heads: readonly SignedHead[],
): Map<string, DisclosedEvent[]> {
  const homes = new Map(heads.map(({ head }) => [head.hash, streamOf(head)]));
  const known = new Set(homes.values());
  for (const event of events) if (known.has(streamOf(event))) homes.set(event.previousHash, streamOf(event));
  const groups = new Map<string, DisclosedEvent[]>();
  for (const event of events) {
    const own = streamOf(event);
    const stream = known.has(own) ? own : (homes.get(event.hash) ?? own);
    const group = groups.get(stream);
    if (group) group.push(event);
    else groups.set(stream, [event]);
  }
  return groups;
}

function streamOf({ organizationId, stream }: Pick<ChainHead, 'organizationId' | 'stream'>): string {
  return printable(`${organizationId} ${stream.kind} ${stream.id}`);
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
