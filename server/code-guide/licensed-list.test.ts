import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExaminedList, LicensedLists, LicensedListView } from '#contract/licensed-list.ts';
import type { RefusalView } from '#contract/views.ts';
import type { StaffRole } from '#domain/audit/event.ts';
import { sampleWorkbook } from '#exchange/spreadsheet/workbook.samples.ts';
import { asOwner, inTenant } from '../database/connect.ts';
import { verifyContents } from '../record/verify-contents.ts';
import type { TestClient } from '../test-client.ts';
import { cookieOf, openTestServer, testOrganization, type TestServer } from '../test-practice.ts';

/** The practice's own list of codes, through the server; every word of it is invented. */

let server: TestServer;
const other = 'second';

beforeAll(async () => {
  server = await openTestServer(new Map(), [other]);
});
afterAll(() => server.close());

const list = (marker: string, ...codes: string[]) =>
  new TextEncoder().encode(
    ['CDT Code;Nomenclature', ...codes.map((code, at) => `${code};${marker} wording ${at + 1}`)].join('\r\n'),
  );

const header = { table: 0, headerRow: 1, code: 0, wording: 1 };

async function send(
  path: 'examine' | 'import',
  bytes: Uint8Array,
  fields: Record<string, string> = {},
  role: StaffRole | 'nobody' = 'administrator',
  organization = testOrganization,
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'list.csv');
  const request = new Request('http://x/', { method: 'POST', body: form });
  const response = await server.app.inject({
    method: 'POST',
    url: path === 'examine' ? '/api/licensed-lists/examine' : '/api/licensed-lists',
    headers: {
      'content-type': request.headers.get('content-type') ?? '',
      ...(role === 'nobody' ? {} : { cookie: await cookieOf(server.archway, organization, role) }),
    },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: response.statusCode, body: response.json<unknown>(), text: response.body };
}

const fieldsFor = (year: number) => ({ year: String(year), layout: JSON.stringify(header) });
const inForce = async (client: TestClient, on: string) =>
  client.get<LicensedListView>(`/api/licensed-lists/in-force?on=${on}`);
const kept = () =>
  asOwner(server.archway.record.db, (owner) =>
    owner.selectFrom('licensed_code').select(['organization_id', 'code_year', 'code']).execute(),
  );

describe('a file is examined', () => {
  it('and nothing of it is kept', async () => {
    const { status, body } = await send('examine', list('sample', 'D9991', 'D9992'));
    expect([status, body]).toMatchObject([
      200,
      {
        layout: header,
        codes: 2,
        problemCount: 0,
        hasCoordination: true,
        columns: [
          { header: 'CDT Code' },
          { header: 'Nomenclature', samples: ['sample wording 1', 'sample wording 2'] },
        ],
      },
    ]);
    expect(await kept()).toEqual([]);
  });

  it('by the columns that a person chose', async () => {
    const bytes = new TextEncoder().encode('Code,Name,Long\nD9992,short sample,long sample');
    const layout = JSON.stringify({ ...header, wording: 2 });
    const { body } = await send('examine', bytes, { layout });
    expect((body as ExaminedList).sample).toEqual([{ code: 'D9992', wording: 'long sample' }]);
  });

  it.each<[string, number, string | undefined]>([
    ['the year that its title says', 2019, undefined],
    ['another year than its title says', 2018, 'refusal.licensed-list/other-year.what'],
    ['a year that is far off', 2090, 'refusal.licensed-list/year.what'],
  ])('for %s', async (_what, year, problem) => {
    const bytes = new TextEncoder().encode('CDT 2019 sample list\nCDT Code,Nomenclature\nD9992,sample');
    const { body } = await send('examine', bytes, { year: String(year) });
    expect((body as ExaminedList).yearProblem?.[0]?.id).toBe(problem);
  });

  it('with every bad row named', async () => {
    const { body } = await send('examine', list('sample', 'D9992', 'D999', 'D9992', 'D9993'));
    expect((body as ExaminedList).problems.map(({ row, problem }) => [row, problem.id])).toEqual([
      [3, 'licensedList.problem.notACode'],
      [4, 'licensedList.problem.duplicate'],
    ]);
  });

  it.each<[string, Uint8Array, string]>([
    ['a PDF', new TextEncoder().encode('%PDF-1.7'), 'spreadsheet/pdf'],
    ['diagnoses', new TextEncoder().encode('E11.630,sample\nK05.31,sample'), 'licensed-list/diagnoses'],
    ['prices', new TextEncoder().encode('Service,Fee\nsample,12.00'), 'licensed-list/no-codes'],
  ])('%s is refused with a reason', async (_what, bytes, code) => {
    const { status, body } = await send('examine', bytes);
    expect([status, (body as RefusalView).code]).toEqual([422, code]);
  });
});

describe('who may', () => {
  it.each<[StaffRole | 'nobody', number]>([
    ['administrator', 200],
    ['biller', 200],
    ['coordinator', 403],
    ['dentist', 403],
    ['hygienist', 403],
    ['auditor', 403],
    ['nobody', 401],
  ])('%s: %i', async (role, status) => {
    expect((await send('examine', list('sample', 'D9992'), {}, role)).status).toBe(status);
    const imported = await send('import', list('sample', 'D9992'), fieldsFor(2019), role);
    expect(imported.status).toBe(status);
  });

  it.each(['/api/licensed-lists', '/api/licensed-lists/in-force'])(
    '%s answers nobody from outside',
    async (url) => {
      expect((await server.app.inject({ url })).statusCode).toBe(401);
    },
  );
});

