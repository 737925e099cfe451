import { notGiven } from '#domain/kernel/not-given.ts';
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
import type { Entry } from './read-bundle.ts';
import type { FhirConcept, FhirQuantity, FhirValues, Known } from './read-shapes.ts';
import { clip, codeOf, codingsOf, conceptText, filled, hasCode, systems } from './read-values.ts';

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
  const latest = latestIn(scene).get(kindOf(scene, scene.entry, topic));
  const inFile = latest && latest !== scene.entry ? [momentOf(latest)] : [];
  const recorded = [...(scene.patient?.history.values() ?? [])].flatMap((item) =>
    item.kind === 'observation' &&
    item.on !== undefined &&
    item.on > when.slice(0, 10) &&
    topicOf({ coding: item.codings }) === topic
      ? [item.on]
      : [],
  );
  return [...inFile, ...recorded]
    .map((found) => found.slice(0, 10))
    .filter((found) => found !== '')
    .toSorted()
    .at(-1);
}

/** The latest observation of each patient and kind of a file, found once for all of its observations. */
const latestOfFile = new WeakMap<readonly Entry[], ReadonlyMap<string, Entry>>();

function latestIn(scene: Scene): ReadonlyMap<string, Entry> {
  const there = latestOfFile.get(scene.entries);
  if (there) return there;
  const latest = new Map<string, Entry>();
  for (const entry of scene.entries) {
    const known = entry.known;
    if (known?.resourceType !== 'Observation') continue;
    const topic = topicOf(known.code);
    if (topic === undefined || known.status === 'entered-in-error' || known.status === 'cancelled') continue;
    const kind = kindOf(scene, entry, topic);
    const before = latest.get(kind);
    if (!before || isLater(entry, before, scene)) latest.set(kind, entry);
  }
  latestOfFile.set(scene.entries, latest);
  return latest;
}

function kindOf(scene: Scene, entry: Entry, topic: string): string {
  return `${scene.ownerOf(entry) ?? ''}\n${topic}`;
}

function momentOf({ known }: Entry): string {
  return (known?.resourceType === 'Observation' ? whenOf(known) : undefined) ?? '';
}

/** Of two at the same moment the key decides, so that exactly one of them is the latest. */
function isLater(one: Entry, other: Entry, { keyOf }: Scene): boolean {
  const [moment, than] = [momentOf(one), momentOf(other)];
  return moment === than ? keyOf(one) > keyOf(other) : moment > than;
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
