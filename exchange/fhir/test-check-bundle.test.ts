import { describe, expect, it } from 'vitest';
import type { Claim } from '#domain/claim/claim.ts';
import { sampleClaim, sampleOtherCoverage } from '../x12/claim.samples.ts';
import { sampleExport } from './case-export.samples.ts';
import { checkFhir } from './test-check-bundle.ts';
import { type FhirFaultCode, fhirFaultCodes } from './test-fhir-fault.ts';
import { caseToBundle } from './to-bundle.ts';
import { claimToFhir } from './to-claim.ts';
import { isObject, objectsIn } from './test-walk-json.ts';

type Editable = Record<string, unknown>;

/** A fresh copy of the sound bundle, as JSON that a test may spoil. */
function spoiled(
  address: string,
  spoil: (resource: Editable, entry: Editable, bundle: Editable) => void,
): unknown {
  const bundle: Editable = JSON.parse(JSON.stringify(caseToBundle(sampleExport)));
  const entry = objectsIn(bundle['entry']).find((one) => String(one['fullUrl']).endsWith(`/${address}`));
  if (!entry || !isObject(entry['resource'])) throw new Error(`no ${address}`);
  spoil(entry['resource'], entry, bundle);
  return bundle;
}

function first(value: unknown): Editable {
  const [object] = objectsIn(value);
  if (!object) throw new Error('nothing to spoil');
  return object;
}

