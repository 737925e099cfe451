import { message, type Message } from '../kernel/message.ts';
import { parseProcedureCode, type ProcedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { LicensedCode } from './licensed-list.ts';
import type { ListLayout, Table } from './list-layout.ts';

/** What is wrong with one row; texts under licensedList.problem. */
export interface RowProblem {
  /** Counted from 1, as a spreadsheet program counts. */
  readonly row: number;
  readonly problem: Message;
}

export interface ReadList {
  readonly codes: readonly LicensedCode[];
  readonly problems: readonly RowProblem[];
  /** Titles, headings of sections and notes: rows with one filled cell, or a range of codes. */
  readonly passedOver: number;
}

const longestWording = 400;

/** Reads a list row by row. A row is a code, a problem, or passed over; no row is mended silently. */
export function readLicensedList(table: Table, layout: ListLayout, year: number | undefined): ReadList {
  const codes: LicensedCode[] = [];
  const problems: RowProblem[] = [];
  const firstRow = new Map<ProcedureCode, number>();
  const header = table.rows[layout.headerRow - 1];
  let passedOver = 0;
  for (const [index, cells] of table.rows.entries()) {
    const row = index + 1;
    if (row <= layout.headerRow || cells.every((cell) => cell === '')) continue;
    if (isHeading(cells, layout) || isHeaderAgain(cells, header)) {
      passedOver++;
      continue;
    }
    const read = readRow(cells, layout, year, firstRow);
    if ('id' in read) problems.push({ row, problem: read });
    else {
      firstRow.set(read.code, row);
      codes.push(read);
    }
  }
  return { codes, problems, passedOver };
}

function readRow(
  cells: readonly string[],
  layout: ListLayout,
  year: number | undefined,
  firstRow: ReadonlyMap<ProcedureCode, number>,
): LicensedCode | Message {
  const written = cells[layout.code] ?? '';
  const wording = (cells[layout.wording] ?? '').replaceAll(/\s+/g, ' ');
  const ofYear = layout.year === undefined ? '' : (cells[layout.year] ?? '');
  if (written === '') return message('licensedList.problem.noCode');
  const code = parseProcedureCode(written);
  if (isRefusal(code)) return message('licensedList.problem.notACode', { value: written.slice(0, 40) });
  const first = firstRow.get(code);
  if (first !== undefined) return message('licensedList.problem.duplicate', { code, first });
  if (wording === '') return message('licensedList.problem.noWording', { code });
  if (wording.length > longestWording)
    return message('licensedList.problem.tooLong', { code, most: longestWording });
  if (year !== undefined && ofYear !== '' && ofYear !== String(year))
    return message('licensedList.problem.otherYear', { code, value: ofYear.slice(0, 40), year });
  return { code, wording };
}

/** A title or a note stands alone in its row; what begins like a code does not: it is a code without its words. */
function isHeading(cells: readonly string[], { code }: ListLayout): boolean {
  if (/^D\d{4}\s*[-–—]\s*D\d{4}$/i.test(cells[code] ?? '')) return true;
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 1 && !/^[A-Z]?\d{3}/i.test(filled[0] ?? '');
}

/** Printed lists repeat their header on every page. */
function isHeaderAgain(cells: readonly string[], header: readonly string[] | undefined): boolean {
  return (
    header !== undefined && cells.length === header.length && cells.every((cell, at) => cell === header[at])
  );
}
