import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView, ImportReportView, PatientView, ReadinessView, RefusalView } from '#contract/views.ts';
import type { AssistantAnswer } from '#domain/assistant/assistant-answer.ts';
import type { PacketReport } from '#exchange/packet/verify-packet.ts';
import { check837d } from '#exchange/x12/check-837d.ts';
import { inTenant } from '#server/database/connect.ts';
import type { TestClient } from '#server/test-client.ts';
import { emailOf, staffIdOf, testOrganization, testPassword } from '#server/test-practice.ts';
import { makeCaseReady, openTestCase, registerTestPatient } from '#server/test-ready-case.ts';
import { openRecordForCommands, type RecordForCommands } from './test-record.ts';
import { runHere, type Ran } from './test-terminal.ts';

/** Every command that acts on the record, over a database of its own. */

let record: RecordForCommands;
let coordinator: TestClient;

beforeAll(async () => {
  record = await openRecordForCommands();
  coordinator = await record.as('coordinator');
  const team = {
    coordinator,
    dentist: await record.as('dentist'),
    dentistPassword: testPassword,
    coordinatorStaffId: staffIdOf('coordinator'),
  };
  for (const [index, caseId] of ['case-ready', 'case-early'].entries()) {
    const ids = { caseId, patientId: `patient-${index}` };
    await registerTestPatient(team, ids.patientId, index);
    await openTestCase(team, ids);
    if (caseId === 'case-ready') await makeCaseReady(team, ids);
  }
});
afterAll(() => record.close());

const file = (name: string) => join(record.folder, name);
const environment = (more: Record<string, string | undefined> = {}) => ({
  ...record.environment,
  ...more,
});
const as = (role: Parameters<typeof emailOf>[1], ...argv: string[]) =>
  runHere([...argv, '--as', emailOf(testOrganization, role)], environment());
const json = <Body>({ out }: Ran) => JSON.parse(out.toString()) as Body;

const heads = () =>
  inTenant(record.archway.record.db, testOrganization, (tenant) =>
    tenant.selectFrom('stream_head').select(['stream_id', 'position']).orderBy('stream_id').execute(),
  );
const wayOut = async (patientId: string) =>
  (await coordinator.get<PatientView>(`/api/patients/${patientId}`)).disclosures.at(-1)?.wayOut;

