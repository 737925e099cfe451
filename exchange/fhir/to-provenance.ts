import type { Reference } from 'fhir/r4';
import type { Stamp } from '#domain/audit/event.ts';
import { concept, hl7, positionExtension, systems } from './fhir-codes.ts';
import { practiceReference, staffReference } from './to-directory.ts';
import { activityReference } from './to-communication.ts';
import { patientReference } from './to-patient.ts';
import type { Scene } from './to-scene.ts';

/** Who recorded, amended and signed what, and when: one Provenance for each such event on a released resource. */
export function putProvenance(scene: Scene): void {
  if (!scene.allows('coordination-record')) return;
  for (const recorded of scene.case.activities.values()) {
    const target = activityReference(scene, recorded.activity);
    // The reason of a change can tell what the contact was about.
    const told = scene.allows(...(recorded.activity.contact?.disclosed ?? []));
    put(scene, target, recorded, 'author', 'CREATE');
    for (const amendment of recorded.amendments)
      put(scene, target, amendment, 'author', 'UPDATE', told ? amendment.reason : 'amended');
    if (recorded.signed) put(scene, target, recorded.signed, 'attester', 'UPDATE', 'signed');
    if (recorded.withdrawn)
      put(
        scene,
        target,
        recorded.withdrawn,
        'author',
        'NULLIFY',
        told ? recorded.withdrawn.reason : 'withdrawn',
      );
  }
  for (const recorded of scene.case.referrals.values())
    if (scene.has('ServiceRequest', 'referral', recorded.referral.referralId))
      put(
        scene,
        scene.reference('ServiceRequest', 'referral', recorded.referral.referralId),
        recorded,
        'author',
        'CREATE',
      );
  for (const recorded of scene.case.claims.values())
    if (scene.has('Claim', 'claim', recorded.claim.claimId))
      put(scene, scene.reference('Claim', 'claim', recorded.claim.claimId), recorded, 'author', 'CREATE');
  if (!scene.has('CarePlan', 'case', scene.case.caseId)) return;
  const plan = scene.reference('CarePlan', 'case', scene.case.caseId);
  put(scene, plan, scene.case.opened, 'author', 'CREATE');
  for (const signed of scene.case.planSignatures)
    put(scene, plan, signed, 'attester', 'UPDATE', `plan version ${signed.signature.version} signed`);
  for (const attested of scene.case.attestations)
    put(scene, plan, attested, 'attester', 'UPDATE', attested.attestation.statement);
}

/** One event can sign many activities, so that the position alone does not name a Provenance. */
function put(
  scene: Scene,
  target: Reference,
  stamp: Stamp,
  agent: 'author' | 'attester',
  activity: 'CREATE' | 'UPDATE' | 'NULLIFY',
  reason?: string,
): void {
  const record = `${stamp.position}-${(target.reference ?? '').split('/')[1] ?? ''}`.slice(0, 60);
  const { who } = stamp;
  scene.put({
    resourceType: 'Provenance',
    id: scene.idOf('Provenance', `${agent} ${activity} ${target.reference ?? ''}`, record),
    extension: [positionExtension('case', stamp.position)],
    target: [target],
    occurredDateTime: stamp.occurredAt,
    recorded: stamp.recordedAt,
    reason: reason === undefined ? [] : [{ text: reason }],
    activity: concept(systems.dataOperation, activity),
    agent: [
      {
        type: concept(hl7('provenance-participant-type'), agent),
        role: [{ text: [who.role, who.credential ?? ''].join(' ').trim() }],
        who: who.kind === 'patient' ? patientReference(scene) : staffReference(scene, who.id, who.name),
        onBehalfOf: who.kind === 'staff' ? practiceReference(scene) : undefined,
      },
    ],
  });
}
