import { describe, expect, test } from 'vitest';
import type { Payer } from '#domain/practice/practice-events.ts';
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

const payer: Payer = {
  payerId: 'payer-bright-harbor',
  name: 'Bright Harbor Dental Plan',
  claimPayerId: 'BHDP1',
  line: 'commercial',
  filingIndicator: 'CI',
};
const outcome = imported(ownSample('referral-perio-diabetes.json'), contextOf(nothing, { payers: [payer] }));
const patientId = outcome.patients[0]?.patientId ?? '';
const patient = patientOf(record(nothing, outcome), patientId);

describe('our referral sample has what a claim needs', () => {
  test('the patient', () => {
    expect(patient.demographics).toEqual({
      lastName: 'Quintanilla',
      firstName: 'Dolores',
      middleName: 'Marisol',
      birthDate: '1961-09-23',
      sex: 'female',
      language: 'Spanish',
      interpreterNeeded: true,
      address: {
        line1: '1418 Alder Street',
        line2: 'Apt 6',
        city: 'Vancouver',
        state: 'WA',
        postalCode: '986602214',
      },
      contacts: [
        { route: 'telephone', value: '(360) 555-0142', preferred: true },
        { route: 'telephone', value: '(360) 555-0117' },
        { route: 'email', value: 'dolores.quintanilla@example.org' },
      ],
      identifiers: [{ system: 'https://riverbend.example.org/mrn', value: 'RB-004417' }],
    });
    expect([...patient.relatedPersons.values()]).toMatchObject([
      { name: 'Inés Quintanilla', relationship: 'Daughter' },
    ]);
  });

  test('the coverage, tied to the payer of the practice', () => {
    expect([...patient.coverages.values()].map(({ value }) => value)).toMatchObject([
      {
        payerId: 'payer-bright-harbor',
        payerName: 'Bright Harbor Dental Plan',
        kind: 'dental',
        priority: 'primary',
        memberId: 'BHD4471902',
        groupNumber: '70215',
        planName: 'Bright Harbor PPO Two',
        subscriber: {
          relationship: 'self',
          lastName: 'Quintanilla',
          firstName: 'Dolores',
          birthDate: '1961-09-23',
        },
        from: '2025-01-01',
        flags: [],
      },
    ]);
    expect(flagsOf(outcome, 'Coverage/bright-harbor')).toEqual(['payerMatched']);
  });

  test('the diagnoses, with the codes of other systems beside them', () => {
    expect(
      [...patient.conditions.values()].map(({ value }) => [value.diagnosis, value.codings.length]),
    ).toEqual([
      ['E11.630', 2],
      ['E11.65', 2],
      ['I10', 2],
    ]);
  });

  test('the referral, with its conditions and who refers', () => {
    const [referral] = [...patient.receivedReferrals.values()];
    expect(referral?.value).toMatchObject({
      title: 'Referral for dental care: periodontal disease with diabetes',
      requesterName: 'Dr. Amara Okafor, MD',
      requesterNpi: '1000000103',
      priority: 'urgent',
      authoredOn: '2026-02-03',
    });
    expect(referral?.value.reason).toContain('Bleeding gums');
    expect(referral?.value.reason).toContain('Dr. Kallur');
    expect(referral?.value.conditionIds).toHaveLength(2);
    for (const id of referral?.value.conditionIds ?? []) expect(patient.conditions.has(id)).toBe(true);
    expect(outcome.patients[0]?.receivedReferrals).toEqual([
      { receivedReferralId: referral?.value.receivedReferralId, title: referral?.value.title },
    ]);
  });

  test('history: the latest of each measurement, with its decimals as written', () => {
    const items = [...patient.history.values()].map(({ kind, text, value, on }) => [kind, text, value, on]);
    expect(items).toEqual([
      [
        'medication',
        'metformin hydrochloride 500 MG Oral Tablet',
        '1 tablet twice a day with meals',
        '2025-11-04',
      ],
      ['medication', 'lisinopril 10 MG Oral Tablet', '1 tablet once a day', '2025-11-04'],
      ['allergy', 'penicillin G', 'criticality high; Hives (moderate)', '1998-05-01'],
      ['observation', 'Hemoglobin A1c/Hemoglobin.total in Blood', '8.90 %', '2026-01-20'],
      [
        'observation',
        'Blood pressure panel',
        'Systolic blood pressure: 138 mmHg; Diastolic blood pressure: 84 mmHg',
        '2026-01-20',
      ],
      ['observation', 'Tobacco smoking status', 'Ex-smoker', '2026-01-20'],
      [
        'message',
        'The patient was told about the referral and agreed that the dental office may call her daughter.',
        'from Dr. Amara Okafor, MD',
        '2026-02-03',
      ],
    ]);
  });

  test('providers for the directory; the payer is not one of them', () => {
    expect(
      outcome.directory.map(({ name, npi, specialty, taxonomy, organization }) => [
        name,
        npi,
        specialty,
        taxonomy,
        organization,
      ]),
    ).toEqual([
      ['Dr. Amara Okafor, MD', '1000000103', 'primary-care', '207Q00000X', 'Riverbend Family Medicine'],
      ['Riverbend Family Medicine', '1000000301', 'other', undefined, 'Riverbend Family Medicine'],
      ['Dr. Leena Kallur, MD', '1000000202', 'endocrinology', '207RE0101X', 'Cascade Endocrinology Clinic'],
      ['Cascade Endocrinology Clinic', '1000000400', 'other', undefined, 'Cascade Endocrinology Clinic'],
    ]);
    expect(outcome.directory.every(({ ours }) => !ours)).toBe(true);
  });

  test('what it has no place for is kept, and the report says so', () => {
    expect(lineFor(outcome, 'Encounter/visit-2026-01-20')).toMatchObject({
      outcome: 'kept-only',
      became: [],
      reason: { id: 'fhirImport.reason.noPlace', params: { type: 'Encounter' } },
    });
    expect(lineFor(outcome, 'Observation/a1c-2025').reason?.id).toBe('fhirImport.reason.observationOlder');
    expect(lineFor(outcome, 'Observation/heart-rate').reason?.id).toBe(
      'fhirImport.reason.observationNotUsed',
    );
  });
});
