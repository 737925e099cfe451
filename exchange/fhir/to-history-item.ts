import type { CodeableConcept } from 'fhir/r4';
import type { HistoryItem } from '#domain/patient/patient-events.ts';
import { positionExtension } from './fhir-codes.ts';
import { codingOf } from './to-patient.ts';
import type { Scene } from './to-scene.ts';
import { sensitivityMeta } from './to-sensitivity.ts';

/** A finding or procedure of the mouth: it has a tooth, or a code of ADA's systems. */
export function isDental({ codings, tooth }: HistoryItem): boolean {
  return tooth !== undefined || codings.some(({ system }) => /ada\.org\/(cdt|snodent)/.test(system));
}

/** Labels and place in the chain, which every item has. */
export function itemParts(scene: Scene, item: HistoryItem) {
  const position = scene.patient.historyPositions.get(item.itemId);
  return {
    ...sensitivityMeta(scene, item.sensitive),
    extension: position === undefined ? [] : [positionExtension('patient', position)],
  };
}

export function conceptOf(item: HistoryItem): CodeableConcept {
  return { coding: item.codings.map(codingOf), text: item.text };
}

/** The status where FHIR's list has it; nobody may guess one from free text. */
export function statusIn<Status extends string>(list: readonly Status[], status: string): Status | undefined {
  return list.find((known) => known === status);
}
