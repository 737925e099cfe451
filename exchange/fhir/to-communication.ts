import type {
  Communication,
  CommunicationPayload,
  CodeableConcept,
  Extension,
  Reference,
  Task,
} from 'fhir/r4';
import type { Activity, Contact, ContactParty, Reached } from '#domain/activity/activity.ts';
import type { RecordedActivity, RecordedTask } from '#domain/case/case.ts';
import { isTelling } from '#domain/consent/consent.ts';
import { protectedCategoriesOfTask } from '#domain/necessity/protected-evidence.ts';
import type { Route } from '#domain/practice/practice-events.ts';
import {
  concept,
  extensionUrls,
  npiIdentifiers,
  ourConcept,
  periodOf,
  positionExtension,
  systems,
} from './fhir-codes.ts';
import { memberReference, practiceReference, staffReference } from './to-directory.ts';
import { patientReference } from './to-patient.ts';
import type { Scene } from './to-scene.ts';

/** Contacts become Communications, other work becomes completed Tasks; both carry the time that they took. */
export function putActivities(scene: Scene): void {
  for (const recorded of scene.case.activities.values())
    if (scene.allows('coordination-record'))
      scene.put(
        recorded.activity.contact
          ? communicationOf(scene, recorded, recorded.activity.contact)
          : workOf(scene, recorded),
      );
}

export function activityReference(scene: Scene, activity: Activity): Reference {
  return scene.reference(activity.contact ? 'Communication' : 'Task', 'activity', activity.activityId);
}

/** A message that was only left is no communication that took place (field-facts 5). */
const statuses: Record<Reached, Communication['status']> = {
  reached: 'completed',
  received: 'completed',
  'sent-no-reply-yet': 'completed',
  'message-left': 'not-done',
  'no-answer': 'not-done',
};

/** Text messages have no code in the list. */
const media: Record<Route, CodeableConcept> = {
  telephone: concept(systems.participationMode, 'PHONE'),
  fax: concept(systems.participationMode, 'FAXWRIT'),
  email: concept(systems.participationMode, 'EMAILWRIT'),
  letter: concept(systems.participationMode, 'MAILWRIT'),
  portal: concept(systems.participationMode, 'ONLINEWRIT'),
  'in-person': concept(systems.participationMode, 'FACE'),
  video: concept(systems.participationMode, 'VIDEOCONF'),
  'text-message': { text: 'text message' },
};

function communicationOf(scene: Scene, recorded: RecordedActivity, contact: Contact): Communication {
  const { activity, withdrawn } = recorded;
  const status = withdrawn ? 'entered-in-error' : statuses[contact.reached];
  const staff = staffReference(scene, activity.staffId, recorded.who.name);
  const parties = contact.parties.map((party) => partyReference(scene, party, contact));
  const outgoing = contact.direction === 'outgoing';
  const { referralId } = contact;
  return {
    resourceType: 'Communication',
    id: scene.idOf('Communication', 'activity', activity.activityId),
    extension: [
      positionExtension('case', recorded.position),
      timeExtension(activity),
      { url: extensionUrls.reached, valueCode: contact.reached },
    ],
    basedOn:
      referralId !== undefined && scene.has('ServiceRequest', 'referral', referralId)
        ? [scene.reference('ServiceRequest', 'referral', referralId)]
        : [],
    partOf: scene.has('CarePlan', 'case', scene.case.caseId)
      ? [scene.reference('CarePlan', 'case', scene.case.caseId)]
      : [],
    status,
    statusReason: status === 'not-done' ? { text: contact.reached.replaceAll('-', ' ') } : undefined,
    category: [ourConcept('activity-kind', activity.kind)],
    medium: [media[contact.route]],
    subject: patientReference(scene),
    sent: outgoing ? activity.time.startedAt : undefined,
    received: outgoing ? undefined : activity.time.startedAt,
    recipient: outgoing ? parties : [staff],
    // One sender only: of several callers the first.
    sender: outgoing ? staff : parties[0],
    payload: payloadOf(scene, contact, activity),
  };
}

/** What was said goes out only if everything that was disclosed in it may. */
function payloadOf(scene: Scene, contact: Contact, activity: Activity): CommunicationPayload[] {
  if (!scene.allows(...contact.disclosed)) return [];
  const parts = [
    ['asked', contact.asked],
    ['answered', contact.answered],
    ['effect-on-plan', contact.effectOnPlan],
    ['note', activity.note],
  ] as const;
  return parts
    .filter(([, text]) => text.trim() !== '')
    .map(([part, text]) => ({
      extension: [{ url: extensionUrls.contactPart, valueCode: part }],
      contentString: text,
    }));
}

