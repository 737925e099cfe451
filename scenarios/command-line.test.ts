import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReportView, PatientRow } from '#contract/views.ts';
import { openArchway } from '#server/archway.ts';
import { buildApp } from '#server/http/app.ts';
import { TestClient } from '#server/test-client.ts';
import {
  cookieOf,
  emailOf,
  foundTestPractice,
  staffIdOf,
  testOrganization,
  testPassword,
} from '#server/test-practice.ts';
import { makeCaseReady, openTestCase, registerTestPatient } from '#server/test-ready-case.ts';
import { runArchway, startServing, type Ended, type ServingProcess } from './child-process.ts';

/** The commands as programs: processes, streams, exit codes, beside a running server and without one. */

let dataFolder: string;
let serving: ServingProcess | undefined;
let cookie: string;

const environment = () => ({
  ARCHWAY_DATA: dataFolder,
  ARCHWAY_DEMO: '0',
  ARCHWAY_LOG: 'silent',
  ARCHWAY_PASSWORD: testPassword,
});
const as = (role: Parameters<typeof emailOf>[1], ...argv: string[]) =>
  runArchway([...argv, '--as', emailOf(testOrganization, role)], environment());
const json = <Body>({ stdout }: Ended) => JSON.parse(stdout.toString()) as Body;
const file = (name: string) => join(dataFolder, name);
const sample = fileURLToPath(
  new URL('../exchange/fhir/samples/referral-perio-diabetes.json', import.meta.url),
);

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'archway-command-line-'));
  const archway = await openArchway({ dataFolder });
  await foundTestPractice(archway, testOrganization);
  const app = await buildApp(archway, { logLevel: 'silent' });
  cookie = await cookieOf(archway, testOrganization, 'coordinator');
  const team = {
    coordinator: new TestClient(app, cookie),
    dentist: new TestClient(app, await cookieOf(archway, testOrganization, 'dentist')),
    dentistPassword: testPassword,
    coordinatorStaffId: staffIdOf('coordinator'),
  };
  const ids = { caseId: 'case-1', patientId: 'patient-1' };
  await registerTestPatient(team, ids.patientId, 1);
  await openTestCase(team, ids);
  await makeCaseReady(team, ids);
  await team.coordinator.post('/api/cases/case-1/create-claim', {
    claimId: 'claim-1',
    coverageId: 'coverage-1',
    frequency: 'original',
  });
  await app.close();
  await archway.close();
});
afterAll(async () => {
  await serving?.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

describe('without a server', () => {
  it('a command opens the record, does its work, and leaves the database stopped', async () => {
    const ready = await as('coordinator', 'readiness', 'case-1', '--json');
    expect([ready.code, json(ready)]).toMatchObject([0, { answer: 'payable', ready: true }]);
    expect(ready.stderr).toContain('acting as coordinator of the test');
    expect(() => readFileSync(file('postgres/postmaster.pid'))).toThrow('ENOENT');
  });

  it('a usage error ends with 2 and a refusal with 1, and nothing is on standard output', async () => {
    const [usage, refused] = await Promise.all([
      runArchway(['claim', 'case-1'], environment()),
      runArchway(['readiness', 'case-1'], environment()),
    ]);
    expect([usage.code, usage.stdout.length]).toEqual([2, 0]);
    expect(usage.stderr).toContain('--format is one of x12, pdf, fhir');
    expect([refused.code, refused.stdout.length]).toEqual([1, 0]);
    expect(refused.stderr).toContain('Nobody is named to act.');
  });

  it('help and the rulebook need no data at all', async () => {
    const [help, rulebook] = await Promise.all([
      runArchway(['packet', '--help'], {}),
      runArchway(['rulebook', 'check'], {}),
    ]);
    expect([help.code, help.stderr]).toEqual([0, '']);
    expect(help.stdout.toString()).toMatch(/^archway packet CASE -o FILE/);
    expect([rulebook.code, rulebook.stderr]).toEqual([0, '']);
    expect(rulebook.stdout.toString()).toMatch(/: 0 problems\n$/);
  });
});

describe('beside a running server', () => {
  const get = async <Body>(path: string) => {
    const response = await fetch(`${serving?.address ?? ''}${path}`, { headers: { cookie } });
    return (await response.json()) as Body;
  };

  it('the server says where it is, on standard output', async () => {
    serving = await startServing(environment());
    expect(serving.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await get('/api/health')).toEqual({ status: 'ok' });
  });

  it('a second server on the same port is refused in words', async () => {
    const port = new URL(serving?.address ?? '').port;
    const second = await runArchway(['serve', '--port', port], environment());
    expect([second.code, second.stdout.length]).toEqual([1, 0]);
    expect(second.stderr).toMatch(
      new RegExp(`^Archway is running already, at http://127.0.0.1:${port}\\.\\n {2}Why: .+\\n {2}Next: `),
    );
    expect(await get('/api/health')).toEqual({ status: 'ok' });
  });

  it('a second server on another port says that both serve one record', async () => {
    const second = await startServing(environment());
    expect(await second.stop()).toBe(0);
    expect(second.said()).toContain(`Another Archway serves the same data: ${serving?.address ?? ''}.`);
    expect(serving?.said()).not.toContain('Another Archway');
    expect(await get('/api/health')).toEqual({ status: 'ok' });
  });

  it('a port that another program has is told before anything is made', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const nowhere = file('never-made');
    const refused = await runArchway(['serve', '--port', String(port), '--data', nowhere], {});
    other.close();
    expect([refused.code, refused.stdout.length, existsSync(nowhere)]).toEqual([1, 0, false]);
    expect(refused.stderr).toMatch(new RegExp(`^Port ${port} is taken\\.\\n {2}Why: .+\\n {2}Next: `));
  });

  it('what is imported is on the screens at once', async () => {
    const ran = await as('coordinator', 'import', sample, '--json');
    expect(ran.code).toBe(0);
    const [report] = json<{ reports: ImportReportView[] }>(ran).reports;
    const found = await get<{ rows: PatientRow[] }>('/api/patients?query=');
    expect(found.rows.map(({ patientId }) => patientId)).toContain(report?.patients[0]?.patientId);
  });

  it('a claim comes out as it is, byte for byte, and a packet verifies', async () => {
    const [pdf, sealed] = await Promise.all([
      as('biller', 'claim', 'case-1', '--format', 'pdf'),
      as('coordinator', 'packet', 'case-1', '-o', file('packet.zip')),
    ]);
    expect([pdf.code, pdf.stdout.subarray(0, 5).toString()]).toEqual([0, '%PDF-']);
    expect(pdf.stdout.subarray(-8).toString()).toContain('%%EOF');
    expect([sealed.code, sealed.stdout.toString(), sealed.stderr]).toEqual([
      0,
      expect.stringContaining('key fingerprint'),
      expect.stringContaining('sealing'),
    ]);
    const verified = await runArchway(['verify', file('packet.zip')], {});
    expect([verified.code, verified.stdout.toString(), verified.stderr]).toEqual([
      0,
      expect.stringMatching(/^INTACT: /),
      '',
    ]);
  });

  it('the record verifies and the read models are as they should be', async () => {
    const [verified, rebuilt, exported] = await Promise.all([
      as('auditor', 'verify', '--json'),
      as('administrator', 'rebuild', '--json'),
      as('coordinator', 'export', 'case-1'),
    ]);
    expect([verified.code, json(verified)]).toMatchObject([0, { changed: [] }]);
    expect([rebuilt.code, json(rebuilt)]).toMatchObject([0, { differences: [] }]);
    expect([exported.code, json(exported)]).toMatchObject([0, { resourceType: 'Bundle' }]);
  });

  it('the server stops when it is asked, with 0', async () => {
    expect(await serving?.stop()).toBe(0);
    expect(serving?.said()).toContain('stopped');
    serving = undefined;
    expect(() => readFileSync(file('postgres/postmaster.pid'))).toThrow('ENOENT');
  });
});
