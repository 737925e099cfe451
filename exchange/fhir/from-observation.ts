import type { ImportMessage } from './from-outcome.ts';
import {
  becameHistory,
  dayAndFlags,
  keptOnly,
  rejected,
  sensitivityFlags,
  withdrawnHistory,
  type Mapping,
  type Scene,
} from './from-scene.ts';
import { flag } from './from-words.ts';
import type { FhirConcept, FhirQuantity, FhirValues, Known } from './read-shapes.ts';
import { clip, codeOf, codingsOf, conceptText, filled, hasCode, notGiven, systems } from './read-values.ts';

/**
 * Which measurements a dental team asks for before it treats, by LOINC code (docs/reference/fhir-import.md says
 * why each). Of these only the latest becomes history; every other one is kept word for word.
 */
const latestMatters: readonly (readonly [topic: string, ...codes: string[]])[] = [
  ['hemoglobin A1c', '4548-4', '17856-6', '59261-8'],
  ['glucose', '2339-0', '2345-7', '1558-6'],
  ['INR', '6301-6', '34714-6'],
  ['prothrombin time', '5902-2'],
  ['platelets', '777-3', '26515-7'],
  ['neutrophils', '751-8', '26499-4'],
  ['hemoglobin', '718-7'],
  ['creatinine', '2160-0', '38483-4'],
  ['filtration rate', '33914-3', '62238-1', '98979-8'],
  ['blood pressure', '85354-9', '55284-4'],
  ['ejection fraction', '10230-1'],
  ['tobacco', '72166-2', '11367-0'],
  ['pregnancy', '82810-3'],
  ['body weight', '29463-7'],
];

/** The measurement's kind, of which only the latest counts; undefined for all others. */
function topicOf(code: FhirConcept | undefined): string | undefined {
  return latestMatters.find(([, ...codes]) => hasCode(code, systems.loinc, ...codes))?.[0];
}

/** Dental findings and social history matter each by itself. */
function mattersAlways(resource: Known<'Observation'>): boolean {
  return (resource.category ?? []).some(
    (category) =>
      hasCode(category, systems.dentalCategory, 'dental') ||
      (category.coding ?? []).some(({ code }) => code === 'social-history'),
  );
}

export function fromObservation(resource: Known<'Observation'>, scene: Scene): Mapping {
  const text = conceptText(resource.code, 400);
  const status = clip(resource.status ?? '', 40);
  if (status === 'entered-in-error')
    return rejected(text, 'enteredInError', withdrawnHistory(scene, 'entered-in-error'));
  if (status === 'cancelled') return rejected(text, 'canceled', withdrawnHistory(scene, 'canceled'));
  const topic = topicOf(resource.code);
  if (topic === undefined && !mattersAlways(resource)) return keptOnly(text, 'observationNotUsed');
  const later = topic === undefined ? undefined : laterThan(resource, topic, scene);
  if (later !== undefined) return keptOnly(text, 'observationOlder', { date: later });
  const [on, dayFlags] = dayAndFlags('date', whenOf(resource));
  const value = observedValue(resource, scene);
  return becameHistory(
    scene,
    resource,
    {
      kind: 'observation',
      text: text ?? notGiven,
      codings: codingsOf(resource.code),
      status,
      ...(value === undefined ? {} : { value }),
      ...(on === undefined ? {} : { on }),
    },
    [...flagsOf(resource, status, text), ...dayFlags, ...sensitivityFlags(resource, undefined)],
  );
}

function flagsOf(
  resource: Known<'Observation'>,
  status: string,
  text: string | undefined,
): readonly ImportMessage[] {
  return [
    ...(text === undefined ? [flag('nothingStated')] : []),
    ...(resource.category?.length ? [] : [flag('categoryMissing')]),
    ...(status === '' ? [flag('statusUnstated')] : []),
    ...(status === 'preliminary' || status === 'registered'
      ? [flag('statusDoubtful', { value: status })]
      : []),
    ...(whenOf(resource) === undefined ? [flag('dateMissing', { element: 'date' })] : []),
  ];
}

function whenOf(resource: Known<'Observation'>): string | undefined {
  return (
    resource.effectiveDateTime ??
    resource.effectiveInstant ??
    resource.effectivePeriod?.start ??
    resource.issued
  );
}

/** The date of a later observation of the same kind, in the file or already recorded. */
function laterThan(resource: Known<'Observation'>, topic: string, scene: Scene): string | undefined {
  const when = whenOf(resource) ?? '';
  const patient = scene.ownerOf(scene.entry);
  const inFile = scene.entries.flatMap((entry) => {
    const other = entry.known;
    if (other?.resourceType !== 'Observation' || other === resource) return [];
    if (other.status === 'entered-in-error' || other.status === 'cancelled') return [];
    const same = topicOf(other.code) === topic && scene.ownerOf(entry) === patient;
    return same && isLater(whenOf(other) ?? '', scene.keyOf(entry), when, scene.sourceKey)
      ? [whenOf(other)]
      : [];
  });
  const recorded = [...(scene.patient?.history.values() ?? [])].flatMap((item) =>
    item.kind === 'observation' &&
    item.on !== undefined &&
    item.on > when.slice(0, 10) &&
    topicOf({ coding: item.codings }) === topic
      ? [item.on]
      : [],
  );
  return [...inFile, ...recorded]
    .flatMap((found) => found?.slice(0, 10) ?? [])
    .toSorted()
    .at(-1);
}

/** Of two at the same moment the key decides, so that exactly one of them is the latest. */
function isLater(when: string, key: string, than: string, thanKey: string): boolean {
  return when === than ? key > thanKey : when > than;
}

function observedValue(resource: Known<'Observation'>, scene: Scene): string | undefined {
  const parts = (resource.component ?? []).flatMap((component) => {
    const value = valueText(component, scene);
    return value === undefined ? [] : [`${conceptText(component.code, 80) ?? notGiven}: ${value}`];
  });
  return filled([valueText(resource, scene) ?? [], ...parts].flat().join('; '), 300);
}

function valueText(values: FhirValues, scene: Scene): string | undefined {
  const amount = (quantity: FhirQuantity | undefined) => quantityText(quantity, scene);
  if (values.valueQuantity) return amount(values.valueQuantity);
  if (values.valueCodeableConcept) return conceptText(values.valueCodeableConcept, 200);
  if (values.valueString !== undefined) return filled(values.valueString, 300);
  if (values.valueBoolean !== undefined) return values.valueBoolean ? 'yes' : 'no';
  if (values.valueInteger !== undefined) return String(values.valueInteger);
  if (values.valueDateTime !== undefined) return values.valueDateTime;
  if (values.valueRange)
    return `${amount(values.valueRange.low) ?? ''} to ${amount(values.valueRange.high) ?? ''}`;
  if (values.valueRatio)
    return `${amount(values.valueRatio.numerator) ?? ''} : ${amount(values.valueRatio.denominator) ?? ''}`;
  const absent = values.dataAbsentReason;
  return absent && `not known: ${conceptText(absent, 100) ?? codeOf(absent) ?? ''}`;
}

/** With the decimals as written: 7.0 is not 7. */
function quantityText(quantity: FhirQuantity | undefined, scene: Scene): string | undefined {
  if (!quantity) return undefined;
  const number = scene.numberAsWritten(quantity, 'value');
  return filled([quantity.comparator, number, quantity.unit ?? quantity.code].filter(Boolean).join(' '), 100);
}
