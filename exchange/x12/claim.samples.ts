import type { Claim, ClaimOtherCoverage } from '#domain/claim/claim.ts';
import { calendarDate, instant } from '#domain/kernel/calendar-date.ts';
import { type DiagnosisCode, parseDiagnosisCode } from '#domain/kernel/diagnosis-code.ts';
import { cents } from '#domain/kernel/money.ts';
import { type Npi, parseNpi } from '#domain/kernel/npi.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import type { Envelope } from './envelope.ts';

/** A synthetic claim for tests of the formats: one coordination line, the patient is the subscriber. */
export const sampleClaim: Claim = {
  claimId: 'claim-1',
  caseId: 'case-1',
  patientId: 'patient-1',
  controlNumber: 'AW000001',
  frequency: 'original',
  billing: {
    name: 'Harbor Family Dental',
    entity: 'organization',
    billingNpi: npi('1234567893'),
    taxIdKind: 'EIN',
    taxId: '912345678',
    taxonomy: '122300000X',
    address: { line1: '400 Harbor Way', city: 'Tacoma', state: 'WA', postalCode: '984021234' },
    telephone: '2535550100',
    timeZone: 'America/Los_Angeles',
    placeOfService: '11',
    submitterId: 'HARBOR01',
    receiverId: 'CLEAR01',
    receiverName: 'Example Clearinghouse',
  },
  treating: {
    lastName: 'Okafor',
    firstName: 'Adaeze',
    npi: npi('1245319599'),
    taxonomy: '1223G0001X',
    license: 'DE00001234',
  },
  patient: {
    lastName: 'Núñez',
    firstName: 'Marisol',
    birthDate: calendarDate('1961-04-12'),
    sex: 'female',
    address: { line1: '12 Alder St', line2: 'Apt #4', city: 'Tacoma', state: 'WA', postalCode: '98405' },
  },
  subscriber: {
    relationship: 'self',
    memberId: 'XYZ123456',
    groupNumber: 'G100',
    planName: 'Cascadia Dental Choice',
    person: { lastName: 'Núñez', firstName: 'Marisol', sex: 'female', birthDate: calendarDate('1961-04-12') },
    priority: 'primary',
  },
  payer: {
    payerId: 'cascadia',
    name: 'Cascadia Mutual Dental',
    claimPayerId: 'CASC1',
    filingIndicator: 'CI',
  },
  diagnoses: [diagnosis('E11.630'), diagnosis('Z79.01')],
  lines: [
    {
      lineNumber: 1,
      code: procedureCode('D9992'),
      serviceDate: calendarDate('2026-03-05'),
      fee: cents(7550),
      quantity: 1,
      statesQuantity: false,
      placeOfService: '11',
      diagnosisPointers: [1, 2],
      activityIds: ['activity-1'],
      minutes: 42,
    },
  ],
  total: cents(7550),
  remarks: ['42 MIN OF COORDINATION WITH CARDIOLOGY AND PERIODONTIST.'],
  narrative: [{ text: 'The case was coordinated with cardiology.', evidence: ['case#12'] }],
  rulebookVersion: 'test',
  createdAt: instant('2026-03-06T02:15:00.000Z'),
};

/** A second plan of the sample's patient, through the spouse. */
export const sampleOtherCoverage: ClaimOtherCoverage = {
  kind: 'dental',
  subscriber: {
    relationship: 'spouse',
    memberId: 'HB-2002',
    groupNumber: 'G200',
    person: { lastName: 'Vidal', firstName: 'Iván', sex: 'male' },
    priority: 'secondary',
  },
  payer: { payerId: 'harbor', name: 'Harbor Benefit Plan', claimPayerId: 'HARB2', filingIndicator: 'CI' },
};

export const sampleEnvelope: Envelope = {
  interchangeControlNumber: '000000017',
  groupControlNumber: '17',
  transactionControlNumber: '0017',
  createdAt: instant('2026-03-06T02:15:00.000Z'),
  timeZone: 'America/Los_Angeles',
  usage: 'T',
};

function npi(text: string): Npi {
  const parsed = parseNpi(text);
  if (typeof parsed !== 'string') throw new Error(parsed.code);
  return parsed;
}

function diagnosis(text: string): DiagnosisCode {
  const parsed = parseDiagnosisCode(text);
  if (typeof parsed !== 'string') throw new Error(parsed.code);
  return parsed;
}
