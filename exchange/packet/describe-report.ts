import type { ChainFault } from '#domain/audit/verify-chain.ts';
import { manifestName } from './packet-format.ts';
import type { PacketFault, PacketReport } from './verify-packet.ts';

/** The report as lines for a person: the verdict first, then what was changed, then whose key it is. */
export function describeReport(report: PacketReport): string {
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
function isNoPacket({ faults, fingerprint }: PacketReport): boolean {
  return (
    fingerprint === undefined &&
    faults.some(
      (fault) =>
        (fault.kind === 'archive' && fault.problem.name === undefined) ||
        (fault.kind === 'file-missing' && fault.file === manifestName),
    )
  );
}

function noPacket(faults: readonly PacketFault[]): string {
  return [
    'NO PACKET: this file is not one, or it was cut off or damaged on its way.',
    ...faults.map((fault) => `  - ${describePacketFault(fault)}`),
    'Choose the packet, or ask whoever sent it to send it again.',
    '',
  ].join('\n');
}

function trustSentence({ trust }: PacketReport): string {
  switch (trust) {
    case 'trusted':
      return 'The key is the one that you trust.';
    case 'untrusted':
      return 'The key is NOT the one that you trust: somebody else sealed this, or nobody did.';
    case 'not-asked':
      return 'Anybody can seal a packet: compare this fingerprint with the one that the practice gave you, or pass it with --fingerprint or --key.';
  }
}

function describePacketFault(fault: PacketFault): string {
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
function describeChainFault({ kind, position, through, parts = [] }: ChainFault): string {
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

function describePart(name: string): string {
  if (name === 'envelope') return 'its id, type, time of recording or the hash of a withheld part';
  if (name === 'rewritten') return 'it was written anew as a whole';
  return name;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
