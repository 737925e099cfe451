import type { Activity } from '../activity/activity.ts';
import type { Citation, Stamp } from '../audit/event.ts';
import type { Claim } from '../claim/claim.ts';
import type { CodeDecision } from '../code-guide/code-decision.ts';
import type { RecordedSheet } from '../decision/recorded-sheet.ts';
import type { Instant } from '../kernel/calendar-date.ts';
import type { NecessityFactor } from '../necessity/factor.ts';
import type { Referral, ReferralMove, ReferralState } from '../referral/referral.ts';
import type { TeamMember } from '../team/team-member.ts';
import type { PlanItem } from '../treatment-plan/plan-item.ts';
import type { SignedPlan } from '../treatment-plan/signed-plan.ts';
import type { SharedPlan } from '../treatment-plan/shared-plan.ts';
import type { Task, TaskHold } from '../worklist/task.ts';
import type {
  Attestation,
  CaseEvent,
  CaseState,
  ChargeAgreement,
  CoverageAnswer,
  Inquiry,
  SealedPacket,
} from './case-events.ts';

export interface RecordedActivity extends Stamp {
  readonly activity: Activity;
  readonly late: boolean;
  readonly reliedOn: readonly Citation[];
  readonly signed: Stamp | undefined;
  readonly amendments: readonly (Stamp & { readonly original: Activity; readonly reason: string })[];
  readonly withdrawn: (Stamp & { readonly reason: string }) | undefined;
}

export interface RecordedTask extends Stamp {
  readonly task: Task;
  readonly hold: TaskHold | undefined;
  readonly ended: (Stamp & { readonly outcome: string; readonly how: 'done' | 'canceled' }) | undefined;
  /** When the present holder got the ball. */
  readonly heldSince: Instant;
}

export interface RecordedReferral extends Stamp {
  readonly referral: Referral;
  readonly state: ReferralState;
  readonly moves: readonly (Stamp & { readonly move: ReferralMove })[];
}

export interface RecordedClaim extends Stamp {
  readonly claim: Claim;
  readonly releases: readonly (Stamp & { readonly format: string; readonly sha256: string })[];
  /** Taken back before it was sent. */
  readonly withdrawn: (Stamp & { readonly reason: string }) | undefined;
}

/** A coordination case as its events leave it. */
export interface CoordinationCase {
  readonly caseId: string;
  readonly patientId: string;
  readonly position: number;
  readonly title: string;
  readonly reason: string;
  readonly state: CaseState;
  readonly stateReason: string;
  readonly stateSince: Instant;
  readonly holdUntil: string | undefined;
  readonly ownerStaffId: string | undefined;
  readonly team: string | undefined;
  readonly receivedReferralId: string | undefined;
  readonly opened: Stamp;
  readonly factors: ReadonlyMap<string, Stamp & { readonly factor: NecessityFactor }>;
  readonly members: ReadonlyMap<string, Stamp & { readonly member: TeamMember }>;
  readonly planItems: ReadonlyMap<string, Stamp & { readonly item: PlanItem }>;
  readonly planSignatures: readonly (Stamp & SignedPlan)[];
  readonly sharedPlan: SharedPlan;
  readonly optionSheets: ReadonlyMap<string, RecordedSheet>;
  readonly activities: ReadonlyMap<string, RecordedActivity>;
  readonly tasks: ReadonlyMap<string, RecordedTask>;
  readonly referrals: ReadonlyMap<string, RecordedReferral>;
  readonly coverageAnswers: readonly (Stamp & { readonly answer: CoverageAnswer })[];
  readonly chargeAgreements: readonly (Stamp & { readonly agreement: ChargeAgreement })[];
  readonly codeDecisions: readonly (Stamp & { readonly decision: CodeDecision })[];
  readonly attestations: readonly (Stamp & { readonly attestation: Attestation })[];
  readonly claims: ReadonlyMap<string, RecordedClaim>;
  readonly packets: readonly (Stamp & { readonly packet: SealedPacket })[];
  readonly inquiries: readonly (Stamp & { readonly inquiry: Inquiry })[];
}

export function stampOf(event: CaseEvent): Stamp {
  return {
    position: event.position,
    who: event.who,
    occurredAt: event.occurredAt,
    recordedAt: event.recordedAt,
  };
}
