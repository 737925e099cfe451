import { refuse, type Refusal } from '#domain/kernel/refusal.ts';

/** First bytes by which files that are no UTF-8 text are known. Sources: RFC 1952, PKWARE APPNOTE, ISO 32000. */
const packed: readonly (readonly [name: string, start: readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
];

/** With its byte order mark, or '{' and '<' in two bytes each. */
const utf16: readonly (readonly number[])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0x7b, 0x00],
  [0x00, 0x7b],
  [0x3c, 0x00],
  [0x00, 0x3c],
];

/**
 * Bytes of a file -> its text. FHIR JSON is UTF-8 (FHIR R4, json.html); reading other bytes as UTF-8 would put
 * replacement characters into the record, so the file is refused.
 */
export function textOfBytes(bytes: Uint8Array): string | Refusal {
  const begins = (start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  const form = packed.find(([, start]) => begins(start))?.[0];
  if (form !== undefined) return refuse('fhir/packed', { form }, 'byte 1');
  if (utf16.some(begins)) return refuse('fhir/utf-16', {}, 'byte 1');
  const text = decoded(bytes);
  if (text !== undefined) return text;
  const line = brokenLine(bytes);
  return refuse('fhir/not-utf-8', { line }, `line ${line}`);
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** No character of UTF-8 but the line feed has its byte, so every line can be read by itself. */
function brokenLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || decoded(bytes.subarray(start, end)) === undefined) return line;
    start = end + 1;
  }
}
