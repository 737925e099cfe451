import { CsvError, parse } from 'csv-parse/sync';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Sheet } from '../sheet.ts';

const delimiters = [',', ';', '\t', '|'] as const;
/** Rows that are looked at to find the delimiter. */
const sampleRows = 60;

/** Text with one record a line; a quoted cell may run over several lines. */
export function readDelimited(text: string): readonly Sheet[] | Refusal {
  const records = parseWith(text, bestDelimiter(text));
  if (!Array.isArray(records)) return records;
  return [{ name: '', rows: records.map((record) => record.map((cell) => cell.trim())) }];
}

/** The delimiter by which most rows have more than one cell, and among those the one that makes the most cells. */
function bestDelimiter(text: string): string {
  const scored = delimiters.map((delimiter) => {
    const rows = sampleBy(text, delimiter);
    return {
      delimiter,
      split: rows.filter((row) => row.length > 1).length,
      cells: rows.reduce((sum, row) => sum + row.length, 0),
    };
  });
  const [best] = scored.toSorted((one, other) => other.split - one.split || other.cells - one.cells);
  return best?.delimiter ?? ',';
}

/** Where a quotation mark is never closed, the marks are taken as letters: the fault is told once it is read. */
function sampleBy(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows = parseWith(text, delimiter, sampleRows);
  if (Array.isArray(rows)) return rows;
  return text.split('\n', sampleRows).map((line) => line.split(delimiter));
}

function parseWith(text: string, delimiter: string, rows?: number): string[][] | Refusal {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 100_000,
      ...(rows === undefined ? {} : { to: rows }),
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? refuse('spreadsheet/quote-open')
      : refuse('spreadsheet/unreadable', { detail: error.message });
  }
}
