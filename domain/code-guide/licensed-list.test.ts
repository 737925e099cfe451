import { describe, expect, it, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { samplePractice } from './case.samples.ts';
import { compareLists, listText, listYearOn, type LicensedCode } from './licensed-list.ts';
import { decideImportLicensedList } from './licensed-list-decisions.ts';
import { guessLayout, titleYear, type Table } from './list-layout.ts';
import { readLicensedList } from './read-licensed-list.ts';

/** Lists as practices have them; every word in them is invented. */

type Rows = Table['rows'];
const table = (rows: Rows, name = ''): Table => ({ name, rows });
const body = [
  ['D9991', 'sample wording 1'],
  ['D9992', 'sample wording 2'],
  ['D9993', 'sample wording 3'],
];
const withColumns = (...columns: readonly ((row: readonly string[]) => string)[]) =>
  body.map((row) => columns.map((column) => column(row)));
const code = (row: readonly string[]) => row[0] ?? '';
const words = (row: readonly string[]) => row[1] ?? '';
const fixed = (text: string) => () => text;

describe('the columns are guessed', () => {
  it.each<[string, Rows, { headerRow: number; code: number; wording: number; year?: number }]>([
    ['plain', [['Code', 'Nomenclature'], ...body], { headerRow: 1, code: 0, wording: 1 }],
    ['without headers', body, { headerRow: 0, code: 0, wording: 1 }],
    [
      'with a fault in its first row, which is no header',
      [['Code', 'Nomenclature'], ['D1', 'half a code'], ...body],
      { headerRow: 1, code: 0, wording: 1 },
    ],
    ['in Spanish', [['Código', 'Descripción'], ...body], { headerRow: 1, code: 0, wording: 1 }],
    ['as software writes it', [['PROC_CODE', 'ABBR_DESC'], ...body], { headerRow: 1, code: 0, wording: 1 }],
    [
      'words first',
      [['Description', 'ADA Code'], ...withColumns(words, code)],
      { headerRow: 1, code: 1, wording: 0 },
    ],
    [
      'titles above the headers',
      [['Licensed to Sample Dental'], [''], ['CDT 2026'], ['CDT Code', 'Procedure Name'], ...body],
      { headerRow: 4, code: 0, wording: 1 },
    ],
    [
      'extra columns',
      [
        ['Category', 'Code', 'Fee', 'Name', 'Active'],
        ...withColumns(fixed('sample part'), code, fixed('12.00'), words, fixed('Y')),
      ],
      { headerRow: 1, code: 1, wording: 3 },
    ],
    [
      'nomenclature before description',
      [['Code', 'Description', 'Nomenclature'], ...withColumns(code, fixed('a longer sample text'), words)],
      { headerRow: 1, code: 0, wording: 2 },
    ],
    [
      'a short description before a long one',
      [
        ['Code', 'Long Description', 'Short Desc'],
        ...withColumns(code, fixed('a longer sample text'), words),
      ],
      { headerRow: 1, code: 0, wording: 2 },
    ],
    [
      'a column of code years',
      [['CDT Year', 'Code', 'Name'], ...withColumns(fixed('2026'), code, words)],
      { headerRow: 1, code: 1, wording: 2, year: 0 },
    ],
    [
      'a version that is no year is no code year',
      [['Version', 'Code', 'Name'], ...withColumns(fixed('v3'), code, words)],
      { headerRow: 1, code: 1, wording: 2 },
    ],
    [
      'the second code column is another code',
      [['Code', 'Name', 'Replaces'], ...withColumns(code, words, fixed(''))].map((row, at) =>
        at === 1 ? [...row.slice(0, 2), 'D9999'] : row,
      ),
      { headerRow: 1, code: 0, wording: 1 },
    ],
  ])('%s', (_how, rows, layout) => {
    expect(guessLayout([table(rows)])).toEqual({ table: 0, ...layout });
  });

  it('the sheet with the codes is taken, wherever it stands', () => {
    expect(guessLayout([table([['read me']]), table([['Code', 'Name'], ...body])])).toMatchObject({
      table: 1,
    });
  });

  it.each<[string, Rows, string]>([
    ['nothing', [], 'licensed-list/no-codes'],
    [
      'a price list without codes',
      [
        ['Service', 'Fee'],
        ['sample service', '12.00'],
      ],
      'licensed-list/no-codes',
    ],
    [
      'codes without the D',
      [
        ['Code', 'Name'],
        ['9992', 'sample'],
        ['9993', 'sample'],
      ],
      'licensed-list/no-codes',
    ],
    [
      'medical procedure codes',
      [
        ['Code', 'Name'],
        ['99490', 'sample'],
        ['98960', 'sample'],
      ],
      'licensed-list/no-codes',
    ],
    [
      'diagnoses',
      [
        ['Code', 'Name'],
        ['E11.630', 'sample'],
        ['K05.31', 'sample'],
        ['Z79.01', 'sample'],
      ],
      'licensed-list/diagnoses',
    ],
    [
      'diagnoses without points',
      [
        ['K0531', 'sample'],
        ['Z7901', 'sample'],
        ['D6869', 'sample'],
      ],
      'licensed-list/diagnoses',
    ],
    [
      'codes and prices only',
      [
        ['Code', 'Fee'],
        ['D9992', '12.00'],
        ['D9993', '13.00'],
      ],
      'licensed-list/no-wording',
    ],
  ])('%s is refused', (_what, rows, refused) => {
    const layout = guessLayout([table(rows)]);
    expect(isRefusal(layout) && layout.code).toBe(refused);
  });
});

describe('the year that a file states', () => {
  it.each<[string, Rows, string, number | undefined]>([
    ['in its title', [['CDT 2026 codes'], ['Code', 'Name'], ...body], '', 2026],
    ['in the other order', [['2026 CDT'], ['Code', 'Name'], ...body], '', 2026],
    ['in its header', [['CDT-2025 Code', 'Name'], ...body], '', 2025],
    ['in the name of the sheet', [['Code', 'Name'], ...body], 'CDT2026', 2026],
    ['not by a year alone', [['printed 2026'], ['Code', 'Name'], ...body], '', undefined],
    [
      'not where two are stated',
      [['CDT 2025 and CDT 2026'], ['from CDT 2026'], ['Code', 'Name'], ...body],
      '',
      undefined,
    ],
    [
      'not by its words',
      [
        ['Code', 'Name'],
        ['D9991', 'CDT 2019 sample'],
        ['D9992', 'sample two'],
      ],
      '',
      undefined,
    ],
  ])('%s', (_how, rows, name, year) => {
    const layout = guessLayout([table(rows, name)]);
    if (isRefusal(layout)) throw new Error(layout.code);
    expect(titleYear(table(rows, name), layout)).toBe(year);
  });
});

describe('the rows are read', () => {
  const layout = { table: 0, headerRow: 1, code: 0, wording: 1, year: 2 };
  const read = (...rows: Rows) => readLicensedList(table([['Code', 'Name', 'Year'], ...rows]), layout, 2026);

  it.each<[string, Rows, string[]]>([
    [
      'as they are',
      [
        ['D9991', 'sample one', '2026'],
        ['D9992', 'sample two', ''],
      ],
      ['D9991 sample one', 'D9992 sample two'],
    ],
    ['in small letters', [['d9991', 'sample one']], ['D9991 sample one']],
    ['with line breaks in the words', [['D9991', 'sample\none']], ['D9991 sample one']],
    [
      'past empty rows',
      [
        ['', '', ''],
        ['D9991', 'sample one'],
      ],
      ['D9991 sample one'],
    ],
    [
      'past headings, ranges, notes and a repeated header',
      [
        ['I. Sample part', '', ''],
        ['D9900 - D9999', 'sample part'],
        ['Code', 'Name', 'Year'],
        ['D9991', 'sample one'],
        ['', 'Sample note.', ''],
      ],
      ['D9991 sample one'],
    ],
  ])('%s', (_how, rows, expected) => {
    const { codes, problems } = read(...rows);
    expect(codes.map((each) => `${each.code} ${each.wording}`)).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it.each<[string, Rows, string, number]>([
    ['a code that lacks a digit', [['D999', 'sample', '']], 'notACode', 2],
    ['a code of five digits', [['D99912', 'sample', '']], 'notACode', 2],
    ['a code without the D', [['9991', 'sample', '']], 'notACode', 2],
    ['a medical code', [['99490', 'sample', '']], 'notACode', 2],
    ['a diagnosis', [['E11.630', 'sample', '']], 'notACode', 2],
    ['words without a code', [['', 'sample', '2026']], 'noCode', 2],
    ['a code without words', [['D9991', '', '']], 'noWording', 2],
    ['words of 401 characters', [['D9991', 'x'.repeat(401), '']], 'tooLong', 2],
    [
      'a code that comes twice',
      [
        ['D9991', 'sample', ''],
        ['D9992', 'sample', ''],
        ['D9991', 'sample', ''],
      ],
      'duplicate',
      4,
    ],
    ['another year', [['D9991', 'sample', '2025']], 'otherYear', 2],
  ])('%s is a problem of its row', (_what, rows, problem, row) => {
    expect(read(...rows).problems).toEqual([
      { row, problem: expect.objectContaining({ id: `licensedList.problem.${problem}` }) as unknown },
    ]);
  });

  it('words of 400 characters are taken', () => {
    expect(read(['D9991', 'x'.repeat(400), '']).codes).toHaveLength(1);
  });
});

const entries = (...pairs: readonly [string, string][]): LicensedCode[] =>
  pairs.map(([each, wording]) => ({ code: procedureCode(each), wording }));

test('the text of a list does not depend on the order of its rows, but on its words', () => {
  const one = entries(['D9991', 'a'], ['D9992', 'b']);
  expect(listText(one.toReversed())).toBe(listText(one));
  expect(listText(entries(['D9991', 'a'], ['D9992', 'c']))).not.toBe(listText(one));
});

test.each([
  ['2026-06-01', [2025, 2026], 2026],
  ['2025-12-31', [2025, 2026], 2025],
  ['2026-01-01', [2025, 2026], 2026],
  ['2027-01-01', [2025, 2026], 2026],
  ['2024-12-31', [2025, 2026], undefined],
  ['2026-01-01', [], undefined],
] as const)('on %s, of %s, the list of %s is read', (day, years, expected) => {
  expect(listYearOn(years, calendarDate(day))).toBe(expected);
});

test('two lists are held against each other', () => {
  const before = entries(['D9991', 'a'], ['D9992', 'b'], ['D9993', 'c']);
  const after = entries(['D9991', 'a'], ['D9993', 'changed'], ['D9994', 'd']);
  expect(compareLists(before, after)).toEqual({ added: ['D9994'], removed: ['D9992'], reworded: ['D9993'] });
});

describe('the import is decided', () => {
  const sha = 'a'.repeat(64);
  const list = { year: 2026, codes: 1, sha256: sha, fileName: 'list.csv', fileSha256: 'b'.repeat(64) };
  const fine = { list, statedYear: undefined, codes: entries(['D9992', 'a']), problems: [], passedOver: 0 };
  const problem = { row: 7, problem: { id: 'x', params: {} } };
  const when = { now: instant('2026-11-27T12:00:00Z'), today: calendarDate('2026-11-27') };
  const practice = samplePractice();
  const imported = samplePractice({
    licensedLists: new Map([[2026, { ...list, by: 'Ada', at: when.now }]]),
  });

  it.each([
    ['the list of the year', practice, fine, 'practice.licensed-list-imported'],
    [
      'the list of the next year',
      practice,
      { ...fine, list: { ...list, year: 2027 } },
      'practice.licensed-list-imported',
    ],
    [
      'a list that is two years ahead',
      practice,
      { ...fine, list: { ...list, year: 2028 } },
      'licensed-list/year',
    ],
    [
      'a file that says the same year',
      practice,
      { ...fine, statedYear: 2026 },
      'practice.licensed-list-imported',
    ],
    ['a file that says another year', practice, { ...fine, statedYear: 2025 }, 'licensed-list/other-year'],
    ['one bad row among many', practice, { ...fine, problems: [problem] }, 'licensed-list/rows'],
    ['no row at all', practice, { ...fine, codes: [] }, 'licensed-list/no-rows'],
    ['the same rows again', imported, fine, 'repeated'],
    [
      'other rows for the same year',
      imported,
      { ...fine, list: { ...list, sha256: 'c'.repeat(64) } },
      'practice.licensed-list-imported',
    ],
    [
      'the same rows for another year',
      imported,
      { ...fine, list: { ...list, year: 2025 } },
      'practice.licensed-list-imported',
    ],
  ])('%s: %s', (_what, on, asked, expected) => {
    const decided = decideImportLicensedList(on, asked, when);
    const word = decided === 'repeated' ? decided : isRefusal(decided) ? decided.code : decided.type;
    expect(word).toBe(expected);
  });
});