describe('who acts', () => {
  const ready = ['readiness', 'case-ready'];

  it('refuses a folder that holds no record, and makes none there', async () => {
    const nowhere = file('mistyped');
    const { code, err } = await runHere(
      [...ready, '--as', emailOf(testOrganization, 'coordinator'), '--data', nowhere],
      environment({ DATABASE_URL: undefined }),
    );
    expect([code, err]).toEqual([1, expect.stringContaining('There is no record in this folder.')]);
    expect(existsSync(nowhere)).toBe(false);
  });

  it.each<[string, string[], Record<string, string | undefined>, string]>([
    ['nobody is named', ready, {}, 'Nobody is named to act.'],
    [
      'the password is missing, and nobody sits there',
      [...ready, '--as', 'x@example.com'],
      { ARCHWAY_PASSWORD: undefined },
      'The password is missing.',
    ],
    [
      'the password is wrong',
      [...ready, '--as', emailOf(testOrganization, 'coordinator')],
      { ARCHWAY_PASSWORD: 'wrong' },
      'do not fit',
    ],
    ['the address is unknown', [...ready, '--as', 'nobody@example.com'], {}, 'do not fit'],
    ['the environment names somebody unknown', ready, { ARCHWAY_AS: 'nobody@example.com' }, 'do not fit'],
  ])('is refused when %s', async (_what, argv, more, said) => {
    const ran = await runHere(argv, environment(more));
    expect([ran.code, ran.out.toString()]).toEqual([1, '']);
    expect(ran.err).toContain(said);
    expect(ran.err).toMatch(/Why: {2}.+\n {2}Next: .+/);
    const told = await runHere([...argv, '--json'], environment(more));
    expect(told.code).toBe(1);
    expect(json<RefusalView>(told)).toMatchObject({ refused: true });
    expect(json<RefusalView>(told).what).toContain(said);
  });

  it('may be named in the environment, and may type the password', async () => {
    const email = emailOf(testOrganization, 'coordinator');
    const ran = await runHere(
      ready,
      environment({ ARCHWAY_AS: email, ARCHWAY_PASSWORD: undefined }),
      testPassword,
    );
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('acting as coordinator of the test')]);
  });

  it('stands in the log with what was done, and so does a wrong password', async () => {
    const log = () =>
      inTenant(record.archway.record.db, testOrganization, (tenant) =>
        tenant
          .selectFrom('access_log')
          .select(['staff_id', 'action', 'outcome'])
          .where('through', '=', 'command-line')
          .where('staff_id', '=', 'staff-biller')
          .orderBy('at')
          .execute(),
      );
    await as('biller', ...ready);
    const wrong = environment({ ARCHWAY_PASSWORD: 'wrong' });
    await runHere([...ready, '--as', emailOf(testOrganization, 'biller')], wrong);
    expect(await log()).toEqual([
      { staff_id: 'staff-biller', action: 'readiness', outcome: 'done' },
      { staff_id: 'staff-biller', action: 'sign-in', outcome: 'refused' },
    ]);
  });

  it.each([
    ['auditor', ['import', 'FILE'], 'permission/read-only'],
    ['auditor', ['claim', 'case-ready', '--format', 'x12', '-o', 'x'], 'action/not-your-role'],
    ['hygienist', ['claim', 'case-ready', '--format', 'x12', '-o', 'x'], 'action/not-your-role'],
    ['auditor', ['packet', 'case-ready', '-o', 'x'], 'action/not-your-role'],
    ['biller', ['export', 'case-ready', '-o', 'x'], 'permission/export'],
    ['auditor', ['rebuild'], 'permission/role'],
    ['coordinator', ['rebuild'], 'permission/role'],
    ['coordinator', ['verify'], 'permission/role'],
  ] as const)('%s may not: %o', async (role, argv, code) => {
    writeFileSync(file('patient.json'), JSON.stringify(patientAlone('refused')));
    const before = await heads();
    const words = argv.map((word) =>
      word === 'FILE' ? file('patient.json') : word === 'x' ? file('x') : word,
    );
    const ran = await as(role, ...words, '--json');
    expect(ran.code).toBe(1);
    const answer = json<RefusalView & { reports?: RefusalView[] }>(ran);
    expect((answer.reports?.[0] ?? answer).code).toBe(code);
    expect(await heads()).toEqual(before);
    expect(() => readFileSync(file('x'))).toThrow('ENOENT');
  });
});

const patientAlone = (id: string) => ({
  resourceType: 'Patient',
  id,
  name: [{ family: 'Ferncliff', given: ['Ada'] }],
  gender: 'female',
  birthDate: '1970-01-01',
});

const samples = fileURLToPath(new URL('../exchange/fhir/samples/', import.meta.url));

describe('archway import', () => {
  it('imports samples, says what each resource became, and the second time records nothing', async () => {
    const files = [join(samples, 'referral-perio-diabetes.json'), join(samples, 'patient-alone.json')];
    const first = await as('coordinator', 'import', ...files, '--json');
    expect([first.code, first.err]).toEqual([
      0,
      expect.stringContaining('importing patient-alone.json (2 of 2)'),
    ]);
    const { reports } = json<{ reports: ImportReportView[] }>(first);
    expect(reports.map((report) => report.file)).toEqual([
      'referral-perio-diabetes.json',
      'patient-alone.json',
    ]);
    for (const report of reports) {
      expect(report.patients).toHaveLength(1);
      expect(report.eventsRecorded).toBeGreaterThan(0);
      for (const line of report.resources) expect(line.became ?? line.reason).toBeDefined();
    }
    const before = await heads();
    const second = await as('coordinator', 'import', ...files, '--json');
    expect(second.code).toBe(0);
    const again = json<{ reports: ImportReportView[] }>(second).reports;
    expect(again.map(({ eventsRecorded }) => eventsRecorded)).toEqual([0, 0]);
    expect(await heads()).toEqual(before);
  });

  it('says so in words, on standard output', async () => {
    const ran = await as('coordinator', 'import', join(samples, 'patient-alone.json'));
    expect(ran.code).toBe(0);
    expect(ran.out.toString()).toMatch(/^patient-alone\.json: 0 entries recorded\n {2}patient /);
  });

  it.each<[string, string, RegExp]>([
    [
      'is cut off',
      '{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType"',
      /line 1/,
    ],
    [
      'has a wrong value in its third entry',
      JSON.stringify({
        resourceType: 'Bundle',
        type: 'collection',
        entry: [{ resource: patientAlone('a') }, { resource: patientAlone('b') }, { resource: 'nothing' }],
      }),
      /entry\[2\]/,
    ],
    ['is not JSON', 'Dear colleague,', /line 1/],
    ['is empty', '', /line 1, column 1/],
  ])('that %s changes nothing and names the place', async (_what, text, place) => {
    writeFileSync(file('broken.json'), text);
    const before = await heads();
    const ran = await as('coordinator', 'import', file('broken.json'));
    expect([ran.code, ran.out.toString()]).toEqual([1, '']);
    expect(ran.err).toMatch(place);
    const told = await as('coordinator', 'import', file('broken.json'), '--json');
    expect(json<{ reports: object[] }>(told).reports).toMatchObject([
      { file: file('broken.json'), refused: true },
    ]);
    expect(await heads()).toEqual(before);
  });

  it('imports the others when one file cannot be read, and says so', async () => {
    writeFileSync(file('other.json'), JSON.stringify(patientAlone('other')));
    const ran = await as('coordinator', 'import', file('missing.json'), file('other.json'), '--json');
    expect(ran.code).toBe(1);
    expect(json<{ reports: object[] }>(ran).reports).toMatchObject([
      { refused: true, code: 'file/absent', why: 'It does not exist.' },
      { file: 'other.json', eventsRecorded: expect.any(Number) as number },
    ]);
  });
});

