import type { CalendarDate, Instant } from '#domain/kernel/calendar-date.ts';
import type { DataCategory } from '#domain/consent/consent.ts';
import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import type { FindHolder } from '#domain/coverage/circle-of-children.ts';
import type { Demographics, HistoryItem, NewPatientEvent } from '#domain/patient/patient-events.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { Payer } from '#domain/practice/practice-events.ts';
import { keysOfReference, recordId } from './from-keys.ts';
import type { BecameRecord, ImportMessage } from './from-outcome.ts';
import { isRestricted, sensitivityOfLabels } from './from-sensitivity.ts';
import { flag, reason, type ReasonId } from './from-words.ts';
import type { Entry, FhirFile } from './read-bundle.ts';
import type { ReferenceIndex } from './read-references.ts';
import type { FhirReference, KnownResource } from './read-shapes.ts';
import { clip, dayOfStated, filled, nameInUse } from './read-values.ts';

/** What the translation of one resource may look at. */
export interface Scene {
  readonly entry: Entry;
  readonly sourceKey: string;
  readonly source: string | undefined;
  readonly patientId: string;
  /** As recorded before this import. */
  readonly patient: Patient | undefined;
  /** As they stand after this import. */
  readonly demographics: Demographics;
  /** Recorded before, and those of this import so far. */
  readonly coverages: readonly Coverage[];
  /** Other patients of the file who may hold their plans. */
  readonly findHolder: FindHolder;
  readonly payers: readonly Payer[];
  readonly entries: readonly Entry[];
  readonly entryOf: ReferenceIndex['entryOf'];
  readonly numberAsWritten: FhirFile['numberAsWritten'];
  readonly keyOf: (entry: Entry) => string;
  /** The patient whose an entry is; undefined when nothing in it says so. */
  readonly ownerOf: (entry: Entry) => string | undefined;
  readonly now: Instant;
  readonly today: CalendarDate;
}

/** What one resource becomes in its patient's chain. */
export interface Mapping {
  readonly outcome: 'became' | 'kept-only' | 'rejected';
  readonly label: string;
  readonly events: readonly NewPatientEvent[];
  readonly became: readonly BecameRecord[];
  readonly reason: ImportMessage | undefined;
  readonly flags: readonly ImportMessage[];
}

export function keptOnly(
  label: string | undefined,
  why: ReasonId,
  params: Readonly<Record<string, string>> = {},
  flags: readonly ImportMessage[] = [],
): Mapping {
  return {
    outcome: 'kept-only',
    label: label ?? '',
    events: [],
    became: [],
    reason: reason(why, params),
    flags,
  };
}

/**
 * What its source says must not be relied on. When it was imported before, `mark` says what becomes of the
 * earlier record, for nothing is erased.
 */
export function rejected(
  label: string | undefined,
  why: ReasonId,
  mark: NewPatientEvent | undefined,
): Mapping {
  return {
    outcome: 'rejected',
    label: label ?? '',
    events: mark ? [mark] : [],
    became: [],
    reason: reason(why),
    flags: mark ? [flag('withdrawn')] : [],
  };
}

export function became(
  label: string,
  record: BecameRecord,
  event: NewPatientEvent,
  flags: readonly ImportMessage[],
): Mapping {
  return { outcome: 'became', label, events: [event], became: [record], reason: undefined, flags };
}

/** The id that this scene's resource has as a thing of ours. */
export function ownId(scene: Scene, kind: string): string {
  return recordId(kind, scene.patientId, scene.sourceKey);
}

type HistoryParts = Omit<HistoryItem, 'itemId' | 'sensitive'>;

export function becameHistory(
  scene: Scene,
  resource: KnownResource,
  parts: HistoryParts,
  flags: readonly ImportMessage[],
): Mapping {
  const itemId = ownId(scene, 'history');
  const sensitive =
    sensitivityOfLabels(resource.meta?.security) ?? scene.patient?.history.get(itemId)?.sensitive;
  const item: HistoryItem = { itemId, ...parts, ...(sensitive === undefined ? {} : { sensitive }) };
  return became(
    parts.text,
    { kind: 'history', id: itemId },
    { type: 'patient.history-recorded', occurredAt: scene.now, data: { item } },
    flags,
  );
}

/** The event that marks an earlier history item as withdrawn; undefined when there is none. */
export function withdrawnHistory(scene: Scene, status: string): NewPatientEvent | undefined {
  const recorded = scene.patient?.history.get(ownId(scene, 'history'));
  if (!recorded) return undefined;
  return {
    type: 'patient.history-recorded',
    occurredAt: scene.now,
    data: { item: { ...recorded, status: clip(status, 40) } },
  };
}

export function sensitivityFlags(
  resource: KnownResource,
  category: DataCategory | undefined,
): readonly ImportMessage[] {
  const labeled = sensitivityOfLabels(resource.meta?.security) ?? category;
  if (labeled !== undefined) return [flag('sensitive', { category: labeled })];
  return isRestricted(resource.meta?.security) ? [flag('restricted')] : [];
}

/** A flag for each reference that the file does not resolve and that was not imported before. */
export function absentFlags(
  scene: Scene,
  element: string,
  references: readonly (FhirReference | undefined)[],
): readonly ImportMessage[] {
  return references.flatMap((reference) => {
    const stated = reference?.reference;
    if (stated === undefined || stated.startsWith('#') || scene.entryOf(reference, scene.entry)) return [];
    const known = keysOfReference(reference, scene.entry, scene.source).some((key) =>
      scene.patient?.keptResources.has(key),
    );
    return known ? [] : [flag('absentReference', { element, reference: stated })];
  });
}

/** The calendar day of a stated date, with a flag when only a year or a month is known. */
export function dayAndFlags(
  element: string,
  stated: string | undefined,
): readonly [CalendarDate | undefined, readonly ImportMessage[]] {
  const day = dayOfStated(stated);
  return [
    day,
    stated !== undefined && day === undefined ? [flag('dateIncomplete', { element, value: stated })] : [],
  ];
}

/** The name of the person or organization that a reference names; empty when nothing tells it. */
export function nameOfParty(scene: Scene, reference: FhirReference | undefined): string {
  const entry = scene.entryOf(reference, scene.entry);
  const resource = entry?.known;
  const stated = filled(reference?.display, 160) ?? '';
  switch (resource?.resourceType) {
    case 'Practitioner':
    case 'Patient':
    case 'RelatedPerson':
      return nameInUse(resource.name, scene.today).full ?? stated;
    case 'Organization':
      return filled(resource.name, 160) ?? stated;
    case 'PractitionerRole': {
      const person = entry && scene.entryOf(resource.practitioner, entry);
      const name =
        person?.known?.resourceType === 'Practitioner'
          ? nameInUse(person.known.name, scene.today).full
          : undefined;
      return name ?? filled(resource.practitioner?.display, 160) ?? stated;
    }
    default:
      return stated;
  }
}
