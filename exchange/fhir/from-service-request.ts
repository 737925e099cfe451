import type { ReceivedReferral } from '#domain/patient/patient-events.ts';
import { keysOfReference, recordId } from './from-keys.ts';
import type { ImportMessage } from './from-outcome.ts';
import { npiOf } from './from-npi.ts';
import { fromProcedureOrder, isDentalProcedure } from './from-procedure.ts';
import {
  absentFlags,
  became,
  dayAndFlags,
  keptOnly,
  nameOfParty,
  ownId,
  rejected,
  sensitivityFlags,
  withdrawnHistory,
  type Mapping,
  type Scene,
} from './from-scene.ts';
import { flag } from './from-words.ts';
import type { FhirReference, Known } from './read-shapes.ts';
import { clip, conceptText, filled, hasCode, systems } from './read-values.ts';

/** A referral, from which a case can be opened; a dental procedure that was ordered; or an order that is only kept. */
export function fromServiceRequest(resource: Known<'ServiceRequest'>, scene: Scene): Mapping {
  const title = conceptText(resource.code, 200);
  if (resource.status === 'entered-in-error')
    return rejected(title, 'enteredInError', withdrawnHistory(scene, 'entered-in-error'));
  if (resource.doNotPerform === true) return keptOnly(title, 'mustNotBeDone');
  if (isReferral(resource, scene)) return fromReferral(resource, title ?? 'referral', scene);
  if (isDentalProcedure(resource.code)) return fromProcedureOrder(resource, scene);
  return keptOnly(title, 'orderNotUsed');
}

/**
 * A referral says so by one of: a SNOMED code for referral (103697008 to dental care, 3457005 in general, as
 * HL7's dental and BSeR examples have them), a BSeR referral profile, a Task that asks to fulfill it, or its
 * place under "reason for referral" (LOINC 42349-1) in a document.
 */
function isReferral(resource: Known<'ServiceRequest'>, scene: Scene): boolean {
  const concepts = [resource.code, ...(resource.category ?? [])];
  if (concepts.some((concept) => hasCode(concept, systems.snomed, '103697008', '3457005'))) return true;
  if (resource.meta?.profile?.some((profile) => /\/(bser-)?referral-?servicerequest$/i.test(profile)))
    return true;
  return scene.entries.some((entry) => {
    const other = entry.known;
    const names = (reference: FhirReference | undefined) =>
      reference !== undefined && scene.entryOf(reference, entry) === scene.entry;
    if (other?.resourceType === 'Task')
      return (other.code?.coding ?? []).some(({ code }) => code === 'fulfill') && names(other.focus);
    if (other?.resourceType !== 'Composition') return false;
    return (other.section ?? []).some(
      (section) => hasCode(section.code, systems.loinc, '42349-1') && (section.entry ?? []).some(names),
    );
  });
}

function fromReferral(resource: Known<'ServiceRequest'>, title: string, scene: Scene): Mapping {
  const referralId = ownId(scene, 'referral');
  const [authoredOn, dayFlags] = dayAndFlags('authoredOn', resource.authoredOn);
  const requesterName = clip(nameOfParty(scene, resource.requester), 160);
  const requesterNpi = requesterNpiOf(scene, resource.requester);
  const reason = reasonText(resource, scene);
  const referral: ReceivedReferral = {
    receivedReferralId: referralId,
    title: clip(title, 200),
    reason,
    requesterName,
    ...(requesterNpi === undefined ? {} : { requesterNpi }),
    performerName: clip(
      (resource.performer ?? [])
        .map((each) => nameOfParty(scene, each))
        .filter(Boolean)
        .join(', '),
      160,
    ),
    priority: clip(resource.priority ?? '', 40),
    ...(authoredOn === undefined ? {} : { authoredOn }),
    conditionIds: conditionIdsOf(resource, scene),
  };
  return became(
    referral.title,
    { kind: 'received-referral', id: referralId },
    { type: 'patient.referral-received', occurredAt: scene.now, data: { referral } },
    [
      ...statusFlags(resource),
      ...(requesterName === '' ? [flag('requesterMissing')] : []),
      ...(reason === '' ? [flag('reasonMissing')] : []),
      ...(resource.category?.length ? [] : [flag('categoryMissing')]),
      ...dayFlags,
      ...absentFlags(scene, 'requester', [resource.requester]),
      ...absentFlags(scene, 'performer', resource.performer ?? []),
      ...absentFlags(scene, 'reasonReference', resource.reasonReference ?? []),
      ...absentFlags(scene, 'insurance', resource.insurance ?? []),
      ...absentFlags(scene, 'supportingInfo', resource.supportingInfo ?? []),
      ...sensitivityFlags(resource, undefined),
    ],
  );
}