function partyReference(scene: Scene, party: ContactParty, { disclosed }: Contact): Reference {
  const member = scene.case.members.get(party.memberId ?? '')?.member;
  if (member) return memberReference(scene, member);
  if (party.kind === 'patient') return patientReference(scene);
  if (party.kind === 'own-team') return practiceReference(scene);
  if (!scene.allows(...disclosed.filter(isTelling))) return { display: party.kind };
  if (party.kind === 'caregiver' && !scene.allows('demographics')) return { display: 'caregiver' };
  const [identifier] = npiIdentifiers(party.npi);
  return { ...(identifier && { identifier }), display: party.name };
}

/** Minutes of coordination have no place in FHIR: seconds, span and basis, as the record has them. */
function timeExtension(activity: Activity): Extension {
  const { seconds, basis, startedAt, endedAt, byHandReason } = activity.time;
  return {
    url: extensionUrls.timeSpent,
    extension: [
      { url: 'duration', valueDuration: { value: seconds, unit: 's', system: systems.units, code: 's' } },
      { url: 'period', valuePeriod: periodOf(startedAt, endedAt) },
      { url: 'basis', valueCode: basis },
      ...(byHandReason?.trim() ? [{ url: 'by-hand-reason', valueString: byHandReason }] : []),
    ],
  };
}

function workOf(scene: Scene, recorded: RecordedActivity): Task {
  const { activity, withdrawn } = recorded;
  return {
    resourceType: 'Task',
    id: scene.idOf('Task', 'activity', activity.activityId),
    extension: [positionExtension('case', recorded.position), timeExtension(activity)],
    status: withdrawn ? 'entered-in-error' : 'completed',
    intent: 'order',
    code: ourConcept('activity-kind', activity.kind),
    description: scene.allows('dental-record', 'medical-history') ? activity.note : undefined,
    for: patientReference(scene),
    executionPeriod: periodOf(activity.time.startedAt, activity.time.endedAt),
    owner: staffReference(scene, activity.staffId, recorded.who.name),
  };
}

/** The open and ended tasks of the worklist, with who holds them. */
export function putTasks(scene: Scene): void {
  for (const recorded of scene.case.tasks.values())
    if (
      scene.allows('coordination-record', ...protectedCategoriesOfTask(recorded.task, scene.case.activities))
    )
      scene.put(taskOf(scene, recorded));
}

function taskStatus({ ended, hold }: RecordedTask): Task['status'] {
  if (ended) return ended.how === 'done' ? 'completed' : 'cancelled';
  return hold ? 'on-hold' : 'requested';
}

function taskOf(scene: Scene, recorded: RecordedTask): Task {
  const { task, hold, ended } = recorded;
  const referral = task.referralId;
  const lastModified = [recorded.recordedAt, recorded.heldSince, ended?.recordedAt ?? recorded.recordedAt]
    .toSorted()
    .at(-1);
  return {
    resourceType: 'Task',
    id: scene.idOf('Task', 'task', task.taskId),
    extension: [positionExtension('case', recorded.position)],
    basedOn: scene.has('CarePlan', 'case', scene.case.caseId)
      ? [scene.reference('CarePlan', 'case', scene.case.caseId)]
      : [],
    status: taskStatus(recorded),
    statusReason: !ended && hold?.awaiting.trim() ? { text: hold.awaiting } : undefined,
    intent: 'order',
    description: task.title,
    focus:
      referral !== undefined && scene.has('ServiceRequest', 'referral', referral)
        ? scene.reference('ServiceRequest', 'referral', referral)
        : undefined,
    for: patientReference(scene),
    authoredOn: recorded.recordedAt,
    lastModified,
    requester: practiceReference(scene),
    owner: holderReference(scene, task.holder),
    restriction: { period: { end: task.due } },
    note: ended?.outcome.trim() ? [{ text: ended.outcome }] : [],
  };
}

function holderReference(scene: Scene, holder: RecordedTask['task']['holder']): Reference | undefined {
  switch (holder.kind) {
    case 'nobody':
      return undefined;
    case 'patient':
      return patientReference(scene);
    case 'staff':
      return staffReference(scene, holder.id ?? '', holder.name);
    case 'team-member': {
      const member = scene.case.members.get(holder.id ?? '')?.member;
      return member ? memberReference(scene, member) : { display: holder.name };
    }
  }
}
