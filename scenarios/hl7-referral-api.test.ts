import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseView, ImportReportView } from '#contract/views.ts';
import { check837d } from '#exchange/x12/check-837d.ts';
import { verifyPacket } from '#exchange/packet/verify-packet.ts';
import { demonstrationPassword } from '#server/demonstration/accounts.ts';
import { ApiClient, startServer, type RunningServer } from './running-server.ts';
import { consent, contact, team } from './story.ts';

/**
 * The main job from referrals that nobody here wrote: HL7's dental referral, where the public samples lie beside the
 * checkout, and always our own referral without coverage and ICD-10 codes. What they lack is added by hand.
 */
const published = join(
  import.meta.dirname,
  '../../shared/samples/fhir/dental-data-exchange/Bundle-Complete-Dental-Referral-Note-Document-Bundle-Example.json',
);
const files = [
  join(import.meta.dirname, '../exchange/fhir/samples/referral-perio-diabetes.json'),
  ...(existsSync(published) ? [published] : []),
];

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

it.each(files.map((file, index) => ({ file, earlier: index * 45 })))('$file', async ({ file, earlier }) => {
  // One coordinator cannot be on two telephones at once: each story has minutes of its own.
  const coordinator = new ApiClient(server.address);
  const dentist = new ApiClient(server.address);
  await coordinator.signIn('coordinator');
  await dentist.signIn('dentist');
  const { reports } = await coordinator.importText<{ reports: ImportReportView[] }>(
    readFileSync(file, 'utf8'),
  );
  const patientId = reports[0]?.patients[0]?.patientId ?? '';
  const caseId = `case-${patientId}`.slice(0, 64);
  const view = () => coordinator.get<CaseView>(`/api/cases/${caseId}`);
  const act = (command: string, body: object) => coordinator.post(`/api/cases/${caseId}/${command}`, body);
  const about = (command: string, body: object) =>
    coordinator.post(`/api/patients/${patientId}/${command}`, body);

  await coordinator.post('/api/cases', {
    caseId,
    patientId,
    title: 'Care across three offices',
    reason: 'Referred with conditions that other clinicians treat.',
    ownerStaffId: 'staff-coordinator',
    team: null,
    receivedReferralId: reports[0]?.receivedReferrals[0]?.receivedReferralId ?? null,
  });
  const { demographics } = (await view()).patient;
  await about('change-demographics', {
    reason: 'confirmed on the telephone',
    demographics: {
      ...demographics,
      address: { line1: '18 ALDER ST', city: 'VANCOUVER', state: 'WA', postalCode: '986602214' },
    },
  });
  const signer = `${demographics.firstName} ${demographics.lastName}`;
  await about(
    'record-consent',
    consent(`agreement-${patientId}`.slice(0, 64), 'coordination-agreement', signer),
  );
  // What a referral brought along is completed; a second first plan would be refused.
  const imported = (await view()).patient.coverages.find(
    ({ kind, priority }) => kind === 'dental' && priority === 'primary',
  );
  const coverageId = imported?.coverageId ?? `coverage-by-hand-${patientId}`.slice(0, 64);
  await about('record-coverage', {
    coverage: {
      coverageId,
      payerId: 'payer-bright-harbor',
      payerName: 'Bright Harbor Dental Plan',
      kind: 'dental',
      priority: 'primary',
      memberId: 'BH7741023',
      subscriber: {
        relationship: 'self',
        lastName: demographics.lastName,
        firstName: demographics.firstName,
      },
      from: '2024-01-01',
      flags: [],
    },
  });
  await about('record-condition', {
    condition: {
      conditionId: `condition-by-hand-${patientId}`.slice(0, 64),
      text: 'Type 2 diabetes with periodontal disease',
      diagnosis: 'E11.630',
      codings: [],
      status: 'active',
    },
  });
  for (const member of team()) await act('record-member', { member });
  await act('record-factor', {
    factor: {
      factorId: 'factor-1',
      kind: 'condition',
      text: 'diabetes with periodontal disease',
      evidence: [{ kind: 'condition', id: `condition-by-hand-${patientId}`.slice(0, 64), label: 'E11.630' }],
    },
  });
  await act('record-plan-item', {
    item: { itemId: 'item-1', text: 'Scaling', surfaces: [], order: 1, after: [], status: 'accepted' },
  });
  for (const [index, memberId] of ['member-perio', 'member-physician'].entries())
    await act('log-activity', {
      activity: contact(
        `activity-${index}-${patientId}`.slice(0, 64),
        { memberId, name: memberId === 'member-perio' ? 'Karin Lindqvist' : 'Kwame Osei' },
        'coordination-with-provider',
        120 - index * 30 + earlier,
        110 - index * 30 + earlier,
      ),
      sign: true,
    });
  await act('decide-code', {
    decisionId: 'decision-1',
    code: 'D9992',
    activityIds: (await view()).activities.map(({ activity }) => activity.activityId),
    reason: 'as proposed',
  });
  await dentist.post(`/api/cases/${caseId}/attest`, {
    expectedPosition: (await view()).position,
    password: demonstrationPassword,
    statement: 'The work is as recorded.',
  });
  const ready = await view();
  expect(ready.readiness.checks.filter(({ result }) => result === 'blocks')).toEqual([]);
  await act('create-claim', {
    claimId: `claim-${patientId}`.slice(0, 64),
    coverageId,
    frequency: 'original',
  });
  const x12 = new TextDecoder().decode(
    await coordinator.file(`/api/cases/${caseId}/claims/${`claim-${patientId}`.slice(0, 64)}?format=x12`),
  );
  expect(check837d(x12)).toEqual([]);
  const packet = await coordinator.file(`/api/cases/${caseId}/packets`, {
    packetId: `packet-${patientId}`.slice(0, 64),
    recipientKind: 'payer',
    recipientName: 'Bright Harbor Dental Plan',
    partyId: 'payer-bright-harbor',
  });
  expect(verifyPacket(packet)).toMatchObject({ intact: true, faults: [] });
});
