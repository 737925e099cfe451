import type { Claim } from '#domain/claim/claim.ts';
import { calendarDate, instant } from '#domain/kernel/calendar-date.ts';
import { cents } from '#domain/kernel/money.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { profile } from './practice.samples.ts';
import { diagnosis, npi } from './read-exactly.samples.ts';

export const claim: Claim = {
  claimId: 'claim-1',
  caseId: 'case-1',
  patientId: 'patient-1',
  controlNumber: 'HSD000142',
  frequency: 'original',
  billing: profile,
  treating: {
    lastName: 'Feld',
    firstName: 'Nora',
    npi: npi('1456123789'),
    taxonomy: '1223G0001X',
    license: 'DE60012345',
  },
  patient: {
    lastName: 'Quintero',
    firstName: 'Marisol',
    birthDate: calendarDate('1968-11-03'),
    sex: 'female',
    address: { line1: '27 Alder Court', city: 'Tacoma', state: 'WA', postalCode: '98405' },
  },
  subscriber: {
    relationship: 'self',
    memberId: 'CED123456789',
    groupNumber: 'G-7701',
    planName: 'Cascadia Example PPO',
    person: {
      lastName: 'Quintero',
      firstName: 'Marisol',
      birthDate: calendarDate('1968-11-03'),
      sex: 'female',
      address: { line1: '27 Alder Court', city: 'Tacoma', state: 'WA', postalCode: '98405' },
    },
    priority: 'primary',
  },
  payer: {
    payerId: 'payer-1',
    name: 'Cascadia Example Dental',
    claimPayerId: 'CASC1',
    filingIndicator: 'CI',
  },
  diagnoses: [diagnosis('E11.630'), diagnosis('K05.321')],
  lines: [
    {
      lineNumber: 1,
      code: procedureCode('D9992'),
      serviceDate: calendarDate('2026-02-20'),
      fee: cents(8500),
      quantity: 1,
      statesQuantity: false,
      placeOfService: '11',
      diagnosisPointers: [1, 2],
      activityIds: ['act-1', 'act-2', 'act-3', 'act-5'],
      minutes: 64,
    },
  ],
  total: cents(8500),
  remarks: [
    'COORDINATION 64 MIN: 02/12 14 ENDOCRINOLOGY; 02/13 17 PAYER; 02/17 22 PATIENT,',
    '02/20 12 REVIEW. DIABETES AND GUM TREATMENT, 3 OFFICES. LOG ON REQUEST.',
  ],
  narrative: [
    { text: 'Type 2 diabetes (E11.630) changes when the gums can be treated.', evidence: ['patient#2'] },
    {
      text: 'Three offices take part: general dentistry, periodontics and endocrinology.',
      evidence: ['case#2', 'case#3', 'case#4'],
    },
    {
      text: 'Endocrinology agreed on February 12 to deep cleaning in morning visits, which changed the plan.',
      evidence: ['case#11'],
    },
  ],
  rulebookVersion: '2026.1',
  createdAt: instant('2026-03-02T18:00:00.000Z'),
};
