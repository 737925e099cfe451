import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EligibilityInquiries, EligibilityInquiryView } from '#contract/eligibility.ts';
import type { PatientView, PracticeView, RefusalView } from '#contract/views.ts';
import { sample271, sample999, sampleTa1 } from '#exchange/x12/answer-271.samples.ts';
import { backgroundWork } from '../background-work.ts';
import { inTenant } from '../database/connect.ts';
import { respondInFolder } from '../demonstration/loopback-payer/test-folder-responder.ts';
import { startLoopbackPayer, type LoopbackPayer } from '../demonstration/loopback-payer/http-endpoint.ts';
import { CoreConnectivity } from '../gateway/core-connectivity.ts';
import { FileDrop } from '../gateway/file-drop.ts';
import { newUuid } from '../clock.ts';
import type { Worker } from '../job/worker.ts';
import type { TestClient } from '../test-client.ts';
import { openTestServer, testOrganization, type TestServer } from '../test-practice.ts';
import { registerTestPatient } from '../test-ready-case.ts';

/** An inquiry goes to the loopback payer by each gateway, and what comes back is taken, told or set aside. */

const credentials = { userName: 'harbor', password: 'loopback' };
const folder = mkdtempSync(join(tmpdir(), 'archway-drop-'));
let payer: LoopbackPayer;
let server: TestServer;
let coordinator: TestClient;
let worker: Worker;

const core = (name: string, more: Partial<ConstructorParameters<typeof CoreConnectivity>[0]> = {}) =>
  new CoreConnectivity({
    name,
    organizations: undefined,
    address: payer.address,
    credentials,
    timeoutSeconds: 20,
    ...more,
  });

beforeAll(async () => {
  payer = await startLoopbackPayer(credentials);
  const drop = { organizations: undefined, settleSeconds: 0, everySeconds: 1 };
  const gateways = [
    core('core'),
    core('wrong-password', { credentials: { ...credentials, password: 'other' } }),
    core('impatient', { timeoutSeconds: 0.1 }),
    core('nobody-there', { address: 'http://127.0.0.1:9/core' }),
    core('of-others', { organizations: ['another'] }),
    new FileDrop({ name: 'drop', folder, ...drop }),
  ];
  server = await openTestServer(new Map(gateways.map((gateway) => [gateway.name, gateway])));
  coordinator = await server.as('coordinator');
  worker = backgroundWork(server.archway, { say: () => undefined });
});
afterAll(async () => {
  await server.close();
  await payer.close();
  rmSync(folder, { recursive: true });
});

/** Numbers of people whose days of birth differ in two digits at least, so that nobody is taken for another. */
const people = Array.from({ length: 360 }, (_, number) => number).filter(
  (number) => number % 10 !== 9 && number % 9 === (Math.floor((number % 40) / 10) + (number % 10)) % 9,
);
let count = 0;

/** A patient with a member number, whose payer is asked by a gateway. */
async function patientAsked(gateway: string | undefined, memberId: string) {
  const number = people[count++] ?? 0;
  const patientId = `patient-${number}`;
  await registerTestPatient({ coordinator }, patientId, number);
  const { coverages } = await coordinator.get<PatientView>(`/api/patients/${patientId}`);
  const [coverage] = coverages;
  await coordinator.post(`/api/patients/${patientId}/record-coverage`, {
    coverage: { ...coverage, memberId },
  });
  await choose(gateway);
  const path = `/api/patients/${patientId}/coverages/coverage-1/ask-payer`;
  return {
    patientId,
    ask: (serviceDate = '2026-03-05') => coordinator.send('POST', path, { body: { serviceDate } }),
    view: () => coordinator.get<PatientView>(`/api/patients/${patientId}`),
    standing: () => coordinator.get<EligibilityInquiries>(`/api/patients/${patientId}/eligibility-inquiries`),
  };
}

async function choose(gateway: string | undefined): Promise<void> {
  const administrator = await server.as('administrator');
  const { payers } = await administrator.get<PracticeView>('/api/practice');
  const chosen = payers.find(({ payerId }) => payerId === 'payer-bright-harbor');
  const { gateway: _, ...others } = chosen ?? {};
  await administrator.post('/api/practice/record-payer', {
    payer: { ...others, ...(gateway === undefined ? {} : { gateway }) },
  });
}

/** Makes what waits for a later time due now. */
async function untilLater(): Promise<void> {
  await inTenant(server.archway.record.db, testOrganization, (tenant) =>
    tenant.updateTable('job').set({ run_at: '2020-01-01T00:00:00.000Z' }).execute(),
  );
  await worker.drain();
}

