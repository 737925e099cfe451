import { expect, test } from 'vitest';
import { asDentist, sampleDeciding } from '../case/deciding.samples.ts';
import { nextStep } from '../case/next-step.ts';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { isRefusal } from '../kernel/refusal.ts';
import {
  readySteps,
  sampleCalls,
  sampleCase,
  sampleNow,
  sampleOpening,
  samplePatient,
  samplePatientSteps,
  samplePractice,
  type CaseStep,
} from '../readiness/ready-case.samples.ts';
import {
  decideCancelTask,
  decideFinishTask,
  decideHoldTask,
  decideOpenTask,
  decideReassignTask,
} from './task-decisions.ts';
import type { Task } from './task.ts';
import { worklistEntry } from './worklist-entry.ts';
import { byUrgency, isInView, othersOf, worklistFilters } from './worklist-filter.ts';

const practice = samplePractice();
const task: Task = {
  taskId: 'task-1',
  title: 'Ask for the report',
  holder: { kind: 'staff', id: 'staff-coordinator', name: 'Cora Coordinator' },
  due: calendarDate('2026-03-12'),
};
const cora = { kind: 'staff', id: 'staff-coordinator', name: 'Cora Coordinator' } as const;
const opened = (change: Partial<Task> = {}): CaseStep => ({
  type: 'task.opened',
  data: { task: { ...task, ...change } },
});
const held = (until: string, taskId = 'task-1'): CaseStep => ({
  type: 'task.held',
  data: { taskId, hold: { until: calendarDate(until), awaiting: 'report' } },
});
const withTask = (...steps: readonly CaseStep[]) => sampleCase([...sampleOpening, opened(), ...steps]);
const seenAt = (now: string, patient = samplePatient()) => ({
  patient,
  now: instant(now),
  timeZone: 'America/Los_Angeles',
});
const now = seenAt(sampleNow);

function outcome(decided: ReturnType<typeof decideOpenTask>): string {
  if (isRefusal(decided)) return decided.code;
  return decided.map(({ type }) => type).join(' ') || 'nothing';
}

test.each([
  ['due today', {}, 'task.opened'],
  ['due yesterday', { due: calendarDate('2026-03-11') }, 'task/due-in-the-past'],
  ['held by somebody unknown', { holder: { kind: 'staff', id: 'x', name: 'X' } }, 'task/holder-unknown'],
  [
    'held by a member of the team',
    { holder: { kind: 'team-member', id: 'member-surgeon', name: 'S' } },
    'task.opened',
  ],
  [
    'held by a member who is not there',
    { holder: { kind: 'team-member', id: 'x', name: 'S' } },
    'task/holder-unknown',
  ],
  ['watched by somebody unknown', { ownerStaffId: 'x' }, 'task/watcher-unknown'],
] as const)('opening a task: %s', (_name, change, expected) => {
  expect(
    outcome(decideOpenTask(sampleCase(sampleOpening), { task: { ...task, ...change } }, sampleDeciding())),
  ).toBe(expected);
});

test('the same task twice is one; another one under its id is refused', () => {
  expect(outcome(decideOpenTask(withTask(), { task }, sampleDeciding()))).toBe('nothing');
  expect(outcome(decideOpenTask(withTask(), { task: { ...task, title: 'Other' } }, sampleDeciding()))).toBe(
    'id/in-use',
  );
});

test.each([
  ['until tomorrow', '2026-03-13', 'task.held'],
  ['until today', '2026-03-12', 'task/hold-ends-in-the-past'],
])('holding a task %s', (_name, until, expected) => {
  const command = { taskId: 'task-1', hold: { until: calendarDate(until), awaiting: '' } };
  expect(outcome(decideHoldTask(withTask(), command, sampleDeciding()))).toBe(expected);
});

test('a task ends once', () => {
  const done = withTask({ type: 'task.done', data: { taskId: 'task-1', outcome: 'Came' } });
  const command = { taskId: 'task-1', outcome: '', reason: 'x' };
  expect(outcome(decideFinishTask(withTask(), command, sampleDeciding()))).toBe('task.done');
  expect(outcome(decideFinishTask(done, command, sampleDeciding()))).toBe('task/done');
  expect(outcome(decideCancelTask(done, command, sampleDeciding()))).toBe('task/done');
  expect(outcome(decideCancelTask(withTask(), { taskId: 'x', reason: 'x' }, sampleDeciding()))).toBe(
    'case/not-there',
  );
  const change = { taskId: 'task-1', holder: cora, ownerStaffId: null, due: null };
  expect(outcome(decideReassignTask(withTask(), change, sampleDeciding(asDentist)))).toBe('task.reassigned');
  expect(outcome(decideReassignTask(done, change, sampleDeciding()))).toBe('task/done');
});

