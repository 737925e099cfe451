import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { parseDiagnosisCode } from '#domain/kernel/diagnosis-code.ts';
import type { NewPatientEvent } from '#domain/patient/patient-events.ts';
import {
  byHand,
  contextOf,
  flagsOf,
  imported,
  lineFor,
  nothing,
  now,
  patientOf,
  record,
  type Recorded,
} from './import.samples.ts';

interface Loose {
  readonly resourceType: string;
  readonly id?: string;
  readonly [element: string]: unknown;
}

const base = 'https://clinic.example.org/fhir/';
const patient: Loose = {
  resourceType: 'Patient',
  id: 'p',
  identifier: [{ system: 'https://clinic.example.org/mrn', value: '1' }],
  name: [{ family: 'Ito', given: ['Mai'] }],
  birthDate: '1980-02-29',
  telecom: [{ system: 'phone', value: '(206) 555-0100' }],
};
const subject = { reference: 'Patient/p' };
const condition: Loose = { resourceType: 'Condition', id: 'c', subject, code: { text: 'Caries' } };
const coverage: Loose = {
  resourceType: 'Coverage',
  id: 'v',
  beneficiary: subject,
  subscriberId: '77',
  payor: [{ display: 'Plan' }],
};
const medication: Loose = {
  resourceType: 'MedicationRequest',
  id: 'm',
  status: 'active',
  subject,
  medicationCodeableConcept: { text: 'X' },
};

function file(...resources: readonly Loose[]): string {
  const entry = resources.map((resource) => ({
    ...(resource.id === undefined ? {} : { fullUrl: `${base}${resource.resourceType}/${resource.id}` }),
    resource,
  }));
  return JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry });
}

const firstFile = file(patient, condition, coverage, medication);
/** As a database gives objects back: with their members in another order. */
function keysTurned<Event extends object>(event: Event): Event {
  return JSON.parse(JSON.stringify(event), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  ) as Event;
}

const first = imported(firstFile, contextOf(nothing));
const recorded = record(nothing, first);
const patientId = first.patients[0]?.patientId ?? '';

function changed(before: Recorded, ...resources: readonly Loose[]) {
  const outcome = imported(file(...resources), contextOf(before));
  return { outcome, after: patientOf(record(before, outcome), patientId) };
}

function withEvent(before: Recorded, event: NewPatientEvent): Recorded {
  const [one] = first.patients;
  if (!one) throw new Error('the first import has a patient');
  return record(before, { patients: [{ ...one, events: [event] }], directory: [], report: [] });
}

