import { Type, type Static } from 'typebox';
import { refuse, type Refusal } from '../kernel/refusal.ts';

/** A table as somebody's file has it: cells of text, without a promise of what stands where. */
export interface Table {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

const Column = Type.Integer({ minimum: 0, maximum: 500 });

/** Which table of a file is the list, and which columns mean what: guessed here, confirmed by a person. */
export const ListLayout = Type.Object({
  /** Counted from 0. */
  table: Type.Integer({ minimum: 0, maximum: 500 }),
  /** Counted from 1, as a spreadsheet program counts; 0 where the file has no row of headers. */
  headerRow: Type.Integer({ minimum: 0, maximum: 100_000 }),
  /** Columns counted from 0. */
  code: Column,
  wording: Column,
  /** The column that names the code year of each row. */
  year: Type.Optional(Column),
});
export type ListLayout = Static<typeof ListLayout>;

/** Codes that are not the CDT's but look alike from afar; a diagnosis such as D68.9 is none either. */
const codeForm = /^D\d{4}$/i;
const diagnosisForm = /^[A-Z]\d[0-9A-Z](\.?[0-9A-Z]{1,4})?$/i;
const yearForm = /^20\d{2}$/;

/** Header words by what they promise, the surest first; English, Spanish, and what practice software writes. */
const wordingHeaders = [
  /nomenclatur/i,
  /\b(abbr|short)\b.*\bdesc|desc.*\b(abbr|short)\b/i,
  /^(procedure|service|code|proc|procedimiento|servicio)?[ _]*(name|nombre)$/i,
  /^(procedure|service|code|proc|ada|cdt)?[ _.]*(desc|description|descripci[oó]n|descript|wording|term)\.?$/i,
  /desc|name|nombre|procedure|procedimiento|servicio|service|treatment|tratamiento/i,
];
const yearHeaders = /^((cdt|ada|code|list)[ _]*)?(year|edition|version|a[ñn]o|edici[oó]n|versi[oó]n)$/i;

/**
 * Finds the list in a file. Refusals in this order: 'licensed-list/diagnoses', 'licensed-list/no-codes',
 * 'licensed-list/no-wording'.
 */
export function guessLayout(tables: readonly Table[]): ListLayout | Refusal {
  const candidates = tables.map((table, index) => ({ index, table, ...codeColumn(table) }));
  const [best] = candidates.toSorted((one, other) => other.codes - one.codes);
  if (!best || best.codes === 0 || best.codes < best.others) return noCodes(tables);
  const { table, column: code } = best;
  const first = table.rows.findIndex((row) => codeForm.test(row[code] ?? ''));
  const headerRow = headerAbove(table, first, code);
  const headers = table.rows[headerRow - 1] ?? [];
  const body = table.rows.slice(Math.max(first, headerRow));
  const year = headers.findIndex((header, column) => yearHeaders.test(header) && isYears(body, column));
  const wording = wordingColumn(headers, body, new Set([code, year]));
  if (wording === undefined) return refuse('licensed-list/no-wording');
  return { table: best.index, headerRow, code, wording, ...(year < 0 ? {} : { year }) };
}

/** The column with the most codes, and how many of its cells are codes of another kind. */
function codeColumn({ rows }: Table): { column: number; codes: number; others: number } {
  let best = { column: 0, codes: 0, others: 0 };
  for (let column = 0; column < widthOf(rows); column++) {
    const cells = rows.map((row) => row[column] ?? '');
    const codes = cells.filter((cell) => codeForm.test(cell)).length;
    if (codes > best.codes) best = { column, codes, others: cells.filter(isOtherCode).length };
  }
  return best;
}

function isOtherCode(cell: string): boolean {
  return !codeForm.test(cell) && /^[A-Z]?\d[0-9A-Z]{2}(\.?[0-9A-Z]{1,4})?$/i.test(cell);
}

/**
 * The nearest row above the first code that has several cells, and no half of a code where the codes stand: that is a
 * row of the list that has a fault. 0 where there is none.
 */
function headerAbove({ rows }: Table, first: number, code: number): number {
  return (
    rows
      .slice(0, first)
      .findLastIndex(
        (row) => row.filter((cell) => cell !== '').length >= 2 && !/^[A-Z]?\d/i.test(row[code] ?? ''),
      ) + 1
  );
}

function wordingColumn(
  headers: readonly string[],
  body: readonly (readonly string[])[],
  taken: ReadonlySet<number>,
): number | undefined {
  const columns = Array.from({ length: widthOf([headers, ...body]) }, (_, column) => column).filter(
    (column) => !taken.has(column) && holdsWords(body, column),
  );
  for (const words of wordingHeaders) {
    const named = columns.find((column) => words.test(headers[column] ?? ''));
    if (named !== undefined) return named;
  }
  return columns[0];
}

/** Most of the filled rows have letters there, and not a code or an amount. */
function holdsWords(body: readonly (readonly string[])[], column: number): boolean {
  const filled = body.filter((row) => row.some((cell) => cell !== ''));
  const worded = filled.filter((row) => /\p{L}{2}/u.test(row[column] ?? ''));
  return worded.length * 2 > filled.length;
}

function isYears(body: readonly (readonly string[])[], column: number): boolean {
  const cells = body.map((row) => row[column] ?? '').filter((cell) => cell !== '');
  return cells.length > 0 && cells.filter((cell) => yearForm.test(cell)).length * 2 > cells.length;
}

function widthOf(rows: readonly (readonly string[])[]): number {
  return rows.reduce((widest, row) => Math.max(widest, row.length), 0);
}

function noCodes(tables: readonly Table[]): Refusal {
  return tables.some(holdsDiagnoses) ? refuse('licensed-list/diagnoses') : refuse('licensed-list/no-codes');
}

function holdsDiagnoses({ rows }: Table): boolean {
  return Array.from({ length: widthOf(rows) }, (_, column) => column).some((column) => {
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    return cells.filter((cell) => diagnosisForm.test(cell) && !codeForm.test(cell)).length * 2 > cells.length;
  });
}

/** The code year that the title of the table or its name states: "CDT 2026". Undefined where none or several do. */
export function titleYear({ name, rows }: Table, { headerRow }: ListLayout): number | undefined {
  const titles = [name, ...rows.slice(0, headerRow).flat()];
  const years = new Set(titles.flatMap((title) => statedYear(title) ?? []));
  const [only, ...others] = years;
  return others.length === 0 ? only : undefined;
}

export function statedYear(title: string): number | undefined {
  const found = /\bCDT[\s\-_:]*(20\d{2})(?!\d)|(?<!\d)(20\d{2})[\s\-_:]*CDT\b/i.exec(title);
  return found ? Number(found[1] ?? found[2]) : undefined;
}