const noAgreement = samplePatient(
  samplePatientSteps.filter(({ type }) => type !== 'patient.consent-recorded'),
);
const noCoverage = samplePatient(
  samplePatientSteps.filter(({ type }) => type !== 'patient.coverage-recorded'),
);
const all = readySteps(sampleCalls);
const lacking = (...types: readonly CaseStep['type'][]) => all.filter(({ type }) => !types.includes(type));

test.each([
  ['consent', all, noAgreement],
  ['necessity', lacking('necessity.factor-recorded'), samplePatient()],
  ['coverage', all, noCoverage],
  ['team', lacking('team.member-recorded'), samplePatient()],
  ['plan', lacking('plan.item-recorded'), samplePatient()],
  ['contacts', sampleOpening, samplePatient()],
  ['signatures', lacking('activity.signed'), samplePatient()],
  ['code', lacking('code.decided'), samplePatient()],
  ['attestation', lacking('case.attested'), samplePatient()],
  ['claim', all, samplePatient()],
] as const)('without a task the first gap is the next step: %s', (gap, steps, patient) => {
  expect(nextStep(sampleCase(steps), seenAt(sampleNow, patient), practice)).toMatchObject({
    message: { id: `nextStep.${gap}` },
    holder: cora,
    taskId: undefined,
  });
});

test('whoever took the agreement back is not simply asked again', () => {
  const revocation = { consentId: 'consent-1', how: 'spoken', reason: '', receivedAt: sampleNow } as const;
  const patient = samplePatient([
    ...samplePatientSteps,
    { type: 'patient.consent-revoked', data: { revocation } },
  ]);
  expect(nextStep(sampleCase(all), seenAt(sampleNow, patient), practice)?.message?.id).toBe(
    'nextStep.consentTakenBack',
  );
});

test.each([
  ['the earliest due task', [opened({ taskId: 'task-2', due: calendarDate('2026-03-10') })], 'task-2'],
  [
    'not one that is put aside',
    [opened({ taskId: 'task-2', due: calendarDate('2026-03-10') }), held('2026-03-13', 'task-2')],
    'task-1',
  ],
  [
    'one that came back today',
    [opened({ taskId: 'task-2', due: calendarDate('2026-03-10') }), held('2026-03-12', 'task-2')],
    'task-2',
  ],
  [
    'of those put aside the first to return',
    [opened({ taskId: 'task-2' }), held('2026-03-20'), held('2026-03-14', 'task-2')],
    'task-2',
  ],
] as const)('the next step is %s', (_name, steps, taskId) => {
  expect(nextStep(withTask(...steps), now, practice)?.taskId).toBe(taskId);
});

test('every open case has one next step, and a closed one has none', () => {
  const closed: CaseStep = { type: 'case.closed', data: { outcome: 'other', reason: 'x' } };
  for (let count = 1; count <= all.length; count++)
    expect(nextStep(sampleCase(all.slice(0, count)), now, practice)).toBeDefined();
  expect(nextStep(sampleCase([...all, closed]), now, practice)).toBeUndefined();
});

const flagsAt = (steps: readonly CaseStep[], at: string) =>
  worklistEntry(sampleCase(steps), seenAt(at), practice).flags;
const hold = (until: string | null): CaseStep => ({
  type: 'case.put-on-hold',
  data: { reason: 'Waiting', until },
});

test.each([
  ['due today is not overdue', [...sampleOpening, opened()], '2026-03-12T18:00:00.000Z', []],
  ['due yesterday is', [...sampleOpening, opened()], '2026-03-13T18:00:00.000Z', ['overdue']],
  ['13 days of silence', sampleOpening, '2026-03-23T18:00:00.000Z', []],
  ['14 days of silence', sampleOpening, '2026-03-24T18:00:00.000Z', ['silent']],
  ['on hold until tomorrow', [...sampleOpening, hold('2026-03-25')], '2026-03-24T18:00:00.000Z', []],
  [
    'a hold that ran out today',
    [...sampleOpening, hold('2026-03-24')],
    '2026-03-24T18:00:00.000Z',
    ['silent', 'hold-ran-out'],
  ],
  [
    'unowned',
    [
      {
        type: 'case.opened',
        data: {
          patientId: 'patient-1',
          title: 't',
          reason: 'r',
          ownerStaffId: null,
          team: null,
          receivedReferralId: null,
        },
      },
    ],
    '2026-03-12T18:00:00.000Z',
    ['unowned'],
  ],
] as const)('flags: %s', (_name, steps, at, flags) => {
  expect(flagsAt(steps, at)).toEqual(flags);
});

