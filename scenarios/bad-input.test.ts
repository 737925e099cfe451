import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseCommandNames, type CaseCommandName } from '#contract/commands.ts';
import {
  patientCommandNames,
  practiceCommandNames,
  type PatientCommandName,
  type PracticeCommandName,
} from '#contract/patient-commands.ts';
import type { CaseView, PatientView, PracticeView, RefusalView } from '#contract/views.ts';
import { staffRoles, type StaffRole } from '#domain/audit/event.ts';
import { availableActions } from '#domain/case/available-actions.ts';
import { contentOf } from '#domain/decision/option-decisions.ts';
import { mayChangePractice } from '#domain/practice/practice-permissions.ts';
import { sample271 } from '#exchange/x12/answer-271.samples.ts';
import { setAsideForTest } from '#server/coverage/test-set-aside.ts';
import { inTenant } from '#server/database/connect.ts';
import { TestClient, type TestAnswer } from '#server/test-client.ts';
import { testOptionSheet } from '#server/test-option-sheet.ts';
import {
  emailOf,
  foundTestPractice,
  openTestServer,
  staffIdOf,
  testOrganization,
  testPassword,
  type TestServer,
} from '#server/test-practice.ts';
import {
  at,
  dayAt,
  makeCaseReady,
  openTestCase,
  registerTestPatient,
  testConsent,
  testContact,
  type CaseTeam,
} from '#server/test-ready-case.ts';
import { spoiled, wholeBodies, type BadBody } from './bad-body.ts';

/** Whatever comes to whichever address: a refusal says what, why and what next, and the record stays as it was. */

let server: TestServer;
let team: CaseTeam;
let nobody: TestClient;
let stranger: TestClient;
const clients = new Map<StaffRole, TestClient>();
let described: Readonly<Record<string, Readonly<Record<string, Operation>>>>;

interface Operation {
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { schema: { required?: readonly string[] } }>>;
  };
}

beforeAll(async () => {
  server = await openTestServer();
  nobody = new TestClient(server.app, undefined);
  for (const role of staffRoles) clients.set(role, await server.as(role));
  await foundTestPractice(server.archway, 'second');
  stranger = await server.as('administrator', 'second');
  team = {
    coordinator: as('coordinator'),
    dentist: as('dentist'),
    dentistPassword: testPassword,
    coordinatorStaffId: staffIdOf('coordinator'),
  };
  await registerTestPatient(team, 'patient-1', 1);
  await setAsideForTest(
    server.archway,
    'aside-1',
    sample271({
      lastName: 'QUARRINGTON1',
      firstName: 'OTTOLINE1',
      birthDate: '19510302',
      memberId: 'MEMBER1',
    }),
  );
  described = (await nobody.get<{ paths: typeof described }>('/api/openapi.json')).paths;
});
afterAll(() => server.close());

function as(role: StaffRole): TestClient {
  const client = clients.get(role);
  if (!client) throw new Error(`nobody is ${role}`);
  return client;
}

/** Where every chain of the practice ends; equal before and after, nothing was recorded. */
function heads(): Promise<object[]> {
  return inTenant(server.archway.record.db, testOrganization, (tenant) =>
    tenant
      .selectFrom('stream_head')
      .select(['stream_kind', 'stream_id', 'position'])
      .orderBy('stream_kind')
      .orderBy('stream_id')
      .execute(),
  );
}

/** Undefined when the answer is a refusal in full; else what is wrong with it. */
function flaw({ status, text }: TestAnswer): string | undefined {
  if (status < 400 || status > 499) return `answered ${status}: ${text.slice(0, 300)}`;
  const refusal = JSON.parse(text) as Partial<RefusalView>;
  const { what, why, next, code, refused } = refusal;
  const said = [what, why, next, code].every((words) => typeof words === 'string' && words.length > 5);
  return said && refused === true ? undefined : `says too little: ${text.slice(0, 300)}`;
}

interface Good {
  readonly path: string;
  readonly url: string;
  readonly body: object;
  readonly who: StaffRole;
}

async function flawsOf(client: TestClient, { url }: Good, bodies: readonly BadBody[]): Promise<string[]> {
  const flaws: string[] = [];
  for (const { what, body } of bodies) {
    const wrong = flaw(
      await client.send('POST', url, { body, headers: { 'content-type': 'application/json' } }),
    );
    if (wrong !== undefined) flaws.push(`${what} ${wrong}`);
  }
  return flaws;
}

/** Everything that may be wrong with a request to an address; then the good request, which does what it should. */
async function expectRefusals(good: Good): Promise<void> {
  const client = as(good.who);
  const content = described[good.path]?.['post']?.requestBody?.content['application/json'];
  const before = await heads();
  const bodies = [...wholeBodies, ...spoiled(good.body, content?.schema.required ?? [])];
  expect(await flawsOf(client, good, bodies)).toEqual([]);
  const otherType = await client.send('POST', good.url, {
    body: JSON.stringify(good.body),
    headers: { 'content-type': 'text/plain' },
  });
  expect(flaw(otherType)).toBeUndefined();
  const unsigned = await nobody.send('POST', good.url, { body: good.body });
  expect([unsigned.status, flaw(unsigned)]).toEqual([401, undefined]);
  if (good.path.includes('{')) {
    const elsewhere = await stranger.send('POST', good.url, { body: good.body });
    expect([good.path, flaw(elsewhere)]).toEqual([good.path, undefined]);
    expect([403, 404]).toContain(elsewhere.status);
    for (const id of ['%00', '..%2f..', 'a'.repeat(65), 'a'.repeat(200), '%ff', "'%3B--"]) {
      const odd = await client.send('POST', good.path.replaceAll(/\{\w+\}/g, id), { body: good.body });
      expect([id, flaw(odd)]).toEqual([id, undefined]);
    }
  }
  expect(await heads()).toEqual(before);
}