function setAside() {
  return inTenant(server.archway.record.db, testOrganization, (tenant) =>
    tenant
      .selectFrom('set_aside_answer')
      .select(['name', 'gateway', 'reason', 'bytes'])
      .orderBy('at')
      .execute(),
  );
}

const first = ({ inquiries }: EligibilityInquiries): EligibilityInquiryView | undefined => inquiries[0];

describe('over HTTP', () => {
  it('is asked, sent by the job, answered, and becomes facts', async () => {
    const patient = await patientAsked('core', 'MEMBER1');
    expect((await patient.standing()).ways).toEqual([{ coverageId: 'coverage-1', gateway: 'core' }]);
    const asked = await patient.ask();
    expect(asked.status).toBe(200);
    expect(JSON.parse(asked.text)).toMatchObject({ state: 'asked', attempts: 0, serviceDate: '2026-03-05' });
    const before = await patient.view();
    expect(before.disclosures.at(-1)).toMatchObject({ wayOut: 'eligibility-inquiry' });
    await worker.drain();
    const inquiry = first(await patient.standing());
    expect(inquiry).toMatchObject({ state: 'answered', attempts: 1, payerName: 'Bright Harbor Dental Plan' });
    expect(inquiry?.report?.words).toEqual(['COORDINATION NOTE REQUIRED WITH CLAIM']);
    const after = await patient.view();
    expect(after.documents).toMatchObject([{ kind: 'eligibility-answer' }]);
    expect(after.benefitFacts).toMatchObject([
      { code: 'D9992', source: { kind: '271', reference: inquiry?.trace } },
    ]);
    expect(payer.asked.filter((trace) => trace === inquiry?.trace)).toHaveLength(1);
  });

  it('is asked once while it is under way, and again once it was answered', async () => {
    const patient = await patientAsked('core', 'MEMBER2');
    await patient.ask();
    await patient.ask();
    expect((await patient.standing()).inquiries).toHaveLength(1);
    expect((await patient.view()).disclosures).toHaveLength(1);
    await worker.drain();
    await patient.ask();
    expect((await patient.standing()).inquiries).toHaveLength(2);
    await worker.drain();
  });

  it.each([
    ['AAA75', 'refused', 'eligibility.mend.not-found'],
    ['AAA42', 'refused', 'eligibility.mend.later'],
  ])(
    'with the member number %s is refused by the payer, with what to mend',
    async (memberId, state, mend) => {
      const patient = await patientAsked('core', 'MEMBER3');
      await patient.ask();
      await worker.drain();
      const known = await patient.view();
      const [coverage] = known.coverages;
      await coordinator.post(`/api/patients/${patient.patientId}/record-coverage`, {
        coverage: { ...coverage, memberId },
      });
      await patient.ask('2026-03-06');
      await worker.drain();
      const inquiry = first(await patient.standing());
      expect(inquiry).toMatchObject({ state, report: { outcome: 'rejected' } });
      expect(inquiry?.report?.mend.map(([what]) => what?.id)).toEqual([mend]);
      const { plans, benefitFacts } = await patient.view();
      expect({ plans, benefitFacts }).toEqual({ plans: known.plans, benefitFacts: known.benefitFacts });
    },
  );

  it.each([
    ['GARBAGE', 'x12/unreadable'],
    ['CUTSHORT', 'x12/unreadable'],
    ['SOMEBODYELSE', 'eligibility/another-patient'],
    ['OTHERTRACE', 'eligibility/another-inquiry'],
  ])(
    'answered with %s sets that aside with its reason, and keeps nothing of it with the patient',
    async (memberId, code) => {
      const patient = await patientAsked('core', memberId);
      await patient.ask();
      const before = await patient.view();
      const asideBefore = (await setAside()).length;
      await worker.drain();
      const inquiry = first(await patient.standing());
      expect(inquiry).toMatchObject({ state: 'refused', problem: { code } });
      expect([inquiry?.problem?.what, inquiry?.problem?.why, inquiry?.problem?.next]).not.toContain('');
      expect((await patient.view()).position).toBe(before.position);
      const aside = await setAside();
      expect(aside).toHaveLength(asideBefore + 1);
      expect(aside.at(-1)).toMatchObject({ gateway: 'core', reason: { code } });
      expect(aside.at(-1)?.bytes?.length).toBeGreaterThan(10);
    },
  );

  it('answered with figures that no plan has makes no facts of them, and tells each', async () => {
    const patient = await patientAsked('core', 'FAULTY');
    await patient.ask();
    await worker.drain();
    const inquiry = first(await patient.standing());
    expect(inquiry).toMatchObject({ state: 'answered' });
    expect(inquiry?.report?.aside.map(({ reason }) => reason.id)).toEqual([
      'eligibility.aside.unbelievable',
      'eligibility.aside.unbelievable',
      'eligibility.aside.unbelievable',
      'eligibility.aside.contradicts',
      'eligibility.aside.contradicts',
    ]);
    const figures = inquiry?.report?.says.map(({ id }) => id);
    expect(figures).not.toContain('planStatement.percentage');
    expect(figures).not.toContain('planStatement.maximum');
  });

  it.each([
    ['core', 'UNAVAILABLE', 'gateway/unavailable'],
    ['impatient', 'SILENT', 'gateway/too-slow'],
    ['nobody-there', 'MEMBER4', 'gateway/no-answer'],
  ])('by %s with %s is tried again, and in the end told', async (gateway, memberId, code) => {
    const patient = await patientAsked(gateway, memberId);
    await patient.ask();
    await worker.drain();
    expect(first(await patient.standing())).toMatchObject({ state: 'asked', attempts: 1, problem: { code } });
    for (let again = 0; again < 5; again++) await untilLater();
    expect(first(await patient.standing())).toMatchObject({
      state: 'refused',
      attempts: 6,
      problem: { code },
    });
  });

  it.each([
    ['core', 'NOTACCEPTED', 'gateway/envelope-error'],
    ['wrong-password', 'MEMBER5', 'gateway/not-let-in'],
  ])('by %s with %s is not tried again: somebody has to mend it', async (gateway, memberId, code) => {
    const patient = await patientAsked(gateway, memberId);
    await patient.ask();
    await worker.drain();
    expect(first(await patient.standing())).toMatchObject({
      state: 'refused',
      attempts: 1,
      problem: { code },
    });
  });

  it.each([
    [undefined, 'eligibility/no-gateway'],
    ['of-others', 'gateway/unknown'],
    ['taken-down', 'gateway/unknown'],
  ])('without a way (%s) is refused at once, and nothing is disclosed', async (gateway, code) => {
    const patient = await patientAsked(gateway, 'MEMBER6');
    const answer = await patient.ask();
    expect((JSON.parse(answer.text) as RefusalView).code).toBe(code);
    expect((await patient.view()).disclosures).toEqual([]);
    expect((await patient.standing()).ways).toMatchObject([{ obstacle: { code } }]);
  });

  it('does not leave for a plan that must not be told any more by the time it is sent', async () => {
    const patient = await patientAsked('core', 'MEMBER7');
    await patient.ask();
    const { trace } = first(await patient.standing()) ?? {};
    await coordinator.post(`/api/patients/${patient.patientId}/agree-restriction`, {
      restriction: {
        restrictionId: 'restriction-1',
        kind: 'not-to-health-plan-paid-in-full',
        categories: [],
        recipientName: 'Bright Harbor Dental Plan',
        agreedOn: '2026-01-02',
        note: '',
      },
    });
    await worker.drain();
    expect(first(await patient.standing())).toMatchObject({
      state: 'refused',
      problem: { code: 'release/withheld' },
    });
    expect(payer.asked).not.toContain(trace);
  });

  it('is not for an auditor', async () => {
    const auditor = await server.as('auditor');
    const path = '/api/patients/patient-0/coverages/coverage-1/ask-payer';
    expect((await auditor.send('POST', path, { body: { serviceDate: '2026-03-05' } })).status).toBe(403);
  });
});

