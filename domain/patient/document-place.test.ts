import { expect, test } from 'vitest';
import { sampleCase, samplePatient } from '../readiness/ready-case.samples.ts';
import { refuseUnknownPlace } from './document-place.ts';
import type { PatientDocument } from './patient-events.ts';

type Place = PatientDocument['attachedTo'][number];

test.each<[Place['kind'], string, boolean]>([
  ['case', 'case-1', true],
  ['case', 'case-9', false],
  ['contact', 'activity-1', true],
  ['contact', 'activity-9', false],
  ['consent', 'consent-1', true],
  ['consent', 'consent-9', false],
  ['coverage', 'coverage-1', true],
  ['coverage', 'coverage-9', false],
  ['referral', 'referral-9', false],
])('a document of the %s %s: %s', (kind, id, there) => {
  const refusal = refuseUnknownPlace([{ kind, id }], samplePatient(), [sampleCase()]);
  expect(refusal?.code).toBe(there ? undefined : 'document/unknown-place');
});

test('a case of another patient is not there, and the place of the first that is not is told', () => {
  const other = { ...sampleCase(), patientId: 'patient-2' };
  const places: Place[] = [
    { kind: 'coverage', id: 'coverage-1' },
    { kind: 'contact', id: 'activity-1' },
  ];
  expect(refuseUnknownPlace(places, samplePatient(), [other])).toMatchObject({ at: '/attachedTo/1' });
  expect(refuseUnknownPlace([], samplePatient(), [other])).toBeUndefined();
});