const planted: readonly (readonly [FhirFaultCode, string, string, Parameters<typeof spoiled>[1]])[] = [
  ['not-a-resource', 'an unknown type', 'Patient/patient-1', (one) => void (one['resourceType'] = 'Person')],
  ['required', 'a task without intent', 'Task/task-2', (one) => void delete one['intent']],
  [
    'required',
    'a claim item without product',
    'Claim/claim-1',
    (one) => void delete first(one['item'])['productOrService'],
  ],
  ['required', 'an entry without resource', 'Task/task-2', (_one, entry) => void delete entry['resource']],
  [
    'required',
    'a participant without role',
    'CareTeam/case-1',
    (one) => void delete first(one['participant'])['role'],
  ],
  ['code', 'a status of its own', 'Communication/activity-1', (one) => void (one['status'] = 'done')],
  [
    'code',
    'an activity status of its own',
    'CarePlan/case-1',
    (one) => void (first(first(one['activity'])['detail'])['status'] = 'proposed'),
  ],
  ['empty', 'a blank title', 'CarePlan/case-1', (one) => void (one['title'] = ' ')],
  ['empty', 'an empty list', 'Patient/patient-1', (one) => void (one['telecom'] = [])],
  ['id', 'an underscore', 'Practitioner/staff-1', (one) => void (one['id'] = 'staff_1')],
  [
    'full-url',
    'an address of another',
    'Practitioner/staff-1',
    (_one, entry) => void (entry['fullUrl'] = 'https://archway.example/fhir/Patient/x'),
  ],
  [
    'duplicate',
    'a resource twice',
    'Coverage/coverage-1',
    (_one, entry, bundle) => void (bundle['entry'] = [...objectsIn(bundle['entry']), entry]),
  ],
  [
    'reference',
    'a reference to nothing',
    'ServiceRequest/referral-1',
    (one) => void (one['subject'] = { reference: 'Patient/nobody' }),
  ],
  [
    'reference',
    'a contained resource that is not there',
    'Claim/claim-1',
    (one) => void (one['patient'] = { reference: '#patient' }),
  ],
  [
    'reference-type',
    'a coverage as patient',
    'Claim/claim-1',
    (one) => void (one['patient'] = { reference: 'Coverage/coverage-1' }),
  ],
  [
    'contained',
    'contained for nothing',
    'Claim/claim-1',
    (one) => void (one['contained'] = [{ resourceType: 'Practitioner', id: 'p' }]),
  ],
  ['date', 'a day that does not exist', 'Patient/patient-1', (one) => void (one['birthDate'] = '1961-02-30')],
  [
    'date',
    'a moment without zone',
    'Provenance/18-activity-1',
    (one) => void (one['recorded'] = '2026-03-05T17:18:30'),
  ],
  ['date', 'a US date', 'Condition/condition-1', (one) => void (one['onsetDateTime'] = '06/01/2019')],
  [
    'currency',
    'a currency by its sign',
    'Claim/claim-1',
    (one) => void (first(one['total'])['currency'] = 'US$'),
  ],
  [
    'coding',
    'a system that is no address',
    'Condition/condition-1',
    (one) => void (first(first(one['code'])['coding'])['system'] = 'ICD-10'),
  ],
  [
    'coding',
    'a CDT code without letter',
    'Claim/claim-1',
    (one) => void (first(first(first(one['item'])['productOrService'])['coding'])['code'] = '9992'),
  ],
  [
    'extension',
    'an extension without value',
    'Communication/activity-1',
    (one) => void delete first(one['extension'])['valueString'],
  ],
  [
    'extension',
    'an extension without address',
    'Communication/activity-1',
    (one) => void (first(one['extension'])['url'] = 'minutes'),
  ],
  [
    'identifier',
    'a wrong check digit',
    'Practitioner/provider-1',
    (one) => void (first(one['identifier'])['value'] = '1245319598'),
  ],
  [
    'nomenclature',
    'a CDT display',
    'Claim/claim-1',
    (one) =>
      void (first(first(first(one['item'])['productOrService'])['coding'])['display'] = 'licensed words'),
  ],
  ['invariant', 'a consent without policy', 'Consent/consent-1', (one) => void delete one['policyRule']],
  [
    'invariant',
    'a task changed before it was written',
    'Task/task-2',
    (one) => void (one['lastModified'] = '2020-01-01T00:00:00Z'),
  ],
  [
    'invariant',
    'an active condition that has abated',
    'Condition/condition-1',
    (one) => void (one['abatementDateTime'] = '2026-01-01'),
  ],
  [
    'invariant',
    'a period backwards',
    'CareTeam/case-1',
    (one) => void (first(one['participant'])['period'] = { start: '2026-03-02', end: '2026-03-01' }),
  ],
  [
    'invariant',
    'bare markup in a text',
    'CarePlan/case-1',
    (one) => void (first(one['text'])['div'] = '<div xmlns="http://www.w3.org/1999/xhtml"><p>a & b</div>'),
  ],
  [
    'invariant',
    'an activity with detail and reference',
    'CarePlan/case-1',
    (one) => void (first(one['activity'])['reference'] = { display: 'x' }),
  ],
  ...[
    ['a patient without name', 'Patient/patient-1', 'name'],
    ['a patient without gender', 'Patient/patient-1', 'gender'],
    ['an organization that is neither active nor not', 'Organization/cascadia', 'active'],
    ['a condition without category', 'Condition/condition-1', 'category'],
    ['a coverage that says nothing of its subscriber', 'Coverage/coverage-1', 'relationship'],
    ['a document without type', 'DocumentReference/document-1', 'type'],
    ['a referral without category', 'ServiceRequest/referral-1', 'category'],
    ['a referral to nobody', 'Task/referral-1', 'owner'],
    ['an allergy without standing', 'AllergyIntolerance/history-3', 'clinicalStatus'],
    ['a procedure done no one knows when', 'Procedure/history-5', 'performedDateTime'],
    ['a filling that is not called dental', 'Procedure/history-5', 'category'],
    ['a caries that is not called dental', 'Condition/condition-3', 'category'],
    ['a blood pressure without its parts', 'Observation/history-9', 'component'],
    ['a weight that is no vital sign', 'Observation/history-10', 'category'],
  ].map(
    ([name = '', address = '', element = '']) =>
      ['profile', name, address, (one: Editable) => void delete one[element]] as const,
  ),
  [
    'profile',
    'a number without its system',
    'Patient/patient-1',
    (one) => void delete first(one['identifier'])['system'],
  ],
  [
    'profile',
    'a name without family name',
    'Practitioner/staff-1',
    (one) => void delete first(one['name'])['_family'],
  ],
  [
    'profile',
    'a telephone without number',
    'Organization/cascadia',
    (one) => void (one['telecom'] = [{ system: 'phone' }]),
  ],
  [
    'profile',
    'a member number of which nothing is said',
    'Coverage/coverage-2',
    (one) => void delete one['identifier'],
  ],
  [
    'profile',
    'a diagnosis without type',
    'Claim/claim-1',
    (one) => void delete first(one['diagnosis'])['type'],
  ],
  [
    'profile',
    'a line without place',
    'Claim/claim-1',
    (one) => void delete first(one['item'])['locationCodeableConcept'],
  ],
  ['balance', 'a total of its own', 'Claim/claim-1', (one) => void (first(one['total'])['value'] = 75.51)],
  [
    'sequence',
    'a diagnosis that is not there',
    'Claim/claim-1',
    (one) => void (first(one['item'])['diagnosisSequence'] = [3]),
  ],
  [
    'sequence',
    'a sequence twice',
    'Claim/claim-1',
    (one) => void (one['diagnosis'] = objectsIn(one['diagnosis']).map((each) => ({ ...each, sequence: 1 }))),
  ],
  [
    'tooth-on-coordination',
    'a tooth',
    'Claim/claim-1',
    (one) => void (first(one['item'])['bodySite'] = { text: '14' }),
  ],
];

