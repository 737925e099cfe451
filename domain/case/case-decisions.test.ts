import { expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { isRefusal } from '../kernel/refusal.ts';
import {
  concluding,
  dentist,
  logged,
  readySteps,
  sampleCalls,
  sampleCase,
  sampleOpening,
  type CaseStep,
} from '../readiness/ready-case.samples.ts';
import { decideAttest } from './attest-decision.ts';
import {
  decideAssign,
  decideClose,
  decideOpenCase,
  decidePutOnHold,
  decideReopen,
  decideResume,
} from './case-decisions.ts';
import type { Task } from '../worklist/task.ts';
import { asDentist, sampleDeciding } from './deciding.samples.ts';

const ready = sampleCase();
const [firstCall] = sampleCalls;
if (!firstCall) throw new Error('the sample has calls');

function outcome(decided: ReturnType<typeof decideClose>): string {
  if (isRefusal(decided)) return decided.code;
  return decided.map(({ type }) => type).join(' ') || 'nothing';
}

const opening = {
  patientId: 'patient-1',
  title: 'New',
  reason: 'Why',
  ownerStaffId: null,
  team: null,
  receivedReferralId: null,
};

test.each([
  ['nobody owns it', {}, 'case.opened'],
  ['a coordinator owns it', { ownerStaffId: 'staff-coordinator' }, 'case.opened'],
  ['somebody unknown owns it', { ownerStaffId: 'nobody' }, 'case/owner-unknown'],
  ['from a referral that is not there', { receivedReferralId: 'none' }, 'case/referral-unknown'],
])('opening: %s', (_name, change, expected) => {
  expect(outcome(decideOpenCase({ ...opening, ...change }, sampleDeciding()))).toBe(expected);
});

test.each([
  ['the same owner', { ownerStaffId: 'staff-coordinator', team: null }, 'nothing'],
  ['another owner', { ownerStaffId: 'staff-dentist', team: null }, 'case.assigned'],
  ['a team', { ownerStaffId: 'staff-coordinator', team: 'North' }, 'case.assigned'],
  ['nobody', { ownerStaffId: null, team: null }, 'case.assigned'],
  ['somebody unknown', { ownerStaffId: 'x', team: null }, 'case/owner-unknown'],
])('assigning: %s', (_name, command, expected) => {
  expect(outcome(decideAssign(ready, { ...command, reason: '' }, sampleDeciding()))).toBe(expected);
});

test.each([
  ['until tomorrow', '2026-03-13', 'case.put-on-hold'],
  ['until today', '2026-03-12', 'case/hold-ends-in-the-past'],
  ['without a day', null, 'case.put-on-hold'],
])('holding: %s', (_name, until, expected) => {
  const command = { reason: 'Waiting', until: until === null ? null : calendarDate(until) };
  expect(outcome(decidePutOnHold(ready, command, sampleDeciding()))).toBe(expected);
});

test('resuming and reopening say why', () => {
  expect(outcome(decideResume(ready, { reason: 'Report came' }, sampleDeciding()))).toBe('case.resumed');
  expect(outcome(decideReopen(ready, { reason: 'New finding' }, sampleDeciding()))).toBe('case.reopened');
});

const task: CaseStep = {
  type: 'task.opened',
  data: {
    task: {
      taskId: 'task-1',
      title: 'Call',
      holder: { kind: 'nobody', name: '—' },
      due: calendarDate('2026-03-20'),
    },
  },
};
const referral: CaseStep = {
  type: 'referral.drafted',
  data: {
    referral: {
      referralId: 'referral-1',
      toMemberId: 'member-surgeon',
      reason: 'Extraction',
      question: '',
      priority: 'routine',
    },
  },
};
const done: CaseStep = { type: 'task.done', data: { taskId: 'task-1', outcome: '' } };

test.each([
  ['all done', readySteps(sampleCalls), 'coordination-completed', 'case.closed'],
  ['an open task', [...readySteps(sampleCalls), task], 'coordination-completed', 'case/open-tasks'],
  ['a task that is done', [...readySteps(sampleCalls), task, done], 'coordination-completed', 'case.closed'],
  [
    'an unsigned call',
    [...sampleOpening, logged(firstCall)],
    'coordination-completed',
    'case/unsigned-activities',
  ],
  [
    'a referral under way',
    [...readySteps(sampleCalls), referral],
    'coordination-completed',
    'case/open-referrals',
  ],
  [
    'a referral under way, and the patient declined',
    [...readySteps(sampleCalls), referral],
    'patient-declined',
    'case.closed',
  ],
] as const)('closing: %s', (_name, steps, how, expected) => {
  const command = { outcome: how, reason: 'Done' };
  expect(outcome(decideClose(sampleCase(steps), command, sampleDeciding()))).toBe(expected);
});

const unattested = readySteps(sampleCalls).filter(({ type }) => type !== 'case.attested');

test.each([
  ['by the treating dentist', unattested, {}, 'case.attested'],
  ['by the coordinator', unattested, { coordinator: true }, 'attest/not-the-treating-dentist'],
  ['nothing to attest', sampleOpening, {}, 'attest/nothing-to-attest'],
  ['unsigned', unattested.filter(({ type }) => type !== 'activity.signed'), {}, 'attest/unsigned-activities'],
  [
    'no treating dentist',
    unattested.filter(({ type }) => type !== 'team.member-recorded'),
    {},
    'attest/no-treating-dentist',
  ],
])('attesting: %s', (_name, steps, by, expected) => {
  const deciding = sampleDeciding('coordinator' in by ? {} : asDentist);
  const state = sampleCase(steps);
  const command = { statement: 'Reviewed.', expectedPosition: state.position };
  expect(outcome(decideAttest(state, command, deciding))).toBe(expected);
});

const asking = (change: Partial<Task>): CaseStep => ({
  type: 'task.opened',
  data: {
    task: {
      taskId: 'task-1',
      title: 'Attestation',
      holder: { kind: 'staff', id: 'staff-dentist', name: 'Dr. Dana Dentist' },
      due: calendarDate('2026-03-20'),
      ...change,
    },
  },
});

test.each([
  ['the one that asks for it', [asking({ checkId: 'attestation' })], ['task-1']],
  [
    'two that ask for it',
    [asking({ checkId: 'attestation' }), asking({ taskId: 'task-2', checkId: 'attestation' })],
    ['task-1', 'task-2'],
  ],
  [
    'not one that ended',
    [
      asking({ checkId: 'attestation' }),
      { type: 'task.canceled', data: { taskId: 'task-1', reason: 'No longer' } },
    ],
    [],
  ],
  ['not one that asks for something else', [asking({ checkId: 'fee' })], []],
  ['not one that asks for nothing', [asking({})], []],
] as const)('attesting ends the tasks that ask for it: %s', (_name, tasks, ended) => {
  const state = sampleCase([...unattested, ...tasks]);
  const command = { statement: 'Reviewed.', expectedPosition: state.position };
  expect(decideAttest(state, command, sampleDeciding(asDentist))).toMatchObject([
    { type: 'case.attested' },
    ...ended.map((taskId) => ({ type: 'task.done', data: { taskId } })),
  ]);
});

test('an attestation covers what stands, up to the position that was seen', () => {
  const state = sampleCase(unattested);
  const attesting = (expectedPosition: number) =>
    decideAttest(state, { statement: 'Reviewed.', expectedPosition }, sampleDeciding(asDentist));
  for (const seen of [state.position, state.position - 1])
    expect(attesting(seen)).toMatchObject([
      { data: { attestation: { activityIds: ['activity-1', 'activity-2'], upToPosition: seen } } },
    ]);
  expect(attesting(state.position + 1)).toMatchObject({ code: 'signature/unseen' });
  expect(concluding(['activity-1'], 1).at(-1)?.by).toBe(dentist);
});