describe('by folders', () => {
  const incoming = (name: string, text: string) =>
    writeFileSync(join(folder, testOrganization, 'incoming', name), text);
  const names = (part: string) => readdirSync(join(folder, testOrganization, part));

  it('waits for the answer and takes it when it comes', async () => {
    const patient = await patientAsked('drop', 'MEMBER10');
    await patient.ask();
    await worker.drain();
    const waiting = first(await patient.standing());
    expect(waiting).toMatchObject({ state: 'waiting' });
    expect(names('outgoing')).toEqual([`eligibility-${waiting?.trace}.270`]);
    expect(await respondInFolder(folder, testOrganization)).toEqual([waiting?.trace]);
    await untilLater();
    expect(first(await patient.standing())).toMatchObject({ state: 'answered' });
    expect(names('incoming')).toEqual([]);
    expect(names('taken')).toEqual([`eligibility-${waiting?.trace}.271`]);
    expect((await patient.view()).benefitFacts).toHaveLength(1);
  });

  it('takes the same answer once, under whatever name it comes', async () => {
    const patient = await patientAsked('drop', 'MEMBER11');
    await patient.ask();
    await worker.drain();
    await respondInFolder(folder, testOrganization);
    const [name = ''] = names('incoming');
    const text = readFileSync(join(folder, testOrganization, 'incoming', name), 'utf8');
    await untilLater();
    const { position } = await patient.view();
    incoming('the-same-again.271', text);
    await untilLater();
    expect((await patient.view()).position).toBe(position);
    expect(names('taken')).toContain('the-same-again.271');
  });

  it.each<[string, (interchange: string) => string, string]>([
    [
      'a 999 that finds a fault',
      (number) => sample999().replace('AK1*HS*17*', `AK1*HS*${number}*`),
      'refused',
    ],
    [
      'a 999 that finds none',
      (number) => sample999([]).replace('AK1*HS*17*', `AK1*HS*${number}*`),
      'waiting',
    ],
    [
      'a TA1 that refuses',
      (number) => sampleTa1.replace('TA1*000000017*', `TA1*${number.padStart(9, '0')}*`),
      'refused',
    ],
  ])('%s finds its inquiry by the number of the interchange', async (_what, answer, state) => {
    const patient = await patientAsked('drop', `MEMBER12-${count}`);
    await patient.ask();
    await worker.drain();
    const { trace = '' } = first(await patient.standing()) ?? {};
    incoming(`${newUuid()}.txt`, answer(String(Number(trace.slice(2)))));
    await untilLater();
    expect(first(await patient.standing())).toMatchObject({ state });
  });

  it('takes of one file each answer for its own inquiry, and sets aside the one that is for none', async () => {
    const patients = [await patientAsked('drop', 'MEMBER20'), await patientAsked('drop', 'MEMBER21')];
    for (const each of patients) await each.ask();
    await worker.drain();
    await respondInFolder(folder, testOrganization);
    const traces = await Promise.all(patients.map(async (each) => first(await each.standing())?.trace ?? ''));
    const texts = traces.map((trace) => {
      const path = join(folder, testOrganization, 'incoming', `eligibility-${trace}.271`);
      const text = readFileSync(path, 'utf8');
      rmSync(path);
      return text;
    });
    const asideBefore = (await setAside()).length;
    incoming('batch.271', texts.join('') + sample271());
    await untilLater();
    for (const [index, each] of patients.entries()) {
      expect(first(await each.standing())).toMatchObject({ state: 'answered' });
      const [document, ...others] = (await each.view()).documents;
      expect(others).toEqual([]);
      const kept = await coordinator.send(
        'GET',
        `/api/patients/${each.patientId}/documents/${document?.documentId}/content`,
      );
      expect(kept.bytes.toString()).toContain(traces[index]);
      expect(kept.bytes.toString()).not.toContain(traces[1 - index]);
    }
    const aside = await setAside();
    expect(aside).toHaveLength(asideBefore + 1);
    expect(aside.at(-1)).toMatchObject({
      name: 'batch.271 (3)',
      reason: { code: 'eligibility/answers-nothing' },
    });
    expect(aside.at(-1)?.bytes?.toString()).toBe(sample271());
    expect(names('taken')).toContain('batch.271');
  });

  it('sets aside by name what answers nothing, what is for somebody else and what cannot be read', async () => {
    const patient = await patientAsked('drop', 'SOMEBODYELSE');
    await patient.ask();
    await worker.drain();
    await respondInFolder(folder, testOrganization);
    incoming('letter.txt', 'Dear practice');
    incoming('.half.271', 'still being written');
    const other = await patientAsked('drop', 'OTHERTRACE');
    await other.ask();
    await worker.drain();
    await respondInFolder(folder, testOrganization);
    await untilLater();
    expect(first(await patient.standing())).toMatchObject({
      state: 'waiting',
      problem: { code: 'eligibility/another-patient' },
    });
    expect((await patient.view()).documents).toEqual([]);
    expect(names('incoming')).toEqual(['.half.271']);
    const aside = names('set-aside');
    expect(aside.filter((name) => name.endsWith('.reason.txt'))).toHaveLength(3);
    expect(aside).toContain('letter.txt');
    const reasons = (await setAside())
      .filter(({ gateway }) => gateway === 'drop')
      .map(({ reason }) => reason);
    expect(reasons).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'x12/unreadable' }),
        expect.objectContaining({ code: 'eligibility/another-patient' }),
        expect.objectContaining({ code: 'eligibility/answers-nothing' }),
      ]),
    );
  });
});