async function expectRoles(good: Good, mayDo: (role: StaffRole) => boolean): Promise<void> {
  const before = await heads();
  for (const role of staffRoles.filter((one) => !mayDo(one))) {
    const answer = await as(role).send('POST', good.url, { body: good.body });
    expect([role, answer.status, flaw(answer)]).toEqual([role, 403, undefined]);
  }
  expect(await heads()).toEqual(before);
}

/**
 * Done once; and again, because the answer was lost or by somebody who has seen only what was before: then nothing
 * more is recorded, and where that is not what was asked for, it is told what changed.
 */
async function expectDoneOnce(good: Good, position: () => Promise<number>): Promise<void> {
  const expectedPosition = await position();
  const body = { ...good.body, expectedPosition };
  const done = await as(good.who).send('POST', good.url, { body });
  expect([done.status, done.status === 200 ? '' : done.text]).toEqual([200, '']);
  const after = await position();
  expect(after).toBeGreaterThan(expectedPosition);
  const again = await as(good.who).send('POST', good.url, { body });
  if (again.status === 200) expect(JSON.parse(again.text)).toMatchObject({ position: after });
  else {
    expect([again.status, flaw(again)]).toEqual([409, undefined]);
    expect((JSON.parse(again.text) as RefusalView).changes?.length).toBeGreaterThan(0);
  }
  expect(await position()).toBe(after);
}