const viewsOf = (
  steps: readonly CaseStep[],
  viewer = { staffId: 'staff-coordinator', team: undefined as string | undefined },
) => {
  const entry = worklistEntry(sampleCase(steps), now, practice);
  return worklistFilters.filter((filter) => isInView(entry, filter, viewer, calendarDate('2026-03-12')));
};

test.each([
  ['mine, due today', [...sampleOpening, opened()], ['mine', 'due', 'all']],
  ['mine, due tomorrow', [...sampleOpening, opened({ due: calendarDate('2026-03-13') })], ['mine', 'all']],
  ['its only task put aside', [...sampleOpening, opened(), held('2026-03-13')], ['held', 'all']],
  ['the task came back', [...sampleOpening, opened(), held('2026-03-12')], ['mine', 'due', 'all']],
  ['on hold', [...sampleOpening, hold('2026-03-13')], ['held', 'all']],
  ['the hold ran out', [...sampleOpening, hold('2026-03-12')], ['mine', 'all']],
  ['closed', [...sampleOpening, { type: 'case.closed', data: { outcome: 'other', reason: 'x' } }], []],
] as const)('views: %s', (_name, steps, views) => {
  expect(viewsOf(steps)).toEqual(views);
});

test('a case of my team that nobody owns', () => {
  const steps: readonly CaseStep[] = [
    ...sampleOpening,
    { type: 'case.assigned', data: { ownerStaffId: null, team: 'North', reason: '' } },
  ];
  expect(viewsOf(steps, { staffId: 'staff-dentist', team: 'North' })).toEqual(['team', 'unowned', 'all']);
  expect(viewsOf(steps, { staffId: 'staff-dentist', team: undefined })).toEqual(['unowned', 'all']);
});

const dentist = { staffId: 'staff-dentist', team: undefined };
const forDentist = (change: Partial<Task> = {}) =>
  opened({
    taskId: 'task-2',
    title: 'Attest',
    holder: { kind: 'staff', id: 'staff-dentist', name: 'Dr. Dana Dentist' },
    due: calendarDate('2026-03-20'),
    ...change,
  });

test.each([
  [
    'a task of theirs behind the next step of another',
    [opened(), forDentist()],
    ['mine', 'due', 'all'],
    ['task-2'],
  ],
  ['their task is the next step', [forDentist()], ['mine', 'all'], []],
  ['two of theirs', [forDentist(), forDentist({ taskId: 'task-3' })], ['mine', 'all'], ['task-3']],
  ['theirs is put aside', [opened(), forDentist(), held('2026-03-13', 'task-2')], ['due', 'all'], []],
  [
    'theirs is done',
    [opened(), forDentist(), { type: 'task.done', data: { taskId: 'task-2', outcome: '' } }],
    ['due', 'all'],
    [],
  ],
  [
    'somebody on the team with the same id is another',
    [opened(), forDentist({ holder: { kind: 'team-member', id: 'staff-dentist', name: 'S' } })],
    ['due', 'all'],
    [],
  ],
] as const)('who owns nothing here: %s', (_name, steps, views, besides) => {
  const all: readonly CaseStep[] = [...sampleOpening, ...steps];
  expect(viewsOf(all, dentist)).toEqual(views);
  const entry = worklistEntry(sampleCase(all), now, practice);
  expect(othersOf(entry, dentist).map(({ taskId }) => taskId)).toEqual(besides);
});

test('a row says who, what, since when and how long', () => {
  expect(worklistEntry(sampleCase([...all, opened()]), now, practice)).toMatchObject({
    patientName: 'Núñez, Marisol',
    ownerName: 'Cora Coordinator',
    coordinationSeconds: 1020,
    nextStep: { taskId: 'task-1', due: '2026-03-12', since: '2026-03-10T18:00:00.000Z' },
  });
});

test('the earliest due comes first', () => {
  const rows = ['2026-03-20', undefined, '2026-03-13'].map((due, index) =>
    worklistEntry(
      sampleCase(
        due === undefined ? sampleOpening : [...sampleOpening, opened({ due: calendarDate(due) })],
        `case-${index}`,
      ),
      now,
      practice,
    ),
  );
  expect(rows.toSorted(byUrgency).map(({ caseId }) => caseId)).toEqual(['case-2', 'case-0', 'case-1']);
});
