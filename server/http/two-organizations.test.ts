import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sample271 } from '#exchange/x12/answer-271.samples.ts';
import { setAsideForTest } from '../coverage/test-set-aside.ts';
import { inTenant } from '../database/connect.ts';
import type { TestClient } from '../test-client.ts';
import { testOptionSheet } from '../test-option-sheet.ts';
import {
  openTestServer,
  staffIdOf,
  testOrganization,
  testPassword,
  type TestServer,
} from '../test-practice.ts';
import { makeCaseReady, openTestCase, registerTestPatient } from '../test-ready-case.ts';

/** Two practices in one database, with the same staff ids: neither sees anything of the other by any address. */

let server: TestServer;
let own: TestClient;
let other: TestClient;
let paths: readonly string[];

const ids = { caseId: 'case-1', patientId: 'patient-1' };

const sheet = { ...testOptionSheet, question: 'Quarrington: what comes in place of the tooth?' };

beforeAll(async () => {
  server = await openTestServer(new Map(), ['second']);
  own = await server.as('coordinator');
  other = await server.as('coordinator', 'second');
  const team = {
    coordinator: own,
    dentist: await server.as('dentist'),
    dentistPassword: testPassword,
    coordinatorStaffId: staffIdOf('coordinator'),
  };
  await registerTestPatient(team, ids.patientId, 1);
  await openTestCase(team, ids);
  await makeCaseReady(team, ids);
  await own.post(`/api/cases/${ids.caseId}/create-claim`, {
    claimId: 'claim-1',
    coverageId: 'coverage-1',
    frequency: 'original',
  });
  await own.post(`/api/cases/${ids.caseId}/record-plan-item`, {
    item: {
      itemId: 'item-of-first',
      text: 'Scaling of Quarrington',
      surfaces: [],
      order: 9,
      after: [],
      status: 'proposed',
    },
  });
  await own.post(`/api/cases/${ids.caseId}/record-options`, { sheet });
  await setAsideForTest(
    server.archway,
    'aside-1',
    sample271({
      lastName: 'QUARRINGTON1',
      firstName: 'OTTOLINE1',
      birthDate: '19510302',
      memberId: 'MEMBER1',
    }),
  );
  const form = new FormData();
  form.set('file', new Blob(['%PDF-1.7 secret scan of Quarrington1']), 'scan.pdf');
  form.set('documentId', 'document-1');
  const response = new Response(form);
  const attached = await own.send('POST', `/api/patients/${ids.patientId}/documents`, {
    body: Buffer.from(await response.arrayBuffer()),
    headers: { 'content-type': response.headers.get('content-type') ?? '' },
  });
  expect(attached.status).toBe(200);
  const list = new FormData();
  list.set('file', new Blob(['Code;Name\nD9992;sample wording of Quarrington']), 'quarrington.csv');
  list.set('year', '2020');
  list.set('layout', JSON.stringify({ table: 0, headerRow: 1, code: 0, wording: 1 }));
  const upload = new Response(list);
  const imported = await (
    await server.as('administrator')
  ).send('POST', '/api/licensed-lists', {
    body: Buffer.from(await upload.arrayBuffer()),
    headers: { 'content-type': upload.headers.get('content-type') ?? '' },
  });
  expect(imported.status).toBe(200);
  const document = await own.get<{
    paths: Record<string, { get?: { security?: readonly object[] } }>;
  }>('/api/openapi.json');
  // What everybody may read without signing in is of no practice.
  paths = Object.entries(document.paths).flatMap(([path, { get }]) =>
    get && get.security?.length !== 0 ? [path] : [],
  );
});
afterAll(() => server.close());

