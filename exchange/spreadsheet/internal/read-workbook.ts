import readXlsxFile from 'read-excel-file/universal';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { Sheet } from '../sheet.ts';
import { damaged, unpackWorkbook } from './unpack-workbook.ts';

export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[] | Refusal> {
  const archive = await unpackWorkbook(bytes);
  if (isRefusal(archive)) return archive;
  try {
    const sheets = await readXlsxFile(archive);
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
  } catch (error) {
    return damaged(error);
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
