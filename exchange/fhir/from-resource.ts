import type { NewPatientEvent } from '#domain/patient/patient-events.ts';
import { fromCommunication } from './from-communication.ts';
import { fromCondition } from './from-condition.ts';
import { fromCoverage } from './from-coverage.ts';
import { fromAllergyIntolerance, fromMedicationRequest, fromMedicationStatement } from './from-medication.ts';
import { fromObservation } from './from-observation.ts';
import type { Owners } from './from-owners.ts';
import { contactPersons, relatedPersonEvent } from './from-patient.ts';
import type { FileDirectory } from './from-practitioner.ts';
import { fromBodyStructure, fromProcedure } from './from-procedure.ts';
import { fromComposition } from './from-referral-note.ts';
import { fromRelatedPerson } from './from-related-person.ts';
import { keptOnly, type Mapping, type Scene } from './from-scene.ts';
import { fromServiceRequest, fromTask } from './from-service-request.ts';
import { isObject, type Entry } from './read-bundle.ts';
import type { Known } from './read-shapes.ts';
import { filled } from './read-values.ts';

interface Around {
  readonly owners: Owners;
  readonly directory: FileDirectory;
}

/** What each type becomes; a type without a line here is kept word for word. */
export function fromResource(scene: Scene, around: Around): Mapping {
  const { entry } = scene;
  const known = entry.known;
  const label = labelOf(entry);
  switch (known?.resourceType) {
    case 'Patient':
      return fromPatient(around, known, scene);
    case 'RelatedPerson':
      return fromRelatedPerson(known, scene);
    case 'Coverage':
      return fromCoverage(known, scene);
    case 'Condition':
      return fromCondition(known, scene);
    case 'MedicationRequest':
      return fromMedicationRequest(known, scene);
    case 'MedicationStatement':
      return fromMedicationStatement(known, scene);
    case 'AllergyIntolerance':
      return fromAllergyIntolerance(known, scene);
    case 'ServiceRequest':
      return fromServiceRequest(known, scene);
    case 'Communication':
      return fromCommunication(known, scene);
    case 'Procedure':
      return fromProcedure(known, scene);
    case 'Observation':
      return fromObservation(known, scene);
    case 'BodyStructure':
      return fromBodyStructure(known);
    case 'Medication':
      return keptOnly(label, 'medicationOfRequest');
    case 'Consent':
      return keptOnly(label, 'consentElsewhere');
    case 'Composition':
      return fromComposition(known, scene);
    case 'Task':
      return fromTask(known, scene);
    case 'Practitioner':
    case 'PractitionerRole':
    case 'Organization':
      return fromDirectory(around.directory, entry);
    case undefined:
      return entry.resourceType === 'Bundle'
        ? keptOnly(label, 'bundleInside', { count: entriesIn(entry) })
        : keptOnly(label, 'noPlace', { type: entry.resourceType });
  }
}

function fromPatient({ owners }: Around, resource: Known<'Patient'>, scene: Scene): Mapping {
  const own = owners.patientLines.get(scene.entry);
  if (!own) throw new Error('every Patient resource has its line');
  const persons = contactPersons(resource, scene.patientId, scene.sourceKey, scene.today);
  const { firstName, lastName } = own.owner.demographics;
  return {
    outcome: 'became',
    label: `${firstName} ${lastName}`,
    events: [
      ...(own.event ? [own.event] : []),
      ...persons.map((person): NewPatientEvent => relatedPersonEvent(person, scene.now)),
    ],
    became: [
      { kind: 'patient', id: scene.patientId },
      ...persons.map(({ relatedPersonId }) => ({ kind: 'related-person' as const, id: relatedPersonId })),
    ],
    reason: undefined,
    flags: own.flags,
  };
}

export function fromDirectory(directory: FileDirectory, entry: Entry): Mapping {
  const own = directory.lineOf.get(entry);
  if (!own) throw new Error('every directory resource has its line');
  return { outcome: own.became.length > 0 ? 'became' : 'kept-only', events: [], ...own };
}

function entriesIn(bundle: Entry): string {
  const inside = bundle.resource['entry'];
  return String(Array.isArray(inside) ? inside.length : 0);
}

/** What a person recognizes a resource by when nothing more is read of it. */
export function labelOf(entry: Entry): string {
  for (const name of ['title', 'description', 'name', 'code', 'vaccineCode', 'type', 'class']) {
    const value = entry.resource[name];
    const first = Array.isArray(value) ? value[0] : value;
    const text = typeof first === 'string' ? first : isObject(first) ? wordsOf(first) : undefined;
    const label = filled(text, 200);
    if (label !== undefined) return label;
  }
  return '';
}

function wordsOf(concept: { readonly [key: string]: unknown }): string | undefined {
  if (typeof concept['text'] === 'string') return concept['text'];
  const first: unknown = Array.isArray(concept['coding']) ? concept['coding'][0] : concept;
  const display = isObject(first) ? (first['display'] ?? first['code']) : undefined;
  return typeof display === 'string' ? display : undefined;
}
