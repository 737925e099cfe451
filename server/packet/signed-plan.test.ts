import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanOrderView } from '#contract/plan-order.ts';
import type { CaseView } from '#contract/views.ts';
import type { DisclosedEvent } from '#domain/audit/chain.ts';
import { addDays } from '#domain/kernel/calendar-date.ts';
import { frameText } from '#domain/treatment-plan/plan-frame.ts';
import { signedText } from '#domain/treatment-plan/plan-version.ts';
import type { SignedPlan } from '#domain/treatment-plan/signed-plan.ts';
import { eventsName } from '#exchange/packet/packet-format.ts';
import { readZip } from '#exchange/packet/read-zip.ts';
import { verifyFiles } from '#exchange/packet/verify-packet.ts';
import { openTestServer, staffIdOf, testPassword, type TestServer } from '../test-practice.ts';
import { openTestCase, registerTestPatient } from '../test-ready-case.ts';

/** Whoever opens a packet finds the plan as it was signed, and can tell by themselves that it is the one. */

const caseId = 'case-signed';
const interval = {
  kind: 'interval',
  source: { by: 'person', ref: 'the surgeon' },
  strength: 'must',
  from: 'graft',
  to: 'implant',
};

let server: TestServer;
let files: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  server = await openTestServer();
  const coordinator = await server.as('coordinator');
  const dentist = await server.as('dentist');
  const people = {
    coordinator,
    dentist,
    dentistPassword: testPassword,
    coordinatorStaffId: staffIdOf('coordinator'),
  };
  await registerTestPatient(people, 'patient-signed', 1);
  await openTestCase(people, { caseId, patientId: 'patient-signed' });
  const change = (command: string, body: object, as = coordinator) =>
    as.post(`/api/cases/${caseId}/${command}`, body);
  const item = { surfaces: [], after: [], status: 'accepted', minutes: 60 };
  await change('record-plan-item', { item: { ...item, itemId: 'graft', text: 'Bone graft', order: 1 } });
  await change('record-plan-item', { item: { ...item, itemId: 'implant', text: 'Implant', order: 2 } });
  for (const [constraintId, text, minDays] of [
    ['heals', 'The graft heals for three months', 90],
    ['heals-longer', 'The graft heals for six months', 180],
  ] as const)
    await change('record-constraint', { constraint: { ...interval, constraintId, text, minDays } });
  await change('set-constraint-aside', { constraintId: 'heals-longer', reason: 'A small graft.' }, dentist);
  const { problem } = await coordinator.get<PlanOrderView>(`/api/cases/${caseId}/plan-order`);
  if (!problem) throw new Error('there is nothing to order');
  const { start } = problem;
  await change('keep-schedule', {
    scheduleId: 'order-1',
    days: { graft: start, implant: addDays(start, 90) },
    madeBy: 'by-hand',
    levels: [],
  });
  const { position } = await dentist.get<CaseView>(`/api/cases/${caseId}`);
  await change(
    'sign-plan',
    { statement: 'I agree.', password: testPassword, expectedPosition: position },
    dentist,
  );
  const { bytes } = await coordinator.send('POST', `/api/cases/${caseId}/packets`, {
    body: { packetId: 'packet-1', recipientKind: 'own-use', recipientName: 'own use' },
  });
  files = readZip(bytes).files;
});
afterAll(() => server.close());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const textOf = (name: string) => Buffer.from(files.get(name) ?? []).toString('utf8');
const eventsIn = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as DisclosedEvent);

function signedPlan(): Required<SignedPlan> {
  const event = eventsIn(textOf(eventsName)).find(({ type }) => type === 'plan.signed');
  const [signature, frame] = ['data.signature', 'data.frame'].map((part) => event?.parts[part]?.value);
  if (signature === undefined || frame === undefined) throw new Error('the packet has no signed plan');
  return { signature, frame } as Required<SignedPlan>;
}

test('the packet holds the items, rules, what was set aside and the order that were signed', () => {
  const { signature, frame } = signedPlan();
  expect(signature.items.map(({ itemId }) => itemId)).toEqual(expect.arrayContaining(['graft', 'implant']));
  expect(frame.constraints.map(({ constraintId, override }) => [constraintId, override?.reason])).toEqual([
    ['heals', undefined],
    ['heals-longer', 'A small graft.'],
  ]);
  expect(frame.order?.schedule.visits.map(({ items }) => items)).toEqual([['graft'], ['implant']]);
});

test('both fingerprints of the signature can be made again from what the packet holds', () => {
  const { signature, frame } = signedPlan();
  expect(signature.itemsSha256).toBe(sha256(signedText(signature.items)));
  expect(signature.frameSha256).toBe(sha256(frameText(frame)));
});

test.each<[string, (text: string) => string, 'changed' | 'as it was']>([
  ['nothing', (text) => text, 'as it was'],
  ['an interval', (text) => text.replace('"minDays":90', '"minDays":30'), 'changed'],
  ['a reason to set a rule aside', (text) => text.replace('A small graft.', 'No reason at all.'), 'changed'],
  ['the step of a visit', (text) => text.replace('"items":["implant"]', '"items":["graft"]'), 'changed'],
])('somebody who changes %s of the frame in the file is told', (_name, change, expected) => {
  const lines = textOf(eventsName).split('\n');
  const spoiled = lines.map((line) => (line.includes('"plan.signed"') ? change(line) : line)).join('\n');
  const found = verifyFiles(new Map([...files, [eventsName, Buffer.from(spoiled)]]), [], {});
  const faults = found.faults.map((fault) =>
    fault.kind === 'chain' ? `${fault.fault.kind} ${(fault.fault.parts ?? []).join()}` : fault.kind,
  );
  expect(faults).toEqual(expected === 'changed' ? ['file-altered', 'altered data.frame'] : []);
});
