import { expect, test } from 'vitest';
import { contextOf, imported, nothing, patientOf, record, type Recorded } from './import.samples.ts';

const patient = {
  resourceType: 'Patient',
  id: 'p1',
  name: [{ family: 'Okafor', given: ['Ada'] }],
  gender: 'female',
  birthDate: '1980-02-03',
};
const condition = (text: string) => ({
  resourceType: 'Condition',
  id: 'c1',
  subject: { reference: 'Patient/p1' },
  clinicalStatus: { coding: [{ code: 'active' }] },
  code: { text },
});
const bundle = (...resources: object[]) =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  });
const one = bundle(patient, condition('Gingivitis'));
const other = bundle(patient, condition('Periodontitis'));

const take = (recorded: Recorded, file: string) => {
  const outcome = imported(file, contextOf(recorded));
  const events = outcome.patients.flatMap((owner) => owner.events);
  return { recorded: record(recorded, outcome), events, outcome };
};

test('two files that differ in one resource: each is taken once, the later stands, and nothing goes back and forth', () => {
  const first = take(nothing, one);
  const second = take(first.recorded, other);
  expect(second.events.map(({ type }) => type)).toEqual([
    'patient.condition-recorded',
    'patient.resource-kept',
  ]);
  expect(take(second.recorded, one).events).toEqual([]);
  expect(take(second.recorded, other).events).toEqual([]);
  expect(take(second.recorded, one).outcome.report.map(({ reason }) => reason?.id)).toEqual([
    'fhirImport.reason.unchanged',
    'fhirImport.reason.versionBefore',
  ]);
  const [patientId = ''] = second.recorded.patients.keys();
  expect(
    [...patientOf(second.recorded, patientId).conditions.values()].map(({ value }) => value.text),
  ).toEqual(['Periodontitis']);
});

test('what comes back as a version of its own is taken', () => {
  const versioned = { ...condition('Gingivitis'), meta: { versionId: '3' } };
  const { recorded } = take(take(nothing, one).recorded, other);
  expect(take(recorded, bundle(patient, versioned)).events).not.toEqual([]);
});

const note = (subject: object, ...more: object[]) =>
  bundle(
    {
      resourceType: 'Composition',
      id: 'n1',
      status: 'final',
      type: { coding: [{ system: 'http://loinc.org', code: '57133-1' }] },
      title: 'Referral request',
      date: '2026-01-06',
      author: [{ display: 'Henry Seven' }],
      subject,
      section: [{ title: 'Nutrition' }],
    },
    patient,
    ...more,
  );

test('a referral note without an order is a received referral, and says when its patient is not in the file', () => {
  const here = take(nothing, note({ reference: 'Patient/p1' })).outcome;
  expect(here.patients[0]?.receivedReferrals).toMatchObject([{ title: 'Referral request' }]);
  expect(here.report[0]?.flags).toEqual([]);
  const absent = take(nothing, note({ reference: 'Patient/baby', display: 'Baby Okafor' })).outcome;
  expect(absent.patients[0]?.receivedReferrals).toMatchObject([{ title: 'Referral request' }]);
  expect(absent.report[0]?.flags.map(({ id }) => id)).toEqual(['fhirImport.flag.subjectElsewhere']);
  expect(absent.patients[0]?.events).toContainEqual(
    expect.objectContaining({
      type: 'patient.referral-received',
      data: { referral: expect.objectContaining({ reason: 'Baby Okafor; Nutrition' }) as object },
    }),
  );
});

test('a referral note whose document holds the order leaves the referral to it', () => {
  const order = {
    resourceType: 'ServiceRequest',
    id: 's1',
    status: 'active',
    subject: { reference: 'Patient/p1' },
    code: { coding: [{ system: 'http://snomed.info/sct', code: '3457005' }] },
  };
  expect(
    take(nothing, note({ reference: 'Patient/p1' }, order)).outcome.patients[0]?.receivedReferrals,
  ).toHaveLength(1);
});
