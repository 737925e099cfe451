import { message } from '#domain/kernel/message.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { PdfLanguage } from './pdf-document.ts';
import type { Printing } from './printing.ts';
import { fill, sayMessage, wordsOf } from './words.ts';

/** The patient's needs that stand, each with what is done about it. */
export function needRows(patient: Patient, { language }: Printing) {
  const { need, summary } = wordsOf(language);
  return [...patient.accommodations.values()]
    .filter(({ value }) => value.active)
    .map(({ value }) => ({
      kind: need[value.kind],
      need: value.need,
      how: value.accommodation ? fill(summary.accommodatedBy, { how: value.accommodation }) : null,
    }));
}

/** The same as a patient reads it: what is done; where nothing is yet, what they told. */
export function needRowsForPatient(patient: Patient, language: PdfLanguage) {
  const { need: names } = wordsOf(language);
  return [...patient.accommodations.values()]
    .filter(({ value }) => value.active)
    .map(({ value: { kind, need, accommodation } }) => ({
      kind: names[kind],
      need:
        accommodation === ''
          ? sayMessage(language, message('forPatient.needs.asked', { need }))
          : accommodation,
      how: null,
    }));
}
