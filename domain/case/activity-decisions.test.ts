import { expect, test } from 'vitest';
import { sampleContact } from '../activity/activity.samples.ts';
import type { Activity } from '../activity/activity.ts';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { isRefusal } from '../kernel/refusal.ts';
import {
  logged,
  readySteps,
  sampleCall,
  sampleCalls,
  sampleCase,
  sampleOpening,
  type CaseStep,
} from '../readiness/ready-case.samples.ts';
import {
  decideAmendActivity,
  decideLogActivity,
  decideSignActivities,
  decideWithdrawActivity,
  type LogActivity,
} from './activity-decisions.ts';
import { decideCode } from './code-decisions.ts';
import { asDentist, sampleDeciding } from './deciding.samples.ts';

const open = sampleCase(sampleOpening);
const call = sampleCall('activity-9', '2026-03-12', 600);
const at = (from: string, to: string, seconds: number) => ({
  ...call.time,
  startedAt: instant(from),
  endedAt: instant(to),
  seconds,
});

function outcome(decided: ReturnType<typeof decideLogActivity>): string {
  if (isRefusal(decided)) return decided.code;
  return decided.map(({ type }) => type).join(' ') || 'nothing';
}

function log(change: Partial<Activity>, more: Partial<LogActivity> = {}, deciding = sampleDeciding()) {
  return decideLogActivity(open, { activity: { ...call, ...change }, sign: false, ...more }, deciding);
}

const nothingSaid: Activity = (({ contact: _, ...rest }) => ({ ...rest, note: ' ' }))(call);

test.each([
  ['a call', {}, 'activity.logged'],
  ['somebody else’s work', { staffId: 'staff-dentist' }, 'activity/entered-for-another'],
  [
    'ends when it begins',
    { time: at('2026-03-12T17:00:00.000Z', '2026-03-12T17:00:00.000Z', 0) },
    'activity.logged',
  ],
  [
    'ends a second before',
    { time: at('2026-03-12T17:00:01.000Z', '2026-03-12T17:00:00.000Z', 0) },
    'activity/ends-before-it-begins',
  ],
  ['ends now', { time: at('2026-03-12T17:55:00.000Z', '2026-03-12T18:00:00.000Z', 300) }, 'activity.logged'],
  [
    'ends a second from now',
    { time: at('2026-03-12T17:55:00.000Z', '2026-03-12T18:00:01.000Z', 300) },
    'activity/in-the-future',
  ],
  [
    'more seconds than passed',
    { time: { ...call.time, seconds: 602 } },
    'activity/more-seconds-than-interval',
  ],
  ['a paused timer', { time: { ...call.time, seconds: 10 } }, 'activity.logged'],
  [
    'by hand without a reason',
    { time: { ...call.time, basis: 'by-hand' } },
    'activity/by-hand-without-reason',
  ],
  [
    'by hand with a reason',
    { time: { ...call.time, basis: 'by-hand', byHandReason: 'Corridor' } },
    'activity.logged',
  ],
  ['another day of service', { serviceDate: calendarDate('2026-03-11') }, 'activity/other-service-date'],
  [
    'a member who is not there',
    { contact: sampleContact({ parties: [{ kind: 'provider', memberId: 'x', name: 'X' }] }) },
    'case/not-there',
  ],
  ['a referral that is not there', { contact: sampleContact({ referralId: 'x' }) }, 'case/not-there'],
  ['a step that is not there', { planItemId: 'x' }, 'case/not-there'],
] as const)('logging: %s', (_name, change, expected) => {
  expect(outcome(log(change))).toBe(expected);
});

test('an entry that says nothing is refused', () => {
  expect(outcome(decideLogActivity(open, { activity: nothingSaid, sign: false }, sampleDeciding()))).toBe(
    'activity/says-nothing',
  );
});

test('the day of service is the practice’s: seven in the evening in Tacoma is the next day in UTC', () => {
  const evening = { time: at('2026-03-12T02:00:00.000Z', '2026-03-12T02:10:00.000Z', 600) };
  expect(outcome(log({ ...evening, serviceDate: calendarDate('2026-03-11') }))).toBe('activity.logged');
  expect(outcome(log({ ...evening, serviceDate: calendarDate('2026-03-12') }))).toBe(
    'activity/other-service-date',
  );
});

test.each([
  ['2026-03-10', false],
  ['2026-03-09', true],
])('a call of %s is late: %s', (day, late) => {
  const decided = decideLogActivity(
    open,
    { activity: sampleCall('late', day), sign: false },
    sampleDeciding(),
  );
  expect(decided).toMatchObject([{ data: { late } }]);
});

