import type { Bundle, FhirResource } from 'fhir/r4';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DataCategory, dataCategories } from '#domain/consent/consent.ts';
import type { RecordedReferral } from '#domain/case/case.ts';
import { type ReferralState, referralStates } from '#domain/referral/referral.ts';
import type { TeamMember } from '#domain/team/team-member.ts';
import { exportWith, exportWithout, sampleExport } from './case-export.samples.ts';
import { checkFhir } from './test-check-bundle.ts';
import { extensionUrls } from './fhir-codes.ts';
import { caseToBundle } from './to-bundle.ts';

const whole = caseToBundle(sampleExport);

function resources(bundle: Bundle<FhirResource>): FhirResource[] {
  return (bundle.entry ?? []).flatMap((entry) => (entry.resource ? [entry.resource] : []));
}

function typesIn(bundle: Bundle<FhirResource>): Set<string> {
  return new Set(resources(bundle).map((resource) => resource.resourceType));
}

function find(bundle: Bundle<FhirResource>, address: string): FhirResource {
  const entry = bundle.entry?.find((one) => one.fullUrl?.endsWith(`/${address}`));
  if (!entry?.resource) throw new Error(`no ${address}`);
  return entry.resource;
}

describe('caseToBundle', () => {
  it('is sound, with every kind of resource', () => {
    expect(checkFhir(whole)).toEqual([]);
    expect([...typesIn(whole)].sort()).toEqual([
      'AllergyIntolerance',
      'CarePlan',
      'CareTeam',
      'Claim',
      'Communication',
      'Condition',
      'Consent',
      'Coverage',
      'DocumentReference',
      'Flag',
      'MedicationStatement',
      'Observation',
      'Organization',
      'Patient',
      'Practitioner',
      'PractitionerRole',
      'Procedure',
      'Provenance',
      'RelatedPerson',
      'ServiceRequest',
      'Task',
    ]);
    // Something specially protected is in it, and nothing was held back.
    expect(whole.meta?.security?.map(({ code }) => code)).toEqual(['R']);
  });

  it('is the same for the same record', () => {
    expect(JSON.stringify(caseToBundle(sampleExport))).toBe(JSON.stringify(whole));
  });

  it('leaves out of the directory whoever has no part in the case', () => {
    expect(JSON.stringify(whole)).not.toContain('Referred-To');
  });

  it.each([
    ['of ours is the member of staff', {}, 'Practitioner/staff-1', '2535550100'],
    [
      'of another house is somebody else',
      { organization: 'Tacoma General' },
      'Practitioner/member-7',
      undefined,
    ],
    ['whom no one of the staff is called', { name: 'Cori Other' }, 'Practitioner/member-7', '2535550100'],
  ])('a coordinator %s', (_name, change, person, telephone) => {
    const { theCase, member } = withCoordinator(change);
    const bundle = caseToBundle({ ...sampleExport, case: theCase });
    expect(checkFhir(bundle)).toEqual([]);
    const role = find(bundle, `PractitionerRole/${member.memberId}`);
    expect(role).toMatchObject({ practitioner: { reference: person } });
    expect(JSON.stringify(role).includes('2535550100')).toBe(telephone !== undefined);
  });

  it('sends neither flagged identifiers nor the nomenclature of CDT', () => {
    const patient = find(whole, 'Patient/patient-1');
    expect(patient).toMatchObject({
      identifier: [
        { value: 'patient-1' },
        { system: 'urn:oid:1.2.3', value: 'MRN-7' },
        {
          type: { text: 'chart' },
          system: 'https://archway.example/fhir/received-identifier/organization-1/chart',
          value: 'C-7',
        },
      ],
      communication: [{ language: { coding: [{ code: 'es' }] } }],
      telecom: [{ system: 'phone', rank: 1 }],
    });
    expect(JSON.stringify(whole)).not.toContain('nomenclature of somebody else');
  });

  it('carries seconds, span and basis of a contact, and who recorded and signed it', () => {
    expect(find(whole, 'Communication/activity-1')).toMatchObject({
      status: 'completed',
      sent: '2026-03-05T17:00:00.000Z',
      basedOn: [{ reference: 'ServiceRequest/referral-1' }],
      extension: expect.arrayContaining([
        {
          url: extensionUrls.timeSpent,
          extension: [
            expect.objectContaining({
              url: 'duration',
              valueDuration: expect.objectContaining({ value: 2520, code: 's' }),
            }),
            expect.objectContaining({ url: 'period' }),
            { url: 'basis', valueCode: 'timer' },
          ],
        },
        { url: extensionUrls.recordPosition, valueString: 'case#18' },
      ]),
    });
    const agents = resources(whole).flatMap((one) =>
      one.resourceType === 'Provenance' && one.target[0]?.reference === 'Communication/activity-1'
        ? one.agent.map((agent) => agent.type?.coding?.[0]?.code)
        : [],
    );
    expect(agents).toEqual(['author', 'attester']);
  });

  it('keeps apart records of two kinds that share an id', () => {
    expect(find(whole, 'Task/activity-3')).toMatchObject({
      status: 'completed',
      code: { text: 'records review' },
    });
    expect(find(whole, 'Task/activity-3.2')).toMatchObject({
      description: 'Send the image',
      status: 'completed',
    });
  });

  it('calls an ended coverage and a revoked consent by their names', () => {
    expect(find(whole, 'Coverage/coverage-1')).toMatchObject({ status: 'active' });
    expect(find(whole, 'Coverage/coverage-2')).toMatchObject({ status: 'cancelled' });
    expect(find(whole, 'Consent/consent-1')).toMatchObject({ status: 'active' });
    expect(find(whole, 'Consent/consent-2')).toMatchObject({ status: 'inactive' });
  });
});