describe('checkFhir', () => {
  it.each(planted)('finds %s: %s', (code, _name, address, spoil) => {
    expect(checkFhir(spoiled(address, spoil)).map((fault) => fault.code)).toContain(code);
  });

  it('has a planted fault for every kind that it knows', () => {
    expect(new Set(planted.map(([code]) => code))).toEqual(new Set(fhirFaultCodes));
  });

  it('names the place', () => {
    expect(checkFhir(spoiled('Patient/patient-1', (one) => void (one['birthDate'] = '1961')))).toEqual([]);
    expect(checkFhir(spoiled('Patient/patient-1', (one) => void (one['gender'] = 'f')))).toEqual([
      { code: 'code', path: 'Bundle.entry[0].resource.gender', what: '"f" is not in the list.' },
    ]);
  });

  it.each([['text'], [null], [[]], [{}]])('says that %j is no resource', (document) => {
    expect(checkFhir(document).map((fault) => fault.code)).toEqual(['not-a-resource']);
  });
});

describe('claimToFhir', () => {
  const claim = claimToFhir(sampleClaim);

  it('is sound alone, with its parties contained', () => {
    expect(checkFhir(claim)).toEqual([]);
    expect(claim.contained?.map((one) => `${one.resourceType} ${one.id ?? ''}`)).toEqual([
      'Patient patient',
      'Coverage coverage',
      'Organization payer',
      'Organization billing',
      'Practitioner treating',
    ]);
  });

  it('says code, place, day, diagnoses and money of a line, and no body site', () => {
    expect(claim).toMatchObject({
      use: 'claim',
      type: { coding: [{ code: 'oral' }] },
      total: { value: 75.5, currency: 'USD' },
      diagnosis: [{ diagnosisCodeableConcept: { coding: [{ code: 'E11.630' }] } }, {}],
      item: [
        {
          sequence: 1,
          productOrService: { coding: [{ system: 'http://www.ada.org/cdt', code: 'D9992' }] },
          servicedDate: '2026-03-05',
          locationCodeableConcept: { coding: [{ code: '11' }] },
          diagnosisSequence: [1, 2],
          net: { value: 75.5, currency: 'USD' },
        },
      ],
    });
    expect(JSON.stringify(claim)).not.toContain('bodySite');
    expect(JSON.stringify(claim)).not.toContain('display');
  });

  it('ties each sentence of the narrative to its evidence', () => {
    expect(claim.supportingInfo?.[0]).toMatchObject({
      valueString: 'The case was coordinated with cardiology.',
      extension: [{ valueString: 'case#12' }],
    });
  });

  it.each<[string, Partial<Claim>]>([
    [
      'a claim without diagnoses, remarks and narrative',
      {
        diagnoses: [],
        remarks: [],
        narrative: [],
        lines: sampleClaim.lines.map((line) => ({ ...line, diagnosisPointers: [] })),
      },
    ],
    ['a replacement', { frequency: 'replacement', payerClaimNumber: 'ICN1' }],
    ['an attachment', { attachmentControlNumber: 'AW77' }],
    ['a dependent', { subscriber: { ...sampleClaim.subscriber, relationship: 'child' } }],
    [
      'benefits assigned',
      { agreements: { acceptsAssignment: true, benefitsAssigned: true, releaseSigned: true, charges: [] } },
    ],
    ['another coverage', { otherCoverages: [sampleOtherCoverage] }],
    ['a social security number', { billing: { ...sampleClaim.billing, taxIdKind: 'SSN' } }],
  ])('is sound for %s', (_name, change) => {
    const changed = claimToFhir({ ...sampleClaim, ...change });
    expect(checkFhir(changed)).toEqual([]);
    if (change.billing) expect(JSON.stringify(changed)).not.toContain(sampleClaim.billing.taxId);
    if (change.payerClaimNumber) expect(changed.related?.[0]?.reference?.value).toBe('ICN1');
  });
});
