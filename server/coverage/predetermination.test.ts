import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseEstimateView } from '#contract/case-estimate.ts';
import type { CaseLedgerView } from '#contract/case-ledger.ts';
import type { CaseView, RefusalView } from '#contract/views.ts';
import type { TestClient } from '../test-client.ts';
import { openTestServer, staffIdOf, testPassword, type TestServer } from '../test-practice.ts';
import { at, dayAt, openTestCase, registerTestPatient } from '../test-ready-case.ts';

/** A question to the payer from the plan to the estimate: prepared, printed, sent, answered, withdrawn. */

let server: TestServer;
let coordinator: TestClient;

const caseId = 'case-1';
const patient = '/api/patients/patient-1';
const day = 60 * 24;

beforeAll(async () => {
  server = await openTestServer();
  coordinator = await server.as('coordinator');
  await registerTestPatient({ coordinator }, 'patient-1', 1);
  const team = {
    coordinator,
    dentist: await server.as('dentist'),
    dentistPassword: testPassword,
    coordinatorStaffId: staffIdOf('coordinator'),
  };
  await openTestCase(team, { caseId, patientId: 'patient-1' });
  await coordinator.post(`/api/cases/${caseId}/record-plan-item`, {
    item: {
      itemId: 'crown',
      text: 'Crown on the lower left molar',
      code: 'D2740',
      tooth: '19',
      surfaces: [],
      order: 1,
      after: [],
      fee: 120_000,
      status: 'proposed',
    },
  });
  await coordinator.post(`${patient}/record-plan-answer`, {
    answer: {
      answerId: 'portal',
      coverageId: 'coverage-1',
      statements: [
        { kind: 'percentage', percent: 50 },
        { kind: 'network', participates: false },
        { kind: 'maximum', per: 'individual', period: 'benefit-year', amount: 150_000 },
      ],
      source: { kind: 'portal' },
      learnedAt: at(30),
    },
  });
});
afterAll(() => server.close());

const theCase = () => coordinator.get<CaseView>(`/api/cases/${caseId}`);
const asked = async () => (await theCase()).patient.predeterminations[0];
async function estimated() {
  const { estimate } = await coordinator.get<CaseEstimateView>(`/api/cases/${caseId}/estimate`);
  const { accounts } = await coordinator.get<CaseLedgerView>(`/api/cases/${caseId}/ledger`);
  const account = accounts.find(({ kind }) => kind === 'maximum');
  return { patient: estimate?.total.patient, reserved: account?.reserved, sources: account?.offices };
}
const print = (id: string) =>
  coordinator.send(
    'GET',
    `/api/cases/${caseId}/print?document=predetermination&predeterminationId=${id}` +
      '&recipientKind=payer&recipientName=Bright%20Harbor%20Dental%20Plan&partyId=payer-bright-harbor',
  );

it('goes from the plan to the payer and back into the estimate', async () => {
  expect(await estimated()).toMatchObject({ patient: { low: 60_000, high: 60_000 }, reserved: 0 });
  await coordinator.post(`${patient}/prepare-predetermination`, {
    predetermination: {
      predeterminationId: 'pre-1',
      caseId,
      coverageId: 'coverage-1',
      itemIds: ['crown'],
    },
  });
  expect(await asked()).toMatchObject({
    state: 'prepared',
    items: [{ item: { itemId: 'crown', code: 'D2740', tooth: '19', fee: 120_000 } }],
  });
  expect((await theCase()).nextStep?.message?.id).toBe('predetermination.next.send');

  const paper = await print('pre-1');
  expect([paper.status, paper.text.slice(0, 5)]).toEqual([200, '%PDF-']);

  const sending = { predeterminationId: 'pre-1', on: dayAt(0), route: 'portal' };
  await coordinator.post(`${patient}/send-predetermination`, { sending });
  const sent = await theCase();
  expect(sent.patient.predeterminations[0]?.state).toBe('sent');
  expect(sent.patient.disclosures.slice(-2)).toMatchObject([
    { wayOut: 'print', what: 'predetermination on paper', recipientKind: 'payer' },
    { wayOut: 'predetermination', what: 'predetermination by portal', purpose: 'payment', caseId },
  ]);
  // The practice has not said when to ask again.
  expect(sent.nextStep?.message?.id).not.toMatch(/^predetermination/);

  await coordinator.post(`${patient}/answer-predetermination`, {
    answer: {
      predeterminationId: 'pre-1',
      answerId: 'answer-1',
      on: dayAt(0),
      reference: 'P-77',
      goodThrough: dayAt(-90 * day),
      items: [{ itemId: 'crown', outcome: 'approved', pays: 45_000 }],
    },
  });
  expect((await asked())?.state).toBe('answered');
  expect(await estimated()).toMatchObject({
    patient: { low: 75_000, high: 75_000 },
    reserved: 45_000,
    sources: [{ reserved: 45_000, sources: ['predetermination, P-77'] }],
  });

  await coordinator.post(`${patient}/withdraw-predetermination`, {
    predeterminationId: 'pre-1',
    reason: 'The patient chose another way',
  });
  expect((await asked())?.state).toBe('withdrawn');
  expect(await estimated()).toMatchObject({ patient: { low: 60_000, high: 60_000 }, reserved: 0 });
});

it('asks again after as many days as the practice says', async () => {
  const { profile } = await (await server.as('administrator')).get<{ profile: object }>('/api/practice');
  await (
    await server.as('administrator')
  ).post('/api/practice/set-profile', { profile: { ...profile, predeterminationFollowUpDays: 21 } });
  await coordinator.post(`${patient}/prepare-predetermination`, {
    predetermination: { predeterminationId: 'pre-2', caseId, coverageId: 'coverage-1', itemIds: ['crown'] },
  });
  await coordinator.post(`${patient}/send-predetermination`, {
    sending: { predeterminationId: 'pre-2', on: dayAt(2 * day), route: 'fax' },
  });
  expect((await theCase()).nextStep).toMatchObject({
    message: { id: 'predetermination.next.askAgain' },
    due: dayAt(-19 * day),
  });
});

it('prints only what this case asked', async () => {
  const other = await print('pre-99');
  expect([other.status, (JSON.parse(other.text) as RefusalView).code]).toEqual([
    404,
    'absent/predetermination',
  ]);
});