test('one save writes the activity, its signature, the end of a task, the next one and the referral’s move', () => {
  const held: CaseStep = {
    type: 'task.opened',
    data: {
      task: {
        taskId: 'task-1',
        title: 'Call',
        holder: { kind: 'nobody', name: '—' },
        due: calendarDate('2026-03-12'),
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
  const state = sampleCase([...sampleOpening, held, referral]);
  const decided = decideLogActivity(
    state,
    {
      activity: call,
      sign: true,
      finishTaskId: 'task-1',
      referralMove: { referralId: 'referral-1', to: 'sent', saidBy: 'sender', note: '' },
      task: {
        taskId: 'task-2',
        title: 'Ask again',
        holder: { kind: 'patient', name: 'Marisol' },
        due: calendarDate('2026-03-20'),
      },
    },
    sampleDeciding(),
  );
  expect(outcome(decided)).toBe('activity.logged activity.signed referral.moved task.done task.opened');
  expect(decided).toMatchObject([{}, {}, { data: { move: { activityId: 'activity-9' } } }, {}, {}]);
});

test('nothing is half done: a move that is refused refuses the whole entry', () => {
  const move = { referralId: 'none', to: 'sent', saidBy: 'sender', note: '' } as const;
  expect(outcome(log({}, { referralMove: move }))).toBe('case/not-there');
});

test('a contact relies on the agreement that stood when it began', () => {
  const cites = (day: string) => {
    const decided = decideLogActivity(
      open,
      { activity: sampleCall('a', day), sign: false },
      sampleDeciding(),
    );
    return isRefusal(decided) ? decided.code : decided[0]?.reliedOn;
  };
  expect(cites('2026-03-03')).toEqual([
    { stream: 'patient', id: 'patient-1', position: 4, as: 'coordination-agreement' },
  ]);
  expect(cites('2026-03-01')).toEqual([]);
});

test('the same request twice records nothing twice; another one under its id is refused', () => {
  const state = sampleCase([...sampleOpening, logged(call)]);
  expect(outcome(decideLogActivity(state, { activity: call, sign: true }, sampleDeciding()))).toBe('nothing');
  const other = { ...call, note: 'Otherwise.' };
  expect(outcome(decideLogActivity(state, { activity: other, sign: true }, sampleDeciding()))).toBe(
    'id/in-use',
  );
});

const ready = sampleCase();
const unattested = sampleCase(readySteps(sampleCalls).filter(({ type }) => type !== 'case.attested'));
const [first] = sampleCalls;
if (!first) throw new Error('the sample has calls');

test.each([
  ['its author', { note: 'More.' }, {}, 'activity.amended'],
  ['somebody else', { note: 'More.' }, asDentist, 'activity/not-your-own'],
  ['nothing changed', {}, {}, 'activity/unchanged'],
  [
    'to something impossible',
    { time: { ...first.time, seconds: 4000 } },
    {},
    'activity/more-seconds-than-interval',
  ],
  ['one that is not there', { activityId: 'x' }, {}, 'case/not-there'],
] as const)('amending: %s', (_name, change, by, expected) => {
  const command = { activity: { ...first, ...change }, reason: 'Mistyped' };
  expect(outcome(decideAmendActivity(ready, command, sampleDeciding(by)))).toBe(expected);
});

test('an amendment is signed with it where its author says so, and only the amended entry', () => {
  const command = { activity: { ...first, note: 'More.' }, reason: 'Mistyped', sign: true };
  expect(decideAmendActivity(ready, command, sampleDeciding())).toMatchObject([
    { type: 'activity.amended' },
    { type: 'activity.signed', data: { activityIds: [first.activityId] } },
  ]);
});

test.each([
  ['not attested', unattested, {}, 'activity.withdrawn'],
  ['attested', ready, {}, 'activity/attested'],
  ['by somebody else', unattested, asDentist, 'activity/not-your-own'],
])('withdrawing: %s', (_name, state, by, expected) => {
  const command = { activityId: 'activity-1', reason: 'Wrong patient' };
  expect(outcome(decideWithdrawActivity(state, command, sampleDeciding(by)))).toBe(expected);
});

test.each([
  ['one’s own', ['activity-9'], {}, 'activity.signed'],
  ['twice in one request', ['activity-9', 'activity-9'], {}, 'activity.signed'],
  ['somebody else’s', ['activity-9'], asDentist, 'activity/not-your-own'],
  ['one that is not there', ['x'], {}, 'case/not-there'],
])('signing: %s', (_name, activityIds, by, expected) => {
  const state = sampleCase([...sampleOpening, logged(call)]);
  expect(outcome(decideSignActivities(state, { activityIds }, sampleDeciding(by)))).toBe(expected);
});

test('signing again records nothing', () => {
  expect(outcome(decideSignActivities(ready, { activityIds: ['activity-1'] }, sampleDeciding()))).toBe(
    'nothing',
  );
});

const decision = {
  decisionId: 'decision-9',
  code: 'D9992',
  activityIds: ['activity-1'],
  reason: '',
  proposed: 'D9992',
  version: 'code-choice 1',
} as const;

test.each([
  ['as proposed', {}, 'code.decided'],
  ['otherwise, without a reason', { code: 'D9311' }, 'code/reason-needed'],
  ['otherwise, with a reason', { code: 'D9311', reason: 'A consultation.' }, 'code.decided'],
  ['for one that is not there', { activityIds: ['x'] }, 'case/not-there'],
  ['again', { decisionId: 'decision-1' }, 'nothing'],
] as const)('deciding the code: %s', (_name, change, expected) => {
  expect(
    outcome(
      decideCode(
        ready,
        {
          ...decision,
          ...change,
          activityIds: [...(('activityIds' in change && change.activityIds) || decision.activityIds)],
        },
        sampleDeciding(),
        [],
      ),
    ),
  ).toBe(expected);
});

test.each([
  ['routine-office-function', 'D9992', 'code/never-service'],
  ['routine-office-function', 'none', 'code.decided'],
] as const)('%s decided %s: %s', (kind, code, expected) => {
  const state = sampleCase([...sampleOpening, logged({ ...first, activityId: 'activity-1', kind })]);
  const chosen = { ...decision, code, proposed: code, activityIds: ['activity-1'] };
  expect(outcome(decideCode(state, chosen, sampleDeciding(), []))).toBe(expected);
});

test('what cannot be decided is named: the day, with whom, how it ended, and how long', () => {
  const left = { ...first, activityId: 'activity-1', contact: sampleContact({ reached: 'message-left' }) };
  const state = sampleCase([...sampleOpening, logged({ ...first, activityId: 'activity-0' }), logged(left)]);
  const activityIds = ['activity-0', 'activity-1'];
  expect(decideCode(state, { ...decision, activityIds }, sampleDeciding(), [])).toMatchObject({
    code: 'code/never-service',
    at: '/activityIds/1',
    params: {
      day: left.serviceDate,
      about: ['Dr. Sol Surgeon', { id: 'web.word.reached.message-left' }],
      seconds: left.time.seconds,
    },
  });
});

test('a withdrawn activity has no code', () => {
  const state = sampleCase([
    ...sampleOpening,
    logged(first),
    { type: 'activity.withdrawn', data: { activityId: 'activity-1', reason: 'x' } },
  ]);
  expect(outcome(decideCode(state, { ...decision, activityIds: ['activity-1'] }, sampleDeciding(), []))).toBe(
    'code/activity-withdrawn',
  );
});

const decidedAs = (code: typeof decision.code | 'D9311' | 'none', activityId: string): CaseStep => ({
  type: 'code.decided',
  data: {
    decision: {
      ...decision,
      decisionId: `decision-${activityId}`,
      code,
      activityIds: [activityId],
      reason: 'x',
    },
  },
});
/** From 17:05 to 17:15, five minutes of which the first call has. */
const second = sampleCall('activity-3', '2026-03-05', 600, 5);
const onAnotherCase = {
  activityId: 'elsewhere',
  staffId: first.staffId,
  time: second.time,
  caseId: 'case-2',
  patientId: 'patient-1',
};

test.each([
  ['under the same code', [logged(second), decidedAs('D9992', 'activity-3')], [], undefined],
  ['under another code', [logged(second), decidedAs('D9311', 'activity-3')], [], 'D9311'],
  ['under no code', [logged(second), decidedAs('none', 'activity-3')], [], undefined],
  ['that nobody has decided yet', [logged(second)], [], undefined],
  [
    'of somebody else under another code',
    [logged({ ...second, staffId: 'staff-dentist' }), decidedAs('D9311', 'activity-3')],
    [],
    undefined,
  ],
  [
    'right after, under another code',
    [logged(sampleCall('activity-3', '2026-03-05', 600, 11)), decidedAs('D9311', 'activity-3')],
    [],
    undefined,
  ],
  ['under another code on another case', [], [{ ...onAnotherCase, codes: ['D9991'] }], 'D9991'],
  ['under the same code on another case', [], [{ ...onAnotherCase, codes: ['D9992'] }], undefined],
  ['under no code on another case', [], [{ ...onAnotherCase, codes: [] }], undefined],
] as const)('minutes %s', (_name, steps, elsewhere, firstCode) => {
  const state = sampleCase([...sampleOpening, logged(first), ...steps]);
  const decided = decideCode(
    state,
    { ...decision, activityIds: ['activity-1'] },
    sampleDeciding(),
    elsewhere,
  );
  if (firstCode === undefined) expect(outcome(decided)).toBe('code.decided');
  else
    expect(decided).toMatchObject({
      code: elsewhere.length > 0 ? 'code/minutes-used-elsewhere' : 'code/minutes-used',
      params: { code: firstCode },
      at: '/activityIds/0',
    });
});

test('a later decision about the same entry replaces the earlier one', () => {
  const state = sampleCase([...sampleOpening, logged(first), decidedAs('D9311', 'activity-1')]);
  const chosen = { ...decision, activityIds: ['activity-1'] };
  expect(outcome(decideCode(state, chosen, sampleDeciding(), []))).toBe('code.decided');
});