/** The case with a coordinator on its team. */
function withCoordinator(change: Partial<TeamMember>) {
  const recorded = sampleExport.case.members.get('member-1');
  if (!recorded) throw new Error('the sample has a team');
  const member: TeamMember = {
    memberId: 'member-7',
    role: 'coordinator',
    name: 'Cora Coordinator',
    contacts: [],
    from: recorded.member.from,
    ...change,
  };
  const members = new Map([...sampleExport.case.members, ['member-7', { ...recorded, member }]]);
  return { member, theCase: { ...sampleExport.case, members } };
}

describe('what is not allowed is left out', () => {
  it.each<[DataCategory, readonly string[], readonly string[]]>([
    ['demographics', ['RelatedPerson', 'Claim'], ['Núñez', '1961-04-12', '12 Alder St', 'Rafael']],
    [
      'dental-record',
      [],
      ['Remove the tooth', 'Extraction under protection', 'Extraction first.', 'Filling', 'Implant'],
    ],
    [
      'medical-history',
      ['Condition', 'Claim', 'Observation', 'Flag'],
      [
        'E11.630',
        'Mitral repair',
        'hold the anticoagulant',
        'wheelchair',
        'Diabetes',
        'Letter of the cardiologist',
        'before the valve operation',
      ],
    ],
    ['medications', ['MedicationStatement', 'AllergyIntolerance'], ['Warfarin', 'Penicillin', 'Latex']],
    ['images', [], ['Panoramic image']],
    ['coverage-and-billing', ['Coverage', 'Claim'], ['XYZ123456', '75.5']],
    [
      'coordination-record',
      ['Communication', 'Task', 'CareTeam', 'Consent', 'Provenance', 'Claim'],
      ['20 March', 'Four providers'],
    ],
    [
      'substance-use-treatment',
      [],
      ['Opioid', 'treatment programme', '42 CFR 2.31', 'Buprenorphine', '42CFRPart2'],
    ],
  ])('%s', (category, types, texts) => {
    const bundle = caseToBundle(exportWithout(category));
    expect(checkFhir(bundle)).toEqual([]);
    for (const type of types) expect(typesIn(bundle)).not.toContain(type);
    const json = JSON.stringify(bundle);
    for (const text of texts) {
      expect(JSON.stringify(whole)).toContain(text);
      expect(json).not.toContain(text);
    }
    expect(bundle.meta?.security?.[0]?.code).toBe('REDACTED');
  });

  it('withholding what is not there redacts nothing', () => {
    expect(caseToBundle(exportWithout('genetic', 'hiv')).meta).toEqual(whole.meta);
  });

  it('without anything specially protected the bundle is not restricted', () => {
    const bundle = caseToBundle(exportWithout('substance-use-treatment'));
    expect(bundle.meta?.security?.map(({ code }) => code)).toEqual(['REDACTED']);
  });

  it('whoever gets the minimum necessary gets only what the case rests on', () => {
    const position = sampleExport.patient.conditions.get('condition-1')?.position ?? 0;
    const bundle = caseToBundle({ ...sampleExport, neededPositions: new Set([position]) });
    expect(checkFhir(bundle)).toEqual([]);
    const clinical = ['Condition', 'MedicationStatement', 'Observation', 'Flag', 'DocumentReference'];
    expect(resources(bundle).filter((one) => clinical.includes(one.resourceType))).toEqual([
      find(whole, 'Condition/condition-1'),
    ]);
    expect(typesIn(bundle)).toContain('Coverage');
    expect(bundle.meta?.security?.[0]?.code).toBe('REDACTED');
  });

  it('a masked patient is said to be masked, not to be without name', () => {
    expect(find(caseToBundle(exportWithout('demographics')), 'Patient/patient-1')).toMatchObject({
      extension: [{ valueCode: 'masked' }],
      name: [{ extension: [{ valueCode: 'masked' }] }],
      _gender: { extension: [{ valueCode: 'masked' }] },
    });
  });

  it('an authorization that names a specially protected category', () => {
    const consents = [...sampleExport.patient.consents.values()];
    const authorization = consents.find(({ consent }) => consent.kind === 'hipaa-authorization');
    if (!authorization) throw new Error('the sample has an authorization');
    const { consent } = authorization;
    const categories = [...consent.categories, 'hiv' as const];
    const patient = {
      ...sampleExport.patient,
      consents: new Map([[consent.consentId, { ...authorization, consent: { ...consent, categories } }]]),
    };
    expect(typesIn(caseToBundle({ ...sampleExport, patient }))).toContain('Consent');
    expect(typesIn(caseToBundle({ ...exportWithout('hiv'), patient }))).not.toContain('Consent');
  });

  it('a claim whose diagnosis is specially protected', () => {
    const condition = sampleExport.patient.conditions.get('condition-1');
    if (!condition) throw new Error('the sample has a condition');
    const patient = {
      ...sampleExport.patient,
      conditions: new Map([
        ['condition-1', { ...condition, value: { ...condition.value, sensitive: 'hiv' as const } }],
      ]),
    };
    expect(typesIn(caseToBundle({ ...sampleExport, patient }))).toContain('Claim');
    expect(typesIn(caseToBundle({ ...exportWithout('hiv'), patient }))).not.toContain('Claim');
  });

  it('and the bundle is sound for any set of categories', () => {
    fc.assert(
      fc.property(fc.subarray([...dataCategories]), (allowed) => {
        expect(checkFhir(caseToBundle(exportWith(allowed)))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});

function draftedReferral(): RecordedReferral {
  const drafted = sampleExport.case.referrals.get('referral-2');
  if (!drafted) throw new Error('the sample has a drafted referral');
  return drafted;
}

describe('a referral', () => {
  it('names what the visit has to allow for, where that may leave with it', () => {
    const supporting = (bundle: typeof whole) => {
      const request = find(bundle, 'ServiceRequest/referral-1');
      return 'supportingInfo' in request ? request.supportingInfo : undefined;
    };
    expect(supporting(whole)).toEqual([{ reference: 'Flag/accommodation-1' }]);
    expect(supporting(caseToBundle(exportWithout('medical-history')))).toBeUndefined();
  });

  const drafted = draftedReferral();

  function inState(...states: readonly ReferralState[]) {
    const moves = states.map((to, index) => ({
      ...drafted,
      position: 30 + index,
      move: { referralId: 'referral-2', to, saidBy: 'recipient' as const, note: '' },
    }));
    const referral = { ...drafted, state: states.at(-1) ?? ('drafted' as const), moves };
    const referrals = new Map([['referral-2', referral]]);
    const bundle = caseToBundle({ ...sampleExport, case: { ...sampleExport.case, referrals } });
    expect(checkFhir(bundle)).toEqual([]);
    return { task: find(bundle, 'Task/referral-2'), request: find(bundle, 'ServiceRequest/referral-2') };
  }

  it.each<[readonly ReferralState[], string, string | undefined, string]>([
    [[], 'draft', undefined, 'draft'],
    [['sent'], 'requested', '2.0', 'active'],
    [['sent', 'received'], 'received', '2.0', 'active'],
    [['sent', 'accepted'], 'accepted', '3.0', 'active'],
    [['sent', 'declined'], 'rejected', '4.0', 'active'],
    [['sent', 'more-information-asked'], 'received', undefined, 'active'],
    [['sent', 'booked'], 'in-progress', '5.1.1', 'active'],
    [['sent', 'booked', 'attended'], 'in-progress', '5.1.4', 'active'],
    [['sent', 'booked', 'attended', 'report-received'], 'completed', '7.0', 'active'],
    [['sent', 'booked', 'attended', 'report-received', 'reviewed'], 'completed', '7.0', 'active'],
    [['sent', 'externally-managed'], 'on-hold', undefined, 'active'],
    [
      ['sent', 'booked', 'attended', 'report-received', 'reviewed', 'closed'],
      'completed',
      '7.0',
      'completed',
    ],
    [['sent', 'declined', 'closed'], 'rejected', '4.0', 'revoked'],
    [['sent', 'closed'], 'cancelled', '6.0', 'revoked'],
  ])('%j is %s', (states, status, business, request) => {
    const found = inState(...states);
    expect(found.task).toMatchObject({ status });
    expect(found.request).toMatchObject({ status: request });
    if (business !== undefined)
      expect(found.task).toMatchObject({ businessStatus: { coding: [{ code: business }] } });
  });

  it('has a state of fulfillment for every state', () => {
    for (const state of referralStates) expect(inState(state).task).toMatchObject({ resourceType: 'Task' });
  });
});