function statusFlags(resource: Known<'ServiceRequest'>): readonly ImportMessage[] {
  if (resource.status === undefined) return [flag('statusMissing', { value: 'active' })];
  return resource.status === 'active' ? [] : [flag('statusDoubtful', { value: resource.status })];
}

/** Stated reasons, then the conditions that are named as reasons, then notes; each once. */
function reasonText(resource: Known<'ServiceRequest'>, scene: Scene): string {
  const stated = (resource.reasonCode ?? []).flatMap((concept) => conceptText(concept, 300) ?? []);
  const named = (resource.reasonReference ?? []).flatMap((reference) => {
    const known = scene.entryOf(reference, scene.entry)?.known;
    const text =
      known?.resourceType === 'Condition' || known?.resourceType === 'Observation'
        ? conceptText(known.code, 300)
        : undefined;
    return text ?? filled(reference.display, 300) ?? [];
  });
  const notes = (resource.note ?? []).flatMap(({ text }) => filled(text, 1000) ?? []);
  return clip([...new Set([...stated, ...named, ...notes])].join('; '), 1000);
}

function conditionIdsOf(resource: Known<'ServiceRequest'>, scene: Scene): string[] {
  const ids = (resource.reasonReference ?? []).flatMap((reference) => {
    const entry = scene.entryOf(reference, scene.entry);
    if (entry?.known?.resourceType === 'Condition')
      return [recordId('condition', scene.patientId, scene.keyOf(entry))];
    return keysOfReference(reference, scene.entry, scene.source)
      .map((key) => recordId('condition', scene.patientId, key))
      .filter((id) => scene.patient?.conditions.has(id));
  });
  return [...new Set(ids)].slice(0, 100);
}

/** The valid NPI of whoever refers; a role stands for its practitioner. */
function requesterNpiOf(scene: Scene, reference: FhirReference | undefined): string | undefined {
  const entry = scene.entryOf(reference, scene.entry);
  const known = entry?.known;
  if (known?.resourceType === 'Practitioner' || known?.resourceType === 'Organization')
    return npiOf(known.identifier).npi;
  if (!entry || known?.resourceType !== 'PractitionerRole') return undefined;
  const person = scene.entryOf(known.practitioner, entry)?.known;
  const ofPerson = person?.resourceType === 'Practitioner' ? npiOf(person.identifier).npi : undefined;
  return ofPerson ?? npiOf(known.identifier).npi;
}

/** The state that the sender gives a referral is its own; ours follows from what is recorded here. */
export function fromTask(resource: Known<'Task'>, scene: Scene): Mapping {
  const label = filled(resource.description, 200) ?? conceptText(resource.code, 200);
  const inFile = scene.entryOf(resource.focus, scene.entry)?.known;
  const before = keysOfReference(resource.focus, scene.entry, scene.source)
    .map(
      (key) => scene.patient?.receivedReferrals.get(recordId('referral', scene.patientId, key))?.value.title,
    )
    .find((title) => title !== undefined);
  const referral =
    inFile?.resourceType === 'ServiceRequest' ? (conceptText(inFile.code, 100) ?? 'referral') : before;
  return referral === undefined
    ? keptOnly(label, 'taskWithoutReferral', {}, absentFlags(scene, 'focus', [resource.focus]))
    : keptOnly(label, 'taskOfReferral', { referral });
}
