import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OptionsForPatient } from '#contract/for-patient.ts';
import type { SessionView } from '#contract/views.ts';
import type { TestClient } from '../test-client.ts';
import { testOptionSheet } from '../test-option-sheet.ts';
import { openTestServer, staffIdOf, testPassword, type TestServer } from '../test-practice.ts';
import { openTestCase, registerTestPatient, type CaseTeam } from '../test-ready-case.ts';

/** A screen in a patient's hands shows their page and nothing else, whatever is asked for. */

let server: TestServer;
let held: TestClient;
let other: TestClient;

const sheet = (sheetId: string) => ({
  ...testOptionSheet,
  sheetId,
  language: 'es',
  question: '¿Qué hacemos?',
});

beforeAll(async () => {
  server = await openTestServer();
  held = await server.as('coordinator');
  other = await server.as('dentist');
  const team: CaseTeam = {
    coordinator: held,
    dentist: other,
    dentistPassword: testPassword,
    coordinatorStaffId: staffIdOf('coordinator'),
  };
  await registerTestPatient(team, 'patient-1', 1);
  await openTestCase(team, { caseId: 'case-1', patientId: 'patient-1' });
  for (const sheetId of ['shown', 'other'])
    await held.post('/api/cases/case-1/record-options', { sheet: sheet(sheetId) });
});
afterAll(() => server.close());

const page = { caseId: 'case-1', sheetId: 'shown' };
const refusedFor = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) =>
  (await held.send(method, path, body === undefined ? {} : { body })).status;

it('is handed over only with a page that is there', async () => {
  expect(await refusedFor('PUT', '/api/session/handed-over', { ...page, sheetId: 'x' })).toBe(404);
  expect(await held.get<SessionView>('/api/session')).not.toHaveProperty('handedOver');
});

it('shows that page, and refuses everything else until the password is given', async () => {
  expect(await refusedFor('PUT', '/api/session/handed-over', page)).toBe(200);
  expect((await held.get<SessionView>('/api/session')).handedOver).toEqual(page);
  const view = await held.get<OptionsForPatient>('/api/cases/case-1/for-patient/options/shown');
  expect(view.sheet.question).toBe('¿Qué hacemos?');
  for (const path of [
    '/api/cases/case-1',
    '/api/cases/case-1/timeline',
    '/api/cases/case-1/for-patient/options/other',
    '/api/cases/case-1/print?document=plan',
    '/api/patients/patient-1',
    '/api/worklist?view=all',
    '/api/practice',
  ])
    expect([path, await refusedFor('GET', path)]).toEqual([path, 403]);
  expect(await refusedFor('PUT', '/api/session/handed-over', { ...page, sheetId: 'other' })).toBe(403);
  expect(await refusedFor('POST', '/api/cases/case-1/record-options', { sheet: sheet('new') })).toBe(403);
  // Nobody else's screen is meant.
  expect((await other.send('GET', '/api/cases/case-1')).status).toBe(200);
});

it('comes back with the password and not without', async () => {
  const wrong = await held.send('POST', '/api/session/taken-back', { body: { password: 'wrong' } });
  expect([wrong.status, JSON.parse(wrong.text)]).toMatchObject([
    422,
    { code: 'signature/wrong', what: 'The password does not fit.', at: '/password' },
  ]);
  expect(await refusedFor('GET', '/api/cases/case-1')).toBe(403);
  expect(await refusedFor('POST', '/api/session/taken-back', { password: testPassword })).toBe(200);
  expect(await refusedFor('GET', '/api/cases/case-1')).toBe(200);
  expect(await held.get<SessionView>('/api/session')).not.toHaveProperty('handedOver');
});
