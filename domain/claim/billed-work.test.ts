import { expect, test } from 'vitest';
import { sampleContact } from '../activity/activity.samples.ts';
import type { CaseEvent } from '../case/case-events.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { PatientDocument, PatientEvent } from '../patient/patient-events.ts';
import {
  concluding,
  logged,
  readyInput,
  sampleAgreement,
  sampleCall,
  sampleCase,
  sampleCoverage,
  sampleNow,
  sampleOpening,
  samplePatient,
  samplePatientSteps,
  samplePayerTwo,
  samplePractice,
  samplePracticeSteps,
  type CaseStep,
  type PatientStep,
} from '../readiness/ready-case.samples.ts';
import { isKeptFromPayers, isOfBilledWork } from './billed-events.ts';
import { billedWork, type BilledWork } from './billed-work.ts';
import { buildClaim } from './build-claim.ts';
import { narrowCase, narrowPatient } from './narrow-to-billed-work.ts';

/** One case with work that is billed and work that is not, and a patient with more than one plan, paper and consent. */

const party = (memberId: string, name: string) => ({ kind: 'provider' as const, memberId, name });
const billed = {
  ...sampleCall('billed', '2026-03-05', 605),
  contact: sampleContact({
    parties: [party('member-surgeon', 'Dr. Sol Surgeon')],
    referralId: 'referral-billed',
  }),
};
const other = {
  ...sampleCall('other', '2026-03-06', 300),
  planItemId: 'item-2',
  contact: sampleContact({ parties: [party('member-counselor', 'Cal Counselor')] }),
};

const member = (memberId: string, name: string): CaseStep => ({
  type: 'team.member-recorded',
  data: { member: { memberId, role: 'other', name, contacts: [], from: calendarDate('2026-03-01') } },
});
const task = (taskId: string, activityId?: string): CaseStep => ({
  type: 'task.opened',
  data: {
    task: {
      taskId,
      title: taskId,
      holder: { kind: 'nobody', name: 'nobody' },
      due: calendarDate('2026-03-20'),
      ...(activityId === undefined ? {} : { activityId }),
    },
  },
});
const referral = (referralId: string, toMemberId: string): CaseStep => ({
  type: 'referral.drafted',
  data: { referral: { referralId, toMemberId, reason: 'r', question: 'q', priority: 'routine' } },
});

const steps: readonly CaseStep[] = [
  ...sampleOpening,
  member('member-counselor', 'Cal Counselor'),
  {
    type: 'plan.item-recorded',
    data: {
      item: { itemId: 'item-2', text: 'Crown', surfaces: [], order: 2, after: [], status: 'proposed' },
    },
  },
  referral('referral-billed', 'member-surgeon'),
  referral('referral-other', 'member-counselor'),
  logged(billed),
  logged(other),
  task('task-billed', 'billed'),
  task('task-other', 'other'),
  task('task-alone'),
  { type: 'case.put-on-hold', data: { reason: 'waits for a quarrel with the family', until: null } },
  { type: 'case.resumed', data: { reason: 'settled' } },
  ...concluding(['billed'], 18),
  {
    type: 'code.decided',
    data: {
      decision: {
        decisionId: 'decision-other',
        code: 'D9991',
        activityIds: ['other'],
        reason: 'About coming at all',
        proposed: 'D9992',
        version: 'code-choice 1',
      },
    },
  },
];

const paper = (documentId: string, attachedTo: PatientDocument['attachedTo']): PatientStep => ({
  type: 'patient.document-attached',
  data: {
    document: {
      documentId,
      title: documentId,
      kind: 'report',
      mediaType: 'application/pdf',
      byteLength: 1,
      sha256: '0'.repeat(64),
      attachedTo,
    },
  },
});
const plan = (coverageId: string, change: object): PatientStep => ({
  type: 'patient.coverage-recorded',
  data: { coverage: { ...sampleCoverage, coverageId, memberId: coverageId, ...change } },
});

