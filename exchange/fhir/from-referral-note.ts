import type { ReceivedReferral } from '#domain/patient/patient-events.ts';
import {
  absentFlags,
  became,
  dayAndFlags,
  keptOnly,
  nameOfParty,
  ownId,
  type Mapping,
  type Scene,
} from './from-scene.ts';
import { flag } from './from-words.ts';
import type { Entry } from './read-bundle.ts';
import type { Known } from './read-shapes.ts';
import { clip, filled, hasCode, systems } from './read-values.ts';

/** A document that is itself the referral: LOINC 57133-1, referral note, as HL7's BSeR documents have it. */
export function referralNoteIn(entry: Entry): Known<'Composition'> | undefined {
  const known = entry.known;
  return known?.resourceType === 'Composition' && hasCode(known.type, systems.loinc, '57133-1')
    ? known
    : undefined;
}

/** The order inside the document is the referral; where there is none, the document itself is. */
export function fromComposition(resource: Known<'Composition'>, scene: Scene): Mapping {
  const note = referralNoteIn(scene.entry);
  const ordered = scene.entries.some(({ resourceType }) => resourceType === 'ServiceRequest');
  return note && !ordered
    ? fromReferralNote(note, scene)
    : keptOnly(filled(resource.title, 200), 'composition');
}

function fromReferralNote(resource: Known<'Composition'>, scene: Scene): Mapping {
  const referralId = ownId(scene, 'referral');
  const [authoredOn, dayFlags] = dayAndFlags('date', resource.date);
  const requesterName = clip(nameOfParty(scene, resource.author?.[0]), 160);
  const elsewhere = scene.entryOf(resource.subject, scene.entry) === undefined;
  const stated = resource.subject?.display ?? resource.subject?.reference ?? '';
  const sections = (resource.section ?? []).flatMap(({ title }) => filled(title, 300) ?? []);
  const reason = clip([...(elsewhere ? [stated] : []), ...sections].filter(Boolean).join('; '), 1000);
  const referral: ReceivedReferral = {
    receivedReferralId: referralId,
    title: clip(resource.title ?? 'referral', 200),
    reason,
    requesterName,
    performerName: '',
    priority: '',
    ...(authoredOn === undefined ? {} : { authoredOn }),
    conditionIds: [],
  };
  const patient = `${scene.demographics.firstName} ${scene.demographics.lastName}`;
  return became(
    referral.title,
    { kind: 'received-referral', id: referralId },
    { type: 'patient.referral-received', occurredAt: scene.now, data: { referral } },
    [
      ...(elsewhere ? [flag('subjectElsewhere', { subject: stated, patient })] : []),
      ...(requesterName === '' ? [flag('requesterMissing')] : []),
      ...(reason === '' ? [flag('reasonMissing')] : []),
      ...dayFlags,
      ...absentFlags(scene, 'author', resource.author ?? []),
    ],
  );
}
