import { describe, expect, test } from 'vitest';
import { importFhir, patientKeysIn } from './from-bundle.ts';
import type { ImportContext } from './from-outcome.ts';
import { byHand, contextOf, imported, nothing, ownSample, patientOf, record } from './import.samples.ts';

const patient = {
  resourceType: 'Patient',
  id: '1',
  name: [{ family: 'Ito', given: ['Mai'] }],
  birthDate: '1980-02-29',
};
const condition = {
  resourceType: 'Condition',
  id: '2',
  subject: { reference: 'Patient/1' },
  code: { text: 'Caries' },
};

function bundle(...resources: readonly object[]): object {
  return { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) };
}

function addressed(...entries: readonly (readonly [fullUrl: string, resource: object])[]): object {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: entries.map(([fullUrl, resource]) => ({ fullUrl, resource })),
  };
}

function refusalOf(file: object | string, more: Partial<ImportContext> = {}) {
  const outcome = importFhir(
    typeof file === 'string' ? file : JSON.stringify(file),
    contextOf(nothing, more),
  );
  return 'refused' in outcome ? [outcome.code, outcome.at] : 'imported';
}

describe('a broken file is refused and the place is named', () => {
  test.each<[string, object | string, string, string]>([
    ['no JSON', '{"resourceType": "Patient",\n  "id": }', 'fhir/not-json', 'line 2, column 9'],
    ['a file that ends too early', '{"resourceType": "Patient"', 'fhir/not-json', 'line 1, column 27'],
    ['an empty file', '', 'fhir/empty', 'line 1, column 1'],
    ['white space and a byte order mark', '\uFEFF \n', 'fhir/empty', 'line 1, column 1'],
    ['a name said twice', '{"id":"1","id":"2"}', 'fhir/not-json', 'line 1, column 11'],
    ['one resource a line', '{"a":1}\n{"a":2}', 'fhir/one-a-line', 'line 2, column 1'],
    ['text after the end', '{"a":1}\n]', 'fhir/not-json', 'line 2, column 1'],
    ['a second object on the same line', '{"a":1} {"a":2}', 'fhir/not-json', 'line 1, column 9'],
    ['XML after a byte order mark', '\uFEFF<?xml version="1.0"?>', 'fhir/xml', 'line 1, column 1'],
    ['XML', '<Patient xmlns="http://hl7.org/fhir"/>', 'fhir/xml', 'line 1, column 1'],
    ['an array', '[]', 'fhir/not-an-object', 'line 1, column 1'],
    ['an object that is no resource', {}, 'fhir/not-fhir', 'resourceType'],
    ['a resource type that is none', { resourceType: 'patient' }, 'fhir/no-resource-type', 'resourceType'],
    [
      'an entry without type',
      bundle(patient, { id: '2' }),
      'fhir/not-fhir',
      'Bundle.entry[1].resource.resourceType',
    ],
    ['a Bundle without type', { resourceType: 'Bundle' }, 'fhir/bundle-without-type', 'Bundle.type'],
    ['a history', { resourceType: 'Bundle', type: 'history' }, 'fhir/bundle-type', 'Bundle.type'],
    [
      'entries that are no list',
      { resourceType: 'Bundle', type: 'batch', entry: {} },
      'fhir/form',
      'Bundle.entry',
    ],
    [
      'an entry that is text',
      { resourceType: 'Bundle', type: 'batch', entry: ['x'] },
      'fhir/form',
      'Bundle.entry[0]',
    ],
    [
      'a birth date that is a number',
      bundle(condition, { ...patient, birthDate: 1980 }),
      'fhir/form',
      'Bundle.entry[1].resource.birthDate',
    ],
    [
      'a family name that is a list',
      { ...patient, name: [{ family: ['Ito'] }] },
      'fhir/form',
      'Patient.name[0].family',
    ],
    [
      'a code that is text',
      bundle(patient, { ...condition, code: 'K02' }),
      'fhir/form',
      'Bundle.entry[1].resource.code',
    ],
    ['a day that is not', { ...patient, birthDate: '1981-02-29' }, 'fhir/birth-date', 'Patient.birthDate'],
    ['a year only', { ...patient, birthDate: '1981' }, 'fhir/birth-date', 'Patient.birthDate'],
    ['a birth date to come', { ...patient, birthDate: '2026-03-06' }, 'fhir/birth-date', 'Patient.birthDate'],
    [
      'no birth date',
      bundle({ ...patient, birthDate: undefined }),
      'fhir/birth-date-missing',
      'Bundle.entry[0].resource.birthDate',
    ],
    [
      'STU3: a status that is text',
      bundle(patient, { ...condition, clinicalStatus: 'active' }),
      'fhir/version',
      'Bundle.entry[1].resource.clinicalStatus',
    ],
    [
      'STU3: a type that R4 dropped',
      bundle(patient, { resourceType: 'ReferralRequest' }),
      'fhir/version',
      'Bundle.entry[1].resource.resourceType',
    ],
    [
      'R5: medication as an object',
      { resourceType: 'MedicationRequest', medication: { concept: {} } },
      'fhir/version',
      'MedicationRequest.medication',
    ],
    [
      'R5: why a procedure was done',
      bundle(patient, { resourceType: 'Procedure', reason: [{ concept: { text: 'Caries' } }] }),
      'fhir/version',
      'Bundle.entry[1].resource.reason',
    ],
    [
      'R5: what is requested as a concept',
      bundle(patient, { resourceType: 'ServiceRequest', code: { concept: { text: 'Referral' } } }),
      'fhir/version',
      'Bundle.entry[1].resource.code',
    ],
    [
      'R5: who asserts an allergy',
      bundle(patient, { resourceType: 'AllergyIntolerance', participant: [] }),
      'fhir/version',
      'Bundle.entry[1].resource.participant',
    ],
    [
      'R5: the kind of a coverage',
      bundle(patient, { resourceType: 'Coverage', kind: 'insurance' }),
      'fhir/version',
      'Bundle.entry[1].resource.kind',
    ],
    [
      'a Bundle of nothing but a Bundle',
      bundle(bundle(patient, condition)),
      'fhir/bundle-inside',
      'Bundle.entry[0].resource',
    ],
    [
      'one address for two types',
      addressed(['urn:uuid:1', patient], ['urn:uuid:1', condition]),
      'fhir/address-twice',
      'Bundle.entry[1].resource',
    ],
    [
      'one address for two ids',
      addressed(
        ['urn:uuid:p', patient],
        ['urn:uuid:1', condition],
        ['urn:uuid:1', { ...condition, id: '3' }],
      ),
      'fhir/address-twice',
      'Bundle.entry[2].resource',
    ],
    ['no patient at all', condition, 'fhir/patient-elsewhere', 'Condition'],
    ['a Bundle without its patient', bundle(condition), 'fhir/patient-elsewhere', 'Bundle.entry[0].resource'],
  ])('%s', (_, file, code, at) => {
    expect(refusalOf(file)).toEqual([code, at]);
  });

  test('one address for two versions of a resource: the later counts, and the report says so', () => {
    const later = { ...condition, code: { text: 'Deep caries' } };
    const file = addressed(['urn:uuid:p', patient], ['urn:uuid:1', condition], ['urn:uuid:1', later]);
    const { report } = imported(
      JSON.stringify(file).replaceAll('Patient/1', 'urn:uuid:p'),
      contextOf(nothing),
    );
    expect(report.map(({ outcome, reason }) => [outcome, reason?.id])).toEqual([
      ['became', undefined],
      ['left-out', 'fhirImport.reason.repeated'],
      ['became', undefined],
    ]);
  });

  test('a Bundle beside a patient is kept word for word, and the report says that it is not read', () => {
    const outcome = imported(JSON.stringify(bundle(patient, bundle(patient, condition))), contextOf(nothing));
    expect(outcome.report[1]).toMatchObject({
      outcome: 'kept-only',
      reason: { id: 'fhirImport.reason.bundleInside', params: { count: '2' } },
    });
    expect(outcome.patients[0]?.contents[1]?.text).toContain('Caries');
  });

  test('today is a birth date that has been', () => {
    expect(refusalOf({ ...patient, birthDate: '2026-03-05' })).toBe('imported');
  });

  test('several patients into one', () => {
    const both = bundle(patient, { ...patient, id: '2' });
    expect(refusalOf(both)).toBe('imported');
    expect(refusalOf(both, { intoPatient: patientOf(byHand(), 'by-hand') })).toEqual([
      'fhir/several-patients',
      'Bundle.entry[1].resource',
    ]);
  });

  test('another person than the one it is put into; a married name is the same person', () => {
    const into = { intoPatient: patientOf(byHand(), 'by-hand') };
    expect(refusalOf(patient, into)).toEqual(['fhir/other-person', 'Patient']);
    expect(refusalOf({ ...patient, birthDate: '1990-01-01' }, into)).toBe('imported');
    expect(refusalOf({ ...patient, name: [{ family: 'A' }] }, into)).toBe('imported');
  });

  test('the same relative address from another system names somebody else', () => {
    const recorded = record(nothing, imported(JSON.stringify(patient), contextOf(nothing)));
    const stranger = JSON.stringify({ ...patient, name: [{ family: 'Roy' }], birthDate: '1999-09-09' });
    expect(importFhir(stranger, contextOf(recorded))).toMatchObject({
      refused: true,
      code: 'fhir/other-person',
    });
    const named = imported(stranger, contextOf(recorded, { source: 'roy-clinic' }));
    expect(named.patients).toMatchObject([{ isNew: true }]);
  });

  test('a resource alone goes to the patient whom it names, or to the one who is given', () => {
    const alone = ownSample('condition-without-icd10.json');
    expect(refusalOf(alone)).toEqual(['fhir/patient-elsewhere', 'Condition']);
    const first = record(nothing, imported(ownSample('patient-alone.json'), contextOf(nothing)));
    const named = imported(alone, contextOf(first));
    expect(named.patients).toMatchObject([{ isNew: false, demographics: { lastName: 'Bergström' } }]);
    expect(named.report[0]?.flags.map(({ id }) => id)).not.toContain('fhirImport.flag.atYourWord');
    const given = imported(alone, contextOf(byHand(), { intoPatient: patientOf(byHand(), 'by-hand') }));
    expect(given.report[0]?.flags.map(({ id }) => id)).toContain('fhirImport.flag.atYourWord');
  });

  test('the keys of a broken file are refused in the same way', () => {
    expect(patientKeysIn('{')).toMatchObject({ refused: true, code: 'fhir/not-json' });
  });
});
