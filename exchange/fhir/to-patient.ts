import type {
  Coding,
  Condition as FhirCondition,
  Identifier,
  Patient as FhirPatient,
  Reference,
} from 'fhir/r4';
import { timeZoneOf } from '#domain/case/deciding.ts';
import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import { type CalendarDate, dayOf } from '#domain/kernel/calendar-date.ts';
import type { Condition, Demographics, ForeignCoding } from '#domain/patient/patient-events.ts';
import type { At } from '#domain/patient/patient.ts';
import { sensitivityOfCondition } from '#domain/patient/sensitivity.ts';
import { languageTag } from '#domain/patient/spoken-language.ts';
import {
  absent,
  concept,
  dentalCategory,
  hl7,
  ourIdentifier,
  periodOf,
  positionExtension,
  systems,
  withoutEmpty,
} from './fhir-codes.ts';
import { addressOf, coverageClasses } from './to-claim.ts';
import { payerReference, telecomOf } from './to-directory.ts';
import type { Scene } from './to-scene.ts';
import { sensitivityMeta } from './to-sensitivity.ts';

export function patientReference(scene: Scene): Reference {
  return scene.reference('Patient', 'patient', scene.patient.patientId);
}

/** In the shape of US Core. Without the category the person stays, the particulars are masked. */
export function putPatient(scene: Scene): void {
  const { patient } = scene;
  const known = scene.allows('demographics') ? patient.demographics : undefined;
  const masked: FhirPatient = {
    resourceType: 'Patient',
    id: scene.idOf('Patient', 'patient', patient.patientId),
    identifier: [ourIdentifier('patient-id', patient.patientId)],
  };
  const mask = { extension: [absent('masked')] };
  scene.put(
    known ? { ...masked, ...particulars(scene, known) } : { ...masked, ...mask, name: [mask], _gender: mask },
  );
}

function particulars(scene: Scene, known: Demographics): Partial<FhirPatient> {
  return {
    extension:
      known.interpreterNeeded === undefined
        ? []
        : [
            {
              url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired',
              valueBoolean: known.interpreterNeeded,
            },
          ],
    identifier: [
      ourIdentifier('patient-id', scene.patient.patientId),
      // An identifier that was flagged at import is kept in the record and sent to nobody.
      ...known.identifiers
        .filter((identifier) => identifier.flag === undefined)
        .map(({ system, value }) =>
          isAddress(system) ? { system, value } : receivedIdentifier(scene, system, value),
        ),
    ],
    name: [{ family: known.lastName, given: [known.firstName, known.middleName ?? ''] }],
    telecom: telecomOf(known.contacts),
    gender: known.sex,
    birthDate: known.birthDate,
    address: known.address
      ? [addressOf(known.address)]
      : known.addressAsReceived
        ? [{ text: known.addressAsReceived }]
        : [],
    communication: known.language ? [{ language: languageConcept(known.language), preferred: true }] : [],
    ...(known.deceased === undefined ? {} : { deceasedBoolean: known.deceased }),
  };
}

/**
 * An identifier whose system is no address, such as 'chart': it means something in this practice only, so the
 * practice and its word become the address.
 */
function receivedIdentifier(scene: Scene, word: string, value: string): Identifier {
  const { organizationId } = scene.practice;
  const place = `received-identifier/${organizationId}/${encodeURIComponent(word.trim() || '-')}`;
  return { type: { text: word }, ...ourIdentifier(place, value) };
}

function languageConcept(language: string) {
  const tag = languageTag(language);
  return tag === undefined ? { text: language } : concept(systems.language, tag, language);
}

/** Conditions that may leave: the specially protected ones only with their own category. */
export function putConditions(scene: Scene): void {
  for (const { value, position } of scene.patient.conditions.values())
    if (scene.needs(position) && scene.allows('medical-history', sensitivityOfCondition(value)))
      scene.put(conditionOf(scene, value, position));
}

