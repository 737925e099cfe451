import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseView } from '#contract/views.ts';
import { verifyPacket } from '#exchange/packet/verify-packet.ts';
import { addContacts } from '../test-large-case.ts';
import { openTestServer, staffIdOf, testPassword, type TestServer } from '../test-practice.ts';
import { makeCaseReady, openTestCase, registerTestPatient } from '../test-ready-case.ts';

/** Large for a test; `bench/large-case/` does the same with 2,000 contacts. */
const contacts = 120;
const ids = { caseId: 'case-large', patientId: 'patient-large' };

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
  const people = {
    coordinator: await server.as('coordinator'),
    dentist: await server.as('dentist'),
    dentistPassword: testPassword,
    coordinatorStaffId: staffIdOf('coordinator'),
  };
  await registerTestPatient(people, ids.patientId, 1);
  await openTestCase(people, ids);
  await makeCaseReady(people, ids);
  await addContacts(server.archway, ids.caseId, contacts - 2);
});
afterAll(() => server.close());

test('a case of many contacts shows each of them, with its standing', async () => {
  const coordinator = await server.as('coordinator');
  const view = await coordinator.get<CaseView>(`/api/cases/${ids.caseId}`);
  expect(view.activities.length).toBe(contacts);
  expect(view.activities.every(({ standing }) => standing.reasons.length > 0)).toBe(true);
  expect(view.countedSeconds).toBeGreaterThan(0);
  expect(view.countedSeconds + view.pendingSeconds).toBe(contacts * 900);
});

test('it seals, with every contact in it, and the packet verifies', async () => {
  const coordinator = await server.as('coordinator');
  const answer = await coordinator.send('POST', `/api/cases/${ids.caseId}/packets`, {
    body: { packetId: 'packet-1', recipientKind: 'own-use', recipientName: 'own use' },
  });
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/zip']);
  const report = verifyPacket(answer.bytes, {
    trustedFingerprint: server.archway.record.signer.fingerprint,
  });
  expect(report).toMatchObject({ intact: true, trust: 'trusted', faults: [] });
}, 120_000);
