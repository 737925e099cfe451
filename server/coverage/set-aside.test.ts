import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EligibilityInquiries, EligibilityReport } from '#contract/eligibility.ts';
import type { GatewaysView, SetAsideAnswers, SetAsideCandidates } from '#contract/set-aside.ts';
import type { PatientView, PracticeView, RefusalView } from '#contract/views.ts';
import { sample271, type SampleAnswer } from '#exchange/x12/answer-271.samples.ts';
import { FileDrop } from '../gateway/file-drop.ts';
import type { TestClient } from '../test-client.ts';
import { openTestServer, type TestServer } from '../test-practice.ts';
import { registerTestPatient } from '../test-ready-case.ts';
import { setAsideForTest } from './test-set-aside.ts';

/** What was set aside is looked at, given to the patient whom it is about, or dismissed with a reason. */

let server: TestServer;
let coordinator: TestClient;
let auditor: TestClient;
const folder = mkdtempSync(join(tmpdir(), 'archway-aside-'));

const own: SampleAnswer = {
  lastName: 'QUARRINGTON1',
  firstName: 'OTTOLINE1',
  birthDate: '19510302',
  memberId: 'MEMBER1',
};

beforeAll(async () => {
  const drop = { organizations: undefined, settleSeconds: 0, everySeconds: 1 };
  server = await openTestServer(
    new Map(
      ['drop', 'unplugged'].map((name) => [
        name,
        new FileDrop({ ...drop, name, folder: name === 'drop' ? folder : join(folder, 'no-such-disk') }),
      ]),
    ),
  );
  coordinator = await server.as('coordinator');
  auditor = await server.as('auditor');
  await registerTestPatient({ coordinator }, 'patient-1', 1);
  await registerTestPatient({ coordinator }, 'patient-12', 12);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

let count = 0;

async function keep(text: string | undefined): Promise<string> {
  const setAsideId = `aside-${++count}`;
  // The blanks at the end make each another file.
  await setAsideForTest(server.archway, setAsideId, text && `${text}\n${' '.repeat(count)}`);
  return setAsideId;
}

const list = async () => (await coordinator.get<SetAsideAnswers>('/api/set-aside-answers')).answers;
const patient = (id = 'patient-1') => coordinator.get<PatientView>(`/api/patients/${id}`);
const at = (id: string, what: string) => `/api/set-aside-answers/${id}/${what}`;
const assign = (id: string, patientId = 'patient-1', as = coordinator) =>
  as.send('POST', at(id, 'assign'), { body: { patientId, coverageId: 'coverage-1' } });
const refusalOf = (answer: { readonly text: string }) => (JSON.parse(answer.text) as RefusalView).code;

describe('an answer that was set aside', () => {
  it('is listed with whom it is about, what happened, why and what to do', async () => {
    const id = await keep(sample271());
    const listed = (await list()).find(({ setAsideId }) => setAsideId === id);
    expect(listed).toMatchObject({
      gateway: 'drop',
      kept: true,
      about: [{ lastName: 'NUNEZ', firstName: 'MARISOL', birthDate: '1961-04-12', memberId: 'XYZ123456' }],
    });
    expect([listed?.problem.what, listed?.problem.why, listed?.problem.next]).not.toContain('');
    const file = await coordinator.send('GET', at(id, 'file'));
    expect(file.bytes.toString()).toContain(sample271());
  });

  it('is offered to those to whom it can belong, and to nobody else', async () => {
    const candidates = async (id: string) =>
      (await coordinator.get<SetAsideCandidates>(at(id, 'candidates'))).candidates;
    expect(await candidates(await keep(sample271(own)))).toMatchObject([
      { patientId: 'patient-1', coverageId: 'coverage-1', payerName: 'Bright Harbor Dental Plan' },
    ]);
    expect(await candidates(await keep(sample271()))).toEqual([]);
    expect(await candidates(await keep('Dear practice'))).toEqual([]);
  });

  it('becomes document and facts of the patient whom it is given to, once', async () => {
    const id = await keep(sample271(own));
    const before = await patient();
    const given = await assign(id);
    expect(given.status).toBe(200);
    expect((JSON.parse(given.text) as EligibilityReport).outcome).toBe('answered');
    const after = await patient();
    expect(after.documents).toHaveLength(before.documents.length + 1);
    expect(after.benefitFacts).toMatchObject([{ code: 'D9992', source: { kind: '271' } }]);
    const settled = (await list()).find(({ setAsideId }) => setAsideId === id)?.settled;
    expect(settled).toMatchObject({ how: 'assigned', patientId: 'patient-1' });
    expect(refusalOf(await assign(id))).toBe('eligibility/settled-already');
    expect((await patient()).position).toBe(after.position);
  });

  it('of a twin is offered, and given only when a person says that it is the patient', async () => {
    const id = await keep(sample271({ ...own, firstName: 'ANNA' }));
    const { candidates } = await coordinator.get<SetAsideCandidates>(at(id, 'candidates'));
    expect(candidates).toMatchObject([{ patientId: 'patient-1' }]);
    const { position } = await patient();
    expect(refusalOf(await assign(id))).toBe('eligibility/to-confirm');
    expect((await patient()).position).toBe(position);
    const body = { patientId: 'patient-1', coverageId: 'coverage-1', confirmed: true };
    const given = await coordinator.send('POST', at(id, 'assign'), { body });
    expect((JSON.parse(given.text) as EligibilityReport).differs).toHaveLength(1);
    expect((await list()).find(({ setAsideId }) => setAsideId === id)?.settled?.how).toBe('assigned');
  });

  it.each<[string, string | undefined, string, string]>([
    ['about somebody else', sample271(own), 'patient-12', 'eligibility/another-patient'],
    ['that cannot be read', 'Dear practice', 'patient-1', 'x12/unreadable'],
    ['that is not whole', sample271(own).slice(0, -20), 'patient-1', 'x12/unreadable'],
    ['whose file is not here', undefined, 'patient-1', 'eligibility/not-kept'],
    ['for a patient whom nobody knows', sample271(own), 'patient-0', 'absent/patient'],
  ])('%s cannot be given, and stays open', async (_what, text, patientId, code) => {
    const id = await keep(text);
    const { position } = await patient();
    expect(refusalOf(await assign(id, patientId))).toBe(code);
    expect((await patient()).position).toBe(position);
    expect((await list()).find(({ setAsideId }) => setAsideId === id)?.settled).toBeUndefined();
  });

  it('is dismissed with a reason only, and its file stays', async () => {
    const id = await keep('Dear practice');
    const dismiss = (reason: string, as = coordinator) =>
      as.send('POST', at(id, 'dismiss'), { body: { reason } });
    for (const body of [
      {},
      { reason: 7 },
      { reason: '' },
      { reason: '  ' },
      { reason: 'x'.repeat(501) },
      [],
      undefined,
    ])
      expect((await coordinator.send('POST', at(id, 'dismiss'), { body })).status).toBe(400);
    expect((await dismiss('An advertisement', auditor)).status).toBe(403);
    expect((await dismiss('An advertisement')).status).toBe(200);
    expect(refusalOf(await dismiss('Again'))).toBe('eligibility/settled-already');
    expect((await list()).find(({ setAsideId }) => setAsideId === id)?.settled).toMatchObject({
      how: 'dismissed',
      reason: 'An advertisement',
    });
    expect((await coordinator.send('GET', at(id, 'file'))).status).toBe(200);
  });

  it('may be looked at by an auditor, who gives it to nobody', async () => {
    const id = await keep(sample271(own));
    expect((await auditor.send('GET', '/api/set-aside-answers')).status).toBe(200);
    expect((await assign(id, 'patient-1', auditor)).status).toBe(403);
  });

  it.each(['candidates', 'file'])('that is not there has no %s', async (what) => {
    expect((await coordinator.send('GET', at('nothing', what))).status).toBe(404);
  });
});

describe('the ways to payers', () => {
  it('are told with their payers and with what is wrong with each now', async () => {
    const administrator = await server.as('administrator');
    const { payers } = await administrator.get<PracticeView>('/api/practice');
    const [payer] = payers;
    await administrator.post('/api/practice/record-payer', { payer: { ...payer, gateway: 'taken-down' } });
    const { gateways } = await coordinator.get<GatewaysView>('/api/gateways');
    const told = (name: string) => gateways.find((each) => each.name === name);
    expect(told('drop')).toEqual({ name: 'drop', kind: 'file-drop', payers: [] });
    expect(told('unplugged')).toMatchObject({ problem: { code: 'gateway/folder-missing' } });
    expect(told('taken-down')).toMatchObject({
      payers: [payer?.name],
      problem: { code: 'gateway/unknown' },
    });
  });

  it.each<[string, string, string | undefined]>([
    ['folders that are there', 'drop', undefined],
    ['folders that are missing', 'unplugged', 'gateway/folder-missing'],
    ['a way that is not here', 'taken-down', 'gateway/unknown'],
  ])('are tried: %s', async (_what, name, code) => {
    const answer = await coordinator.send('POST', `/api/gateways/${name}/try`);
    const said = JSON.parse(answer.text) as RefusalView;
    expect([answer.status, said.code]).toEqual(code === undefined ? [200, undefined] : [422, code]);
    const auditor = await server.as('auditor');
    expect((await auditor.send('POST', `/api/gateways/${name}/try`)).status).toBe(403);
  });

  it('stand beside each coverage, with what is in the way of asking', async () => {
    const administrator = await server.as('administrator');
    const { payers } = await administrator.get<PracticeView>('/api/practice');
    const payer = payers.find(({ name }) => name === 'Bright Harbor Dental Plan');
    for (const [gateway, code] of [
      ['drop', undefined],
      ['unplugged', 'gateway/folder-missing'],
    ]) {
      await administrator.post('/api/practice/record-payer', { payer: { ...payer, gateway } });
      const { ways } = await coordinator.get<EligibilityInquiries>(
        '/api/patients/patient-1/eligibility-inquiries',
      );
      expect(ways.map(({ obstacle }) => obstacle?.code)).toEqual([code]);
    }
  });
});
