import { notGiven } from '#domain/kernel/not-given.ts';
import type { RelatedPerson } from '#domain/patient/patient-events.ts';
import { became, ownId, sensitivityFlags, type Mapping, type Scene } from './from-scene.ts';
import { flag } from './from-words.ts';
import type { Known } from './read-shapes.ts';
import { clip, conceptText, contactsOf, isSocialSecurityNumber, nameInUse } from './read-values.ts';

export function fromRelatedPerson(resource: Known<'RelatedPerson'>, scene: Scene): Mapping {
  const relatedPersonId = ownId(scene, 'related');
  const name = nameInUse(resource.name, scene.today).full;
  const relationship = (resource.relationship ?? []).flatMap((each) => conceptText(each, 80) ?? [])[0];
  const before = scene.patient?.relatedPersons.get(relatedPersonId);
  const relatedPerson: RelatedPerson = {
    relatedPersonId,
    name: clip(name ?? notGiven, 120),
    relationship: relationship ?? notGiven,
    // an authority that a person has verified stays; the resource itself never states one
    ...(before?.authority === undefined ? {} : { authority: before.authority }),
    contacts: contactsOf(resource.telecom, 10, scene.today),
  };
  return became(
    relatedPerson.name,
    { kind: 'related-person', id: relatedPersonId },
    { type: 'patient.related-person-recorded', occurredAt: scene.now, data: { relatedPerson } },
    [
      ...(name === undefined ? [flag('nameMissing')] : []),
      ...(relationship === undefined ? [flag('relationshipUnstated')] : []),
      ...(relatedPerson.contacts.length === 0 ? [flag('contactMissing')] : []),
      ...(resource.active === false ? [flag('inactive')] : []),
      ...((resource.identifier ?? []).some(isSocialSecurityNumber) ? [flag('socialSecurityNumber')] : []),
      flag('noAuthority'),
      ...sensitivityFlags(resource, undefined),
    ],
  );
}
