import { inflateRawSync } from 'node:zlib';

/** Bytes and numbers past which a file is refused unread: packets hold a handful of documents. */
export const zipLimits = { file: 512 * 2 ** 20, content: 1024 * 2 ** 20, entries: 2000 } as const;

export interface ZipProblem {
  readonly kind: 'unreadable' | 'damaged' | 'unsafe-name' | 'duplicate-name';
  readonly name?: string;
  readonly why: string;
}

export interface ZipContent {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly ZipProblem[];
}

/**
 * Reads a ZIP archive into memory and writes nothing. Hostile archives come out as problems: cut short, larger
 * than they say, names that leave the folder, two entries of one name (two programs might show different ones).
 */
export function readZip(bytes: Uint8Array): ZipContent {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(data);
  if (typeof directory === 'string')
    return { files: new Map(), problems: [{ kind: 'unreadable', why: directory }] };
  const files = new Map<string, Uint8Array>();
  const problems: ZipProblem[] = [];
  const seen = new Set<string>();
  let left: number = zipLimits.content;
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

interface Directory {
  readonly offset: number;
  readonly entries: number;
}

function findDirectory(data: Buffer): Directory | string {
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

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packedLength: number;
  readonly length: number;
  readonly start: number;
  readonly next: number;
}

function readEntry(data: Buffer, at: number): Entry | undefined {
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
function unpack(data: Buffer, entry: Entry): Uint8Array | string {
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

function isSafeName(name: string): boolean {
  return (
    name !== '' &&
    name === printable(name) &&
    !/^[/\\]|\\|^[A-Za-z]:/.test(name) &&
    !name.split('/').some((part) => part === '..' || part === '.')
  );
}

/** Without characters that would steer a terminal or hide part of a name. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffd]/gu, '?').slice(0, 200);
}
