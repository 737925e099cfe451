import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchway } from '#server/archway.ts';
import { newUuid, systemNow } from '#server/clock.ts';
import { buildApp } from '#server/http/app.ts';
import { EvidenceRecord } from '#server/record/record.ts';
import { TestClient } from '#server/test-client.ts';
import { addContacts } from '#server/test-large-case.ts';
import {
  cookieOf,
  foundTestPractice,
  staffIdOf,
  testOrganization,
  testPassword,
} from '#server/test-practice.ts';
import { makeCaseReady, openTestCase, registerTestPatient } from '#server/test-ready-case.ts';

/**
 * How long a case of many contacts takes to look at and to seal, through the API, without a network. The time of the
 * processor is what remains on a quiet machine.
 * Run: node bench/large-case/large-case.bench.ts [contacts]
 */
const contacts = Number(process.argv[2] ?? 2000);
const limits = { first: 300, again: 300, packet: 60_000 };

const dataFolder = mkdtempSync(join(tmpdir(), 'archway-bench-'));
const archway = await openArchway({ dataFolder });
const app = await buildApp(archway, { logLevel: 'silent' });
try {
  await foundTestPractice(archway, testOrganization);
  const as = async (role: 'coordinator' | 'dentist') =>
    new TestClient(app, await cookieOf(archway, testOrganization, role));
  const coordinator = await as('coordinator');
  const people = {
    coordinator,
    dentist: await as('dentist'),
    dentistPassword: testPassword,
    coordinatorStaffId: staffIdOf('coordinator'),
  };
  const ids = { caseId: 'case-large', patientId: 'patient-large' };
  await registerTestPatient(people, ids.patientId, 1);
  await openTestCase(people, ids);
  await makeCaseReady(people, ids);
  await addContacts(archway, ids.caseId, contacts - 2);

  const timed = async (name: string, limit: number, work: () => Promise<number>) => {
    const start = performance.now();
    const before = process.cpuUsage();
    const bytes = await work();
    const spent = `${(performance.now() - start).toFixed(0)} ms (limit ${limit} ms)`;
    const { user, system } = process.cpuUsage(before);
    const worked = `${((user + system) / 1000).toFixed(0)} ms of processor`;
    console.log(`${name.padEnd(40)} ${spent.padEnd(28)} ${worked.padEnd(24)} ${(bytes / 1e6).toFixed(1)} MB`);
  };
  // Another server at the same database, which has answered nothing yet about a case and has read none of its events.
  const { db, signer } = archway.record;
  const record = new EvidenceRecord({ db, signer, now: systemNow, newId: newUuid });
  const other = await buildApp({ ...archway, record }, { logLevel: 'silent' });
  const reader = new TestClient(other, await cookieOf(archway, testOrganization, 'coordinator'));
  await reader.send('GET', '/api/session');
  const look = async () => (await reader.send('GET', `/api/cases/${ids.caseId}`)).bytes.length;
  await timed(`GET a case of ${contacts} contacts, first`, limits.first, look);
  await timed('GET it again', limits.again, look);
  await timed('GET it again', limits.again, look);
  await timed('GET it again', limits.again, look);
  await other.close();
  const seal = async (packetId: string) => {
    const answer = await coordinator.send('POST', `/api/cases/${ids.caseId}/packets`, {
      body: { packetId, recipientKind: 'own-use', recipientName: 'own use' },
    });
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text.slice(0, 600)}`);
    return answer.bytes.length;
  };
  await timed('POST a packet of it, PDF included', limits.packet, () => seal('packet-1'));
} finally {
  await app.close();
  await archway.close();
  rmSync(dataFolder, { recursive: true });
}
