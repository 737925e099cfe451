import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PatientView } from '#contract/views.ts';
import { openTestCase, registerTestPatient } from '#server/test-ready-case.ts';
import { flaw, openTriedPractice, type TriedPractice } from './tried-practice.ts';

let practice: TriedPractice;

beforeAll(async () => {
  practice = await openTriedPractice();
  await registerTestPatient(practice.team, 'patient-2', 2);
});
afterAll(() => practice.server.close());

const positionOfPatient = async () =>
  (await practice.as('coordinator').get<PatientView>('/api/patients/patient-1')).position;

describe('a file', () => {
  const url = '/api/patients/patient-1/documents';
  const form = async (parts: readonly (readonly [name: string, content: string | Blob, file?: string])[]) => {
    const data = new FormData();
    for (const [name, content, file] of parts)
      if (typeof content === 'string') data.append(name, content);
      else data.append(name, content, file ?? 'file');
    const response = new Response(data);
    return {
      body: Buffer.from(await response.arrayBuffer()),
      headers: { 'content-type': response.headers.get('content-type') ?? '' },
    };
  };
  const pdf = new Blob(['%PDF-1.7 a scan']);
  const spoiledForms: readonly (readonly [
    what: string,
    parts: readonly (readonly [string, string | Blob, string?])[],
  ])[] = [
    ['no parts', []],
    ['no file', [['title', 'Scan']]],
    ['an empty file', [['file', new Blob([])]]],
    ['a program', [['file', new Blob(['\u007fELF\u0000\u0001'])]]],
    ['a web page with the name of a scan', [['file', new Blob(['<!doctype html><p>Fax']), 'fax.pdf']]],
    [
      'two files',
      [
        ['file', pdf],
        ['file', pdf],
      ],
    ],
    [
      'an unknown field',
      [
        ['file', pdf],
        ['unheardOf', 'x'],
      ],
    ],
    [
      'a title of ten thousand characters',
      [
        ['file', pdf],
        ['title', 'x'.repeat(10_000)],
      ],
    ],
    [
      'a title with a NUL',
      [
        ['file', pdf],
        ['title', 'a\u0000b'],
      ],
    ],
    [
      'an unknown kind',
      [
        ['file', pdf],
        ['kind', 'nonsense'],
      ],
    ],
    [
      'attached to no JSON',
      [
        ['file', pdf],
        ['attachedTo', '[{'],
      ],
    ],
    [
      'attached to a refusal',
      [
        ['file', pdf],
        ['attachedTo', '{"refused":true}'],
      ],
    ],
    [
      'attached to the unknown',
      [
        ['file', pdf],
        ['attachedTo', '[{"kind":"planet","id":"x"}]'],
      ],
    ],
    [
      'attached with more than is known',
      [
        ['file', pdf],
        ['attachedTo', '[{"kind":"case","id":"x","more":1}]'],
      ],
    ],
    [
      'attached to a case that is not there',
      [
        ['file', pdf],
        ['attachedTo', '[{"kind":"case","id":"case-of-nobody"}]'],
      ],
    ],
    [
      'attached to a contact that is not there',
      [
        ['file', pdf],
        ['attachedTo', '[{"kind":"contact","id":"contact-of-nobody"}]'],
      ],
    ],
    [
      'an id that is none',
      [
        ['file', pdf],
        ['documentId', '../../etc'],
      ],
    ],
  ];

  it.each(spoiledForms)('that comes with %s is not attached', async (_what, parts) => {
    const before = await practice.heads();
    expect(flaw(await practice.as('coordinator').send('POST', url, await form(parts)))).toBeUndefined();
    expect(await practice.heads()).toEqual(before);
  });

  it('is attached by whoever may, to a patient who is there, once', async () => {
    const good = await form([
      ['file', pdf, 'scan.pdf'],
      ['documentId', 'document-1'],
      ['kind', 'scan'],
    ]);
    expect((await practice.nobody.send('POST', url, good)).status).toBe(401);
    expect((await practice.as('auditor').send('POST', url, good)).status).toBe(403);
    expect((await practice.stranger.send('POST', url, good)).status).toBe(404);
    const before = await positionOfPatient();
    expect((await practice.as('coordinator').send('POST', url, good)).status).toBe(200);
    expect((await practice.as('coordinator').send('POST', url, good)).status).toBe(200);
    expect(await positionOfPatient()).toBe(before + 1);
  });

  const codes = new Blob(['Code,Nomenclature\nD0001,sample wording 1\n']);
  const layout = '{"headerRow":1}';
  it.each<[string, readonly (readonly [string, string | Blob, string?])[]]>([
    ['no parts', []],
    ['no file', [['year', '2026']]],
    ['an empty file', [['file', new Blob([]), 'list.csv']]],
    ['a PDF', [['file', pdf, 'list.pdf']]],
    [
      'two files',
      [
        ['file', codes, 'list.csv'],
        ['file', codes, 'list.csv'],
      ],
    ],
    [
      'a year that is none',
      [
        ['file', codes, 'list.csv'],
        ['year', 'soon'],
        ['layout', layout],
      ],
    ],
    [
      'a layout that is no JSON',
      [
        ['file', codes, 'list.csv'],
        ['year', '2026'],
        ['layout', '{'],
      ],
    ],
    [
      'an unknown field',
      [
        ['file', codes, 'list.csv'],
        ['unheardOf', 'x'],
      ],
    ],
  ])('of codes that comes with %s is not imported', async (_what, parts) => {
    const before = await practice.heads();
    for (const address of ['/api/licensed-lists/examine', '/api/licensed-lists'])
      expect(
        flaw(await practice.as('administrator').send('POST', address, await form(parts))),
      ).toBeUndefined();
    expect(await practice.heads()).toEqual(before);
  });

  it('belongs to a case of the same patient only', async () => {
    await openTestCase(practice.team, { caseId: 'case-papers', patientId: 'patient-1' });
    const toCase = async (documentId: string) =>
      form([
        ['file', pdf, 'scan.pdf'],
        ['documentId', documentId],
        ['attachedTo', '[{"kind":"case","id":"case-papers"}]'],
      ]);
    expect(
      (await practice.as('coordinator').send('POST', url, await toCase('document-of-case'))).status,
    ).toBe(200);
    const other = await practice
      .as('coordinator')
      .send('POST', '/api/patients/patient-2/documents', await toCase('document-elsewhere'));
    expect([other.status, JSON.parse(other.text)]).toMatchObject([422, { code: 'document/unknown-place' }]);
  });

  it('does not take the id of another one', async () => {
    const scan = (words: string) =>
      form([
        ['file', new Blob([`%PDF-1.7 ${words}`])],
        ['documentId', 'document-taken'],
      ]);
    expect((await practice.as('coordinator').send('POST', url, await scan('one'))).status).toBe(200);
    const answer = await practice
      .as('coordinator')
      .send('POST', '/api/patients/patient-2/documents', await scan('another'));
    expect([answer.status, flaw(answer)]).toEqual([409, undefined]);
  });

  const fhir = { 'content-type': 'application/fhir+json' };
  it.each<[string, string | Buffer | undefined]>([
    ['nothing', undefined],
    ['no JSON', '{"resourceType": "Patient",'],
    ['a text', '"Patient"'],
    ['a list', '[]'],
    ['no resource', '{}'],
    ['a resource that nobody knows', '{"resourceType":"Spaceship"}'],
    [
      'a bundle of nonsense',
      '{"resourceType":"Bundle","type":"collection","entry":[7,null,{"resource":"x"}]}',
    ],
    ['a hundred thousand brackets', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['bytes', Buffer.from([0xff, 0xfe, 0x00]).toString('latin1')],
    ['text in UTF-16', Buffer.from('{"resourceType":"Patient"}', 'utf16le')],
    ['text in Windows-1252', Buffer.from('{"resourceType":"Peña"}', 'latin1')],
    ['packed bytes', gzipSync('{"resourceType":"Patient"}')],
    ['XML', '<Patient xmlns="http://hl7.org/fhir"/>'],
    ['one resource a line', '{"resourceType":"Patient"}\n{"resourceType":"Patient"}\n'],
    ['60 MB', Buffer.alloc(60 * 1024 * 1024, ' ')],
  ])('of FHIR that holds %s is not imported', async (_what, body) => {
    const before = await practice.heads();
    expect(
      flaw(await practice.as('coordinator').send('POST', '/api/import', { body, headers: fhir })),
    ).toBeUndefined();
    expect(await practice.heads()).toEqual(before);
  });

  it('of FHIR over the limit says which limit, as a body and in a form', async () => {
    const spaces = Buffer.alloc(60 * 1024 * 1024, ' ');
    const form = Buffer.concat([
      Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="big.json"\r\n\r\n'),
      spaces,
      Buffer.from('\r\n--b--\r\n'),
    ]);
    for (const [body, type] of [
      [spaces, 'application/fhir+json'],
      [form, 'multipart/form-data; boundary=b'],
    ] as const) {
      const answer = await practice.as('coordinator').send('POST', '/api/import', {
        body,
        headers: { 'content-type': type },
      });
      expect([type, answer.status, flaw(answer)]).toEqual([type, 413, undefined]);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'request/too-large' });
    }
  });

  it('of FHIR with characters that cannot be kept breaks nothing', async () => {
    const body = JSON.stringify({
      resourceType: 'Patient',
      id: 'odd',
      name: [{ family: 'Nul\u0000l\ud83d', given: ['\u001b[2J'] }],
      birthDate: '1970-01-01',
      gender: 'female',
    });
    const answer = await practice.as('coordinator').send('POST', '/api/import', { body, headers: fhir });
    expect([answer.status < 500, answer.text]).toEqual([true, answer.text]);
    expect((await practice.as('coordinator').send('GET', '/api/patients?query=nul')).status).toBe(200);
  });

  it('of FHIR is imported by whoever may', async () => {
    const body = JSON.stringify({
      resourceType: 'Patient',
      id: 'fine',
      name: [{ family: 'Fine', given: ['Ada'] }],
      birthDate: '1970-01-01',
      gender: 'female',
    });
    expect((await practice.nobody.send('POST', '/api/import', { body, headers: fhir })).status).toBe(401);
    expect((await practice.as('auditor').send('POST', '/api/import', { body, headers: fhir })).status).toBe(
      403,
    );
    const before = await practice.heads();
    expect(
      (await practice.as('coordinator').send('POST', '/api/import', { body, headers: fhir })).status,
    ).toBe(200);
    expect(await practice.heads()).not.toEqual(before);
  });
});
