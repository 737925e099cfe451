import { createHash } from 'node:crypto';
import type { CaseCommandName } from '#contract/commands.ts';
import type { StaffRole } from '#domain/audit/event.ts';
import { contentOf } from '#domain/decision/option-decisions.ts';
import { testOptionSheet } from '#server/test-option-sheet.ts';
import { testPassword } from '#server/test-practice.ts';
import { at, dayAt, testContact } from '#server/test-ready-case.ts';
import { benefitFact } from './patient-bodies.ts';

const reason = 'the family asked for it';

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
const signing = {
  expectedPosition: 1,
  password: testPassword,
  statement: 'As it is recorded.',
}; /** For each command of a case: what must have happened, what it says, and who says it. */
export const onCase: {
  readonly [Name in CaseCommandName]: (caseId: string) => {
    readonly body: object;
    readonly before?: readonly Step[];
    readonly who?: StaffRole;
    /** The case has to be ready for a claim first; its contacts ended so many minutes ago, no two at the same time. */
    readonly ready?: number;
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
    ready: 60,
  }),
  'withdraw-claim': () => ({
    body: { claimId: 'claim-2', reason },
    before: [['create-claim', { claimId: 'claim-2', coverageId: 'coverage-1', frequency: 'original' }]],
    ready: 200,
  }),
};