const parameters: Readonly<Record<string, string>> = {
  caseId: ids.caseId,
  patientId: ids.patientId,
  claimId: 'claim-1',
  documentId: 'document-1',
  coverageId: 'coverage-1',
  sheetId: sheet.sheetId,
  setAsideId: 'aside-1',
};
const queries: Readonly<Record<string, string>> = {
  '/api/patients': '?query=quarr',
  '/api/worklist': '?view=unowned',
  '/api/cases/{caseId}/claims/{claimId}': '?format=x12',
  '/api/cases/{caseId}/coverages/{coverageId}/benefits': '?serviceDate=2026-03-05',
  '/api/cases/{caseId}/print': '?document=plan&recipientKind=patient',
};
const urlOf = (path: string) =>
  path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => parameters[name] ?? 'none') + (queries[path] ?? '');

/** What stands only in the first practice. */
const telling = /quarrington|MEMBER1\b|Periodontal care with diabetes|Practice first/i;

describe('by the same address', () => {
  it('whoever belongs there is answered', async () => {
    const silent: string[] = [];
    for (const path of paths) {
      const answer = await own.send('GET', urlOf(path));
      expect([path, answer.status]).toEqual([path, 200]);
      if (!telling.test(answer.text) && !String(answer.headers['content-type']).includes('pdf'))
        silent.push(path);
    }
    // These say nothing that only this practice has; every other answer holds a word that the next test looks for.
    expect(silent.sort()).toEqual([
      '/api/cases/{caseId}/coverages/{coverageId}/benefits',
      '/api/cases/{caseId}/ledger',
      '/api/gateways',
      '/api/patients/{patientId}/accounting-of-disclosures',
      '/api/patients/{patientId}/eligibility-inquiries',
      '/api/practice',
    ]);
  });

  it('whoever belongs elsewhere gets nothing of it', async () => {
    for (const path of paths) {
      const answer = await other.send('GET', urlOf(path));
      expect([path, answer.status]).toEqual([path, path.includes('{') ? 404 : 200]);
      expect([path, telling.exec(answer.text)]).toEqual([path, null]);
    }
  });

  it('whoever looks at a patient or a case is in the log, or in the accounting of what was given out', async () => {
    const marks = () =>
      inTenant(server.archway.record.db, testOrganization, async (tenant) => {
        const read = await tenant.selectFrom('access_log').select('entry_id').execute();
        const given = await tenant
          .selectFrom('event')
          .select('position')
          .where('type', '=', 'patient.disclosure-recorded')
          .execute();
        return read.length + given.length;
      });
    for (const path of paths.filter((one) => one.includes('{'))) {
      const before = await marks();
      await own.send('GET', urlOf(path));
      expect([path, await marks()]).toEqual([path, before + 1]);
    }
  });

  it('whoever belongs elsewhere may use the same ids for their own', async () => {
    const team = {
      coordinator: other,
      dentist: await server.as('dentist', 'second'),
      dentistPassword: testPassword,
      coordinatorStaffId: staffIdOf('coordinator'),
    };
    await registerTestPatient(team, ids.patientId, 7);
    await openTestCase(team, ids);
    expect((await other.send('GET', urlOf('/api/cases/{caseId}'))).text).toContain('Quarrington7');
    expect((await own.send('GET', urlOf('/api/cases/{caseId}'))).text).not.toContain('Quarrington7');
  });

  it('a session of one practice is none in another', async () => {
    const sessions = await other.send('GET', '/api/session');
    expect(JSON.parse(sessions.text)).toMatchObject({ organizationId: 'second' });
    expect(JSON.parse((await own.send('GET', '/api/session')).text)).toMatchObject({
      organizationId: testOrganization,
    });
  });

  it('an e-mail address signs in to one practice only', async () => {
    const administrator = await server.as('administrator', 'second');
    const answer = await administrator.send('POST', '/api/practice/record-staff', {
      body: {
        staff: { staffId: 'staff-new', name: 'New', role: 'biller', active: true },
        account: { email: `coordinator@${testOrganization}.example.com`, password: testPassword },
      },
    });
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([409, { code: 'duplicate/email' }]);
  });
});
