import { describe, expect, test } from 'vitest';
import {
  contextOf,
  flagsOf,
  imported,
  lineFor,
  nothing,
  ownSample,
  patientOf,
  record,
} from './import.samples.ts';

const outcome = imported(ownSample('collection-edge-cases.json'), contextOf(nothing));
const patient = patientOf(record(nothing, outcome), outcome.patients[0]?.patientId ?? '');

function becameOf(key: string) {
  const id = lineFor(outcome, key).became[0]?.id ?? '';
  return patient.conditions.get(id)?.value ?? patient.history.get(id);
}

describe('imperfect data is kept and flagged', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'a name that is only text',
      'Patient/moreau',
      'became',
      ['firstNameMissing', 'sexOther', 'addressMissing', 'contactMissing'],
    ],
    ['the CDT system without www', 'Procedure/filling-old-system', 'became', []],
    [
      'a tooth number that is none',
      'Procedure/filling-unknown-tooth',
      'became',
      ['toothUnknown', 'dateIncomplete'],
    ],
    ['SNOMED only', 'Condition/snomed-only', 'became', ['noDiagnosis']],
    [
      'an ICD-10-CM code of the wrong form',
      'Condition/invalid-icd',
      'became',
      ['diagnosisInvalid', 'noDiagnosis'],
    ],
    ['two ICD-10-CM codes', 'Condition/two-icd', 'became', ['diagnosesSeveral']],
    ['ICD-9 only', 'Condition/icd9-only', 'became', ['noDiagnosis']],
    ['a sensitive diagnosis', 'Condition/alcohol', 'became', ['sensitive']],
    ['a security label', 'Condition/labeled', 'became', ['noDiagnosis', 'sensitive']],
    ['an allergy without status', 'AllergyIntolerance/latex', 'became', ['statusUnstated']],
    ['an observation without category', 'Observation/unknown-status', 'became', ['categoryMissing']],
    ['an ordered dental procedure', 'ServiceRequest/extraction', 'became', ['orderedOnly']],
    [
      'a referral by somebody who is absent',
      'ServiceRequest/referral',
      'became',
      ['requesterMissing', 'reasonMissing', 'categoryMissing', 'absentReference'],
    ],
    [
      'a role without contact',
      'PractitionerRole/role',
      'became',
      ['specialtyUnknown', 'roleWithoutContact', 'absentReference'],
    ],
  ])('%s', (_, key, became, flags) => {
    expect(lineFor(outcome, key).outcome).toBe(became);
    expect(flagsOf(outcome, key)).toEqual(flags);
  });

  test.each<[string, string, string, string]>([
    ['a procedure not done', 'Procedure/not-done', 'rejected', 'notDone'],
    ['entered in error', 'Condition/mistake', 'rejected', 'enteredInError'],
    ['ruled out', 'Condition/ruled-out', 'rejected', 'ruledOut'],
    ['a consent recorded elsewhere', 'Consent/consent', 'kept-only', 'consentElsewhere'],
    ['a task', 'Task/task', 'kept-only', 'taskOfReferral'],
    [
      'about a patient whom the file does not hold',
      'Observation/of-somebody-else',
      'kept-only',
      'absentPatient',
    ],
    ['about nobody', 'Observation/of-nobody', 'kept-only', 'noOwner'],
    ['a type without a place', 'VisionPrescription/glasses', 'kept-only', 'noPlace'],
  ])('%s', (_, key, becomes, reason) => {
    expect(lineFor(outcome, key)).toMatchObject({
      outcome: becomes,
      became: [],
      reason: { id: `fhirImport.reason.${reason}` },
    });
  });

  test.each<[string, string, object]>([
    [
      'tooth and surface',
      'Procedure/filling-old-system',
      { tooth: '10 B', status: 'completed', on: '2024-08-17' },
    ],
    ['an unknown tooth', 'Procedure/filling-unknown-tooth', { value: '99; Buccal surface' }],
    ['an order', 'ServiceRequest/extraction', { kind: 'procedure', status: 'plan: active' }],
    ['the first of two codes', 'Condition/two-icd', { diagnosis: 'E11.630' }],
    ['substance use', 'Condition/alcohol', { diagnosis: 'F10.20', sensitive: 'substance-use-treatment' }],
    ['a label', 'Condition/labeled', { sensitive: 'hiv' }],
    [
      'other systems',
      'Condition/snomed-only',
      { codings: [{ system: 'http://snomed.info/sct', code: '80967001', display: 'Dental caries' }] },
    ],
  ])('%s is recorded as stated', (_, key, expected) => {
    expect(becameOf(key)).toMatchObject(expected);
  });

  test('no code is turned into another', () => {
    for (const key of [
      'Condition/snomed-only',
      'Condition/invalid-icd',
      'Condition/icd9-only',
      'Condition/labeled',
    ])
      expect(becameOf(key)).not.toHaveProperty('diagnosis');
    expect(becameOf('Procedure/filling-unknown-tooth')).not.toHaveProperty('tooth');
  });
});

