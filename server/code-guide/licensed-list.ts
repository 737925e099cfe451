import { message } from '#domain/kernel/message.ts';
import { createHash } from 'node:crypto';
import type { ExaminedList, LicensedListView } from '#contract/licensed-list.ts';
import { refusalMessages } from '#contract/say-refusal.ts';
import { timeZoneOf } from '#domain/case/deciding.ts';
import { compareLists, listText, listYearOn, type LicensedCode } from '#domain/code-guide/licensed-list.ts';
import { decideImportLicensedList, refuseYear } from '#domain/code-guide/licensed-list-decisions.ts';
import {
  guessLayout,
  statedYear,
  titleYear,
  type ListLayout,
  type Table,
} from '#domain/code-guide/list-layout.ts';
import { readLicensedList } from '#domain/code-guide/read-licensed-list.ts';
import { dayOf, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { mayChangePractice } from '#domain/practice/practice-permissions.ts';
import { readSpreadsheet } from '#exchange/spreadsheet/read-spreadsheet.ts';
import type { Archway } from '../archway.ts';
import { messageView } from '../case/message-view.ts';
import type { Person } from '../http/signed-in.ts';
import { sha256, type Reading } from '../record/record.ts';
import { licensedCodes, replaceLicensedCodes } from './licensed-codes.store.ts';

export interface ListFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Rows and problems that are shown; more are counted. */
const mostShown = 100;
const sampleRows = 5;

/**
 * Reads a file and says what it would become, for a person to confirm; nothing is kept. The layout is guessed where
 * none is given.
 */
export async function examineLicensedList(
  archway: Archway,
  person: Person,
  { fileName, bytes }: ListFile,
  given: { readonly layout?: ListLayout | undefined; readonly year?: number | undefined } = {},
): Promise<ExaminedList | Refusal> {
  const forbidden = refuseRole(person);
  if (forbidden) return forbidden;
  const tables = await readSpreadsheet(bytes);
  if (isRefusal(tables)) return tables;
  const layout = given.layout ?? guessLayout(tables);
  if (isRefusal(layout)) return layout;
  const table = tables[layout.table];
  if (!table) return noTable();
  const stated = titleYear(table, layout);
  const thisYear = Number(today(archway, person).slice(0, 4));
  const year = given.year ?? stated ?? statedYear(fileName) ?? thisYear;
  const { codes, problems, passedOver } = readLicensedList(table, layout, year);
  const before = await archway.record.read(person.organizationId, (reading) => listBefore(reading, year));
  const { added, removed, reworded } = compareLists(before.codes, codes);
  const wrongYear = refuseYear(year, stated, today(archway, person));
  return {
    fileName,
    year,
    ...(stated === undefined ? {} : { statedYear: stated }),
    ...(wrongYear === undefined
      ? {}
      : { yearProblem: refusalMessages(wrongYear, ({ id }) => id).map(messageView) }),
    layout,
    tables: tables.map(({ name, rows }) => ({ name, rows: rows.length })),
    columns: columnsOf(table, layout),
    codes: codes.length,
    passedOver,
    sample: codes.slice(0, sampleRows),
    problemCount: problems.length,
    problems: problems
      .slice(0, mostShown)
      .map(({ row, problem }) => ({ row, problem: messageView(problem) })),
    hasCoordination: codes.some(({ code }) => code === 'D9992'),
    ...(before.year === undefined
      ? {}
      : {
          compared: {
            year: before.year,
            added: added.length,
            removed: removed.length,
            reworded: reworded.length,
          },
        }),
  };
}

/** Imports a list for a code year, whole or not at all. Returns the position of the practice's chain. */
export async function importLicensedList(
  archway: Archway,
  person: Person,
  { fileName, bytes }: ListFile,
  { year, layout }: { readonly year: number; readonly layout: ListLayout },
): Promise<number | Refusal> {
  const forbidden = refuseRole(person);
  if (forbidden) return forbidden;
  const tables = await readSpreadsheet(bytes);
  if (isRefusal(tables)) return tables;
  const table = tables[layout.table];
  if (!table) return noTable();
  const read = readLicensedList(table, layout, year);
  const list = {
    year,
    codes: read.codes.length,
    sha256: sha256(listText(read.codes)),
    fileName: fileName.slice(0, 200),
    fileSha256: createHash('sha256').update(bytes).digest('hex'),
  };
  return archway.record.write(person.organizationId, person.who, { practice: true }, async (writing) => {
    const practice = await writing.practice();
    const decided = decideImportLicensedList(
      practice,
      { ...read, list, statedYear: titleYear(table, layout) },
      { now: writing.now, today: dayOf(writing.now, timeZoneOf(practice)) },
    );
    if (isRefusal(decided)) return decided;
    if (decided === 'repeated') return practice.position;
    await replaceLicensedCodes(writing, year, read.codes);
    return writing.appendToPractice([decided]);
  });
}

/** The list in force on a day, with its words: for people of the practice only. */
export async function licensedListOn(reading: Reading, day: CalendarDate): Promise<LicensedListView> {
  const { licensedLists } = await reading.practice();
  const year = listYearOn(licensedLists.keys(), day);
  return year === undefined
    ? { codes: [] }
    : { year, ofThatYear: day.startsWith(String(year)), codes: await licensedCodes(reading, year) };
}

interface ListBefore {
  readonly year: number | undefined;
  readonly codes: readonly LicensedCode[];
}

/** What a new list is held against: that of the same year, or of the latest before. */
async function listBefore(reading: Reading, year: number): Promise<ListBefore> {
  const { licensedLists } = await reading.practice();
  const known = [...licensedLists.keys()].filter((each) => each <= year);
  if (known.length === 0) return { year: undefined, codes: [] };
  const latest = Math.max(...known);
  return { year: latest, codes: await licensedCodes(reading, latest) };
}

function columnsOf({ rows }: Table, { headerRow }: ListLayout): ExaminedList['columns'] {
  const body = rows.slice(headerRow);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return Array.from({ length: width }, (_, column) => ({
    header: rows[headerRow - 1]?.[column] ?? '',
    samples: body
      .map((row) => row[column] ?? '')
      .filter((cell) => cell !== '')
      .slice(0, 3)
      .map((cell) => cell.slice(0, 80)),
  }));
}

function refuseRole({ staff }: Person): Refusal | undefined {
  return mayChangePractice(staff.role, 'import-licensed-list')
    ? undefined
    : refuse('permission/licensed-list', { role: message(`web.word.staffRole.${staff.role}`) });
}

function today(archway: Archway, { practice }: Person): CalendarDate {
  return dayOf(archway.record.now(), timeZoneOf(practice));
}

function noTable(): Refusal {
  return refuse('licensed-list/no-table', {}, '/layout/table');
}