describe('a resource that its source has changed', () => {
  test('is an update of the same thing, flagged', () => {
    const { outcome, after } = changed(recorded, patient, { ...condition, code: { text: 'Deep caries' } });
    expect(lineFor(outcome, 'Patient/p').outcome).toBe('unchanged');
    expect(lineFor(outcome, 'Condition/c')).toMatchObject({ outcome: 'became', update: true });
    expect(flagsOf(outcome, 'Condition/c')[0]).toBe('update');
    expect([...after.conditions.values()].map(({ value }) => value.text)).toEqual(['Deep caries']);
  });

  test('white space and line breaks are no change; a number written otherwise is one', () => {
    const pretty = JSON.stringify(JSON.parse(firstFile), null, 4);
    expect(imported(pretty, contextOf(recorded)).patients[0]?.events).toEqual([]);
    const [before, after] = ['7.0', '7'].map((number) =>
      file(patient, { resourceType: 'Basic', id: 'b', subject, extension: 'NUMBER' }).replace(
        '"NUMBER"',
        number,
      ),
    );
    const once = record(nothing, imported(before ?? '', contextOf(nothing)));
    expect(lineFor(imported(after ?? '', contextOf(once)), 'Basic/b')).toMatchObject({
      outcome: 'kept-only',
      update: true,
    });
  });

  test('demographics: what is said now counts, what is no longer said stays', () => {
    const { after } = changed(recorded, {
      ...patient,
      name: [{ family: 'Sato', given: ['Mai'] }],
      telecom: [{ system: 'phone', value: '(206) 555-0199' }],
    });
    expect(after.demographics).toMatchObject({
      lastName: 'Sato',
      contacts: [{ value: '(206) 555-0199' }, { value: '(206) 555-0100' }],
    });
  });

  test('an ICD-10-CM code that a person has added stays while the source still says the same', () => {
    const [own] = [...patientOf(recorded, patientId).conditions.values()];
    if (!own) throw new Error('the condition was recorded');
    const diagnosis = parseDiagnosisCode('K02.9');
    if (typeof diagnosis !== 'string') throw new Error(diagnosis.code);
    const coded = withEvent(recorded, {
      type: 'patient.condition-recorded',
      occurredAt: now,
      data: { condition: { ...own.value, diagnosis } },
    });
    const same = changed(coded, patient, {
      ...condition,
      recorder: { display: 'somebody' },
    });
    expect([...same.after.conditions.values()][0]?.value.diagnosis).toBe('K02.9');
    const other = {
      ...condition,
      code: { text: 'Sound tooth', coding: [{ system: 'http://snomed.info/sct', code: '1' }] },
    };
    expect([...changed(coded, patient, other).after.conditions.values()][0]?.value.diagnosis).toBeUndefined();
  });

  test('entered in error after it was imported: marked, never erased', () => {
    const mistake = { coding: [{ code: 'entered-in-error' }] };
    const { outcome, after } = changed(
      recorded,
      patient,
      { ...condition, verificationStatus: mistake },
      { ...coverage, status: 'entered-in-error' },
      { ...medication, status: 'entered-in-error' },
    );
    expect(
      ['Condition/c', 'Coverage/v', 'MedicationRequest/m'].map((key) => lineFor(outcome, key).outcome),
    ).toEqual(['rejected', 'rejected', 'rejected']);
    expect([...after.conditions.values()][0]?.value.status).toBe('inactive');
    expect([...after.coverages.values()][0]?.value.flags[0]).toContain('withdrawn');
    expect([...after.history.values()][0]?.status).toBe('entered-in-error');
  });

  test('the same resource twice in one file: the later one counts', () => {
    const { outcome, after } = changed(nothing, patient, condition, {
      ...condition,
      code: { text: 'Later' },
    });
    expect(outcome.report.map(({ outcome: becomes }) => becomes)).toEqual(['became', 'left-out', 'became']);
    expect([...after.conditions.values()].map(({ value }) => value.text)).toEqual(['Later']);
  });
});

describe('who is already here', () => {
  test('an identifier and the birth date recognize a patient; empty places are filled, differences flagged', () => {
    const identifiers = [{ system: 'https://clinic.example.org/mrn', value: '1' }];
    const here = byHand({ lastName: 'Itoh', birthDate: calendarDate('1980-02-29'), identifiers });
    const outcome = imported(file(patient), contextOf(here));
    expect(outcome.patients).toMatchObject([
      {
        patientId: 'by-hand',
        isNew: false,
        demographics: { lastName: 'Itoh', contacts: [{ value: '(206) 555-0100' }] },
      },
    ]);
    expect(flagsOf(outcome, 'Patient/p')).toContain('matchedByIdentifier');
    expect(flagsOf(outcome, 'Patient/p')).toContain('differs');
  });

  test('a patient who is here already, word for word under another address, is not recorded anew', () => {
    const alone = JSON.stringify({ ...patient, meta: { versionId: '2' } });
    const turned = new Map([...recorded.patients].map(([id, events]) => [id, events.map(keysTurned)]));
    const outcome = imported(alone, contextOf({ ...recorded, patients: turned }));
    expect(outcome.patients[0]?.events.map(({ type }) => type)).toEqual(['patient.resource-kept']);
    expect(flagsOf(outcome, 'Patient/p')).toEqual([
      'sameAddress',
      'sexMissing',
      'addressMissing',
      'matchedByIdentifier',
    ]);
  });

  test('an identifier without the birth date recognizes nobody', () => {
    const identifiers = [{ system: 'https://clinic.example.org/mrn', value: '1' }];
    const outcome = imported(file(patient), contextOf(byHand({ lastName: 'Ito', identifiers })));
    expect(outcome.patients).toMatchObject([{ isNew: true }]);
    expect(flagsOf(outcome, 'Patient/p')).toContain('identifierOfOther');
  });

  test('a provider whom the directory has, by NPI, is left as it is', () => {
    const npi = '1000000103';
    const practitioner = {
      resourceType: 'Practitioner',
      id: 'd',
      identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: npi }],
      name: [{ family: 'Okafor' }],
    };
    const known = imported(file(practitioner), contextOf(nothing)).directory;
    expect(known).toMatchObject([{ npi }]);
    const renamed = known.map((provider) => ({ ...provider, providerId: 'ours', name: 'Amara Okafor' }));
    const outcome = imported(file(practitioner), contextOf({ ...nothing, directory: renamed }));
    expect(outcome.directory).toEqual([]);
    expect(lineFor(outcome, 'Practitioner/d').became).toEqual([{ kind: 'provider', id: 'ours' }]);
    expect(flagsOf(outcome, 'Practitioner/d')).toContain('directoryDiffers');
  });
});

