import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView, ImportReportView, RefusalView } from '#contract/views.ts';
import { check837d } from '#exchange/x12/check-837d.ts';
import { verifyPacket } from '#exchange/packet/verify-packet.ts';
import { demonstrationPassword } from '#server/demonstration/accounts.ts';
import { ApiClient, startServer, type RunningServer } from './running-server.ts';
import { at, consent, contact, day, team } from './story.ts';

/** The main job through the API: from our own referral sample to an 837D and a verified packet. */

let server: RunningServer;
let coordinator: ApiClient;
let dentist: ApiClient;
const caseId = 'case-main-job';
beforeAll(async () => {
  server = await startServer();
  coordinator = new ApiClient(server.address);
  dentist = new ApiClient(server.address);
  await coordinator.signIn('coordinator');
  await dentist.signIn('dentist');
});
afterAll(() => server.stop());

const sample = readFileSync(
  new URL('../exchange/fhir/samples/referral-perio-diabetes.json', import.meta.url),
  'utf8',
);

async function imported(): Promise<ImportReportView> {
  const { reports } = await coordinator.importText<{ reports: ImportReportView[] }>(sample);
  const [report] = reports;
  if (!report) throw new Error('no report');
  return report;
}

const view = () => coordinator.get<CaseView>(`/api/cases/${caseId}`);
const act = (command: string, body: object) => coordinator.post(`/api/cases/${caseId}/${command}`, body);