const patientSteps: readonly PatientStep[] = [
  ...samplePatientSteps,
  plan('coverage-2', { payerId: 'payer-2', payerName: 'Harbor Benefit Plan', priority: 'secondary' }),
  plan('coverage-3', {
    payerId: 'payer-3',
    payerName: 'Unrelated Medical',
    kind: 'medical',
    priority: 'tertiary',
  }),
  paper('paper-of-billed', [{ kind: 'contact', id: 'billed' }]),
  paper('paper-of-other', [{ kind: 'contact', id: 'other' }]),
  paper('paper-of-case', [{ kind: 'case', id: 'case-1' }]),
  paper('card', [{ kind: 'coverage', id: 'coverage-1' }]),
  paper('other-card', [{ kind: 'coverage', id: 'coverage-3' }]),
  {
    type: 'patient.consent-recorded',
    data: { consent: { ...sampleAgreement, consentId: 'consent-text', kind: 'text-message' } },
  },
  {
    type: 'patient.condition-recorded',
    data: { condition: { conditionId: 'condition-2', text: 'Hay fever', codings: [], status: 'active' } },
  },
  {
    type: 'patient.related-person-recorded',
    data: { relatedPerson: { relatedPersonId: 'mother', name: 'M', relationship: 'mother', contacts: [] } },
  },
];

const input = readyInput({
  state: sampleCase(steps),
  patient: samplePatient(patientSteps),
  practice: samplePractice([...samplePracticeSteps, samplePayerTwo]),
});

function withClaim() {
  const claim = buildClaim({
    ...input,
    coverageId: 'coverage-1',
    claimId: 'claim-1',
    controlNumber: 'AW1',
    createdAt: sampleNow,
    frequency: 'original',
  });
  if (isRefusal(claim)) throw new Error(claim.code);
  return { ...input, state: sampleCase([...steps, { type: 'claim.created', data: { claim } }]) };
}

const payer = { name: 'Cascadia Mutual Dental', partyId: 'payer-1' };
const ids = (work: BilledWork) => ({
  activities: [...work.activityIds],
  members: [...work.memberIds].sort(),
  tasks: [...work.taskIds],
  referrals: [...work.referralIds],
  steps: [...work.planItemIds],
  coverages: [...work.coverageIds],
  consents: [...work.consentIds],
  documents: [...work.documentIds].sort(),
  conditions: [...work.conditionIds],
  people: [...work.relatedPersonIds],
});

test('the billed work is what the claim names, and what belongs to it', () => {
  expect(ids(billedWork(withClaim(), payer))).toEqual({
    activities: ['billed'],
    members: ['member-dentist', 'member-surgeon'],
    tasks: ['task-billed'],
    referrals: ['referral-billed'],
    steps: ['item-1'],
    // The second plan is named on the claim; the third is not known well enough to be.
    coverages: ['coverage-1', 'coverage-2'],
    consents: ['consent-1', 'consent-assignment'],
    documents: ['card', 'paper-of-billed'],
    conditions: ['condition-1'],
    people: [],
  });
});

test('before there is a claim it is the work that the claim would have', () => {
  const work = billedWork(input, payer);
  expect([...work.activityIds]).toEqual(['billed']);
  expect([...work.coverageIds]).toEqual(['coverage-1']);
  expect([...work.claimIds]).toEqual([]);
});

test('a payer that no claim went to sees no claim of another one', () => {
  const work = billedWork(withClaim(), { name: 'Harbor Benefit Plan', partyId: 'payer-2' });
  expect([...work.claimIds]).toEqual([]);
  expect([...work.coverageIds]).toEqual(['coverage-2']);
});

test('what is narrowed holds nothing besides', () => {
  const full = withClaim();
  const work = billedWork(full, payer);
  const state = narrowCase(full.state, work);
  expect([full.state.title, full.state.reason]).not.toContain('');
  expect([state.title, state.reason]).toEqual(['', '']);
  const patient = narrowPatient(full.patient, work);
  const told = JSON.stringify([state, patient], (_key, value: unknown) =>
    value instanceof Map ? [...value.values()] : value,
  );
  for (const word of [
    'Cal Counselor',
    'task-other',
    'task-alone',
    'Crown',
    'Unrelated Medical',
    'Hay fever',
    'quarrel',
  ])
    expect([word, told.includes(word)]).toEqual([word, false]);
  for (const word of ['Dr. Sol Surgeon', 'task-billed', 'Cascadia Mutual Dental', 'E11.630'])
    expect([word, told.includes(word)]).toEqual([word, true]);
});

