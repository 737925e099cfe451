import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importFhir } from './from-bundle.ts';
import type { FhirImport } from './from-outcome.ts';
import { byHand, contextOf, imported, nothing, patientOf, sampleFiles } from './import.samples.ts';

/** The public samples of HL7 and Synthea, where they lie beside the checkout. */
const folder = join(import.meta.dirname, '../../../shared/samples/fhir');

/** Each file, and how many of its resources became what, or why they did not. */
const table: readonly (readonly [file: string, became: readonly string[]])[] = [
  [
    'bser/Bundle-bundle-bser-referral-request-document-bundle-baby-everybaby.json',
    [
      '1 Composition became received-referral',
      '1 Organization became provider',
      '1 Practitioner became provider',
      '1 PractitionerRole became provider',
      '1 RelatedPerson kept-only absentPatient',
      '2 Patient became patient',
      '8 Observation kept-only absentPatient',
    ],
  ],
  ['bser/Consent-consent-bser-patientconsent-baby-everybaby.json', ['1 Consent kept-only consentElsewhere']],
  ['bser/Patient-patient-bser-patient-baby-everybaby.json', ['1 Patient became patient']],
  [
    'bser/ServiceRequest-servicerequest-bser-referral-servicerequest-arthritis.json',
    ['1 ServiceRequest became received-referral'],
  ],
  [
    'bser/ServiceRequest-servicerequest-bser-referral-servicerequest-early-childhood.json',
    ['1 ServiceRequest became received-referral'],
  ],
  [
    'bser/ServiceRequest-servicerequest-referral-servicerequest.json',
    ['1 ServiceRequest became received-referral'],
  ],
  ['bser/Task-task-bser-referral-task.json', ['1 Task kept-only taskWithoutReferral']],
  ['bser/Task-task-referral-task.json', ['1 Task kept-only taskWithoutReferral']],
  [
    'dental-data-exchange/Bundle-Complete-Dental-Consult-Note-Document-Bundle-Example.json',
    [
      '1 AllergyIntolerance became history',
      '1 Communication became history',
      '1 Composition kept-only composition',
      '1 Coverage became coverage',
      '1 Immunization kept-only noPlace',
      '1 Medication kept-only medicationOfRequest',
      '1 Patient became patient',
      '1 Practitioner kept-only noName',
      '1 PractitionerRole became provider',
      '1 ServiceRequest became received-referral',
      '13 Condition became condition',
      '2 Organization became provider',
      '2 Practitioner became provider',
      '2 Procedure became history',
      '3 Encounter kept-only noPlace',
      '3 Observation became history',
      '4 MedicationRequest became history',
      '4 ServiceRequest became history',
      '6 Observation kept-only observationNotUsed',
    ],
  ],
  [
    'dental-data-exchange/Bundle-Complete-Dental-Referral-Note-Document-Bundle-Example.json',
    [
      '1 AllergyIntolerance became history',
      '1 Communication became history',
      '1 Composition kept-only composition',
      '1 Coverage became coverage',
      '1 Immunization kept-only noPlace',
      '1 Medication kept-only medicationOfRequest',
      '1 MedicationRequest became history',
      '1 Organization became provider',
      '1 Patient became patient',
      '1 Practitioner became provider',
      '1 Practitioner kept-only noName',
      '1 PractitionerRole became provider',
      '1 Procedure became history',
      '1 ServiceRequest became received-referral',
      '2 Encounter kept-only noPlace',
      '2 Observation became history',
      '6 Observation kept-only observationNotUsed',
      '7 Condition became condition',
    ],
  ],
  ['dental-data-exchange/Communication-dental-education.json', ['1 Communication became history']],
  ['dental-data-exchange/Condition-Chronic-periodontitis-example.json', ['1 Condition became condition']],
  ['dental-data-exchange/Condition-DM1-example.json', ['1 Condition became condition']],
  ['dental-data-exchange/Condition-HTN-example.json', ['1 Condition became condition']],
  ['dental-data-exchange/Coverage-Dental-Aetna.json', ['1 Coverage became coverage']],
  ['dental-data-exchange/Encounter-Dental-encounter.json', ['1 Encounter kept-only noPlace']],
  ['dental-data-exchange/Organization-Aetna-organization.json', ['1 Organization left-out payer']],
  ['dental-data-exchange/Organization-GEHC-organization.json', ['1 Organization became provider']],
  ['dental-data-exchange/Organization-GHC-organization.json', ['1 Organization became provider']],
  ['dental-data-exchange/Organization-GOHC-organization.json', ['1 Organization became provider']],
  ['dental-data-exchange/Patient-example-dental.json', ['1 Patient became patient']],
  ['dental-data-exchange/Practitioner-practitioner-D.json', ['1 Practitioner became provider']],
  ['dental-data-exchange/Practitioner-practitioner-M.json', ['1 Practitioner became provider']],
  ['dental-data-exchange/Practitioner-practitioner-UNK.json', ['1 Practitioner left-out noName']],
  ['dental-data-exchange/PractitionerRole-PractitionerRole-D.json', ['1 PractitionerRole became provider']],
  ['dental-data-exchange/PractitionerRole-PractitionerRole-M.json', ['1 PractitionerRole became provider']],
  [
    'dental-data-exchange/Procedure-RestorationTooth10-example-dental-procedure.json',
    ['1 Procedure became history'],
  ],
  [
    'dental-data-exchange/Procedure-RestorationTooth11-example-dental-procedure.json',
    ['1 Procedure became history'],
  ],
  [
    'dental-data-exchange/Procedure-RestorationTooth12-example-dental-procedure.json',
    ['1 Procedure became history'],
  ],
  [
    'dental-data-exchange/Procedure-RestorationTooth13-example-dental-procedure.json',
    ['1 Procedure became history'],
  ],
  [
    'dental-data-exchange/Procedure-RestorationTooth14-example-dental-procedure.json',
    ['1 Procedure became history'],
  ],
  [
    'dental-data-exchange/Procedure-RestorationTooth15-example-dental-procedure.json',
    ['1 Procedure became history'],
  ],
  ['dental-data-exchange/ServiceRequest-Dental-extraction-example.json', ['1 ServiceRequest became history']],
  ['dental-data-exchange/ServiceRequest-Radiograph-survey.json', ['1 ServiceRequest became history']],
  ['dental-data-exchange/ServiceRequest-Resin-restore-example.json', ['1 ServiceRequest became history']],
  [
    'dental-data-exchange/ServiceRequest-example-dental-referral-1.json',
    ['1 ServiceRequest became received-referral'],
  ],
  ['dental-data-exchange/ServiceRequest-prophylaxis-example.json', ['1 ServiceRequest became history']],
  [
    'synthea/Bradly_Douglas_18468941-bdaf-42a0-8648-cba7cafc27ce.json',
    [
      '1 CarePlan kept-only noPlace',
      '1 DiagnosticReport kept-only noPlace',
      '1 Patient became patient',
      '12 Observation kept-only observationOlder',
      '14 Procedure became history',
      '3 Organization became provider',
      '3 Practitioner became provider',
      '34 MedicationRequest became history',
      '5 Observation became history',
      '55 Encounter kept-only noPlace',
      '55 ExplanationOfBenefit kept-only noPlace',
      '60 Observation kept-only observationNotUsed',
      '7 Condition became condition',
      '8 Immunization kept-only noPlace',
      '89 Claim kept-only noPlace',
    ],
  ],
  [
    'synthea/Rick_Prohaska_ad859b80-9113-43d4-8f08-240427ffe559.json',
    [
      '1 Organization became provider',
      '1 Patient became patient',
      '1 Practitioner became provider',
      '10 Observation became history',
      '11 Immunization kept-only noPlace',
      '12 Condition became condition',
      '13 Procedure became history',
      '22 MedicationRequest became history',
      '326 Observation kept-only observationNotUsed',
      '40 DiagnosticReport kept-only noPlace',
      '41 Encounter kept-only noPlace',
      '41 ExplanationOfBenefit kept-only noPlace',
      '5 CarePlan kept-only noPlace',
      '6 ImagingStudy kept-only noPlace',
      '63 Claim kept-only noPlace',
      '8 Goal kept-only noPlace',
      '95 Observation kept-only observationOlder',
    ],
  ],
];

