import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '#contract/views.ts';
import type { TestClient } from '../test-client.ts';
import { openTestServer, staffIdOf, testPassword, type TestServer } from '../test-practice.ts';
import { dayAt, openTestCase, registerTestPatient, testContact, type CaseTeam } from '../test-ready-case.ts';

/** Two people on one case: who writes over a change that they have not seen is told what it was. */

let server: TestServer;
let coordinator: TestClient;
let dentist: TestClient;
let team: CaseTeam;
let cases = 0;

beforeAll(async () => {
  server = await openTestServer();
  coordinator = await server.as('coordinator');
  dentist = await server.as('dentist');
  team = {
    coordinator,
    dentist,
    dentistPassword: testPassword,
    coordinatorStaffId: staffIdOf('coordinator'),
  };
  await registerTestPatient(team, 'patient-1', 1);
});
afterAll(() => server.close());

async function newCase(): Promise<string> {
  const caseId = `case-${++cases}`;
  await openTestCase(team, { caseId, patientId: 'patient-1' });
  return caseId;
}

type Write = readonly [command: string, body: object];
const positionOf = async (caseId: string) =>
  (await coordinator.get<CaseView>(`/api/cases/${caseId}`)).position;
const write = (who: TestClient, caseId: string, [command, body]: Write, expectedPosition?: number) =>
  who.send('POST', `/api/cases/${caseId}/${command}`, {
    body: { ...body, ...(expectedPosition === undefined ? {} : { expectedPosition }) },
  });

const factor = (factorId: string, text: string): Write => [
  'record-factor',
  { factor: { factorId, kind: 'social-barrier', text, evidence: [] } },
];
const item = (itemId: string, text: string): Write => [
  'record-plan-item',
  { item: { itemId, text, surfaces: [], order: 1, after: [], status: 'proposed' } },
];
const member = (memberId: string, name: string): Write => [
  'record-member',
  { member: { memberId, name, role: 'physician', contacts: [], from: dayAt(0) } },
];
const task = (taskId: string, title: string): Write => [
  'open-task',
  { task: { taskId, title, holder: { kind: 'nobody', name: 'nobody' }, due: dayAt(0) } },
];
const holder = { kind: 'patient', name: 'the patient' };
const pass = (taskId: string): Write => ['reassign-task', { taskId, holder, ownerStaffId: null, due: null }];
const referral: Write = [
  'draft-referral',
  {
    referral: {
      referralId: 'referral-1',
      toMemberId: 'member-perio',
      reason: 'deep pockets',
      question: 'can scaling begin?',
      priority: 'routine',
    },
  },
];
const move = (to: string): Write => [
  'move-referral',
  { move: { referralId: 'referral-1', to, saidBy: 'sender', note: '' } },
];
const signPlan: Write = ['sign-plan', { password: testPassword, statement: 'I agree.' }];
const attest: Write = ['attest', { password: testPassword, statement: 'As recorded.' }];
const contact = (activityId: string, minutesAgo: number, sign = true): Write => [
  'log-activity',
  { activity: testContact(activityId, staffIdOf('coordinator'), minutesAgo), sign },
];
const hold: Write = ['put-on-hold', { reason: 'waits for the insurer', until: null }];
const close: Write = ['close', { outcome: 'coordination-completed', reason: 'all is done' }];
const assign: Write = ['assign', { ownerStaffId: 'staff-coordinator', team: null, reason: '' }];

/** What was there, what the other did meanwhile, what is written without having seen it. */
const overtaken: readonly (readonly [
  what: string,
  before: Write[],
  theirs: Write,
  ours: Write,
  type: string,
])[] = [
  [
    'a need',
    [factor('f1', 'lives alone')],
    factor('f1', 'no car'),
    factor('f1', 'works in shifts'),
    'necessity.factor-recorded',
  ],
  [
    'a need that was withdrawn',
    [factor('f1', 'lives alone')],
    ['withdraw-factor', { factorId: 'f1', reason: 'moved' }],
    factor('f1', 'no car'),
    'necessity.factor-withdrawn',
  ],
  [
    'a step of the plan',
    [item('i1', 'Scaling')],
    item('i1', 'Scaling, right'),
    item('i1', 'Scaling, left'),
    'plan.item-recorded',
  ],
  [
    'a member of the team',
    [member('m1', 'Ada')],
    member('m1', 'Ada Lang'),
    member('m1', 'Ada Long'),
    'team.member-recorded',
  ],
  [
    'a member who was ended',
    [member('m1', 'Ada')],
    ['end-member', { memberId: 'm1', through: dayAt(0), reason: 'moved' }],
    member('m1', 'Ada Long'),
    'team.member-ended',
  ],
  [
    'a task that was passed on',
    [task('t1', 'call')],
    pass('t1'),
    ['finish-task', { taskId: 't1', outcome: 'called' }],
    'task.reassigned',
  ],
  [
    'a task that was finished',
    [task('t1', 'call')],
    ['finish-task', { taskId: 't1', outcome: 'called' }],
    pass('t1'),
    'task.done',
  ],
  ['a referral', [referral], move('sent'), move('closed'), 'referral.moved'],
  [
    'a plan that changed while it was read',
    [item('i1', 'Scaling')],
    item('i2', 'Crown'),
    signPlan,
    'plan.item-recorded',
  ],
  [
    'work that was logged while the dentist read',
    [contact('seen', 90)],
    contact('unseen', 30, false),
    attest,
    'activity.logged',
  ],
  [
    'a team that changed while the dentist read',
    [contact('seen-too', 150)],
    member('m1', 'Ada'),
    attest,
    'team.member-recorded',
  ],
  ['a case that was put on hold', [], hold, close, 'case.put-on-hold'],
  [
    'a case that was assigned',
    [],
    assign,
    ['assign', { ownerStaffId: null, team: null, reason: '' }],
    'case.assigned',
  ],
];