describe('archway ask --case', () => {
  const question = 'Is this case ready to bill?';

  it('opens the record itself, shows what is missing, and keeps the question on the case', async () => {
    const ran = await as('coordinator', 'ask', question, '--case', 'case-early', '--json');
    const answer = json<AssistantAnswer>(ran);
    expect([ran.code, answer.answer]).toEqual([0, expect.stringContaining('Not ready')]);
    expect(answer.missing.length).toBeGreaterThan(0);
    const { inquiries } = await coordinator.get<CaseView>('/api/cases/case-early');
    expect(inquiries.map(({ inquiry }) => [inquiry.question, inquiry.status])).toEqual([
      [question, answer.status],
    ]);
  });

  it('says what is needed: somebody to act, a case that is there, a role that may ask', async () => {
    const nobody = await runHere(['ask', question, '--case', 'case-early'], environment());
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('Add --as')]);
    const nowhere = await as('coordinator', 'ask', question, '--case', 'case-nowhere');
    expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringContaining('no such case')]);
    const auditor = await as('auditor', 'ask', question, '--case', 'case-early', '--json');
    expect([auditor.code, json<RefusalView>(auditor).code]).toEqual([1, 'action/not-your-role']);
  });
});

describe('archway readiness', () => {
  it('says what blocks, and ends with 1', async () => {
    const ran = await as('coordinator', 'readiness', 'case-early', '--json');
    expect(ran.code).toBe(1);
    const view = json<ReadinessView & { caseId: string }>(ran);
    expect(view).toMatchObject({ caseId: 'case-early', answer: 'incomplete', ready: false });
    expect(view.checks.filter(({ result }) => result === 'blocks').length).toBeGreaterThan(2);
    const inWords = await as('coordinator', 'readiness', 'case-early');
    expect(inWords.out.toString()).toMatch(/^incomplete \(a claim is refused/);
    expect(inWords.out.toString()).toContain('BLOCK');
  });

  it('says that a case is ready, and ends with 0', async () => {
    const ran = await as('auditor', 'readiness', 'case-ready', '--json');
    expect([ran.code, json<ReadinessView>(ran)]).toMatchObject([0, { answer: 'payable', ready: true }]);
  });

  it('does not know a case that is not there', async () => {
    const ran = await as('coordinator', 'readiness', 'case-nowhere');
    expect([ran.code, ran.out.toString()]).toEqual([1, '']);
    expect(ran.err).toContain('There is no such case.');
  });
});

describe('archway claim', () => {
  it('is refused before there is one, with the reason and what to do', async () => {
    for (const caseId of ['case-early', 'case-ready', 'case-nowhere']) {
      const ran = await as('coordinator', 'claim', caseId, '--format', 'x12');
      expect([ran.code, ran.out.toString()]).toEqual([1, '']);
      expect(ran.err).toMatch(/There is no (claim to give out|such case)\.\n {2}Why: .+\n {2}Next: .+/);
    }
  });

  it('gives it out in three formats, recorded as disclosures', async () => {
    await coordinator.post('/api/cases/case-ready/create-claim', {
      claimId: 'claim-1',
      coverageId: 'coverage-1',
      frequency: 'original',
    });
    const x12 = await as('biller', 'claim', 'case-ready', '--format', 'x12');
    expect([x12.code, check837d(x12.out.toString())]).toEqual([0, []]);
    expect(x12.out.toString()).toMatch(/^ISA\*/);
    const pdf = await as(
      'biller',
      'claim',
      'case-ready',
      '--format',
      'pdf',
      '-o',
      file('claim.pdf'),
      '--json',
    );
    expect(pdf.code).toBe(0);
    const bytes = readFileSync(file('claim.pdf'));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(json(pdf)).toEqual({ file: file('claim.pdf'), mediaType: 'application/pdf', bytes: bytes.length });
    const fhir = await as('biller', 'claim', 'case-ready', '--format', 'fhir', '--claim', 'claim-1');
    expect(json(fhir)).toMatchObject({ resourceType: 'Claim' });
    expect(await wayOut('patient-0')).toBe('claim');
  });

  it('does not know another claim', async () => {
    const ran = await as('biller', 'claim', 'case-ready', '--format', 'x12', '--claim', 'claim-9');
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('no claim claim-9')]);
  });
});