function becameOf({ report }: FhirImport): readonly string[] {
  const counts = new Map<string, number>();
  for (const { resourceType, outcome, became, reason } of report) {
    const kinds = [...new Set(became.map(({ kind }) => kind))];
    const why = reason?.id.split('.').at(-1) ?? '';
    const words = [resourceType, outcome, ...kinds, why].join(' ').trim();
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => `${count} ${words}`).toSorted();
}

/** A resource alone is put into a patient who is here, as the importing person would. */
function importedInto(text: string): FhirImport {
  const alone = importFhir(text, contextOf(nothing));
  if (!('refused' in alone)) return alone;
  expect(alone.code).toBe('fhir/patient-elsewhere');
  return imported(text, { ...contextOf(nothing), intoPatient: patientOf(byHand(), 'by-hand') });
}

describe.runIf(existsSync(folder))('the public samples', () => {
  test('each has its row', () => {
    const files = sampleFiles().filter((file) => file.startsWith(folder));
    expect(files).toEqual(table.map(([file]) => join(folder, file)).toSorted());
  });

  test.each(table)('%s', (file, became) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const outcome = importedInto(text);
    expect(becameOf(outcome)).toEqual(became);
    const kept = outcome.report.filter(({ outcome: what }) => what !== 'left-out');
    const contents = outcome.patients.flatMap((patient) => patient.contents);
    const inDirectoryOnly = kept.filter(({ patientIds }) => patientIds.length === 0);
    expect(contents).toHaveLength(kept.reduce((sum, { patientIds }) => sum + patientIds.length, 0));
    for (const line of inDirectoryOnly)
      expect(line.flags.map(({ id }) => id)).toContain('fhirImport.flag.notKept');
  });

  test.each(table)('%s cut off, or with a character too many, is refused at its place', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const end = text.lastIndexOf('}');
    for (const broken of [text.slice(0, Math.floor(text.length / 2)), text.slice(0, end), `${text}}`])
      expect(importFhir(broken, contextOf(nothing))).toMatchObject({
        refused: true,
        code: 'fhir/not-json',
        at: expect.stringMatching(/^line \d+, column \d+$/) as string,
      });
  });
});