describe('a stale write', () => {
  it.each(overtaken)(
    'over %s is refused and says what changed',
    async (_what, before, theirs, ours, type) => {
      const caseId = await newCase();
      for (const one of before) expect((await write(coordinator, caseId, one)).status).toBe(200);
      const seen = await positionOf(caseId);
      expect((await write(coordinator, caseId, theirs, seen)).status).toBe(200);
      const changed = await positionOf(caseId);
      const refused = await write(dentist, caseId, ours, seen);
      expect([refused.status, JSON.parse(refused.text)]).toMatchObject([
        409,
        {
          code: 'stale/changed-meanwhile',
          changes: [{ position: seen + 1, type, who: { name: 'coordinator of the test' } }],
        },
      ]);
      expect(await positionOf(caseId)).toBe(changed);
    },
  );

  it.each([
    ['another need', factor('f2', 'no car')],
    ['a step of the plan', item('i1', 'Scaling')],
    ['a member of the team', member('m1', 'Ada')],
    ['a task', task('t1', 'call')],
  ] as const)('beside a change of something else goes through: %s', async (_what, theirs) => {
    const caseId = await newCase();
    await write(coordinator, caseId, factor('f1', 'lives alone'));
    const seen = await positionOf(caseId);
    expect((await write(coordinator, caseId, theirs, seen)).status).toBe(200);
    expect((await write(dentist, caseId, factor('f1', 'works in shifts'), seen)).status).toBe(200);
  });

  it.each(['attest', 'sign-plan'])(
    'without a word of what was on the screen is no signature: %s',
    async (name) => {
      const caseId = await newCase();
      await write(coordinator, caseId, item('i1', 'Scaling'));
      const refused = await write(dentist, caseId, [
        name,
        { password: testPassword, statement: 'As recorded.' },
      ]);
      expect([refused.status, JSON.parse(refused.text)]).toMatchObject([400, { at: '/expectedPosition' }]);
    },
  );

  it('an attestation covers the case as it was read, not as it is when it arrives', async () => {
    const caseId = await newCase();
    await write(coordinator, caseId, contact(`${caseId}-call`, 200));
    const seen = await positionOf(caseId);
    await write(coordinator, caseId, task('t9', 'call back'));
    expect((await write(dentist, caseId, attest, seen)).status).toBe(200);
    const { attestations } = await dentist.get<CaseView>(`/api/cases/${caseId}`);
    expect(attestations).toMatchObject([{ attestation: { upToPosition: seen } }]);
  });

  it('that has seen the change goes through', async () => {
    const caseId = await newCase();
    await write(coordinator, caseId, factor('f1', 'lives alone'));
    await write(coordinator, caseId, factor('f1', 'no car'));
    const seen = await positionOf(caseId);
    expect((await write(dentist, caseId, factor('f1', 'works in shifts'), seen)).status).toBe(200);
  });
});

describe('two people at once', () => {
  it('log different contacts on one case, and both stand', async () => {
    const caseId = await newCase();
    const seen = await positionOf(caseId);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, number) => {
        const [who, staff] =
          number % 2 === 0 ? ([coordinator, 'coordinator'] as const) : ([dentist, 'dentist'] as const);
        const activity = testContact(`${caseId}-${number}`, staffIdOf(staff), 20 * (number + 1));
        return write(who, caseId, ['log-activity', { activity, sign: true }], seen);
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const { activities, position } = await coordinator.get<CaseView>(`/api/cases/${caseId}`);
    expect(activities.map(({ activity }) => activity.activityId).sort()).toEqual(
      Array.from({ length: 10 }, (_, number) => `${caseId}-${number}`),
    );
    expect(position).toBe(seen + 20);
  });

  it('send the same contact twice, and it stands once', async () => {
    const caseId = await newCase();
    const activity = testContact(`${caseId}-same`, staffIdOf('coordinator'), 5);
    const log: Write = ['log-activity', { activity, sign: false }];
    const answers = await Promise.all(Array.from({ length: 5 }, () => write(coordinator, caseId, log)));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
    const { activities, patient } = await coordinator.get<CaseView>(`/api/cases/${caseId}`);
    expect(activities).toHaveLength(1);
    expect(patient.disclosures.filter(({ what }) => what.includes(`${caseId}-same`))).toHaveLength(1);
  });

  it('open the same case at once, and it is opened once', async () => {
    const body = {
      caseId: 'case-same',
      patientId: 'patient-1',
      title: 'Once',
      reason: 'opened twice by mistake',
      ownerStaffId: null,
      team: null,
      receivedReferralId: null,
    };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => coordinator.send('POST', '/api/cases', { body })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect(await positionOf('case-same')).toBe(1);
  });
});

describe('an id that stands for something else already', () => {
  it('is refused for a contact of another case', async () => {
    const [one, other] = [await newCase(), await newCase()];
    const activity = testContact('contact-taken', staffIdOf('coordinator'), 5);
    expect((await write(coordinator, one, ['log-activity', { activity, sign: false }])).status).toBe(200);
    const refused = await write(coordinator, other, ['log-activity', { activity, sign: false }]);
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([409, { code: 'id/in-use-elsewhere' }]);
  });

  it('is refused for a case of another patient', async () => {
    await registerTestPatient(team, 'patient-2', 2);
    const caseId = await newCase();
    const answer = await coordinator.send('POST', '/api/cases', {
      body: {
        caseId,
        patientId: 'patient-2',
        title: 'Other',
        reason: 'another patient',
        ownerStaffId: null,
        team: null,
        receivedReferralId: null,
      },
    });
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([409, { code: 'id/in-use' }]);
  });
});