describe('archway export', () => {
  it('gives the case as a FHIR Bundle, on standard output or in a file', async () => {
    const shown = await as('coordinator', 'export', 'case-ready');
    expect([shown.code, json(shown)]).toMatchObject([0, { resourceType: 'Bundle', type: 'collection' }]);
    const kept = await as('coordinator', 'export', 'case-ready', '-o', file('case.json'), '--json');
    expect([kept.code, json(kept)]).toEqual([
      0,
      { file: file('case.json'), bytes: readFileSync(file('case.json')).length },
    ]);
    expect(await wayOut('patient-0')).toBe('export');
  });
});

describe('archway packet and archway verify FILE', () => {
  const path = () => file('case.archway-packet.zip');
  const verify = (...argv: string[]) => runHere(['verify', ...argv]);
  let fingerprint: string;

  it('seals a packet, says how large it is and with which key', async () => {
    const ran = await as('coordinator', 'packet', 'case-ready', '-o', path(), '--json');
    expect(ran.code).toBe(0);
    const sealed = json<{ file: string; bytes: number; fingerprint: string }>(ran);
    expect(sealed).toMatchObject({ file: path(), bytes: readFileSync(path()).length });
    fingerprint = sealed.fingerprint;
    expect(fingerprint).toBe(record.archway.record.signer.fingerprint);
    expect(await wayOut('patient-0')).toBe('packet');
  });

  it('finds it intact, without a database and without an account', async () => {
    const ran = await verify(path(), '--json');
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(json<PacketReport>(ran)).toMatchObject({
      intact: true,
      trust: 'not-asked',
      fingerprint,
      faults: [],
    });
    expect((await verify(path())).out.toString()).toMatch(/^INTACT: /);
  });

  it('believes the key that is named, and no other', async () => {
    writeFileSync(file('key.pem'), record.archway.record.signer.publicKeyPem);
    const { publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(file('other.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    for (const [argv, code, trust] of [
      [['--key', file('key.pem')], 0, 'trusted'],
      [['--fingerprint', fingerprint], 0, 'trusted'],
      [['--key', file('other.pem')], 1, 'untrusted'],
      [['--fingerprint', 'ab'.repeat(32)], 1, 'untrusted'],
    ] as const) {
      const ran = await verify(path(), ...argv, '--json');
      expect([argv, ran.code, json<PacketReport>(ran).trust]).toEqual([argv, code, trust]);
    }
    expect((await verify(path(), '--key', file('other.pem'))).out.toString()).toMatch(/^NOT TRUSTED: /);
  });

  it('says exactly what was changed', async () => {
    const bytes = readFileSync(path());
    // Names stand in the archive in plain text: the bundle is looked up and one byte of its content is changed.
    const at = bytes.indexOf('bundle.json') + 'bundle.json'.length + 200;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file('changed.zip'), bytes);
    const ran = await verify(file('changed.zip'));
    expect([ran.code, ran.out.toString()]).toEqual([1, expect.stringMatching(/^CHANGED: /)]);
    expect(ran.out.toString()).toContain('bundle.json');
    expect(ran.out.toString()).not.toContain('case.pdf');
  });

  it.each([
    ['a file that is not there', 'nowhere.zip', 'It does not exist.'],
    ['a key that is not there', undefined, 'It does not exist.'],
  ])('refuses %s', async (_what, name, why) => {
    const argv = name === undefined ? [path(), '--key', file('nowhere.pem')] : [file(name)];
    const ran = await verify(...argv, '--json');
    expect([ran.code, json(ran)]).toMatchObject([1, { refused: true, why }]);
  });

  it('finds what is no packet changed', async () => {
    writeFileSync(file('letter.txt'), 'Dear colleague,');
    const ran = await verify(file('letter.txt'));
    expect([ran.code, ran.out.toString()]).toEqual([1, expect.stringContaining('not a ZIP file')]);
  });
});

