import type { DataCategory } from '#domain/consent/consent.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { caseSummary } from '../case-summary.ts';
import { claimFormData } from '../claim-form-data.ts';
import { pdfLanguages, type PdfDocument, type PdfLanguage } from '../pdf-document.ts';
import { planDocument } from '../plan.ts';
import type { Printing } from '../printing.ts';
import { claim, coordinationCase, madeAt, patient, practice } from './sample-record.ts';

export function printing(language: PdfLanguage): Printing {
  return { practice, language, madeAt };
}

const attested = { name: 'Nora Feld, DDS', on: calendarDate('2026-02-26') };

export const forTreatment: ReadonlySet<DataCategory> = new Set([
  'demographics',
  'dental-record',
  'medical-history',
  'medications',
  'coordination-record',
]);

/** One of every document, in both languages. */
export const sampleDocuments: Readonly<Record<string, PdfDocument>> = Object.fromEntries(
  pdfLanguages.flatMap((language) => {
    const how = printing(language);
    const documents: Record<string, PdfDocument> = {
      'claim-form-data': claimFormData(claim, { attested }, how),
      'case-summary': caseSummary(
        { coordinationCase, patient, recipient: 'Cedar Periodontics', allowed: forTreatment },
        how,
      ),
      'plan-provider': planDocument({ coordinationCase, patient, audience: 'provider' }, how),
      'plan-patient': planDocument({ coordinationCase, patient, audience: 'patient' }, how),
    };
    return Object.entries(documents).map(([name, document]) => [`${name}-${language}`, document]);
  }),
);