describe('small files', () => {
  test('a coverage of one day', () => {
    const one = imported(ownSample('coverage-of-one-day.json'), contextOf(nothing));
    expect(flagsOf(one, 'Coverage/one-day')).toEqual([
      'payorMissing',
      'memberIdMissing',
      'coverageKindUnstated',
      'coverageOneDay',
      'coverageOver',
      'relationshipMissing',
      'subscriberMissing',
      'priorityUnstated',
      'absentReference',
    ]);
  });

  test('a Social Security number and an address abroad', () => {
    const one = imported(ownSample('patient-alone.json'), contextOf(nothing));
    expect(one.patients[0]?.demographics).toMatchObject({
      addressAsReceived: 'Storgatan 14, Uppsala, 753 31, SE',
      identifiers: [{ system: 'https://clinic.example.org/mrn', value: '77120' }],
    });
    expect(flagsOf(one, 'Patient/bergstrom')).toEqual(['addressNotUs', 'socialSecurityNumber']);
    expect(lineFor(one, 'Patient/bergstrom').became.map(({ kind }) => kind)).toEqual([
      'patient',
      'related-person',
    ]);
  });

  test('an NPI that fails its check digit', () => {
    const one = imported(ownSample('practitioner-bad-npi.json'), contextOf(nothing));
    expect(one.directory).toMatchObject([{ name: 'Maja Lindqvist, DDS', ours: false }]);
    expect(one.directory[0]).not.toHaveProperty('npi');
    expect(flagsOf(one, 'Practitioner/lindqvist')).toEqual(['npiInvalid', 'specialtyMissing', 'notKept']);
  });

  test('a family in one transaction: each gets what is theirs', () => {
    const family = imported(ownSample('transaction-family.json'), contextOf(nothing));
    const [child, mother] = family.patients.map(({ patientId }) =>
      patientOf(record(nothing, family), patientId),
    );
    expect(child?.demographics).toMatchObject({ firstName: 'Lucas', address: { state: 'WA' } });
    expect([...(child?.coverages.values() ?? [])][0]?.value.subscriber).toEqual({
      relationship: 'child',
      lastName: 'Tavares',
      firstName: 'Beatriz',
      birthDate: '1986-02-09',
    });
    expect([...(child?.history.values() ?? [])].map(({ text }) => text)).toEqual([
      'amoxicillin 250 MG Oral Capsule',
    ]);
    expect(mother?.coverages.size).toBe(0);
    const kept = (types: typeof child) =>
      [...(types?.keptResources.values() ?? [])].map(({ resourceType }) => resourceType);
    expect(kept(child)).toEqual([
      'Patient',
      'RelatedPerson',
      'Coverage',
      'MedicationRequest',
      'Practitioner',
    ]);
    expect(kept(mother)).toEqual(['Patient', 'Immunization']);
    expect(family.report.at(-1)).toMatchObject({
      outcome: 'left-out',
      reason: { params: { method: 'DELETE' } },
    });
  });

  test('a search result: messages and empty entries are left out', () => {
    const found = imported(ownSample('searchset.json'), contextOf(nothing));
    expect(found.report.map(({ place, outcome: becomes }) => [place, becomes])).toEqual([
      ['Bundle.entry[0].resource', 'became'],
      ['Bundle.entry[1].resource', 'left-out'],
      ['Bundle.entry[2]', 'left-out'],
    ]);
  });
});
