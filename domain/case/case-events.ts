import { Type, type Static } from 'typebox';
import { Activity } from '../activity/activity.ts';
import { answerStatuses } from '../assistant/assistant-answer.ts';
import type { NewEvent, RecordedEvent } from '../audit/event.ts';
import type { Claim } from '../claim/claim.ts';
import type { CodeDecision } from '../code-guide/code-decision.ts';
import { coverageStatuses } from '../coverage/benefit-fact.ts';
import type { DecisionEventData } from '../decision/decision-events.ts';
import {
  CentsSchema,
  DateSchema,
  FilledTextSchema,
  IdSchema,
  InstantSchema,
  oneOf,
  ProcedureCodeSchema,
  TextSchema,
} from '../kernel/schema.ts';
import type { NecessityFactor } from '../necessity/factor.ts';
import type { Referral, ReferralMove } from '../referral/referral.ts';
import type { TeamMember } from '../team/team-member.ts';
import type { PlanItem } from '../treatment-plan/plan-item.ts';
import type { SignedPlan } from '../treatment-plan/signed-plan.ts';
import type { PlanEventData } from '../treatment-plan/plan-events.ts';
import type { Task, TaskHold } from '../worklist/task.ts';

export const caseStates = ['open', 'on-hold', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];

export const closingOutcomes = [
  'coordination-completed',
  'patient-declined',
  'patient-unreachable',
  'transferred',
  'opened-in-error',
  'other',
] as const;

/** What an amendment changes: the whole activity as it should read, with the reason; the original stays in the chain. */
const ActivityAmendment = Type.Object({ activity: Activity, reason: FilledTextSchema(500) });
export type ActivityAmendment = Static<typeof ActivityAmendment>;

/** The answer to "will this payer pay this code on this day?", as it was known when it was asked. */
export const CoverageAnswer = Type.Object({
  answerId: IdSchema,
  coverageId: IdSchema,
  code: ProcedureCodeSchema,
  serviceDate: DateSchema,
  status: oneOf(coverageStatuses),
  /** Benefit fact or rulebook rule that the answer rests on. */
  basis: FilledTextSchema(300),
  rulebookVersion: FilledTextSchema(80),
});
export type CoverageAnswer = Static<typeof CoverageAnswer>;

/** What the patient was told beforehand that coordination may cost, and whether they agreed. */
export const ChargeAgreement = Type.Object({
  agreementId: IdSchema,
  code: ProcedureCodeSchema,
  amount: CentsSchema,
  toldAt: InstantSchema,
  toldBy: FilledTextSchema(120),
  toldTo: FilledTextSchema(120),
  agreed: Type.Boolean(),
  consentId: Type.Optional(IdSchema),
  note: TextSchema(500),
});
export type ChargeAgreement = Static<typeof ChargeAgreement>;

export const Attestation = Type.Object({
  statement: FilledTextSchema(500),
  activityIds: Type.Array(IdSchema, { maxItems: 2000 }),
  /** Position of the case that was on the screen when it was attested. */
  upToPosition: Type.Integer({ minimum: 1 }),
});
export type Attestation = Static<typeof Attestation>;

export const SealedPacket = Type.Object({
  packetId: IdSchema,
  recipientName: FilledTextSchema(160),
  recipientKind: oneOf(['provider', 'payer', 'patient', 'representative', 'auditor', 'own-use']),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  upToPosition: Type.Integer({ minimum: 1 }),
});
export type SealedPacket = Static<typeof SealedPacket>;

/**
 * A question that somebody put to the assistant on a case, and what it answered: evidence that it was looked into.
 * The question is kept without the personal data that was typed into it.
 */
export const Inquiry = Type.Object({
  inquiryId: IdSchema,
  question: TextSchema(2000),
  status: oneOf(answerStatuses),
  answer: TextSchema(6000),
  codes: Type.Array(ProcedureCodeSchema, { maxItems: 40 }),
  /** Ids of the passages that the answer rests on. */
  cited: Type.Array(TextSchema(200), { maxItems: 400 }),
  /** Whether a connected language model put the answer into words. */
  rephrased: Type.Boolean(),
});
export type Inquiry = Static<typeof Inquiry>;

export interface CaseEventData extends PlanEventData, DecisionEventData {
  'case.opened': {
    patientId: string;
    title: string;
    reason: string;
    ownerStaffId: string | null;
    team: string | null;
    receivedReferralId: string | null;
  };
  'case.assigned': { ownerStaffId: string | null; team: string | null; reason: string };
  'case.put-on-hold': { reason: string; until: string | null };
  'case.resumed': { reason: string };
  'case.closed': { outcome: (typeof closingOutcomes)[number]; reason: string };
  'case.reopened': { reason: string };
  'necessity.factor-recorded': { factor: NecessityFactor };
  'necessity.factor-withdrawn': { factorId: string; reason: string };
  'team.member-recorded': { member: TeamMember };
  'team.member-ended': { memberId: string; through: string; reason: string };
  'plan.item-recorded': { item: PlanItem };
  'plan.signed': SignedPlan;
  'activity.logged': { activity: Activity; late: boolean };
  'activity.amended': { amendment: ActivityAmendment };
  'activity.withdrawn': { activityId: string; reason: string };
  'activity.signed': { activityIds: readonly string[] };
  'task.opened': { task: Task };
  'task.reassigned': {
    taskId: string;
    holder: Task['holder'];
    ownerStaffId: string | null;
    due: string | null;
  };
  'task.held': { taskId: string; hold: TaskHold };
  'task.done': { taskId: string; outcome: string };
  'task.canceled': { taskId: string; reason: string };
  'referral.drafted': { referral: Referral };
  'referral.moved': { move: ReferralMove };
  'coverage.answered': { answer: CoverageAnswer };
  'charge.agreed': { agreement: ChargeAgreement };
  'code.decided': { decision: CodeDecision };
  'case.attested': { attestation: Attestation };
  'claim.created': { claim: Claim };
  'claim.released': { claimId: string; format: 'x12' | 'pdf' | 'fhir'; sha256: string; decision: string };
  /** Taken back before it went to the payer, by the word of whoever takes it back. */
  'claim.withdrawn': { claimId: string; reason: string };
  'packet.sealed': { packet: SealedPacket };
  'assistant.asked': { inquiry: Inquiry };
}
export type CaseEventType = keyof CaseEventData;
export type CaseEvent = { [T in CaseEventType]: RecordedEvent<T, CaseEventData[T]> }[CaseEventType];
export type NewCaseEvent = { [T in CaseEventType]: NewEvent<T, CaseEventData[T]> }[CaseEventType];
