import { Type, type Static } from 'typebox';
import { Activity } from '#domain/activity/activity.ts';
import { ChargeAgreement, closingOutcomes } from '#domain/case/case-events.ts';
import { CodeDecision } from '#domain/code-guide/code-decision.ts';
import { BenefitFact } from '#domain/coverage/benefit-fact.ts';
import { PlanAnswer } from '#domain/coverage/plan-answer.ts';
import { SheetText } from '#domain/decision/option-sheet.ts';
import { PatientDecision, Revisit } from '#domain/decision/patient-decision.ts';
import {
  DateSchema,
  FilledTextSchema,
  IdSchema,
  oneOf,
  ProcedureCodeSchema,
  TextSchema,
} from '#domain/kernel/schema.ts';
import { NecessityFactor } from '#domain/necessity/factor.ts';
import { Referral, ReferralMove } from '#domain/referral/referral.ts';
import { TeamMember } from '#domain/team/team-member.ts';
import { Constraint } from '#domain/treatment-plan/constraint.ts';
import {
  Disagreement,
  DisagreementStance,
  GateAnswer,
  KeptSchedule,
  MemberAvailability,
  PathwayApplication,
  PlanEvent,
} from '#domain/treatment-plan/plan-events.ts';
import { PatientPreferences } from '#domain/treatment-plan/patient-preferences.ts';
import { PlanItem } from '#domain/treatment-plan/plan-item.ts';
import { Holder, Task, TaskHold } from '#domain/worklist/task.ts';
import { DaysByItem } from './plan-order.ts';

/**
 * What can be done to a case: POST /api/cases/{caseId}/{command}. Ids of new things come from the caller, so that a
 * repeated request records nothing twice. `expectedPosition` is the position the caller saw; a change of the same
 * thing by somebody else since then refuses the write and says what changed.
 */
const Expected = { expectedPosition: Type.Optional(Type.Integer({ minimum: 0 })) };
const Reason = FilledTextSchema(500);
/**
 * Signing asks for the password again, and for the second factor where one is set up. Who signs says which state of
 * the case was on the screen: what came afterwards was not read, and is not signed.
 */
const Signing = {
  expectedPosition: Type.Integer({ minimum: 1 }),
  password: FilledTextSchema(200),
  code: Type.Optional(TextSchema(10)),
};

/** What the patient decided; `planFollows` accepts the steps of the chosen option and declines those of the others. */
const Decision = { decision: PatientDecision, planFollows: Type.Boolean() };

