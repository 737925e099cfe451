import { expect, test } from 'vitest';
import { knownRecipients } from './recipients.ts';

const named = {
  members: [
    { member: { memberId: 'm-1', providerId: 'prov-1', role: 'dental-specialist', name: 'Nora Feld' } },
    { member: { memberId: 'm-2', role: 'physician', name: 'Amara Osei' } },
    { member: { memberId: 'm-3', role: 'payer', name: 'Harbor Benefit Plan' } },
    { member: { memberId: 'm-4', role: 'caregiver', name: 'Ana Ellingsen' } },
  ],
  patient: {
    patientId: 'patient-1',
    demographics: { firstName: 'Ruth', lastName: 'Ellingsen' },
    coverages: [
      { payerId: 'payer-1', payerName: 'Harbor Benefit Plan' },
      { payerId: 'payer-1', payerName: 'Harbor Benefit Plan' },
      { payerName: 'Aetna' },
    ],
    relatedPersons: [
      { relatedPersonId: 'r-1', name: 'Ana Ellingsen', authority: 'health care agent' },
      { relatedPersonId: 'r-2', name: 'A neighbor' },
    ],
  },
} as const;

test.each([
  ['patient', [['patient-1', 'Ruth Ellingsen']]],
  // By what right somebody acts has to be known: a neighbor is no representative.
  ['representative', [['r-1', 'Ana Ellingsen']]],
  [
    'provider',
    [
      ['prov-1', 'Nora Feld'],
      ['m-2', 'Amara Osei'],
    ],
  ],
  [
    'payer',
    [
      ['payer-1', 'Harbor Benefit Plan'],
      ['', 'Aetna'],
    ],
  ],
  ['auditor', []],
  ['own-use', []],
])('whom the record knows as %s', (kind, expected) => {
  expect(knownRecipients(kind, named).map(({ partyId, name }) => [partyId, name])).toEqual(expected);
});
