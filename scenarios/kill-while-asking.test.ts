import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EligibilityInquiries, EligibilityInquiryView } from '#contract/eligibility.ts';
import type { PatientView, PracticeView } from '#contract/views.ts';
import { inTenant } from '#server/database/connect.ts';
import {
  startLoopbackPayer,
  type LoopbackPayer,
} from '#server/demonstration/loopback-payer/http-endpoint.ts';
import { respondInFolder } from '#server/demonstration/loopback-payer/test-folder-responder.ts';
import { buildApp } from '#server/http/app.ts';
import { TestClient } from '#server/test-client.ts';
import { cookieOf, foundTestPractice, testOrganization } from '#server/test-practice.ts';
import { registerTestPatient } from '#server/test-ready-case.ts';
import { startServing, type ServingProcess } from './child-process.ts';
import { onRecord } from './on-record.ts';

/** The power goes while payers are asked: between sending and filing, nothing is lost and nothing counts twice. */

let dataFolder: string;
let drop: string;
let payer: LoopbackPayer;
let serving: ServingProcess;
let cookie: string;
const patients = Array.from({ length: 6 }, (_, number) => `patient-${number * 11}`);

const serve = () =>
  startServing({
    ARCHWAY_DATA: dataFolder,
    ARCHWAY_DEMO: '0',
    ARCHWAY_LOG: 'silent',
    HARBOR_PASSWORD: 'loopback',
  });

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'archway-killed-asking-'));
  drop = join(dataFolder, 'drop');
  mkdirSync(drop);
  payer = await startLoopbackPayer({ userName: 'harbor', password: 'loopback' });
  const gateways = [
    {
      name: 'harbor',
      kind: 'core',
      address: payer.address,
      userName: 'harbor',
      passwordFrom: 'HARBOR_PASSWORD',
    },
    { name: 'folders', kind: 'file-drop', folder: drop, settleSeconds: 0, everySeconds: 1 },
  ];
  writeFileSync(join(dataFolder, 'gateways.json'), JSON.stringify({ gateways }));
  await onRecord(dataFolder, async (archway) => {
    await foundTestPractice(archway, testOrganization);
    cookie = await cookieOf(archway, testOrganization, 'administrator');
    const app = await buildApp(archway, { logLevel: 'silent' });
    const coordinator = new TestClient(app, cookie);
    for (const patientId of patients)
      await registerTestPatient({ coordinator }, patientId, Number(patientId.slice('patient-'.length)));
    await app.close();
  });
  serving = await serve();
});
afterAll(async () => {
  await serving.stop();
  await payer.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function call<Body>(method: 'GET' | 'POST', path: string, body?: object): Promise<Body> {
  const response = await fetch(`${serving.address}${path}`, {
    method,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Body;
}

async function choose(gateway: string): Promise<void> {
  const { payers } = await call<PracticeView>('GET', '/api/practice');
  const chosen = payers.find(({ payerId }) => payerId === 'payer-bright-harbor');
  await call('POST', '/api/practice/record-payer', { payer: { ...chosen, gateway } });
}

const view = (patientId: string) => call<PatientView>('GET', `/api/patients/${patientId}`);

async function becomes(patientId: string, memberId: string): Promise<void> {
  const [coverage] = (await view(patientId)).coverages;
  await call('POST', `/api/patients/${patientId}/record-coverage`, { coverage: { ...coverage, memberId } });
}

const ask = (patientId: string, serviceDate: string) =>
  call<EligibilityInquiryView>('POST', `/api/patients/${patientId}/coverages/coverage-1/ask-payer`, {
    serviceDate,
  });

async function newest(patientId: string): Promise<EligibilityInquiryView | undefined> {
  const { inquiries } = await call<EligibilityInquiries>(
    'GET',
    `/api/patients/${patientId}/eligibility-inquiries`,
  );
  return inquiries[0];
}

/** False where it does not become so in the time of a test. */
async function until(reached: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let looks = 0; looks < 600; looks++) {
    if (await reached()) return true;
    await sleep(20);
  }
  return false;
}

/** As a power cut; then it is switched on again, and what the dead server held is free as after its lease. */
async function killAndServe(): Promise<void> {
  await serving.kill();
  await onRecord(dataFolder, (archway) =>
    inTenant(archway.record.db, testOrganization, (tenant) =>
      tenant.updateTable('job').set({ leased_until: null, run_at: '2020-01-01T00:00:00.000Z' }).execute(),
    ),
  );
  serving = await serve();
}

const allAnswered = async () =>
  (await Promise.all(patients.map(newest))).every((inquiry) => inquiry?.state === 'answered');

describe('a server that is killed', () => {
  it('while a payer thinks over HTTP asks the same once more, under the same number, and files one answer', async () => {
    await choose('harbor');
    const [patientId = ''] = patients;
    await becomes(patientId, 'SLOW3');
    const { trace } = await ask(patientId, '2026-03-05');
    expect(await until(() => payer.asked.includes(trace))).toBe(true);
    await killAndServe();
    expect(await until(async () => (await newest(patientId))?.state === 'answered')).toBe(true);
    expect(payer.asked).toEqual([trace, trace]);
    expect((await newest(patientId))?.trace).toBe(trace);
    const { documents, benefitFacts, disclosures } = await view(patientId);
    expect([documents.length, benefitFacts.length, disclosures.length]).toEqual([1, 1, 1]);
  });

  it('while it puts inquiries into a folder puts each there once, and asks for none anew', async () => {
    await choose('folders');
    const outgoing = join(drop, testOrganization, 'outgoing');
    const asked = await Promise.all(patients.map((patientId) => ask(patientId, '2026-03-06')));
    const names = asked.map(({ trace }) => `eligibility-${trace}.270`).toSorted();
    expect(await until(() => existsSync(outgoing) && readdirSync(outgoing).length > 0)).toBe(true);
    await killAndServe();
    expect(
      await until(async () =>
        (await Promise.all(patients.map(newest))).every((inquiry) => inquiry?.state === 'waiting'),
      ),
    ).toBe(true);
    expect(readdirSync(outgoing).toSorted()).toEqual(names);
    expect(readdirSync(join(drop, testOrganization, 'sent')).toSorted()).toEqual(names);
    for (const { trace } of asked)
      expect(readFileSync(join(outgoing, `eligibility-${trace}.270`), 'utf8')).toContain(trace);
  });

  it('while it files answers files each once, and leaves none', async () => {
    const taken = join(drop, testOrganization, 'taken');
    const before = await Promise.all(patients.map(view));
    await respondInFolder(drop, testOrganization);
    expect(await until(() => existsSync(taken) && readdirSync(taken).length > 0)).toBe(true);
    await killAndServe();
    expect(await until(allAnswered)).toBe(true);
    expect(await until(() => readdirSync(join(drop, testOrganization, 'incoming')).length === 0)).toBe(true);
    expect(readdirSync(taken)).toHaveLength(patients.length);
    const after = await Promise.all(patients.map(view));
    const more = after.map(
      ({ documents }, index) => documents.length - (before[index]?.documents.length ?? 0),
    );
    expect(more).toEqual(patients.map(() => 1));
  });
});