describe('the main job', () => {
  let patientId = '';

  it('imports a referral, and the second time records nothing', async () => {
    const first = await imported();
    expect(first.patients).toHaveLength(1);
    expect(first.receivedReferrals).toHaveLength(1);
    expect(first.eventsRecorded).toBeGreaterThan(10);
    expect((await imported()).eventsRecorded).toBe(0);
    patientId = first.patients[0]?.patientId ?? '';
  });

  it('opens a case straight from the referral', async () => {
    const { receivedReferrals } = await imported();
    await coordinator.post('/api/cases', {
      caseId,
      patientId,
      title: 'Periodontal care with diabetes',
      reason: 'Periodontist, oral surgeon and physician have to agree on the order.',
      ownerStaffId: 'staff-coordinator',
      team: 'Coordination',
      receivedReferralId: receivedReferrals[0]?.receivedReferralId ?? null,
    });
    const opened = await view();
    expect(opened.readiness).toMatchObject({ ready: false, answer: 'incomplete' });
    expect(opened.nextStep?.title).toBe('consent');
  });

  it('refuses a claim before the evidence is there, and says what is missing', async () => {
    const { coverages } = (await view()).patient;
    const refused = await coordinator.attempt<RefusalView>(`/api/cases/${caseId}/create-claim`, {
      claimId: 'claim-too-early',
      coverageId: coverages[0]?.coverageId,
      frequency: 'original',
    });
    expect(refused.status).toBe(422);
    expect(refused.body.next).not.toBe('');
    expect((await view()).claims).toHaveLength(0);
  });

  it('records the agreement and a HIPAA authorization', async () => {
    await coordinator.post(
      `/api/patients/${patientId}/record-consent`,
      consent('consent-agreement', 'coordination-agreement', 'Dolores Quintanilla'),
    );
    await coordinator.post(
      `/api/patients/${patientId}/record-consent`,
      consent('consent-hipaa', 'hipaa-authorization', 'Dolores Quintanilla'),
    );
    expect((await view()).patient.consents.map((recorded) => recorded.active)).toEqual([true, true]);
  });

  it('builds team, necessity and plan; the dentist signs the plan', async () => {
    for (const member of team()) await act('record-member', { member });
    const condition = (await view()).patient.conditions.find(({ diagnosis }) => diagnosis === 'E11.630');
    await act('record-factor', {
      factor: {
        factorId: 'factor-condition',
        kind: 'condition',
        text: 'type 2 diabetes with periodontal disease',
        evidence: [{ kind: 'condition', id: condition?.conditionId, label: 'E11.630' }],
      },
    });
    await act('record-factor', {
      factor: {
        factorId: 'factor-providers',
        kind: 'several-providers',
        text: 'a periodontist and an endocrinologist besides the general dentist',
        evidence: [
          { kind: 'team-member', id: 'member-perio', label: 'Karin Lindqvist' },
          { kind: 'team-member', id: 'member-physician', label: 'Kwame Osei' },
        ],
      },
    });
    await act('record-plan-item', {
      item: {
        itemId: 'item-scaling',
        text: 'Scaling, lower right',
        code: 'D4341',
        area: '40',
        surfaces: [],
        order: 1,
        after: [],
        ownerMemberId: 'member-perio',
        status: 'accepted',
      },
    });
    await act('record-plan-item', {
      item: {
        itemId: 'item-review',
        text: 'Periodontal review',
        surfaces: [],
        order: 2,
        after: ['item-scaling'],
        ownerMemberId: 'member-dentist',
        status: 'proposed',
      },
    });
    const wrong = await dentist.attempt<RefusalView>(`/api/cases/${caseId}/sign-plan`, {
      expectedPosition: (await view()).position,
      password: 'wrong',
      statement: 'I agree.',
    });
    expect(wrong.status).toBe(422);
    await dentist.post(`/api/cases/${caseId}/sign-plan`, {
      expectedPosition: (await view()).position,
      password: demonstrationPassword,
      statement: 'I agree with this plan and its order.',
    });
    const planned = await view();
    expect(planned.planSignatures).toHaveLength(1);
    expect(planned.planChangedSinceSignature).toBe(false);
    expect(planned.necessityStatement).toHaveLength(2);
  });

  it('logs contacts once: communication, minutes and next action together, and no repeat twice', async () => {
    const first = {
      activity: contact(
        'activity-perio',
        { memberId: 'member-perio', name: 'Karin Lindqvist' },
        'coordination-with-provider',
        120,
        104,
      ),
      task: {
        taskId: 'task-clearance',
        title: 'Clearance from Dr. Osei',
        holder: { kind: 'team-member', id: 'member-physician', name: 'Kwame Osei' },
        ownerStaffId: 'staff-coordinator',
        due: day(at(-60 * 24 * 5)),
      },
      sign: true,
    };
    await act('log-activity', first);
    await act('log-activity', first);
    await act('log-activity', {
      activity: contact(
        'activity-physician',
        { memberId: 'member-physician', name: 'Kwame Osei' },
        'coordination-with-provider',
        90,
        79,
      ),
      finishTaskId: 'task-clearance',
      sign: true,
    });
    const logged = await view();
    expect(logged.activities).toHaveLength(2);
    expect(logged.countedSeconds).toBe(27 * 60);
    expect(logged.tasks[0]?.ended?.how).toBe('done');
    expect(logged.activities[0]?.reliedOn.map(({ as }) => as)).toContain('coordination-agreement');
    expect(logged.patient.disclosures.filter(({ wayOut }) => wayOut === 'contact')).toHaveLength(2);
  });

  it('refuses a stale amendment and says what changed', async () => {
    const before = await view();
    const activity = contact(
      'activity-perio',
      { memberId: 'member-perio', name: 'Karin Lindqvist' },
      'coordination-with-provider',
      120,
      105,
    );
    const amended = {
      ...activity,
      time: before.activities[0]?.activity.time,
      serviceDate: before.activities[0]?.activity.serviceDate,
      note: 'Asked for the chart as well.',
    };
    await act('amend-activity', {
      expectedPosition: before.position,
      activity: amended,
      reason: 'forgot the chart',
    });
    const stale = await coordinator.attempt<RefusalView>(`/api/cases/${caseId}/amend-activity`, {
      expectedPosition: before.position,
      activity: { ...amended, note: 'Something else.' },
      reason: 'typed before seeing the other',
    });
    expect(stale.status).toBe(409);
    expect(stale.body.changes?.[0]).toMatchObject({
      type: 'activity.amended',
      who: { name: 'Marisol Vega' },
    });
    await act('sign-activities', { activityIds: ['activity-perio'] });
  });

  it('asks the payer, decides the code, attests', async () => {
    const { patient } = await view();
    const coverageId = patient.coverages[0]?.coverageId ?? '';
    await act('answer-coverage', {
      answerId: 'answer-1',
      coverageId,
      code: 'D9992',
      serviceDate: day(at(90)),
    });
    await act('decide-code', {
      decisionId: 'decision-1',
      code: 'D9992',
      activityIds: ['activity-perio', 'activity-physician'],
      reason: 'as proposed',
    });
    await dentist.post(`/api/cases/${caseId}/attest`, {
      expectedPosition: (await view()).position,
      password: demonstrationPassword,
      statement: 'The work is as recorded.',
    });
    const decided = await view();
    expect(decided.codeProposal.code).toBe('D9992');
    expect(decided.coverageAnswers[0]?.answer.status).toBe('paid');
    expect(decided.readiness.checks.filter(({ result }) => result === 'blocks')).toEqual([]);
    expect(decided.readiness).toMatchObject({ ready: true, answer: 'payable' });
  });

  it('makes the claim and gives it out in three forms', async () => {
    const coverageId = (await view()).patient.coverages[0]?.coverageId;
    await act('create-claim', { claimId: 'claim-1', coverageId, frequency: 'original' });
    const [recorded] = (await view()).claims;
    expect(recorded?.claim).toMatchObject({
      total: 8500,
      diagnoses: expect.arrayContaining(['E11.630']) as unknown,
    });
    const x12 = new TextDecoder().decode(
      await coordinator.file(`/api/cases/${caseId}/claims/claim-1?format=x12`),
    );
    expect(check837d(x12)).toEqual([]);
    expect(x12).toContain('SV3*AD:D9992*85');
    expect(x12).not.toContain('~TOO*');
    const pdf = await coordinator.file(`/api/cases/${caseId}/claims/claim-1?format=pdf`);
    expect(new TextDecoder('latin1').decode(pdf.slice(0, 5))).toBe('%PDF-');
    const fhir = JSON.parse(
      new TextDecoder().decode(await coordinator.file(`/api/cases/${caseId}/claims/claim-1?format=fhir`)),
    ) as object;
    expect(fhir).toMatchObject({ resourceType: 'Claim', use: 'claim' });
    expect((await view()).claims[0]?.releases).toHaveLength(3);
  });

  it('puts the same minutes on no second claim', async () => {
    const coverageId = (await view()).patient.coverages[0]?.coverageId;
    const second = await coordinator.attempt<RefusalView>(`/api/cases/${caseId}/create-claim`, {
      claimId: 'claim-2',
      coverageId,
      frequency: 'original',
    });
    expect(second.status).toBe(422);
  });

  it('seals a packet that verifies, and one changed byte does not', async () => {
    const packet = await coordinator.file(`/api/cases/${caseId}/packets`, {
      packetId: 'packet-1',
      recipientKind: 'payer',
      recipientName: 'Bright Harbor Dental Plan',
      partyId: 'payer-bright-harbor',
    });
    const trusted = { trustedKeyPem: server.archway.record.signer.publicKeyPem };
    expect(verifyPacket(packet, trusted)).toMatchObject({ intact: true, trust: 'trusted', faults: [] });
    const changed = packet.slice();
    const middle = Math.floor(changed.length / 2);
    changed[middle] = (changed[middle] ?? 0) ^ 1;
    expect(verifyPacket(changed, trusted).intact).toBe(false);
    const about = (await view()).patient.disclosures.find(({ wayOut }) => wayOut === 'packet');
    expect(about?.withheld).toContain('medications');
  });
});