export const caseCommands = {
  assign: Type.Object({
    ...Expected,
    ownerStaffId: Type.Union([IdSchema, Type.Null()]),
    team: Type.Union([TextSchema(60), Type.Null()]),
    reason: TextSchema(500),
  }),
  'put-on-hold': Type.Object({ ...Expected, reason: Reason, until: Type.Union([DateSchema, Type.Null()]) }),
  resume: Type.Object({ ...Expected, reason: Reason }),
  close: Type.Object({ ...Expected, outcome: oneOf(closingOutcomes), reason: Reason }),
  reopen: Type.Object({ ...Expected, reason: Reason }),
  'record-factor': Type.Object({ ...Expected, factor: NecessityFactor }),
  'withdraw-factor': Type.Object({ ...Expected, factorId: IdSchema, reason: Reason }),
  'record-member': Type.Object({ ...Expected, member: TeamMember }),
  'end-member': Type.Object({ ...Expected, memberId: IdSchema, through: DateSchema, reason: Reason }),
  'record-plan-item': Type.Object({ ...Expected, item: PlanItem }),
  'sign-plan': Type.Object({ ...Signing, statement: FilledTextSchema(500) }),
  'record-outside-event': Type.Object({ ...Expected, event: PlanEvent }),
  'withdraw-outside-event': Type.Object({ ...Expected, eventId: IdSchema, reason: Reason }),
  'apply-pathway': Type.Object({ ...Expected, application: PathwayApplication }),
  'lift-pathway': Type.Object({ ...Expected, pathwayId: IdSchema, reason: Reason }),
  'record-constraint': Type.Object({ ...Expected, constraint: Constraint }),
  'withdraw-constraint': Type.Object({ ...Expected, constraintId: IdSchema, reason: Reason }),
  'set-constraint-aside': Type.Object({ ...Expected, constraintId: IdSchema, reason: Reason }),
  'restore-constraint': Type.Object({ ...Expected, constraintId: IdSchema, reason: Reason }),
  'answer-gate': Type.Object({ ...Expected, answer: GateAnswer }),
  'record-availability': Type.Object({ ...Expected, availability: MemberAvailability }),
  'record-preferences': Type.Object({ ...Expected, preferences: PatientPreferences }),
  'open-disagreement': Type.Object({ ...Expected, disagreement: Disagreement }),
  'take-stance': Type.Object({ ...Expected, stance: DisagreementStance }),
  'resolve-disagreement': Type.Object({
    ...Expected,
    disagreementId: IdSchema,
    resolution: FilledTextSchema(1000),
  }),
  /** The order that the team works by: a day for every step that is still to be done. */
  'keep-schedule': Type.Object({
    ...Expected,
    scheduleId: IdSchema,
    days: DaysByItem,
    madeBy: KeptSchedule.properties.madeBy,
    levels: KeptSchedule.properties.levels,
  }),
  'record-options': Type.Object({ ...Expected, sheet: SheetText }),
  'withdraw-options': Type.Object({ ...Expected, sheetId: IdSchema, reason: Reason }),
  'record-decision': Type.Object({ ...Expected, ...Decision }),
  'revisit-decision': Type.Object({ ...Expected, ...Decision, revisit: Revisit }),
  /** One contact, one entry: the activity, the next action, the referral's move and what a payer said in one save. */
  'log-activity': Type.Object({
    ...Expected,
    activity: Activity,
    task: Type.Optional(Task),
    finishTaskId: Type.Optional(IdSchema),
    referralMove: Type.Optional(ReferralMove),
    benefitFacts: Type.Optional(Type.Array(BenefitFact, { maxItems: 20 })),
    planAnswers: Type.Optional(Type.Array(PlanAnswer, { maxItems: 5 })),
    sign: Type.Boolean(),
  }),
  /** An amended entry is unsigned until its author signs it as it now reads; `sign` does so at once. */
  'amend-activity': Type.Object({
    ...Expected,
    activity: Activity,
    reason: Reason,
    sign: Type.Optional(Type.Boolean()),
  }),
  'withdraw-activity': Type.Object({ ...Expected, activityId: IdSchema, reason: Reason }),
  'sign-activities': Type.Object({
    ...Expected,
    activityIds: Type.Array(IdSchema, { minItems: 1, maxItems: 500 }),
  }),
  'open-task': Type.Object({ ...Expected, task: Task }),
  'reassign-task': Type.Object({
    ...Expected,
    taskId: IdSchema,
    holder: Holder,
    ownerStaffId: Type.Union([IdSchema, Type.Null()]),
    due: Type.Union([DateSchema, Type.Null()]),
  }),
  'hold-task': Type.Object({ ...Expected, taskId: IdSchema, hold: TaskHold }),
  'finish-task': Type.Object({ ...Expected, taskId: IdSchema, outcome: TextSchema(500) }),
  'cancel-task': Type.Object({ ...Expected, taskId: IdSchema, reason: Reason }),
  'draft-referral': Type.Object({ ...Expected, referral: Referral }),
  'move-referral': Type.Object({ ...Expected, move: ReferralMove }),
  'answer-coverage': Type.Object({
    ...Expected,
    answerId: IdSchema,
    coverageId: IdSchema,
    code: ProcedureCodeSchema,
    serviceDate: DateSchema,
  }),
  'agree-charge': Type.Object({ ...Expected, agreement: ChargeAgreement }),
  'decide-code': Type.Object({
    ...Expected,
    decisionId: IdSchema,
    code: CodeDecision.properties.code,
    activityIds: Type.Array(IdSchema, { minItems: 1, maxItems: 2000 }),
    reason: TextSchema(2000),
  }),
  attest: Type.Object({ ...Signing, statement: FilledTextSchema(500) }),
  'create-claim': Type.Object({
    ...Expected,
    claimId: IdSchema,
    coverageId: IdSchema,
    frequency: oneOf(['original', 'replacement', 'void']),
    /** Our own claim that this one replaces or voids; needed where several stand. */
    replacesClaimId: Type.Optional(IdSchema),
    payerClaimNumber: Type.Optional(TextSchema(50)),
  }),
  'withdraw-claim': Type.Object({ ...Expected, claimId: IdSchema, reason: Reason }),
} as const;

export type CaseCommandName = keyof typeof caseCommands;
export type CaseCommand<Name extends CaseCommandName> = Static<(typeof caseCommands)[Name]>;

export const caseCommandNames: readonly CaseCommandName[] = Object.keys(caseCommands).filter(
  (name): name is CaseCommandName => name in caseCommands,
);

export const OpenCase = Type.Object({
  caseId: IdSchema,
  patientId: IdSchema,
  title: FilledTextSchema(120),
  reason: FilledTextSchema(1000),
  ownerStaffId: Type.Union([IdSchema, Type.Null()]),
  team: Type.Union([TextSchema(60), Type.Null()]),
  receivedReferralId: Type.Union([IdSchema, Type.Null()]),
});
export type OpenCase = Static<typeof OpenCase>;
