import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patientCommandNames } from '#contract/patient-commands.ts';
import type { PatientView } from '#contract/views.ts';
import { openTestCase } from '#server/test-ready-case.ts';
import { expectDoneOnce, expectRefusals, expectRoles, type Good } from './expect-refusals.ts';
import { onPatient } from './patient-bodies.ts';
import { openTriedPractice, type TriedPractice } from './tried-practice.ts';

let practice: TriedPractice;

beforeAll(async () => {
  practice = await openTriedPractice();
});
afterAll(() => practice.server.close());

const pricedItem = [
  'record-plan-item',
  {
    item: {
      itemId: 'item-1',
      text: 'Crown',
      code: 'D2740',
      tooth: '3',
      surfaces: [],
      order: 1,
      after: [],
      fee: 120_000,
      status: 'accepted',
    },
  },
] as const;
const positionOfPatient = async () =>
  (await practice.as('coordinator').get<PatientView>('/api/patients/patient-1')).position;

describe('every command of a patient', () => {
  beforeAll(async () => {
    const caseId = 'case-predetermined';
    await openTestCase(practice.team, { caseId, patientId: 'patient-1' });
    const [command, { item: step }] = pricedItem;
    await practice.as('coordinator').post(`/api/cases/${caseId}/${command}`, { item: step });
    const form = new FormData();
    form.append('documentId', 'document-1');
    form.append('file', new Blob(['%PDF-1.7 a scan']), 'scan.pdf');
    const sent = new Response(form);
    const attached = await practice.as('coordinator').send('POST', '/api/patients/patient-1/documents', {
      body: Buffer.from(await sent.arrayBuffer()),
      headers: { 'content-type': sent.headers.get('content-type') ?? '' },
    });
    expect(attached.status).toBe(200);
  });
  it.each(patientCommandNames)('%s', async (name) => {
    const good: Good = {
      path: `/api/patients/{patientId}/${name}`,
      url: `/api/patients/patient-1/${name}`,
      body: onPatient[name],
      who: 'coordinator',
    };
    await expectRefusals(practice, good);
    await expectRoles(practice, good, (role) => role !== 'auditor');
    await expectDoneOnce(practice, good, positionOfPatient);
  });
});
