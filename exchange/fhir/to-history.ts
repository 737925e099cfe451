import type { AllergyIntolerance, Communication, FhirResource, Flag, MedicationStatement } from 'fhir/r4';
import type { DataCategory } from '#domain/consent/consent.ts';
import type { HistoryItem } from '#domain/patient/patient-events.ts';
import { absent, concept, extensionUrls, hl7, ourConcept, positionExtension } from './fhir-codes.ts';
import { conceptOf, isDental, itemParts, statusIn } from './to-history-item.ts';
import { observationOf } from './to-observation.ts';
import { patientReference } from './to-patient.ts';
import { orderOf, procedureOf } from './to-procedure.ts';
import type { Scene } from './to-scene.ts';

/** What was done, is taken, is not borne, was measured and was written by others, with the codes as they were received. */
export function putHistory(scene: Scene): void {
  for (const item of scene.patient.history.values())
    if (
      scene.needs(scene.patient.historyPositions.get(item.itemId)) &&
      scene.allows(...categoriesOfItem(item), item.sensitive)
    )
      scene.put(resourceOf(scene, item));
}

/** A message of others can hold anything of the chart; a procedure without a dental code belongs to the medical history. */
function categoriesOfItem(item: HistoryItem): readonly DataCategory[] {
  switch (item.kind) {
    case 'medication':
    case 'allergy':
      return ['medications'];
    case 'procedure':
      return isDental(item) ? ['dental-record'] : ['medical-history'];
    case 'observation':
      return isDental(item) ? ['dental-record', 'medical-history'] : ['medical-history'];
    case 'message':
      return ['coordination-record', 'dental-record', 'medical-history'];
  }
}

function resourceOf(scene: Scene, item: HistoryItem): FhirResource {
  switch (item.kind) {
    case 'medication':
      return medicationOf(scene, item);
    case 'allergy':
      return allergyOf(scene, item);
    case 'procedure':
      return item.status.includes(': ') ? orderOf(scene, item) : procedureOf(scene, item);
    case 'observation':
      return observationOf(item, isDental(item), {
        id: scene.idOf('Observation', 'history', item.itemId),
        ...itemParts(scene, item),
        subject: patientReference(scene),
      });
    case 'message':
      return messageOf(scene, item);
  }
}

/** Words of a prescription's status, in the list of statements. Source: FHIR R4, medicationrequest-status. */
const prescribed: ReadonlyMap<string, MedicationStatement['status']> = new Map([
  ['cancelled', 'not-taken'],
  ['draft', 'intended'],
]);

function medicationOf(scene: Scene, item: HistoryItem): MedicationStatement {
  const known = statusIn(
    ['active', 'completed', 'entered-in-error', 'intended', 'stopped', 'on-hold', 'not-taken'],
    item.status,
  );
  return {
    resourceType: 'MedicationStatement',
    id: scene.idOf('MedicationStatement', 'history', item.itemId),
    ...itemParts(scene, item),
    status: known ?? prescribed.get(item.status) ?? 'unknown',
    medicationCodeableConcept: conceptOf(item),
    subject: patientReference(scene),
    effectiveDateTime: item.on,
    dosage: item.value === undefined ? [] : [{ text: item.value }],
  };
}

/** ait-1 and ait-2: a clinical status unless it was entered in error; an unknown one is said to be unknown. */
function allergyOf(scene: Scene, item: HistoryItem): AllergyIntolerance {
  const clinical = statusIn(['active', 'inactive', 'resolved'], item.status);
  const verification = statusIn(['entered-in-error', 'refuted'], item.status);
  return {
    resourceType: 'AllergyIntolerance',
    id: scene.idOf('AllergyIntolerance', 'history', item.itemId),
    ...itemParts(scene, item),
    clinicalStatus:
      verification === 'entered-in-error'
        ? undefined
        : clinical === undefined
          ? { extension: [absent('unknown')] }
          : concept(hl7('allergyintolerance-clinical'), clinical),
    verificationStatus: verification && concept(hl7('allergyintolerance-verification'), verification),
    code: conceptOf(item),
    patient: patientReference(scene),
    onsetDateTime: item.on,
    ...reactionsOf(item.value),
  };
}

const criticalities = ['low', 'high', 'unable-to-assess'] as const;
const severities = ['mild', 'moderate', 'severe'] as const;

/** The record has 'criticality high; hives (severe)', as the import writes it. */
function reactionsOf(value: string | undefined): Pick<AllergyIntolerance, 'criticality' | 'reaction'> {
  const [first = '', ...others] = (value ?? '').split('; ');
  const criticality = criticalities.find((known) => first === `criticality ${known}`);
  const words = (criticality === undefined ? [first, ...others] : others).filter((word) => word.trim());
  return {
    criticality,
    reaction: words.map((word) => {
      const severity = severities.find((known) => word.endsWith(` (${known})`));
      const text = severity === undefined ? word : word.slice(0, -` (${severity})`.length);
      return { manifestation: [{ text }], severity };
    }),
  };
}
function messageOf(scene: Scene, item: HistoryItem): Communication {
  return {
    resourceType: 'Communication',
    id: scene.idOf('Communication', 'history', item.itemId),
    ...itemParts(scene, item),
    status:
      statusIn(
        ['preparation', 'in-progress', 'not-done', 'on-hold', 'stopped', 'completed', 'entered-in-error'],
        item.status,
      ) ?? 'unknown',
    category: [ourConcept('activity-kind', 'received-message')],
    subject: patientReference(scene),
    sent: item.on,
    // The record says 'from Dr. Osei'.
    sender: item.value === undefined ? undefined : { display: item.value.replace(/^from /, '') },
    payload: [{ contentString: item.text }],
  };
}

/** A special need is a Flag: what whoever treats the patient has to be warned of. */
export function putAccommodations(scene: Scene): void {
  for (const { value, position } of scene.patient.accommodations.values()) {
    if (!scene.needs(position) || !scene.allows('medical-history')) continue;
    const flag: Flag = {
      resourceType: 'Flag',
      id: scene.idOf('Flag', 'accommodation', value.accommodationId),
      extension: [
        positionExtension('patient', position),
        ...(value.accommodation.trim()
          ? [{ url: extensionUrls.accommodation, valueString: value.accommodation }]
          : []),
      ],
      status: value.active ? 'active' : 'inactive',
      category: [ourConcept('need-kind', value.kind)],
      code: { text: value.need },
      subject: patientReference(scene),
    };
    scene.put(flag);
  }
}
