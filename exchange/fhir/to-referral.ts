import type { CodeableConcept, Identifier, Reference, ServiceRequest, Task } from 'fhir/r4';
import type { RecordedReferral } from '#domain/case/case.ts';
import { timeZoneOf } from '#domain/case/deciding.ts';
import { dayOf } from '#domain/kernel/calendar-date.ts';
import type { ReferralState } from '#domain/referral/referral.ts';
import { protectedCategoriesOfMember } from '#domain/necessity/protected-evidence.ts';
import type { TeamRole } from '#domain/team/team-member.ts';
import { concept, ourIdentifier, positionExtension, systems } from './fhir-codes.ts';
import { memberReference, practiceReference } from './to-directory.ts';
import { patientReference } from './to-patient.ts';
import type { Scene } from './to-scene.ts';

/**
 * A referral as a ServiceRequest, which carries the authority, and a Task, which carries the fulfillment, with
 * the business states of BSeR (standards-facts 1.3). The recipient's own identifier is not known to us, so that
 * neither claims to conform to the BSeR profiles.
 */
export function putReferrals(scene: Scene): void {
  for (const recorded of scene.case.referrals.values())
    if (
      scene.allows(
        'coordination-record',
        'dental-record',
        ...protectedCategoriesOfMember(recorded.referral.toMemberId, scene.case.activities),
      )
    ) {
      scene.put(requestOf(scene, recorded));
      scene.put(taskOf(scene, recorded));
    }
}

const priorities = { routine: 'routine', urgent: 'urgent', emergency: 'stat' } as const;

const dentalRoles: readonly TeamRole[] = ['treating-dentist', 'dental-specialist', 'hygienist'];

function requestOf(scene: Scene, recorded: RecordedReferral): ServiceRequest {
  const { referral } = recorded;
  const member = scene.case.members.get(referral.toMemberId)?.member;
  const dental = member !== undefined && dentalRoles.includes(member.role);
  return {
    resourceType: 'ServiceRequest',
    id: scene.idOf('ServiceRequest', 'referral', referral.referralId),
    extension: [positionExtension('case', recorded.position)],
    identifier: [placerIdentifier(referral.referralId)],
    status: requestStatus(recorded),
    intent: 'order',
    category: [concept(systems.snomed, '3457005', 'referral')],
    priority: priorities[referral.priority],
    code: dental
      ? concept(systems.snomed, '103697008', 'referral for dental care')
      : concept(systems.snomed, '3457005', 'referral'),
    subject: patientReference(scene),
    authoredOn: recorded.recordedAt,
    requester: practiceReference(scene),
    performer: member ? [memberReference(scene, member)] : [],
    reasonCode: [{ text: referral.reason }],
    insurance: insuranceOf(scene),
    supportingInfo: needsOf(scene),
    note: referral.question.trim() ? [{ text: referral.question }] : [],
  };
}

/** What every visit has to allow for, where it may leave with it. */
function needsOf(scene: Scene): Reference[] {
  return [...scene.patient.accommodations.values()]
    .filter(({ value }) => value.active && scene.has('Flag', 'accommodation', value.accommodationId))
    .map(({ value }) => scene.reference('Flag', 'accommodation', value.accommodationId));
}

/** The coverages in force that may leave with it. */
function insuranceOf(scene: Scene): Reference[] {
  const today = dayOf(scene.asOf, timeZoneOf(scene.practice));
  return [...scene.patient.coverages.values()]
    .filter(({ value }) => value.through === undefined || value.through >= today)
    .filter(({ value }) => scene.has('Coverage', 'coverage', value.coverageId))
    .map(({ value }) => scene.reference('Coverage', 'coverage', value.coverageId));
}

function placerIdentifier(referralId: string): Identifier {
  return { type: concept(systems.identifierType, 'PLAC'), ...ourIdentifier('referral-id', referralId) };
}

interface Fulfillment {
  readonly status: Task['status'];
  /** Code of BSeR's business states, or our word where it has none. */
  readonly business: string;
}

const fulfillments: Record<Exclude<ReferralState, 'closed'>, Fulfillment> = {
  drafted: { status: 'draft', business: 'drafted' },
  sent: { status: 'requested', business: '2.0' },
  received: { status: 'received', business: '2.0' },
  accepted: { status: 'accepted', business: '3.0' },
  declined: { status: 'rejected', business: '4.0' },
  'more-information-asked': { status: 'received', business: 'more information asked' },
  booked: { status: 'in-progress', business: '5.1.1' },
  attended: { status: 'in-progress', business: '5.1.4' },
  'report-received': { status: 'completed', business: '7.0' },
  reviewed: { status: 'completed', business: '7.0' },
  'externally-managed': { status: 'on-hold', business: 'externally managed' },
};

/** A closed referral ended as its last telling state: with a report, refused, or given up. */
function fulfillmentOf({ state, moves }: RecordedReferral): Fulfillment {
  if (state !== 'closed') return fulfillments[state];
  const before = moves.map(({ move }) => move.to).findLast((to) => to !== 'closed');
  if (before === 'report-received' || before === 'reviewed') return fulfillments.reviewed;
  if (before === 'declined') return fulfillments.declined;
  return { status: 'cancelled', business: '6.0' };
}

/** A refused task does not revoke the request (standards-facts 1.3). */
function requestStatus(recorded: RecordedReferral): ServiceRequest['status'] {
  if (recorded.state === 'drafted') return 'draft';
  if (recorded.state !== 'closed') return 'active';
  return fulfillmentOf(recorded).status === 'completed' ? 'completed' : 'revoked';
}

function businessStatus(business: string): CodeableConcept {
  return /^\d/.test(business) ? concept(systems.bserStatus, business) : { text: business };
}

function taskOf(scene: Scene, recorded: RecordedReferral): Task {
  const { referral, moves } = recorded;
  const { status, business } = fulfillmentOf(recorded);
  const member = scene.case.members.get(referral.toMemberId)?.member;
  const last = moves.at(-1);
  const lastModified = [recorded.recordedAt, last?.recordedAt ?? recorded.recordedAt].toSorted().at(-1);
  return {
    resourceType: 'Task',
    id: scene.idOf('Task', 'referral', referral.referralId),
    extension: [positionExtension('case', last?.position ?? recorded.position)],
    identifier: [placerIdentifier(referral.referralId)],
    status,
    statusReason: status === 'rejected' ? { text: last?.move.note || 'declined' } : undefined,
    businessStatus: businessStatus(business),
    intent: 'order',
    priority: priorities[referral.priority],
    code: concept(systems.taskCode, 'fulfill'),
    focus: scene.reference('ServiceRequest', 'referral', referral.referralId),
    for: patientReference(scene),
    authoredOn: recorded.recordedAt,
    lastModified,
    requester: practiceReference(scene),
    owner: member ? memberReference(scene, member) : undefined,
  };
}
