/** What a file is by its first bytes; its name proves nothing. */
export type FileKind = 'empty' | 'pdf' | 'zip' | 'old-office' | 'html' | 'binary' | 'text';

const startsWith = (bytes: Uint8Array, ...first: readonly number[]) =>
  first.every((byte, index) => bytes[index] === byte);

/** A locked workbook and one of the old format (.xls) look the same from outside: both are OLE containers. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (startsWith(bytes, 0x50, 0x4b)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'old-office';
  if (isWide(bytes)) return 'text';
  if (bytes.subarray(0, 8192).includes(0)) return 'binary';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).trimStart().toLowerCase();
  return /^(\ufeff|ï»¿)?\s*<(!doctype|html|table|meta|\?xml)/.test(start) ? 'html' : 'text';
}

/** UTF-16 with its mark, as spreadsheets write "Unicode text". */
function isWide(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
}

/** The text of a file: UTF-16 by its mark, UTF-8, or else Windows-1252, which older programs still write. */
export function decodeText(bytes: Uint8Array): string {
  if (isWide(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
