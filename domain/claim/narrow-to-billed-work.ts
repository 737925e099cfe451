import type { CoordinationCase } from '../case/case.ts';
import { isSameParty } from '../consent/authorization-scope.ts';
import type { Patient } from '../patient/patient.ts';
import { emptySharedPlan } from '../treatment-plan/shared-plan.ts';
import type { BilledWork } from './billed-work.ts';

/** The record of a case as far as a payer may see it: what is printed or exported from it holds the billed work only. */
export function narrowCase(state: CoordinationCase, work: BilledWork): CoordinationCase {
  const some = (ids: readonly string[]) => ids.some((id) => work.activityIds.has(id));
  return {
    ...state,
    // Who in the practice holds the case, and why it rests, is its own business. Why it was opened is often the whole
    // note of a referral, with conditions that nobody bills, and what it is called is free text as well: the reasons with
    // their evidence stand for both.
    title: '',
    reason: '',
    stateReason: '',
    ownerStaffId: undefined,
    team: undefined,
    factors: within(state.factors, work.factorIds),
    members: within(state.members, work.memberIds),
    planItems: within(state.planItems, work.planItemIds),
    planSignatures: state.planSignatures.flatMap(({ frame: _frame, ...signed }) =>
      signed.signature.items.every(({ itemId }) => work.planItemIds.has(itemId)) ? [signed] : [],
    ),
    activities: within(state.activities, work.activityIds),
    tasks: within(state.tasks, work.taskIds),
    referrals: within(state.referrals, work.referralIds),
    coverageAnswers: state.coverageAnswers.filter(({ answer }) => work.ownCoverageIds.has(answer.coverageId)),
    chargeAgreements: state.chargeAgreements.filter(({ agreement }) =>
      work.agreementIds.has(agreement.agreementId),
    ),
    codeDecisions: state.codeDecisions.filter(({ decision }) => some(decision.activityIds)),
    attestations: state.attestations.filter(({ attestation }) => some(attestation.activityIds)),
    sharedPlan: emptySharedPlan,
    inquiries: [],
    claims: within(state.claims, work.claimIds),
    packets: state.packets.filter(({ packet }) =>
      isSameParty({ name: packet.recipientName }, { name: work.payer.name }),
    ),
  };
}

export function narrowPatient(patient: Patient, work: BilledWork): Patient {
  return {
    ...patient,
    relatedPersons: within(patient.relatedPersons, work.relatedPersonIds),
    conditions: within(patient.conditions, work.conditionIds),
    history: within(patient.history, work.historyIds),
    accommodations: within(patient.accommodations, work.accommodationIds),
    coverages: within(patient.coverages, work.coverageIds),
    benefitFacts: patient.benefitFacts.filter(({ value }) => work.ownCoverageIds.has(value.coverageId)),
    planAnswers: patient.planAnswers.filter(({ value }) => work.ownCoverageIds.has(value.coverageId)),
    withdrawn: patient.withdrawn.filter(({ withdrawal }) => work.ownCoverageIds.has(withdrawal.coverageId)),
    benefitUses: new Map(
      [...patient.benefitUses].filter(([, { value }]) => work.ownCoverageIds.has(value.coverageId)),
    ),
    predeterminations: new Map(),
    consents: within(patient.consents, work.consentIds),
    restrictions: [],
    documents: within(patient.documents, work.documentIds),
    withdrawnDocuments: new Map(),
    keptResources: new Map(),
    receivedReferrals: within(patient.receivedReferrals, work.receivedReferralIds),
    disclosures: [],
  };
}

function within<Value>(
  all: ReadonlyMap<string, Value>,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, Value> {
  return new Map([...all].filter(([id]) => ids.has(id)));
}