type Step = readonly [command: CaseCommandName, body: object, who?: StaffRole];
const factor = (text: string): Step => [
  'record-factor',
  {
    factor: {
      factorId: 'factor-1',
      kind: 'condition',
      text,
      evidence: [{ kind: 'condition', id: 'condition-diabetes', label: 'E11.630' }],
      note: 'as the physician wrote',
    },
  },
];
const task: Step = [
  'open-task',
  {
    task: {
      taskId: 'task-1',
      title: 'Clearance',
      holder: { kind: 'team-member', id: 'member-physician', name: 'Kwame Osei' },
      ownerStaffId: 'staff-coordinator',
      due: dayAt(-60 * 48),
    },
  },
];
const item: Step = [
  'record-plan-item',
  {
    item: {
      itemId: 'item-1',
      text: 'Scaling',
      code: 'D4341',
      area: '40',
      surfaces: [],
      order: 1,
      after: [],
      ownerMemberId: 'member-perio',
      status: 'accepted',
    },
  },
];
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
const referral: Step = [
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
const outsideEvent: Step = [
  'record-outside-event',
  { event: { eventId: 'event-radiation', text: 'Radiation begins', on: dayAt(-60 * 24 * 60) } },
];
const pathway: Step = [
  'apply-pathway',
  { application: { pathwayId: 'radiotherapy', events: {}, choices: {}, steps: {} } },
];
const constraint: Step = [
  'record-constraint',
  {
    constraint: {
      kind: 'gate',
      constraintId: 'constraint-1',
      text: 'the cardiologist answers first',
      source: { by: 'person', ref: 'member-perio' },
      strength: 'must',
      gate: 'clearance',
      holder: 'the cardiologist',
      items: ['item-1'],
    },
  },
];
const aside: Step = [
  'set-constraint-aside',
  { constraintId: 'constraint-1', reason: 'it was asked in January' },
];
const disagreement: Step = [
  'open-disagreement',
  {
    disagreement: {
      disagreementId: 'disagreement-1',
      kind: 'other',
      itemIds: ['item-1'],
      text: 'scaling now or after the clearance',
      resolverMemberId: 'member-perio',
    },
  },
];
const options: Step = ['record-options', { sheet: testOptionSheet }];
const seenSha256 = createHash('sha256')
  .update(
    contentOf(
      {
        ...testOptionSheet,
        options: testOptionSheet.options.map((each) => ({
          ...each,
          cost: { stepsWithoutFee: 0, years: [], reasons: [] },
        })),
      },
      1,
    ),
  )
  .digest('hex');
const decision = (decisionId: string) => ({
  decision: {
    decisionId,
    sheetId: 'sheet-1',
    seenVersion: 1,
    seenSha256,
    optionId: 'bridge',
    reason: 'It is done sooner.',
    weights: [{ valueId: 'value-1', weight: 8 }],
    questions: 'How long does it last?',
    teachBack: { outcome: 'understood', words: 'Two teeth hold the new one.' },
    tookPart: [{ kind: 'patient', name: 'the patient' }],
    interpreter: { way: 'telephone', name: 'Ines Quarrington' },
  },
  planFollows: false,
});
const signing = { expectedPosition: 1, password: testPassword, statement: 'As it is recorded.' };
const reason = 'the family asked for it';

/** For each command of a case: what must have happened, what it says, and who says it. */
const onCase: {
  readonly [Name in CaseCommandName]: (caseId: string) => {
    readonly body: object;
    readonly before?: readonly Step[];
    readonly who?: StaffRole;
    /** The case has to be ready for a claim first. */
    readonly ready?: true;
  };
} = {
  assign: () => ({ body: { ownerStaffId: 'staff-coordinator', team: 'Coordination', reason } }),
  'put-on-hold': () => ({ body: { reason, until: dayAt(-60 * 48) } }),
  resume: () => ({ body: { reason }, before: [['put-on-hold', { reason, until: null }]] }),
  close: () => ({ body: { outcome: 'patient-declined', reason } }),
  reopen: () => ({ body: { reason }, before: [['close', { outcome: 'other', reason }]] }),
  'record-factor': () => ({ body: factor('diabetes')[1] }),
  'withdraw-factor': () => ({ body: { factorId: 'factor-1', reason }, before: [factor('diabetes')] }),
  'record-member': () => ({
    body: {
      member: {
        memberId: 'member-new',
        role: 'caregiver',
        name: 'Ines Quarrington',
        setting: 'home',
        contacts: [{ route: 'telephone', value: '2065550177', preferred: true }],
        from: dayAt(0),
      },
    },
  }),
  'end-member': () => ({ body: { memberId: 'member-perio', through: dayAt(0), reason } }),
  'record-options': () => ({ body: { sheet: testOptionSheet } }),
  'withdraw-options': () => ({ body: { sheetId: testOptionSheet.sheetId, reason }, before: [options] }),
  'record-decision': () => ({ body: decision('decision-1'), before: [options] }),
  'revisit-decision': () => ({
    body: { ...decision('decision-2'), revisit: { earlierDecisionId: 'decision-1', why: reason } },
    before: [options, ['record-decision', decision('decision-1')]],
  }),
  'record-plan-item': () => ({ body: item[1] }),
  'sign-plan': () => ({ body: signing, before: [item], who: 'dentist' }),
  'record-outside-event': () => ({ body: outsideEvent[1] }),
  'withdraw-outside-event': () => ({ body: { eventId: 'event-radiation', reason }, before: [outsideEvent] }),
  'apply-pathway': () => ({
    body: {
      application: {
        pathwayId: 'radiotherapy',
        events: { 'radiation-begins': 'event-radiation' },
        choices: {},
        steps: { 'item-1': 'extraction' },
      },
    },
    before: [item, outsideEvent],
  }),
  'lift-pathway': () => ({ body: { pathwayId: 'radiotherapy', reason }, before: [pathway] }),
  'record-constraint': () => ({ body: constraint[1], before: [item] }),
  'withdraw-constraint': () => ({
    body: { constraintId: 'constraint-1', reason },
    before: [item, constraint],
  }),
  'set-constraint-aside': () => ({ body: aside[1], before: [item, constraint], who: 'dentist' }),
  'restore-constraint': () => ({
    body: { constraintId: 'constraint-1', reason },
    before: [item, constraint, [aside[0], aside[1], 'dentist']],
    who: 'dentist',
  }),
  'answer-gate': () => ({
    body: {
      answer: { constraintId: 'constraint-1', expectedOn: dayAt(-60 * 72), note: 'the letter is on its way' },
    },
    before: [item, constraint],
  }),
  'record-availability': () => ({
    body: {
      availability: {
        memberId: 'member-perio',
        availability: {
          weekdays: { on: ['tue', 'thu'], source: { by: 'office', ref: 'the front desk', asOf: dayAt(0) } },
        },
      },
    },
  }),
  'record-preferences': () => ({
    body: {
      preferences: {
        minutesPerDay: 90,
        placesPerDay: 1,
        weekdays: ['mon', 'wed'],
        dayTimes: ['morning'],
        mattersMost: 'visits',
        note: 'her daughter drives her',
        saidBy: 'the patient',
        saidOn: dayAt(0),
      },
    },
  }),
  'open-disagreement': () => ({ body: disagreement[1], before: [item] }),
  'take-stance': () => ({
    body: {
      stance: {
        disagreementId: 'disagreement-1',
        memberId: 'member-perio',
        stance: 'the scaling cannot wait',
        evidence: ['condition-diabetes'],
      },
    },
    before: [item, disagreement],
  }),
  'resolve-disagreement': () => ({
    body: { disagreementId: 'disagreement-1', resolution: 'scaling comes first' },
    before: [item, disagreement],
  }),
  'keep-schedule': () => ({
    body: {
      scheduleId: 'schedule-1',
      days: { 'item-1': dayAt(-60 * 24 * 30) },
      madeBy: 'by-hand',
      levels: [{ objective: 'visits', status: 'feasible', value: 1 }],
    },
    before: [item],
  }),
  'log-activity': (caseId) => ({
    body: {
      activity: testContact(`${caseId}-a`, 'staff-coordinator', 5),
      task: (task[1] as { task: object }).task,
      finishTaskId: 'task-0',
      benefitFacts: [benefitFact(`${caseId}-fact`)],
      sign: true,
    },
    before: [['open-task', { task: { ...(task[1] as { task: object }).task, taskId: 'task-0' } }]],
  }),
  'amend-activity': (caseId) => {
    const activity = testContact(`${caseId}-a`, 'staff-coordinator', 5);
    return {
      body: { activity: { ...activity, note: 'asked for the chart as well' }, reason },
      before: [['log-activity', { activity, sign: false }]],
    };
  },
  'withdraw-activity': (caseId) => ({
    body: { activityId: `${caseId}-a`, reason },
    before: [['log-activity', { activity: testContact(`${caseId}-a`, 'staff-coordinator', 5), sign: false }]],
  }),
  'sign-activities': (caseId) => ({
    body: { activityIds: [`${caseId}-a`] },
    before: [['log-activity', { activity: testContact(`${caseId}-a`, 'staff-coordinator', 5), sign: false }]],
  }),
  'open-task': () => ({ body: task[1] }),
  'reassign-task': () => ({
    body: {
      taskId: 'task-1',
      holder: { kind: 'staff', id: 'staff-dentist', name: 'the dentist' },
      ownerStaffId: 'staff-coordinator',
      due: dayAt(-60 * 72),
    },
    before: [task],
  }),
  'hold-task': () => ({
    body: { taskId: 'task-1', hold: { until: dayAt(-60 * 48), awaiting: 'the physician' } },
    before: [task],
  }),
  'finish-task': () => ({ body: { taskId: 'task-1', outcome: 'clearance is there' }, before: [task] }),
  'cancel-task': () => ({ body: { taskId: 'task-1', reason }, before: [task] }),
  'draft-referral': () => ({ body: referral[1] }),
  'move-referral': () => ({
    body: { move: { referralId: 'referral-1', to: 'sent', saidBy: 'sender', note: 'by fax' } },
    before: [referral],
  }),
  'answer-coverage': () => ({
    body: { answerId: 'answer-1', coverageId: 'coverage-1', code: 'D9992', serviceDate: dayAt(0) },
  }),
  'agree-charge': () => ({
    body: {
      agreement: {
        agreementId: 'agreement-1',
        code: 'D9992',
        amount: 4500,
        toldAt: at(30),
        toldBy: 'the coordinator',
        toldTo: 'Ottoline Quarrington',
        agreed: true,
        note: 'on the telephone',
      },
    },
  }),
  'decide-code': (caseId) => ({
    body: { decisionId: 'decision-1', code: 'D9992', activityIds: [`${caseId}-a`], reason },
    before: [['log-activity', { activity: testContact(`${caseId}-a`, 'staff-coordinator', 5), sign: true }]],
  }),
  attest: (caseId) => ({
    body: signing,
    before: [['log-activity', { activity: testContact(`${caseId}-a`, 'staff-coordinator', 5), sign: true }]],
    who: 'dentist',
  }),
  'create-claim': () => ({
    body: { claimId: 'claim-1', coverageId: 'coverage-1', frequency: 'original' },
    ready: true,
  }),
};

function benefitFact(factId: string) {
  return {
    factId,
    coverageId: 'coverage-1',
    code: 'D9992',
    status: 'paid',
    allowed: 4500,
    frequency: { times: 2, window: 'rolling-days', days: 30 },
    source: { kind: 'telephone-call', representative: 'Dana', reference: 'R-77' },
    learnedAt: at(10),
  };
}

const demographics = {
  lastName: 'Aldersgate',
  firstName: 'Ines',
  middleName: 'Maria',
  birthDate: '1961-07-04',
  sex: 'female',
  language: 'Spanish',
  interpreterNeeded: true,
  address: { line1: '1 Elm', city: 'Tacoma', state: 'WA', postalCode: '98402' },
  contacts: [{ route: 'telephone', value: '2065550199' }],
  identifiers: [{ system: 'urn:mrn', value: 'MRN-9' }],
};

const onPatient: Readonly<Record<PatientCommandName, object>> = {
  'change-demographics': {
    demographics: { ...demographics, lastName: 'Quarrington1', birthDate: '1951-03-02', contacts: [] },
    reason,
  },
  'record-related-person': {
    relatedPerson: {
      relatedPersonId: 'related-1',
      name: 'Ines Quarrington',
      relationship: 'daughter',
      authority: 'none',
      contacts: [{ route: 'telephone', value: '2065550198' }],
    },
  },
  'record-condition': {
    condition: {
      conditionId: 'condition-2',
      text: 'Hypertension',
      diagnosis: 'I10',
      codings: [{ system: 'http://snomed.info/sct', code: '38341003', display: 'Hypertension' }],
      status: 'active',
      onset: '2020-01-01',
    },
  },
  'record-accommodation': {
    accommodation: {
      accommodationId: 'need-1',
      kind: 'mobility',
      need: 'wheelchair',
      accommodation: 'room 2',
      active: true,
    },
  },
  'record-coverage': {
    coverage: {
      coverageId: 'coverage-2',
      payerId: 'payer-lakeshore',
      payerName: 'Lakeshore Mutual Dental',
      kind: 'dental',
      priority: 'secondary',
      memberId: 'M-2',
      subscriber: { relationship: 'spouse', lastName: 'Quarrington', firstName: 'Otto' },
      from: '2025-01-01',
      through: '2029-12-31',
      flags: [],
    },
  },
  'record-plan-answer': {
    answer: {
      answerId: 'answer-1',
      coverageId: 'coverage-1',
      statements: [
        { kind: 'percentage', for: { category: 'adjunctive' }, percent: 80 },
        { kind: 'remaining', of: 'maximum', per: 'individual', period: 'benefit-year', amount: 84_000 },
        { kind: 'in-force', active: true, from: '2026-01-01', through: '2026-12-31' },
      ],
      source: { kind: 'portal', reference: 'page 4', note: 'seen on screen' },
      learnedAt: '2026-03-02T17:00:00.000Z',
      goodThrough: '2026-12-31',
    },
  },
  'withdraw-benefit': {
    withdrawal: {
      coverageId: 'coverage-1',
      recordId: 'fact-1',
      subject: 'status D9992',
      reason: 'the card of the brother',
    },
  },
  'record-benefit-use': {
    use: {
      useId: 'use-1',
      coverageId: 'coverage-1',
      state: 'reserved',
      date: '2026-03-02',
      code: 'D2740',
      tooth: '3',
      pays: 50_000,
      deductible: 5000,
      member: 'patient',
      expires: '2026-09-02',
      itemId: 'step-1',
      office: 'Harborview Surgery',
      source: { kind: 'portal', reference: 'page 2', note: 'seen on screen' },
      learnedAt: '2026-03-02T17:00:00.000Z',
      note: 'asked by the surgeon',
    },
  },
  'prepare-predetermination': {
    predetermination: {
      predeterminationId: 'pre-1',
      caseId: 'case-predetermined',
      coverageId: 'coverage-1',
      itemIds: ['item-1'],
      note: 'asked for by the surgeon',
    },
  },
  'send-predetermination': {
    sending: { predeterminationId: 'pre-1', on: dayAt(1), route: 'portal', reference: 'in tray 4' },
  },
  'answer-predetermination': {
    answer: {
      predeterminationId: 'pre-1',
      answerId: 'pre-answer-1',
      on: dayAt(1),
      reference: 'P-77',
      goodThrough: '2099-09-02',
      items: [{ itemId: 'item-1', outcome: 'approved', pays: 10_000, deductible: 1000, reason: 'as usual' }],
    },
  },
  'withdraw-predetermination': { predeterminationId: 'pre-1', reason },
  'record-benefit-fact': { fact: benefitFact('fact-1') },
  'record-consent': { consent: testConsent('consent-new', 'hipaa-authorization') },
  'revoke-consent': {
    revocation: {
      consentId: 'consent-hipaa-authorization',
      how: 'written',
      reason: 'changed her mind',
      receivedAt: at(5),
    },
  },
  'agree-restriction': {
    restriction: {
      restrictionId: 'restriction-1',
      kind: 'other',
      recipientName: 'A Former Dentist',
      categories: ['dental-record'],
      agreedOn: dayAt(0),
      note: '',
    },
  },
};

const onPractice: Readonly<Record<PracticeCommandName, object>> = {
  'set-profile': {
    profile: {
      name: 'CEDAR STREET DENTAL',
      entity: 'organization',
      billingNpi: '1999900016',
      taxIdKind: 'EIN',
      taxId: '990000001',
      taxonomy: '1223G0001X',
      address: { line1: '14 CEDAR ST', city: 'TACOMA', state: 'WA', postalCode: '984020001' },
      telephone: '2065550100',
      timeZone: 'America/Los_Angeles',
      placeOfService: '11',
      submitterId: 'CEDARDEMO',
      receiverId: 'DEMOHOUSE',
      receiverName: 'CLEARINGHOUSE',
    },
  },
  'record-provider': {
    provider: {
      providerId: 'provider-new',
      name: 'Nadia Brook',
      specialty: 'cardiology',
      npi: '1999900065',
      ours: false,
      contacts: [],
    },
  },
  'record-payer': {
    payer: {
      payerId: 'payer-new',
      name: 'New Payer',
      claimPayerId: 'NEWP1',
      line: 'commercial',
      filingIndicator: 'CI',
    },
  },
  'set-fee': { fee: { code: 'D9994', amount: 3000, from: '2026-01-01' } },
  'record-staff': {
    staff: { staffId: 'staff-new', name: 'New Person', role: 'biller', active: true, team: 'Billing' },
    account: { email: 'new.person@example.com', password: testPassword },
  },
};

const positionOfCase = async (caseId: string) =>
  (await as('coordinator').get<CaseView>(`/api/cases/${caseId}`)).position;
const positionOfPatient = async () =>
  (await as('coordinator').get<PatientView>('/api/patients/patient-1')).position;
const positionOfPractice = async () => (await as('coordinator').get<PracticeView>('/api/practice')).position;

describe('every command of a case', () => {
  it.each(caseCommandNames)('%s', async (name) => {
    const caseId = `case-${name}`;
    const { body, before = [], who = 'coordinator', ready } = onCase[name](caseId);
    await openTestCase(team, { caseId, patientId: 'patient-1' });
    if (ready) await makeCaseReady(team, { caseId, patientId: 'patient-1' });
    for (const [command, said, by = 'coordinator'] of before)
      await as(by).post(`/api/cases/${caseId}/${command}`, said);
    const { state } = await as('coordinator').get<CaseView>(`/api/cases/${caseId}`);
    const good: Good = {
      path: `/api/cases/{caseId}/${name}`,
      url: `/api/cases/${caseId}/${name}`,
      body,
      who,
    };
    await expectRefusals(good);
    await expectRoles(good, (role) => availableActions(state, role).includes(name));
    await expectDoneOnce(good, () => positionOfCase(caseId));
  });
});

describe('every command of a patient', () => {
  beforeAll(async () => {
    const caseId = 'case-predetermined';
    await openTestCase(team, { caseId, patientId: 'patient-1' });
    const [command, { item: step }] = pricedItem;
    await as('coordinator').post(`/api/cases/${caseId}/${command}`, { item: step });
  });
  it.each(patientCommandNames)('%s', async (name) => {
    const good: Good = {
      path: `/api/patients/{patientId}/${name}`,
      url: `/api/patients/patient-1/${name}`,
      body: onPatient[name],
      who: 'coordinator',
    };
    await expectRefusals(good);
    await expectRoles(good, (role) => role !== 'auditor');
    await expectDoneOnce(good, positionOfPatient);
  });
});

describe('every command of the practice', () => {
  it.each(practiceCommandNames)('%s', async (name) => {
    const url = `/api/practice/${name}`;
    const good: Good = { path: url, url, body: onPractice[name], who: 'administrator' };
    await expectRefusals(good);
    await expectRoles(good, (role) => mayChangePractice(role, name));
    await expectDoneOnce(good, positionOfPractice);
  });
});

describe('every other address', () => {
  const others = (): readonly Good[] => [
    {
      path: '/api/cases',
      url: '/api/cases',
      who: 'coordinator',
      body: {
        caseId: 'case-new',
        patientId: 'patient-1',
        title: 'Periodontal care',
        reason,
        ownerStaffId: 'staff-coordinator',
        team: 'Coordination',
        receivedReferralId: null,
      },
    },
    {
      path: '/api/patients',
      url: '/api/patients',
      who: 'coordinator',
      body: { patientId: 'patient-new', demographics, notDuplicateOf: [] },
    },
    {
      path: '/api/cases/{caseId}/packets',
      url: '/api/cases/case-assign/packets',
      who: 'coordinator',
      body: {
        packetId: 'packet-new',
        recipientKind: 'payer',
        recipientName: 'Bright Harbor Dental Plan',
        partyId: 'payer-bright-harbor',
        language: 'en',
      },
    },
    {
      path: '/api/patients/{patientId}/consent-form',
      url: '/api/patients/patient-1/consent-form',
      who: 'coordinator',
      body: {
        terms: {
          consentId: 'consent-form',
          kind: 'hipaa-authorization',
          disclosers: ['Cedar Street Dental'],
          recipients: [{ kind: 'class', name: 'treating providers', class: 'treating-providers' }],
          categories: ['dental-record'],
          description: 'what is needed',
          purposes: ['treatment'],
          expiresOn: dayAt(-60 * 24 * 300),
        },
        language: 'es',
      },
    },
    {
      path: '/api/patients/{patientId}/coverages/{coverageId}/eligibility-inquiries',
      url: '/api/patients/patient-1/coverages/coverage-1/eligibility-inquiries',
      who: 'coordinator',
      body: { serviceDate: '2026-03-05' },
    },
    {
      path: '/api/set-aside-answers/{setAsideId}/assign',
      url: '/api/set-aside-answers/aside-1/assign',
      who: 'coordinator',
      // The names differ, so that somebody has to say that it is the patient.
      body: { patientId: 'patient-1', coverageId: 'coverage-1', confirmed: true },
    },
  ];

  it.each([0, 1, 2, 3, 4, 5])('number %i', async (index) => {
    const good = others()[index];
    if (!good) throw new Error('no such address');
    await expectRefusals(good);
    const before = await heads();
    const answer = await as(good.who).send('POST', good.url, { body: good.body });
    expect([good.path, answer.status]).toEqual([good.path, 200]);
    expect(await heads()).not.toEqual(before);
  });

  it.each<[string, object]>([
    ['/api/session', { email: emailOf(testOrganization, 'biller'), password: testPassword }],
    ['/api/session/second-factor/removal', { password: testPassword }],
    ['/api/session/taken-back', { password: testPassword }],
    [
      '/api/set-up',
      {
        organizationName: 'Another',
        administratorName: 'Ada',
        email: 'ada@example.com',
        password: testPassword,
        timeZone: 'UTC',
      },
    ],
  ])('%s', async (path, body) => {
    const good: Good = { path, url: path, body, who: 'biller' };
    const required = described[path]?.['post']?.requestBody?.content['application/json']?.schema.required;
    const before = await heads();
    const bodies = [...wholeBodies, ...spoiled(body, required ?? [])];
    expect(await flawsOf(as('biller'), good, bodies)).toEqual([]);
    expect(await heads()).toEqual(before);
  });

  it.each<[string, object]>([
    ['nothing', {}],
    ['no objective', { locked: {}, objectives: [] }],
    ['an objective twice', { locked: {}, objectives: ['visits', 'visits'] }],
    ['an objective that nobody knows', { locked: {}, objectives: ['beauty'] }],
    ['a day that is none', { locked: { 'item-1': '2026-02-30' }, objectives: ['visits'] }],
    ['no plan', { locked: {}, objectives: ['visits'] }],
  ])('an order sought with %s is refused', async (_what, body) => {
    await openTestCase(team, { caseId: 'case-order', patientId: 'patient-1' });
    const before = await heads();
    const answer = await as('coordinator').send('POST', '/api/cases/case-order/solve-plan', { body });
    expect(flaw(answer)).toBeUndefined();
    expect(await heads()).toEqual(before);
  });

  it.each<[string, object]>([
    ['nothing asked', {}],
    ['a number', { question: 7 }],
    ['a day that is none', { question: 'What is D9992?', on: '2026-13-01' }],
    ['a case that is not there', { question: 'Is this case ready?', caseId: 'case-of-nobody' }],
    ['more than is known', { question: 'What is D9992?', unheardOf: 1 }],
  ])('a question with %s is refused, and nothing is kept of it', async (_what, body) => {
    const before = await heads();
    expect(flaw(await as('coordinator').send('POST', '/api/assistant', { body }))).toBeUndefined();
    expect(await heads()).toEqual(before);
  });

  it('is among those that are tried here: none of the document is forgotten', () => {
    const tried = [
      ...caseCommandNames.map((name) => `/api/cases/{caseId}/${name}`),
      ...patientCommandNames.map((name) => `/api/patients/{patientId}/${name}`),
      ...practiceCommandNames.map((name) => `/api/practice/${name}`),
      ...others().map(({ path }) => path),
      '/api/session',
      '/api/session/second-factor/removal',
      '/api/session/taken-back',
      '/api/set-up',
      '/api/assistant',
      '/api/cases/{caseId}/solve-plan',
      // These take files, or nothing: see below.
      '/api/licensed-lists',
      '/api/licensed-lists/examine',
      '/api/import',
      '/api/patients/{patientId}/documents',
      // Tried in server/coverage/inquiry-by-gateway.test.ts.
      '/api/patients/{patientId}/coverages/{coverageId}/ask-payer',
      // Tried in server/coverage/set-aside.test.ts.
      '/api/set-aside-answers/{setAsideId}/dismiss',
      '/api/gateways/{gateway}/try',
      // Its files are tried in server/coverage/eligibility.test.ts.
      '/api/patients/{patientId}/coverages/{coverageId}/eligibility-answers',
      '/api/session/second-factor/secret',
    ];
    const posts = Object.entries(described).flatMap(([path, methods]) => ('post' in methods ? [path] : []));
    expect(posts.sort()).toEqual(tried.sort());
  });
});

describe('a file', () => {
  const url = '/api/patients/patient-1/documents';
  const form = async (parts: readonly (readonly [name: string, content: string | Blob, file?: string])[]) => {
    const data = new FormData();
    for (const [name, content, file] of parts)
      if (typeof content === 'string') data.append(name, content);
      else data.append(name, content, file ?? 'file');
    const response = new Response(data);
    return {
      body: Buffer.from(await response.arrayBuffer()),
      headers: { 'content-type': response.headers.get('content-type') ?? '' },
    };
  };
  const pdf = new Blob(['%PDF-1.7 a scan']);
  const spoiledForms: readonly (readonly [
    what: string,
    parts: readonly (readonly [string, string | Blob, string?])[],
  ])[] = [
    ['no parts', []],
    ['no file', [['title', 'Scan']]],
    ['an empty file', [['file', new Blob([])]]],
    ['a program', [['file', new Blob(['\u007fELF\u0000\u0001'])]]],
    [
      'two files',
      [
        ['file', pdf],
        ['file', pdf],
      ],
    ],
    [
      'an unknown field',
      [
        ['file', pdf],
        ['unheardOf', 'x'],
      ],
    ],
    [
      'a title of ten thousand characters',
      [
        ['file', pdf],
        ['title', 'x'.repeat(10_000)],
      ],
    ],
    [
      'a title with a NUL',
      [
        ['file', pdf],
        ['title', 'a\u0000b'],
      ],
    ],
    [
      'an unknown kind',
      [
        ['file', pdf],
        ['kind', 'nonsense'],
      ],
    ],
    [
      'attached to no JSON',
      [
        ['file', pdf],
        ['attachedTo', '[{'],
      ],
    ],
    [
      'attached to a refusal',
      [
        ['file', pdf],
        ['attachedTo', '{"refused":true}'],
      ],
    ],
    [
      'attached to the unknown',
      [
        ['file', pdf],
        ['attachedTo', '[{"kind":"planet","id":"x"}]'],
      ],
    ],
    [
      'attached with more than is known',
      [
        ['file', pdf],
        ['attachedTo', '[{"kind":"case","id":"x","more":1}]'],
      ],
    ],
    [
      'attached to a case that is not there',
      [
        ['file', pdf],
        ['attachedTo', '[{"kind":"case","id":"case-of-nobody"}]'],
      ],
    ],
    [
      'attached to a contact that is not there',
      [
        ['file', pdf],
        ['attachedTo', '[{"kind":"contact","id":"contact-of-nobody"}]'],
      ],
    ],
    [
      'an id that is none',
      [
        ['file', pdf],
        ['documentId', '../../etc'],
      ],
    ],
  ];

  it.each(spoiledForms)('that comes with %s is not attached', async (_what, parts) => {
    const before = await heads();
    expect(flaw(await as('coordinator').send('POST', url, await form(parts)))).toBeUndefined();
    expect(await heads()).toEqual(before);
  });

  it('is attached by whoever may, to a patient who is there, once', async () => {
    const good = await form([
      ['file', pdf, 'scan.pdf'],
      ['documentId', 'document-1'],
      ['kind', 'scan'],
    ]);
    expect((await nobody.send('POST', url, good)).status).toBe(401);
    expect((await as('auditor').send('POST', url, good)).status).toBe(403);
    expect((await stranger.send('POST', url, good)).status).toBe(404);
    const before = await positionOfPatient();
    expect((await as('coordinator').send('POST', url, good)).status).toBe(200);
    expect((await as('coordinator').send('POST', url, good)).status).toBe(200);
    expect(await positionOfPatient()).toBe(before + 1);
  });

  const codes = new Blob(['Code,Nomenclature\nD0001,sample wording 1\n']);
  const layout = '{"headerRow":1}';
  it.each<[string, readonly (readonly [string, string | Blob, string?])[]]>([
    ['no parts', []],
    ['no file', [['year', '2026']]],
    ['an empty file', [['file', new Blob([]), 'list.csv']]],
    ['a PDF', [['file', pdf, 'list.pdf']]],
    [
      'two files',
      [
        ['file', codes, 'list.csv'],
        ['file', codes, 'list.csv'],
      ],
    ],
    [
      'a year that is none',
      [
        ['file', codes, 'list.csv'],
        ['year', 'soon'],
        ['layout', layout],
      ],
    ],
    [
      'a layout that is no JSON',
      [
        ['file', codes, 'list.csv'],
        ['year', '2026'],
        ['layout', '{'],
      ],
    ],
    [
      'an unknown field',
      [
        ['file', codes, 'list.csv'],
        ['unheardOf', 'x'],
      ],
    ],
  ])('of codes that comes with %s is not imported', async (_what, parts) => {
    const before = await heads();
    for (const address of ['/api/licensed-lists/examine', '/api/licensed-lists'])
      expect(flaw(await as('administrator').send('POST', address, await form(parts)))).toBeUndefined();
    expect(await heads()).toEqual(before);
  });

  it('belongs to a case of the same patient only', async () => {
    await openTestCase(team, { caseId: 'case-papers', patientId: 'patient-1' });
    await registerTestPatient(team, 'patient-2', 2);
    const toCase = async (documentId: string) =>
      form([
        ['file', pdf, 'scan.pdf'],
        ['documentId', documentId],
        ['attachedTo', '[{"kind":"case","id":"case-papers"}]'],
      ]);
    expect((await as('coordinator').send('POST', url, await toCase('document-of-case'))).status).toBe(200);
    const other = await as('coordinator').send(
      'POST',
      '/api/patients/patient-2/documents',
      await toCase('document-elsewhere'),
    );
    expect([other.status, JSON.parse(other.text)]).toMatchObject([422, { code: 'document/unknown-place' }]);
  });

  it('does not take the id of another one', async () => {
    const other = await form([
      ['file', new Blob(['%PDF-1.7 another scan'])],
      ['documentId', 'document-1'],
    ]);
    const answer = await as('coordinator').send('POST', '/api/patients/patient-2/documents', other);
    expect([answer.status, flaw(answer)]).toEqual([409, undefined]);
  });

  const fhir = { 'content-type': 'application/fhir+json' };
  it.each<[string, string | Buffer | undefined]>([
    ['nothing', undefined],
    ['no JSON', '{"resourceType": "Patient",'],
    ['a text', '"Patient"'],
    ['a list', '[]'],
    ['no resource', '{}'],
    ['a resource that nobody knows', '{"resourceType":"Spaceship"}'],
    [
      'a bundle of nonsense',
      '{"resourceType":"Bundle","type":"collection","entry":[7,null,{"resource":"x"}]}',
    ],
    ['a hundred thousand brackets', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['bytes', Buffer.from([0xff, 0xfe, 0x00]).toString('latin1')],
    ['text in UTF-16', Buffer.from('{"resourceType":"Patient"}', 'utf16le')],
    ['text in Windows-1252', Buffer.from('{"resourceType":"Peña"}', 'latin1')],
    ['packed bytes', gzipSync('{"resourceType":"Patient"}')],
    ['XML', '<Patient xmlns="http://hl7.org/fhir"/>'],
    ['one resource a line', '{"resourceType":"Patient"}\n{"resourceType":"Patient"}\n'],
    ['60 MB', Buffer.alloc(60 * 1024 * 1024, ' ')],
  ])('of FHIR that holds %s is not imported', async (_what, body) => {
    const before = await heads();
    expect(
      flaw(await as('coordinator').send('POST', '/api/import', { body, headers: fhir })),
    ).toBeUndefined();
    expect(await heads()).toEqual(before);
  });

  it('of FHIR over the limit says which limit, as a body and in a form', async () => {
    const spaces = Buffer.alloc(60 * 1024 * 1024, ' ');
    const form = Buffer.concat([
      Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="big.json"\r\n\r\n'),
      spaces,
      Buffer.from('\r\n--b--\r\n'),
    ]);
    for (const [body, type] of [
      [spaces, 'application/fhir+json'],
      [form, 'multipart/form-data; boundary=b'],
    ] as const) {
      const answer = await as('coordinator').send('POST', '/api/import', {
        body,
        headers: { 'content-type': type },
      });
      expect([type, answer.status, flaw(answer)]).toEqual([type, 413, undefined]);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'request/too-large' });
    }
  });

  it('of FHIR with characters that cannot be kept breaks nothing', async () => {
    const body = JSON.stringify({
      resourceType: 'Patient',
      id: 'odd',
      name: [{ family: 'Nul\u0000l\ud83d', given: ['\u001b[2J'] }],
      birthDate: '1970-01-01',
      gender: 'female',
    });
    const answer = await as('coordinator').send('POST', '/api/import', { body, headers: fhir });
    expect([answer.status < 500, answer.text]).toEqual([true, answer.text]);
    expect((await as('coordinator').send('GET', '/api/patients?query=nul')).status).toBe(200);
  });

  it('of FHIR is imported by whoever may', async () => {
    const body = JSON.stringify({
      resourceType: 'Patient',
      id: 'fine',
      name: [{ family: 'Fine', given: ['Ada'] }],
      birthDate: '1970-01-01',
      gender: 'female',
    });
    expect((await nobody.send('POST', '/api/import', { body, headers: fhir })).status).toBe(401);
    expect((await as('auditor').send('POST', '/api/import', { body, headers: fhir })).status).toBe(403);
    const before = await heads();
    expect((await as('coordinator').send('POST', '/api/import', { body, headers: fhir })).status).toBe(200);
    expect(await heads()).not.toEqual(before);
  });
});

describe('a question', () => {
  it.each([
    '/api/patients?query=%00',
    `/api/patients?query=${'x'.repeat(201)}`,
    '/api/patients?unheardOf=1',
    '/api/patients?query=a&query=b',
    '/api/worklist?view=nonsense',
    '/api/cases/nobody',
    '/api/cases/%00',
    '/api/cases/%E0%A4%A',
    '/api/cases/case-assign/claims/none?format=x12',
    '/api/cases/case-assign/claims/none?format=gif',
    '/api/cases/case-assign/print',
    '/api/cases/case-assign/print?document=plan&recipientName=%0b',
    '/api/nothing/here',
    `/api/${'a/'.repeat(30)}`,
  ])('%s', async (url) => {
    expect(flaw(await as('coordinator').send('GET', url))).toBeUndefined();
  });
});
