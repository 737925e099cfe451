import type { Readable } from 'node:stream';
import { zipSync } from 'fflate';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';

/** A list of codes unpacks to a few hundred kilobytes; beyond this it is another file, or made to fill the memory. */
const mostUnpackedBytes = 20 * 1024 * 1024;
const mostEntries = 500;

/**
 * The parts of a workbook that hold cells, packed again without compression: the reader then sees exactly what was
 * measured here, whatever sizes the archive claimed.
 */
export async function unpackWorkbook(bytes: Uint8Array): Promise<ArrayBuffer | Refusal> {
  let archive: ZipFile;
  try {
    archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    return damaged(error);
  }
  if (archive.entryCount > mostEntries) return tooMuch();
  const parts: Record<string, Uint8Array> = {};
  let room = mostUnpackedBytes;
  try {
    for await (const entry of archive.eachEntry()) {
      if (!/\.(xml|rels)$/.test(entry.fileName)) continue;
      if (entry.isEncrypted()) return locked();
      const part = await unpackPart(archive, entry, room);
      if (part === 'too-much') return tooMuch();
      room -= part.length;
      parts[entry.fileName] = part;
    }
  } catch (error) {
    return damaged(error);
  }
  if (parts['xl/workbook.xml'] === undefined) return refuse('spreadsheet/no-workbook');
  return exactBuffer(zipSync(parts, { level: 0 }));
}

async function unpackPart(archive: ZipFile, entry: Entry, room: number): Promise<Uint8Array | 'too-much'> {
  if (entry.uncompressedSize > room) return 'too-much';
  const stream: Readable = await archive.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > room) return 'too-much';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  const exact = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(exact).set(bytes);
  return exact;
}

/** What a reader of workbooks said stands inside our sentence, so without its own full stop. */
export function damaged(error: unknown): Refusal {
  const detail = error instanceof Error ? error.message : String(error);
  return refuse('spreadsheet/damaged', { detail: detail.replace(/[.\s]+$/u, '') });
}

function locked(): Refusal {
  return refuse('spreadsheet/locked');
}

function tooMuch(): Refusal {
  return refuse('spreadsheet/too-much', { megabytes: mostUnpackedBytes / 1024 / 1024, parts: mostEntries });
}