function conditionOf(scene: Scene, condition: Condition, position: number): FhirCondition {
  const icd10: Coding[] =
    condition.diagnosis === undefined ? [] : [{ system: systems.icd10, code: condition.diagnosis }];
  const foreign = condition.codings
    .map(codingOf)
    .filter((coding) => !icd10.some((one) => one.system === coding.system && one.code === coding.code));
  return {
    resourceType: 'Condition',
    id: scene.idOf('Condition', 'condition', condition.conditionId),
    ...sensitivityMeta(scene, sensitivityOfCondition(condition)),
    extension: [positionExtension('patient', position)],
    clinicalStatus: concept(hl7('condition-clinical'), condition.status),
    category: [
      concept(hl7('condition-category'), 'problem-list-item'),
      ...(isDental(condition) ? [dentalCategory] : []),
    ],
    code: { coding: [...icd10, ...foreign], text: condition.text },
    subject: patientReference(scene),
    ...(condition.onset === undefined ? {} : { onsetDateTime: condition.onset }),
    // con-4: an active condition has not abated, whatever a source says.
    ...(condition.ended === undefined || condition.status === 'active'
      ? {}
      : { abatementDateTime: condition.ended }),
  };
}

/** ICD-10-CM K00 to K14 is the block of the oral cavity and salivary glands; ADA's systems name what is dental. */
function isDental({ diagnosis, codings }: Condition): boolean {
  return (
    (diagnosis !== undefined && /^K(0\d|1[0-4])/.test(diagnosis)) ||
    codings.some(({ system }) => /ada\.org\/(cdt|snodent)/.test(system))
  );
}

/** A code as it was received. CDT nomenclature is not passed on: it belongs to its owner. */
export function codingOf(coding: ForeignCoding): Coding {
  const nomenclature = /ada\.org\/cdt/.test(coding.system);
  return {
    ...(isAddress(coding.system) && { system: coding.system }),
    code: coding.code.trim().replace(/\s+/g, ' '),
    ...(nomenclature || coding.display === undefined ? {} : { display: coding.display }),
  };
}

function isAddress(system: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(system);
}

export function putCoverages(scene: Scene): void {
  if (!scene.allows('coverage-and-billing')) return;
  for (const coverage of scene.patient.coverages.values()) putCoverage(scene, coverage);
}

const priorities = { primary: 1, secondary: 2, tertiary: 3 } as const;

function putCoverage(scene: Scene, { value, position }: At<Coverage>): void {
  const timeZone = timeZoneOf(scene.practice);
  const today = dayOf(scene.asOf, timeZone);
  const self = value.subscriber.relationship === 'self';
  scene.put(
    withoutEmpty({
      resourceType: 'Coverage' as const,
      id: scene.idOf('Coverage', 'coverage', value.coverageId),
      extension: [positionExtension('patient', position)],
      identifier: [memberNumber(value.memberId)],
      status: hasEnded(value.through, today) ? ('cancelled' as const) : ('active' as const),
      type: concept(systems.actCode, value.kind === 'dental' ? 'DENTAL' : 'HIP', value.kind),
      subscriber: self ? patientReference(scene) : subscriberReference(scene, value),
      subscriberId: value.memberId,
      beneficiary: patientReference(scene),
      relationship: concept(hl7('subscriber-relationship'), value.subscriber.relationship),
      period: periodOf(value.from, value.through),
      payor: [payerReference(scene, value.payerId, value.payerName)],
      class: coverageClasses(value.groupNumber, value.planName),
      order: priorities[value.priority],
    }),
  );
}

/** US Core asks for a member number, or to be told that none is known. */
function memberNumber(memberId: string): Identifier {
  const type = concept(systems.identifierType, 'MB');
  return memberId.trim() ? { type, value: memberId } : { type, _value: { extension: [absent('unknown')] } };
}

/** Whoever holds the insurance, when it is not the patient. */
function subscriberReference(scene: Scene, { coverageId, subscriber }: Coverage): Reference | undefined {
  const { lastName, firstName, birthDate, sex, relationship } = subscriber;
  if (!scene.allows('demographics') || `${lastName}${firstName}`.trim() === '') return undefined;
  scene.put({
    resourceType: 'RelatedPerson',
    id: scene.idOf('RelatedPerson', 'subscriber', coverageId),
    active: true,
    patient: patientReference(scene),
    // The coverage says what the patient is to the subscriber; what the subscriber is to the patient follows for a spouse only.
    relationship: [{ text: relationship === 'spouse' ? 'spouse, subscriber' : 'subscriber' }],
    name: [{ family: lastName, given: [firstName] }],
    gender: sex,
    birthDate,
  });
  return scene.reference('RelatedPerson', 'subscriber', coverageId);
}

function hasEnded(through: CalendarDate | undefined, today: CalendarDate): boolean {
  return through !== undefined && through < today;
}