describe('an import', () => {
  it('keeps nothing when one row is bad', async () => {
    const before = await kept();
    const { status, body } = await send('import', list('sample', 'D9991', 'D99'), fieldsFor(2026));
    expect([status, (body as RefusalView).code, (body as RefusalView).why]).toEqual([
      422,
      'licensed-list/rows',
      expect.stringContaining('row 3'),
    ]);
    expect(await kept()).toEqual(before);
  });

  it('needs a year and confirmed columns, and knows nothing else', async () => {
    for (const fields of [
      {},
      { year: '2026' },
      { layout: JSON.stringify(header) },
      { ...fieldsFor(2026), more: 'x' },
      { year: '26', layout: JSON.stringify(header) },
      { year: '2026', layout: '{"table":0}' },
    ])
      expect((await send('import', list('sample', 'D9992'), fields)).status).toBe(422);
  });

  it('is read on the days of its year, replaced as a whole, and leaves the other years', async () => {
    const administrator = await server.as('administrator');
    await send('import', list('old', 'D9991', 'D9992'), fieldsFor(2025));
    await send('import', list('first', 'D9992', 'D9993', 'D9994'), fieldsFor(2026));
    expect((await send('import', list('second', 'D9992', 'D9311'), fieldsFor(2026))).status).toBe(200);
    expect(await inForce(administrator, '2026-03-01')).toEqual({
      year: 2026,
      ofThatYear: true,
      codes: [
        { code: 'D9311', wording: 'second wording 2' },
        { code: 'D9992', wording: 'second wording 1' },
      ],
    });
    expect(await inForce(administrator, '2025-12-31')).toMatchObject({
      year: 2025,
      codes: [{ wording: 'old wording 1' }, {}],
    });
    expect(await inForce(administrator, '2027-01-01')).toMatchObject({ year: 2026, ofThatYear: false });
    expect(await inForce(administrator, '2018-01-01')).toEqual({ codes: [] });
  });

  it('stands in the chain by its hash, without a word of it, and only once', async () => {
    const administrator = await server.as('administrator');
    const events = () =>
      server.archway.record.read(testOrganization, (reading) =>
        reading.events({ kind: 'practice', id: 'practice' }),
      );
    const before = await events();
    await send('import', list('second', 'D9992', 'D9311'), fieldsFor(2026));
    expect(await events()).toHaveLength(before.length);
    const last = before.at(-1);
    expect(last).toMatchObject({
      type: 'practice.licensed-list-imported',
      data: { list: { year: 2026, codes: 2, fileName: 'list.csv' } },
    });
    expect(JSON.stringify(before)).not.toContain('second wording');
    const { lists } = await administrator.get<LicensedLists>('/api/licensed-lists');
    expect(lists.map(({ year }) => year)).toEqual([2026, 2025, 2019]);
  });

  it('is not seen by another organization, not even beside its own', async () => {
    const outsider = await server.as('administrator', other);
    expect(await inForce(outsider, '2026-03-01')).toEqual({ codes: [] });
    await send('import', list('theirs', 'D9992'), fieldsFor(2026), 'administrator', other);
    expect(await inForce(outsider, '2026-03-01')).toMatchObject({ codes: [{ wording: 'theirs wording 1' }] });
    expect(await inForce(await server.as('administrator'), '2026-03-01')).toMatchObject({
      codes: [{ wording: 'second wording 2' }, { wording: 'second wording 1' }],
    });
    const seen = await inTenant(server.archway.record.db, other, (tenant) =>
      tenant.selectFrom('licensed_code').select('wording').execute(),
    );
    expect(seen).toEqual([{ wording: 'theirs wording 1' }]);
  });

  it('is of a workbook as well', async () => {
    const workbook = sampleWorkbook({
      Notes: [['sample note']],
      'CDT 2024': [['Licensed to Sample Dental'], ['Code', 'Name'], ['D9992', 'sheet wording 1']],
    });
    const { body } = await send('examine', workbook);
    const { layout, year } = body as ExaminedList;
    expect([layout, year]).toEqual([{ table: 1, headerRow: 2, code: 0, wording: 1 }, 2024]);
    const sent = await send('import', workbook, { year: '2023', layout: JSON.stringify(layout) });
    expect((sent.body as RefusalView).code).toBe('licensed-list/other-year');
    expect((await send('import', workbook, { year: '2024', layout: JSON.stringify(layout) })).status).toBe(
      200,
    );
  });
});

it('rows that were changed behind the chain are found', async () => {
  expect(await verifyContents(server.archway.record, other)).toEqual([]);
  await asOwner(server.archway.record.db, (owner) =>
    owner
      .updateTable('licensed_code')
      .set({ wording: 'changed' })
      .where('organization_id', '=', other)
      .execute(),
  );
  expect(await verifyContents(server.archway.record, other)).toEqual([
    { kind: 'content-altered', what: 'licensed list of 2026' },
  ]);
});
