import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { sampleWorkbook } from '#exchange/spreadsheet/workbook.samples.ts';
import { openArchway, type Archway } from '#server/archway.ts';
import { examineLicensedList, importLicensedList } from '#server/code-guide/licensed-list.ts';
import { foundOrganization } from '#server/identity/found-organization.ts';
import { knownPerson, type Person } from '#server/http/signed-in.ts';

/**
 * How long the practice's own list of 800 codes takes, from the bytes of the file to the rows in the database:
 * examined as on the screen, then imported, durable. Limit: 2 seconds for both. Run: node bench/cdt-list/import.bench.ts
 */
const limitMs = 2000;
const rowCount = 800;
const rounds = 7;

const rows = (marker: string) => [
  ['CDT Code', 'Nomenclature', 'Category', 'Year'],
  ...Array.from({ length: rowCount }, (_, at) => [
    `D${String(at * 12).padStart(4, '0')}`,
    `${marker} wording ${at}, as long as the words of a list may well be, with a comma`,
    `sample part ${at % 12}`,
    2026,
  ]),
];

const csvCell = (cell: string | number) => (typeof cell === 'string' ? `"${cell}"` : String(cell));
const csv = (marker: string) =>
  new TextEncoder().encode(
    rows(marker)
      .map((cells) => cells.map(csvCell).join(','))
      .join('\n'),
  );

async function importOnce(archway: Archway, person: Person, fileName: string, bytes: Uint8Array) {
  const begun = performance.now();
  const file = { fileName, bytes };
  const examined = await examineLicensedList(archway, person, file, { year: 2026 });
  if (isRefusal(examined)) throw new Error(examined.code);
  const { layout } = examined;
  const imported = await importLicensedList(archway, person, file, { year: 2026, layout });
  if (isRefusal(imported)) throw new Error(imported.code);
  return performance.now() - begun;
}

const dataFolder = mkdtempSync(join(tmpdir(), 'archway-bench-list-'));
const archway = await openArchway({ dataFolder });
try {
  const who = { organizationId: 'bench', staffId: 'staff-bench' };
  const founded = await foundOrganization(archway, {
    organizationId: who.organizationId,
    organizationName: 'Bench',
    demonstration: false,
    administrator: { staffId: who.staffId, name: 'Bench', role: 'administrator', active: true },
    email: 'bench@example.com',
    password: 'a long enough password',
  });
  if (isRefusal(founded)) throw new Error(founded.code);
  const person = await knownPerson(archway, who);
  if (!person) throw new Error('the administrator was not founded');
  for (const [name, make] of [
    ['list.csv', csv],
    ['list.xlsx', (marker: string) => sampleWorkbook({ 'CDT 2026': rows(marker) })],
  ] as const) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++)
      times.push(await importOnce(archway, person, name, make(`sample ${round}`)));
    const sorted = times.toSorted((one, other) => one - other);
    const median = sorted[Math.floor(rounds / 2)] ?? 0;
    const worst = sorted.at(-1) ?? 0;
    console.log(
      `${name.padEnd(9)} ${rowCount} codes: median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms; limit ${limitMs} ms: ${worst < limitMs ? 'kept' : 'EXCEEDED'}`,
    );
  }
} finally {
  await archway.close();
  rmSync(dataFolder, { recursive: true });
}
