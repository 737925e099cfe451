import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '#contract/views.ts';
import { buildApp } from '#server/http/app.ts';
import { rebuildReadModels } from '#server/record/rebuild.ts';
import { verifyRecord } from '#server/record/verify-record.ts';
import { TestClient } from '#server/test-client.ts';
import {
  cookieOf,
  foundTestPractice,
  staffIdOf,
  testOrganization,
  testPassword,
} from '#server/test-practice.ts';
import { openTestCase, registerTestPatient, testContact } from '#server/test-ready-case.ts';
import { startServing, type ServingProcess } from './child-process.ts';
import { onRecord } from './on-record.ts';

/**
 * The power goes while two hundred contacts are being written. Whatever was acknowledged is there afterwards, once;
 * what was not can be sent again with the same ids; and the record verifies.
 */

const caseIds = ['case-1', 'case-2', 'case-3', 'case-4', 'case-5'];

let dataFolder: string;
let cookie: string;
let serving: ServingProcess;

const serve = () => startServing({ ARCHWAY_DATA: dataFolder, ARCHWAY_DEMO: '0', ARCHWAY_LOG: 'silent' });

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'archway-killed-'));
  await onRecord(dataFolder, async (archway) => {
    await foundTestPractice(archway, testOrganization);
    cookie = await cookieOf(archway, testOrganization, 'coordinator');
    const app = await buildApp(archway, { logLevel: 'silent' });
    const coordinator = new TestClient(app, cookie);
    const team = {
      coordinator,
      dentist: coordinator,
      dentistPassword: testPassword,
      coordinatorStaffId: staffIdOf('coordinator'),
    };
    for (const [index, caseId] of caseIds.entries()) {
      const patientId = `patient-${index}`;
      await registerTestPatient(team, patientId, index);
      await openTestCase(team, { caseId, patientId });
    }
    await app.close();
  });
  serving = await serve();
});
afterAll(async () => {
  await serving.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

interface Sending {
  readonly caseId: string;
  readonly activityId: string;
  readonly body: string;
}

function sendings(round: string, contacts: number): Sending[] {
  return Array.from({ length: contacts }, (_, number) => {
    const activityId = `${round}-${number}`;
    return {
      caseId: caseIds[number % caseIds.length] ?? '',
      activityId,
      body: JSON.stringify({
        activity: testContact(activityId, staffIdOf('coordinator'), number + 1),
        sign: true,
      }),
    };
  });
}

/** The status, or undefined when no answer came. */
async function send({ caseId, body }: Sending): Promise<number | undefined> {
  try {
    const response = await fetch(`${serving.address}/api/cases/${caseId}/log-activity`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body,
    });
    await response.text();
    return response.status;
  } catch {
    return undefined; // the connection was cut: nobody knows whether it was recorded
  }
}

/** Sends all at once, and strikes as soon as some of them are acknowledged. */
async function sendUntilStruck(all: readonly Sending[], strike: () => Promise<void>): Promise<Sending[]> {
  const acknowledged: Sending[] = [];
  let struck: Promise<void> | undefined;
  await Promise.all(
    all.map(async (one) => {
      if ((await send(one)) !== 200) return;
      acknowledged.push(one);
      if (acknowledged.length === all.length / 4) struck = strike();
    }),
  );
  await struck;
  return acknowledged;
}

async function logged(round: string): Promise<string[]> {
  const ids: string[] = [];
  for (const caseId of caseIds) {
    const response = await fetch(`${serving.address}/api/cases/${caseId}`, { headers: { cookie } });
    const { activities } = (await response.json()) as CaseView;
    ids.push(...activities.map(({ activity }) => activity.activityId));
  }
  return ids.filter((id) => id.startsWith(`${round}-`)).sort();
}

/** What was acknowledged is there; nothing is there twice; what was not acknowledged is sent again, and then all is. */
async function expectNothingLost(all: readonly Sending[], acknowledged: readonly Sending[]): Promise<void> {
  const round = all[0]?.activityId.split('-')[0] ?? '';
  // The strike came in the middle: some were acknowledged, and some were not.
  expect(acknowledged.length).toBeGreaterThanOrEqual(all.length / 4);
  expect(acknowledged.length).toBeLessThan(all.length);
  const there = await logged(round);
  expect(there).toEqual(expect.arrayContaining(acknowledged.map(({ activityId }) => activityId)));
  expect(new Set(there).size).toBe(there.length);
  const unsure = all.filter((one) => !acknowledged.includes(one));
  expect(new Set(await Promise.all(unsure.map(send)))).toEqual(new Set([200]));
  expect(await logged(round)).toEqual(all.map(({ activityId }) => activityId).sort());
}

async function expectSoundRecord(): Promise<void> {
  await onRecord(dataFolder, async ({ record }) => {
    const chains = await verifyRecord(record, testOrganization, () => undefined);
    expect(chains.length).toBe(1 + 2 * caseIds.length);
    expect(chains.flatMap(({ faults }) => faults)).toEqual([]);
    expect(await rebuildReadModels(record, testOrganization, () => undefined)).toMatchObject({
      differences: [],
    });
  });
}

/** Process id of the database's main process. */
function postmaster(): number {
  return Number(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

async function untilItAnswers(): Promise<void> {
  for (let left = 300; left > 0; left--) {
    try {
      if ((await fetch(`${serving.address}/api/health`)).ok) return;
    } catch {
      // Not yet.
    }
    await sleep(100);
  }
  throw new Error(`no answer for half a minute: ${serving.said()}`);
}

describe('in the middle of many contacts', () => {
  it('two hundred of them, the server is killed, and nothing acknowledged is lost', async () => {
    const all = sendings('server', 200);
    const acknowledged = await sendUntilStruck(all, () => serving.kill());
    serving = await serve();
    await expectNothingLost(all, acknowledged);
    await expectSoundRecord();
  });

  it('the database is killed, the server starts it again, and nothing acknowledged is lost', async () => {
    const all = sendings('database', 60);
    const acknowledged = await sendUntilStruck(all, async () => {
      process.kill(postmaster(), 'SIGKILL');
    });
    await untilItAnswers();
    await expectNothingLost(all, acknowledged);
    await expectSoundRecord();
  });
});