function namesOf(resourceType: string, code: { readonly text?: string }): object {
  const text = code.text ?? '';
  switch (resourceType) {
    case 'Organization':
      return { name: text };
    case 'Practitioner':
    case 'RelatedPerson':
      return { name: [{ text }] };
    case 'PractitionerRole':
      return { code: [code], practitioner: { reference: 'Practitioner/a', display: text } };
    default:
      return { code };
  }
}

const ids = fc.constantFrom('a', 'b', 'c', undefined);
const words = fc.constantFrom('Caries', 'Ünïcode \u0007 text', '', 'x'.repeat(700));
const codes = fc.record(
  {
    text: words,
    coding: fc.array(
      fc.record({
        system: fc.constantFrom(
          'http://hl7.org/fhir/sid/icd-10-cm',
          'http://loinc.org',
          'http://www.ada.org/cdt',
        ),
        code: fc.constantFrom('E11.65', '4548-4', 'D1110', ''),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);
const dates = fc.constantFrom('2020', '2020-05', '2020-05-17', '2021-02-01T08:00:00Z', undefined);
const whose = fc.constantFrom('Patient/p', 'Patient/q', 'Patient/absent', 'urn:uuid:nobody', undefined);

const anyResource = fc
  .record({
    resourceType: fc.constantFrom(
      'Condition',
      'Observation',
      'Procedure',
      'MedicationRequest',
      'MedicationStatement',
      'AllergyIntolerance',
      'Communication',
      'ServiceRequest',
      'Coverage',
      'RelatedPerson',
      'Consent',
      'Task',
      'Encounter',
      'Practitioner',
      'PractitionerRole',
      'Organization',
      'Basic',
    ),
    id: ids,
    code: codes,
    date: dates,
    reference: whose,
    status: fc.constantFrom('active', 'completed', 'entered-in-error', undefined),
  })
  .map(({ resourceType, id, code, date, reference, status }) => {
    const of = reference === undefined ? {} : { reference };
    return {
      resourceType,
      ...(id === undefined ? {} : { id }),
      ...(status === undefined ? {} : { status }),
      ...namesOf(resourceType, code),
      subject: of,
      patient: of,
      beneficiary: of,
      for: of,
      effectiveDateTime: date,
      onsetDateTime: date,
      authoredOn: date,
    };
  });

test('property: a second import of anything gives no events and no new provider', () => {
  const other = { ...patient, id: 'q', identifier: [], birthDate: '1955-05-05', name: [{ family: 'Roy' }] };
  fc.assert(
    fc.property(fc.array(anyResource, { maxLength: 12 }), fc.boolean(), (resources, two) => {
      const all = two ? [patient, other, ...resources] : [...resources, patient];
      const once = record(nothing, imported(file(...all), contextOf(nothing)));
      const again = imported(file(...all), contextOf(once));
      expect(again.patients.flatMap(({ events }) => events)).toEqual([]);
      expect(again.directory).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
