import type { CaseEvent } from '../case/case-events.ts';
import { isSameParty } from '../consent/authorization-scope.ts';
import type { Coverage } from '../coverage/benefit-fact.ts';
import type { PatientEvent } from '../patient/patient-events.ts';
import { isSharedPlanEvent } from '../treatment-plan/plan-events.ts';
import type { BilledWork } from './billed-work.ts';

const keptFromPayers: ReadonlyMap<string, readonly string[]> = new Map<
  (CaseEvent | PatientEvent)['type'],
  readonly string[]
>([
  ['case.opened', ['data.title', 'data.reason', 'data.ownerStaffId', 'data.team']],
  ['plan.signed', ['data.frame']],
  ['patient.coverage-recorded', ['data.order']],
]);

/**
 * Whether a part of an event that may go stays behind: of the opening, what it is called and why, in free words, and who holds the case; of a
 * signed plan, how the treatment is ordered and by which rules; of a coverage, what is known of custody and work.
 */
export function isKeptFromPayers({ type }: Pick<CaseEvent | PatientEvent, 'type'>, part: string): boolean {
  return keptFromPayers.get(type)?.includes(part) === true;
}

/** Whether an event tells of billed work, so that its content may go to the payer. `demographicsPosition` is today's. */
export function isOfBilledWork(
  event: CaseEvent | PatientEvent,
  work: BilledWork,
  demographicsPosition: number | undefined,
): boolean {
  const some = (ids: readonly string[], among: ReadonlySet<string>) => ids.some((id) => among.has(id));
  // How the treatment is ordered is no payer's business.
  if (isSharedPlanEvent(event)) return false;
  switch (event.type) {
    case 'case.opened':
      return true;
    case 'case.assigned':
    case 'case.put-on-hold':
    case 'case.resumed':
    case 'case.closed':
    case 'case.reopened':
    case 'decision.options-recorded':
    case 'decision.options-withdrawn':
    case 'decision.made':
    case 'decision.revisited':
    case 'assistant.asked':
      // Who holds the case, why it rests, how its treatment is ordered, what the patient weighed and what was asked
      // about it is no payer's business.
      return false;
    case 'necessity.factor-recorded':
      return work.factorIds.has(event.data.factor.factorId);
    case 'necessity.factor-withdrawn':
      return work.factorIds.has(event.data.factorId);
    case 'team.member-recorded':
      return work.memberIds.has(event.data.member.memberId);
    case 'team.member-ended':
      return work.memberIds.has(event.data.memberId);
    case 'plan.item-recorded':
      return work.planItemIds.has(event.data.item.itemId);
    case 'plan.signed':
      return event.data.signature.items.every(({ itemId }) => work.planItemIds.has(itemId));
    case 'activity.logged':
      return work.activityIds.has(event.data.activity.activityId);
    case 'activity.amended':
      return work.activityIds.has(event.data.amendment.activity.activityId);
    case 'activity.withdrawn':
      return work.activityIds.has(event.data.activityId);
    case 'activity.signed':
      return some(event.data.activityIds, work.activityIds);
    case 'task.opened':
      return work.taskIds.has(event.data.task.taskId);
    case 'task.reassigned':
    case 'task.held':
    case 'task.done':
    case 'task.canceled':
      return work.taskIds.has(event.data.taskId);
    case 'referral.drafted':
      return work.referralIds.has(event.data.referral.referralId);
    case 'referral.moved':
      return work.referralIds.has(event.data.move.referralId);
    case 'coverage.answered':
      return work.ownCoverageIds.has(event.data.answer.coverageId);
    case 'charge.agreed':
      return work.agreementIds.has(event.data.agreement.agreementId);
    case 'code.decided':
      return some(event.data.decision.activityIds, work.activityIds);
    case 'case.attested':
      return some(event.data.attestation.activityIds, work.activityIds);
    case 'claim.created':
      return work.claimIds.has(event.data.claim.claimId);
    case 'claim.released':
    case 'claim.withdrawn':
      return work.claimIds.has(event.data.claimId);
    case 'packet.sealed':
      return isSameParty({ name: event.data.packet.recipientName }, { name: work.payer.name });
    case 'patient.registered':
    case 'patient.demographics-changed':
      return event.position === demographicsPosition;
    case 'patient.related-person-recorded':
      return work.relatedPersonIds.has(event.data.relatedPerson.relatedPersonId);
    case 'patient.condition-recorded':
      return work.conditionIds.has(event.data.condition.conditionId);
    case 'patient.history-recorded':
      return work.historyIds.has(event.data.item.itemId);
    case 'patient.accommodation-recorded':
      return work.accommodationIds.has(event.data.accommodation.accommodationId);
    case 'patient.coverage-recorded':
      return namesItsPayer(event.data.coverage, work);
    case 'patient.benefit-fact-recorded':
      return work.ownCoverageIds.has(event.data.fact.coverageId);
    case 'patient.benefit-withdrawn':
      return work.ownCoverageIds.has(event.data.withdrawal.coverageId);
    case 'patient.benefit-use-recorded':
      return work.ownCoverageIds.has(event.data.use.coverageId);
    case 'patient.plan-answer-recorded':
      return work.ownCoverageIds.has(event.data.answer.coverageId);
    case 'patient.consent-recorded':
      return work.consentIds.has(event.data.consent.consentId);
    case 'patient.consent-revoked':
      return work.consentIds.has(event.data.revocation.consentId);
    case 'patient.document-attached':
      return work.documentIds.has(event.data.document.documentId);
    case 'patient.referral-received':
      return work.receivedReferralIds.has(event.data.referral.receivedReferralId);
    case 'patient.predetermination-prepared':
    case 'patient.predetermination-sent':
    case 'patient.predetermination-answered':
    case 'patient.predetermination-withdrawn':
      // About work that is not done yet, and often of other offices.
      return false;
    case 'patient.document-withdrawn':
    case 'patient.restriction-agreed':
    case 'patient.resource-kept':
    case 'patient.disclosure-recorded':
      return false;
  }
}

/** A payer that was put there by mistake, and corrected since, is nothing to tell the one that is asked to pay. */
function namesItsPayer(
  { coverageId, payerName, payerId }: Coverage,
  { payerOfCoverage }: Pick<BilledWork, 'payerOfCoverage'>,
): boolean {
  const payer = payerOfCoverage.get(coverageId);
  return payer !== undefined && isSameParty({ name: payerName, partyId: payerId }, payer);
}