const at = {
  organizationId: 'o',
  eventId: 'e',
  who: { kind: 'staff', id: 's', name: 'S', role: 'r' },
} as const;
function eventOf(step: CaseStep | PatientStep, position = 1): CaseEvent | PatientEvent {
  const { by: _by, at: _at, ...rest } = { by: undefined, at: undefined, ...step };
  const stream = { kind: step.type.startsWith('patient.') ? 'patient' : 'case', id: 'x' } as const;
  const place = { ...at, stream, position, occurredAt: sampleNow, recordedAt: sampleNow, reliedOn: [] };
  return { ...place, ...rest };
}

test.each<[name: string, step: CaseStep | PatientStep, goes: boolean]>([
  ['a billed contact', logged(billed), true],
  ['another contact', logged(other), false],
  ['a member whom a billed contact was with', member('member-surgeon', 'S'), true],
  ['another member', member('member-counselor', 'C'), false],
  ['the next action of a billed contact', task('task-billed', 'billed'), true],
  ['another task', task('task-alone'), false],
  ['a signature on both', { type: 'activity.signed', data: { activityIds: ['billed', 'other'] } }, true],
  ['a signature on the other', { type: 'activity.signed', data: { activityIds: ['other'] } }, false],
  [
    'the opening',
    {
      type: 'case.opened',
      data: {
        patientId: 'p',
        title: 't',
        reason: 'r',
        ownerStaffId: null,
        team: null,
        receivedReferralId: null,
      },
    },
    true,
  ],
  ['why the case rested', { type: 'case.put-on-hold', data: { reason: 'r', until: null } }, false],
  [
    'the claim form of another payer',
    {
      type: 'claim.released',
      data: { claimId: 'claim-9', format: 'x12', sha256: '0'.repeat(64), decision: 'permitted' },
    },
    false,
  ],
  ['the billed coverage', plan('coverage-1', {}), true],
  [
    'the second coverage that the claim names',
    plan('coverage-2', { payerId: 'payer-2', payerName: 'Harbor Benefit Plan' }),
    true,
  ],
  [
    'the billed coverage, as it read with a wrong payer',
    plan('coverage-1', { payerId: 'payer-2', payerName: 'Harbor Benefit Plan' }),
    false,
  ],
  [
    'the billed coverage, as it read with a payer only by a wrong name',
    plan('coverage-1', { payerId: undefined, payerName: 'Lakeshore Mutual' }),
    false,
  ],
  [
    'the billed coverage, before its payer was linked to the directory',
    plan('coverage-1', { payerId: undefined, payerName: 'cascadia  mutual dental' }),
    true,
  ],
  ['a coverage that the claim does not name', plan('coverage-3', {}), false],
  ['a paper of a billed contact', paper('paper-of-billed', []), true],
  ['a paper of the case', paper('paper-of-case', []), false],
])('%s', (_name, step, goes) => {
  expect(isOfBilledWork(eventOf(step), billedWork(withClaim(), payer), 1)).toBe(goes);
});

test.each([
  ['case.opened', 'data.title', true],
  ['case.opened', 'data.reason', true],
  ['case.opened', 'data.ownerStaffId', true],
  ['case.opened', 'data.team', true],
  ['case.opened', 'data.patientId', false],
  ['case.opened', 'occurredAt', false],
  ['plan.signed', 'data.frame', true],
  ['plan.signed', 'data.signature', false],
  ['patient.coverage-recorded', 'data.order', true],
  ['patient.coverage-recorded', 'data.coverage', false],
  ['activity.withdrawn', 'data.reason', false],
] as const)('of %s, %s stays with the practice: %s', (type, part, stays) => {
  expect(isKeptFromPayers({ type }, part)).toBe(stays);
});
