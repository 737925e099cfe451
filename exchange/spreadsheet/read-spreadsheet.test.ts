import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';
import { sampleWorkbook, sheetXml, workbookParts } from './workbook.samples.ts';

/** Files as practices have them, and files that are made to do harm. */

const text = (content: string) => new TextEncoder().encode(content);
const windows1252 = (content: string) => Uint8Array.from(content, (letter) => letter.charCodeAt(0));
const utf16 = (content: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content, 'utf16le')]);

async function rowsOf(bytes: Uint8Array): Promise<unknown> {
  const sheets = await readSpreadsheet(bytes);
  return isRefusal(sheets) ? sheets.code : sheets.map(({ rows }) => rows);
}

const wanted = [
  ['Code', 'Words'],
  ['D9992', 'sample wording 1'],
  ['D9993', 'sample wording 2'],
];

describe('the same table', () => {
  it.each<[string, Uint8Array]>([
    ['with commas', text('Code,Words\nD9992,sample wording 1\nD9993,sample wording 2\n')],
    ['with semicolons', text('Code;Words\nD9992;sample wording 1\nD9993;sample wording 2')],
    ['with tabs', text('Code\tWords\r\nD9992\tsample wording 1\r\nD9993\tsample wording 2\r\n')],
    ['with bars', text('Code|Words\nD9992|sample wording 1\nD9993|sample wording 2')],
    ['with a byte order mark', text('\ufeffCode,Words\nD9992,sample wording 1\nD9993,sample wording 2')],
    ['as UTF-16', utf16('Code\tWords\nD9992\tsample wording 1\nD9993\tsample wording 2')],
    ['with spaces around', text(' Code , Words\nD9992 ,sample wording 1 \n D9993, sample wording 2')],
    ['with quotes', text('"Code","Words"\n"D9992","sample wording 1"\n"D9993","sample wording 2"')],
    ['as a workbook', sampleWorkbook({ List: wanted })],
  ])('%s', async (_how, bytes) => {
    expect(await rowsOf(bytes)).toEqual([wanted]);
  });
});

describe('cells', () => {
  it.each<[string, Uint8Array, readonly (readonly string[])[]]>([
    ['a delimiter inside quotes', text('D9992,"sample, with a comma"'), [['D9992', 'sample, with a comma']]],
    [
      'a line break inside quotes',
      text('D9992,"two\nlines"\nD9993,x'),
      [
        ['D9992', 'two\nlines'],
        ['D9993', 'x'],
      ],
    ],
    ['a doubled quote', text('D9992,"a ""quoted"" word"'), [['D9992', 'a "quoted" word']]],
    [
      'a stray quote',
      text('D9992,5" long\nD9993,x'),
      [
        ['D9992', '5" long'],
        ['D9993', 'x'],
      ],
    ],
    ['Windows-1252', windows1252('D9992;rest\xe1ur\xe1\xf1'), [['D9992', 'restáuráñ']]],
    [
      'rows of different lengths',
      text('CDT list\nD9992,x\nD9993,y,z'),
      [['CDT list'], ['D9992', 'x'], ['D9993', 'y', 'z']],
    ],
    ['an empty row keeps its place', text('a,b\n\nD9992,x'), [['a', 'b'], [''], ['D9992', 'x']]],
    [
      'commas in words, semicolons between',
      text('Code;Words\nD9992;one, two, three\nD9993;four, five'),
      [
        ['Code', 'Words'],
        ['D9992', 'one, two, three'],
        ['D9993', 'four, five'],
      ],
    ],
  ])('%s', async (_what, bytes, rows) => {
    expect(await rowsOf(bytes)).toEqual([rows]);
  });

  it('of a workbook: numbers, entities, rows and sheets in their places', async () => {
    const workbook = sampleWorkbook({
      Notes: [['nothing here']],
      List: [['a', 'b'], [], ['D9992', 'x & <y>', 12.5]],
    });
    expect(await rowsOf(workbook)).toEqual([
      [['nothing here']],
      [
        ['a', 'b', ''],
        ['', '', ''],
        ['D9992', 'x & <y>', '12.5'],
      ],
    ]);
  });
});

/** A workbook whose only sheet is replaced. */
const withSheet = (sheet: Uint8Array | string) =>
  zipSync({
    ...workbookParts({ List: [] }),
    'xl/worksheets/sheet1.xml': typeof sheet === 'string' ? strToU8(sheet) : sheet,
  });
const farCell = sheetXml([['D9992', 'x']]).replace(
  '</sheetData>',
  '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
);

/** One entry that says it is small and unpacks to 100 MB: sizes are written over in both headers. */
function lyingArchive(): Uint8Array {
  const archive = Buffer.from(
    zipSync({
      ...workbookParts({ List: [] }),
      'xl/worksheets/sheet1.xml': new Uint8Array(100 * 1024 * 1024),
    }),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(100 * 1024 * 1024);
  const small = Buffer.alloc(4);
  small.writeUInt32LE(1000);
  for (let at = archive.indexOf(size); at >= 0; at = archive.indexOf(size, at + 4)) small.copy(archive, at);
  return archive;
}

describe('refused in words', () => {
  it.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'spreadsheet/empty'],
    ['a PDF', text('%PDF-1.7\n…'), 'spreadsheet/pdf'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'spreadsheet/no-table'],
    ['a web page named .xls', text('<html><table><tr><td>D9992</td></tr></table>'), 'spreadsheet/web-page'],
    [
      'a locked workbook',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
      'spreadsheet/locked',
    ],
    ['a quote that is never closed', text('D9992,"sample\nD9993,x'), 'spreadsheet/quote-open'],
    [
      'an archive that is no workbook',
      zipSync({ 'word/document.xml': strToU8('<x/>') }),
      'spreadsheet/no-workbook',
    ],
    ['a workbook cut in half', sampleWorkbook({ List: wanted }).subarray(0, 400), 'spreadsheet/damaged'],
    ['a workbook that is not XML inside', withSheet('no sheet at all'), 'spreadsheet/damaged'],
    ['a file of more than 5 MB', new Uint8Array(5 * 1024 * 1024 + 1).fill(65), 'spreadsheet/too-large'],
    ['a bomb that says what it is', withSheet(new Uint8Array(100 * 1024 * 1024)), 'spreadsheet/too-much'],
    [
      'an archive of a thousand parts',
      zipSync(Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`xl/${at}.xml`, strToU8('<x/>')]))),
      'spreadsheet/too-much',
    ],
    ['one cell at the far end of the sheet', withSheet(farCell), 'spreadsheet/too-much-memory'],
  ])('%s', async (_what, bytes, code) => {
    expect(await rowsOf(bytes)).toBe(code);
  });

  it('what the reader of workbooks says of damage ends without a full stop, since ours follows', async () => {
    const read = await readSpreadsheet(sampleWorkbook({ List: wanted }).subarray(0, 400));
    expect(isRefusal(read) && read.params['detail']).toMatch(/\w.*[^.\s]$/u);
  });

  it('a bomb that lies about its size is stopped where it passes what it said', async () => {
    const bytes = lyingArchive();
    expect(bytes.length).toBeLessThan(5 * 1024 * 1024);
    expect(await rowsOf(bytes)).toBe('spreadsheet/damaged');
  });
});
