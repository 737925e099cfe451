import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DisclosedEvent, SignedHead } from '#domain/audit/chain.ts';
import type { ReleaseDecision } from '#domain/consent/release-decision.ts';
import type { Instant } from '#domain/kernel/calendar-date.ts';
import { howToVerify } from './how-to-verify.ts';
import {
  eventsName,
  instructionsName,
  manifestName,
  publicKeyName,
  signatureName,
  unlistedNames,
  verifierName,
  type Manifest,
} from './packet-format.ts';
import { fingerprintOf } from './verify-packet.ts';
import { writeZip, type ZipEntry } from './write-zip.ts';

export interface PacketInput {
  readonly packetId: string;
  readonly createdAt: Instant;
  readonly practice: Manifest['practice'];
  /** The practice's own number of the case or claim; never a patient's name. */
  readonly caseControlNumber: string;
  readonly recipient: Manifest['recipient'];
  readonly purpose: string;
  readonly release: ReleaseDecision;
  /** The documents: case.pdf, bundle.json … Names in lower case, without folders. */
  readonly parts: readonly ZipEntry[];
  /** What of the record goes along, already cut to what may be released. */
  readonly events: readonly DisclosedEvent[];
  /** The signed head of every chain that `events` comes from. */
  readonly heads: readonly SignedHead[];
  /** The practice's key: signs a text, and its public half as PEM. */
  readonly key: { readonly sign: (text: string) => string; readonly publicKeyPem: string };
}

/** Seals documents and events as one file, *.archway-packet.zip. The same input gives the same bytes. */
export function sealPacket(input: PacketInput): Uint8Array {
  const fingerprint = fingerprintOf(createPublicKey(input.key.publicKeyPem));
  const listed: ZipEntry[] = [
    ...input.parts,
    { name: eventsName, bytes: text(input.events.map((event) => `${JSON.stringify(event)}\n`).join('')) },
    { name: instructionsName, bytes: text(howToVerify(input.practice.name, fingerprint)) },
    { name: verifierName, bytes: readFileSync(new URL('./verify.mjs', import.meta.url)) },
  ];
  requireGoodNames(listed);
  const manifest = `${JSON.stringify(manifestOf(input, listed, fingerprint), null, 2)}\n`;
  return writeZip(
    [
      { name: manifestName, bytes: text(manifest) },
      { name: signatureName, bytes: text(`${input.key.sign(manifest)}\n`) },
      { name: publicKeyName, bytes: text(input.key.publicKeyPem) },
      ...listed,
    ],
    new Date(input.createdAt),
  );
}

function manifestOf(input: PacketInput, listed: readonly ZipEntry[], fingerprint: string): Manifest {
  const { release } = input;
  return {
    format: 'archway-packet',
    version: 1,
    packetId: input.packetId,
    createdAt: input.createdAt,
    practice: input.practice,
    caseControlNumber: input.caseControlNumber,
    recipient: { name: input.recipient.name, kind: input.recipient.kind },
    purpose: input.purpose,
    release: {
      outcome: release.outcome,
      asOf: release.asOf,
      categories: release.decisions.map(({ category, outcome, reason, source }) => ({
        category,
        outcome,
        reason,
        source,
      })),
    },
    chains: input.heads.map(({ head: { organizationId, stream, position, hash }, signature }) => ({
      head: { organizationId, stream: { kind: stream.kind, id: stream.id }, position, hash },
      signature,
    })),
    files: listed.map(({ name, bytes }) => ({
      name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      length: bytes.length,
    })),
    key: { algorithm: 'Ed25519', fingerprint },
  };
}

function requireGoodNames(entries: readonly ZipEntry[]): void {
  const names = entries.map(({ name }) => name);
  const bad = names.find(
    (name, index) =>
      !/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name) ||
      unlistedNames.includes(name) ||
      names.indexOf(name) !== index,
  );
  if (bad !== undefined) throw new Error(`a packet cannot hold a file named "${bad}" here`);
}

function text(content: string): Uint8Array {
  return Buffer.from(content, 'utf8');
}