/** As the owner of the tables, whom nothing stops. */
async function tamper(statement: string): Promise<void> {
  const { rowCount } = await record.database.pool.query(statement);
  expect(rowCount).toBe(1);
}

describe('archway verify', () => {
  it('finds the whole record intact, for an auditor too', async () => {
    for (const role of ['administrator', 'auditor'] as const) {
      const ran = await as(role, 'verify', '--json');
      expect([ran.code, json(ran)]).toMatchObject([
        0,
        { fingerprint: record.archway.record.signer.fingerprint, changed: [] },
      ]);
    }
    const inWords = await as('auditor', 'verify');
    expect(inWords.out.toString()).toMatch(
      /^INTACT: \d+ chains, \d+ events\nkey fingerprint: [0-9a-f]{64}\n$/,
    );
  });

  it.each([
    [
      'an altered word',
      `UPDATE event SET body = replace(body::text, 'agree on the order', 'agree on nothing')::json
       WHERE stream_id = 'case-early' AND position = 1`,
      { kind: 'altered', position: 1, parts: ['data.reason'] },
    ],
    [
      'a moved signature of time',
      `UPDATE event SET recorded_at = recorded_at - interval '1 day'
       WHERE stream_id = 'case-early' AND position = 2`,
      { kind: 'altered', position: 2, parts: ['columns'] },
    ],
    [
      'the last event gone',
      `DELETE FROM event WHERE stream_id = 'case-early' AND position =
         (SELECT max(position) FROM event WHERE stream_id = 'case-early')`,
      { kind: 'last-dropped' },
    ],
    ['a missing head', `DELETE FROM stream_head WHERE stream_id = 'case-early'`, { kind: 'head-missing' }],
  ])('finds %s and names it', async (_what, statement, fault) => {
    await record.database.pool.query('CREATE TABLE kept_event AS SELECT * FROM event');
    await record.database.pool.query('CREATE TABLE kept_head AS SELECT * FROM stream_head');
    try {
      await tamper(statement);
      const ran = await as('auditor', 'verify', '--json');
      expect(ran.code).toBe(1);
      const { changed } = json<{ changed: { stream: object; faults: object[] }[] }>(ran);
      expect(changed).toMatchObject([{ stream: { kind: 'case', id: 'case-early' }, faults: [fault] }]);
      const inWords = await as('auditor', 'verify');
      expect(inWords.out.toString()).toMatch(/^CHANGED: /);
      expect(inWords.out.toString()).toContain(`  case case-early: ${fault.kind}`);
      // Nothing is built on it: no packet that its recipient would find changed, no table that repeats what was changed.
      for (const [role, ...words] of [
        ['coordinator', 'packet', 'case-early', '-o', file('changed.zip'), '--for', 'own-use'],
        ['administrator', 'rebuild'],
      ] as const) {
        const refused = await as(role, ...words);
        const isThere = role === 'administrator' || fault.kind !== 'head-missing';
        expect([refused.code, refused.err.toString()]).toEqual([
          1,
          expect.stringContaining(
            isThere ? 'The chain of case case-early is not as it was signed' : 'There is no such case',
          ),
        ]);
      }
    } finally {
      await record.database.pool.query('DELETE FROM event');
      await record.database.pool.query('INSERT INTO event SELECT * FROM kept_event');
      await record.database.pool.query('DELETE FROM stream_head');
      await record.database.pool.query('INSERT INTO stream_head SELECT * FROM kept_head');
      await record.database.pool.query('DROP TABLE kept_event, kept_head');
    }
    expect((await as('auditor', 'verify')).code).toBe(0);
  });

  it('believes another key when one is named', async () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(file('other.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    const ran = await as('auditor', 'verify', '--key', file('other.pem'), '--json');
    expect(ran.code).toBe(1);
    expect(json<{ changed: { faults: object[] }[] }>(ran).changed[0]?.faults).toMatchObject([
      { kind: 'signature-bad' },
    ]);
  });

  it('refuses a key that is none', async () => {
    writeFileSync(file('none.pem'), 'no key at all');
    for (const argv of [['verify'], ['verify', file('case.archway-packet.zip')]]) {
      const ran = await as('auditor', ...argv, '--key', file('none.pem'), '--json');
      expect([argv, ran.code, json(ran)]).toMatchObject([argv, 1, { refused: true, code: 'key/unreadable' }]);
    }
  });
});

describe('archway rebuild', () => {
  it('finds no difference', async () => {
    const ran = await as('administrator', 'rebuild', '--json');
    expect([ran.code, json(ran)]).toMatchObject([0, { differences: [] }]);
  });

  it('finds what somebody changed, mends it, and finds no difference afterwards', async () => {
    await tamper(`UPDATE case_summary SET title = 'Something else' WHERE case_id = 'case-early'`);
    const ran = await as('administrator', 'rebuild');
    expect([ran.code, ran.out.toString()]).toEqual([1, expect.stringMatching(/, 1 differences\n/)]);
    expect(ran.out.toString()).toContain('case_summary');
    expect((await as('administrator', 'rebuild')).code).toBe(0);
  });
});

describe('archway rulebook check', () => {
  it('runs every worked example, without a database', async () => {
    const ran = await runHere(['rulebook', 'check', '--json']);
    expect([ran.code, json(ran)]).toMatchObject([0, { problems: [] }]);
    expect(json<{ examples: number }>(ran).examples).toBeGreaterThan(10);
    expect((await runHere(['rulebook', 'check'])).out.toString()).toMatch(
      /^\d+ examples of \d+ rules, \d+ statements on \d+ pages of the guide, 15 pathways: 0 problems\n/,
    );
  });
});

describe('a database that cannot be used', () => {
  it('is told in words', async () => {
    const ran = await runHere(
      ['readiness', 'case-ready', '--as', emailOf(testOrganization, 'auditor')],
      environment({ DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:1/none' }),
    );
    expect([ran.code, ran.out.toString()]).toEqual([1, '']);
    expect(ran.err).toMatch(/^The database cannot be reached\.\n {2}Why: .+DATABASE_URL.+\n {2}Next: /);
    expect(ran.err).not.toContain('secret');
  });
});

describe('cdt-list import', () => {
  const imported = (content: string, role: Parameters<typeof emailOf>[1], ...more: string[]) => {
    writeFileSync(file('codes.csv'), content);
    return as(role, 'cdt-list', 'import', file('codes.csv'), '--year', '2026', ...more);
  };
  const fine = 'Code;Name\nD9991;sample wording 1\nD9992;sample wording 2\n';

  it('says what it found, keeps the list, and keeps nothing with --examine', async () => {
    const looked = await imported(fine, 'biller', '--examine', '--json');
    expect([looked.code, json(looked)]).toMatchObject([0, { examined: { codes: 2, problemCount: 0 } }]);
    const ran = await imported(fine, 'biller');
    expect([ran.code, ran.out.toString()]).toEqual([0, '2 codes imported for 2026\n']);
    expect(ran.err).toContain('codes in column 1 “Code”, words in column 2 “Name”');
    expect(ran.err).not.toContain('beside the list of');
    const again = await imported(fine, 'biller', '--json');
    expect([again.code, json(again)]).toMatchObject([
      0,
      { imported: { year: 2026, codes: 2 }, examined: { compared: { added: 0, removed: 0, reworded: 0 } } },
    ]);
  });

  it('says with --examine that the file is the list of another year', async () => {
    const looked = await imported(`CDT 2025 sample list\n${fine}`, 'biller', '--examine');
    expect([looked.code, looked.err]).toEqual([1, expect.stringContaining('Its title says CDT 2025')]);
  });

  it.each<[string, string, Parameters<typeof emailOf>[1], string]>([
    ['a bad row, named', `${fine}D99;sample`, 'biller', 'row 4: “D99” is no code'],
    ['a list of diagnoses', 'E11.630;sample\nK05.31;sample', 'biller', 'looks like a list of diagnoses'],
    ['somebody who may not', fine, 'coordinator', 'You may not import'],
  ])('refuses %s', async (_what, content, role, said) => {
    const ran = await imported(content, role);
    expect([ran.code, ran.out.toString()]).toEqual([1, '']);
    expect(ran.err).toContain(said);
    const told = await imported(content, role, '--json');
    expect([told.code, json(told)]).toMatchObject([1, { refused: true }]);
  });

  it('says when there is no such file', async () => {
    const ran = await as('biller', 'cdt-list', 'import', file('nowhere.csv'), '--year', '2026');
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('cannot be read')]);
  });
});
