import type { Bundle, FhirResource } from 'fhir/r4';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoordinationCase } from '#domain/case/case.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import type { HistoryItem } from '#domain/patient/patient-events.ts';
import { sampleExport } from './case-export.samples.ts';
import { checkFhir } from './test-check-bundle.ts';
import { caseToBundle } from './to-bundle.ts';

const on = calendarDate('2026-01-20');
const cdt = { system: 'http://www.ada.org/cdt', code: 'D2330' };
const loinc = (code: string) => ({ system: 'http://loinc.org', code });

/** The case before anything was done in it, so that what is looked at is the item. */
const quietCase: CoordinationCase = {
  ...sampleExport.case,
  members: new Map(),
  factors: new Map(),
  planItems: new Map(),
  planSignatures: [],
  activities: new Map(),
  tasks: new Map(),
  referrals: new Map(),
  attestations: [],
  claims: new Map(),
};

function exported(item: Omit<HistoryItem, 'itemId'>): FhirResource {
  const patient = {
    ...sampleExport.patient,
    history: new Map([['item-1', { itemId: 'item-1', ...item }]]),
    historyPositions: new Map([['item-1', 40]]),
  };
  const bundle: Bundle<FhirResource> = caseToBundle({ ...sampleExport, case: quietCase, patient });
  expect(checkFhir(bundle)).toEqual([]);
  const found = bundle.entry?.find(({ resource }) => resource?.id === 'item-1')?.resource;
  if (!found) throw new Error('the item is not in the bundle');
  return found;
}

const medication = { kind: 'medication' as const, text: 'Warfarin', codings: [] };
const allergy = { kind: 'allergy' as const, text: 'Latex', codings: [] };
const procedure = { kind: 'procedure' as const, text: 'Filling', codings: [cdt], status: 'completed' };
const observation = { kind: 'observation' as const, text: 'Finding', codings: [], status: 'final' };
const pressure = { ...observation, codings: [loinc('85354-9')], on };
const weight = { ...observation, codings: [loinc('29463-7')], on };

describe('an item of the history', () => {
  it.each<[string, Omit<HistoryItem, 'itemId'>, object]>([
    ['a medication', { ...medication, status: 'active' }, { status: 'active' }],
    ['a prescription that was called off', { ...medication, status: 'cancelled' }, { status: 'not-taken' }],
    ['a prescription in preparation', { ...medication, status: 'draft' }, { status: 'intended' }],
    [
      'a status that is also a word of JavaScript',
      { ...medication, status: 'valueOf' },
      { status: 'unknown' },
    ],
    ['a status of its own', { ...medication, status: 'as needed' }, { status: 'unknown' }],
    [
      'an allergy',
      { ...allergy, status: 'resolved' },
      { clinicalStatus: { coding: [{ code: 'resolved' }] } },
    ],
    [
      'an allergy of unknown standing',
      { ...allergy, status: '' },
      { clinicalStatus: { extension: [{ valueCode: 'unknown' }] } },
    ],
    [
      'an allergy that was ruled out',
      { ...allergy, status: 'refuted' },
      {
        clinicalStatus: { extension: [{ valueCode: 'unknown' }] },
        verificationStatus: { coding: [{ code: 'refuted' }] },
      },
    ],
    [
      'an allergy entered in error',
      { ...allergy, status: 'entered-in-error' },
      { verificationStatus: { coding: [{ code: 'entered-in-error' }] } },
    ],
    [
      'its reactions',
      { ...allergy, status: 'active', value: 'criticality high; hives (severe); swelling' },
      {
        criticality: 'high',
        reaction: [
          { manifestation: [{ text: 'hives' }], severity: 'severe' },
          { manifestation: [{ text: 'swelling' }] },
        ],
      },
    ],
    [
      'a procedure on one tooth',
      { ...procedure, on, tooth: '10 BM', value: 'upper left incisor; B; M' },
      {
        performedDateTime: '2026-01-20',
        contained: [
          {
            location: { coding: [{ code: '10' }], text: 'upper left incisor' },
            locationQualifier: [{ coding: [{ code: 'B' }] }, { coding: [{ code: 'M' }] }],
          },
        ],
      },
    ],
    [
      'a procedure on a tooth whose letter is also a surface',
      { ...procedure, on, tooth: 'B' },
      { contained: [{ location: { coding: [{ code: 'B' }] } }] },
    ],
    [
      'a procedure on several teeth',
      { ...procedure, on, tooth: 'A, B MO' },
      { bodySite: [{ coding: [{ code: 'A' }] }, { coding: [{ code: 'B' }] }, { text: 'A, B MO' }] },
    ],
    [
      'a place that is no tooth number',
      { ...procedure, on, tooth: 'lower front' },
      { contained: [{ location: { text: 'lower front' } }] },
    ],
    [
      'a procedure of an unknown day',
      procedure,
      { _performedDateTime: { extension: [{ valueCode: 'unknown' }] } },
    ],
    [
      'a procedure that was ordered',
      { ...procedure, status: 'plan: on-hold' },
      { resourceType: 'ServiceRequest', intent: 'plan', status: 'on-hold' },
    ],
    [
      'a laboratory value, digit for digit',
      { ...observation, codings: [loinc('4548-4')], value: '7.0 %' },
      { valueString: '7.0 %', category: [{ coding: [{ code: 'laboratory' }] }] },
    ],
    [
      'a blood pressure',
      { ...pressure, value: 'Diastolic: 82 mmHg; Systolic: 128 mm[Hg]' },
      { component: [{ valueQuantity: { value: 128 } }, { valueQuantity: { value: 82 } }] },
    ],
    [
      'a blood pressure that reads differently',
      { ...pressure, value: '128/82' },
      {
        component: [
          { dataAbsentReason: { coding: [{ code: 'unknown' }] } },
          { dataAbsentReason: { coding: [{ code: 'unknown' }] } },
        ],
        note: [{ text: '128/82' }],
      },
    ],
    [
      'a body weight',
      { ...weight, value: '180 lb' },
      { valueQuantity: { value: 180, unit: 'lb', code: '[lb_av]' } },
    ],
    [
      'a body weight in words',
      { ...weight, value: 'about 80 kilos' },
      { dataAbsentReason: { coding: [{ code: 'unknown' }] }, note: [{ text: 'about 80 kilos' }] },
    ],
    [
      'a finding on a tooth',
      { ...observation, tooth: '3', value: 'probing depth 6 mm' },
      { valueString: 'probing depth 6 mm', category: [{ coding: [{ code: 'dental' }] }] },
    ],
    [
      'a message',
      { kind: 'message', text: 'Hold it.', codings: [], status: 'completed', value: 'from Dr. Osei', on },
      { sender: { display: 'Dr. Osei' }, payload: [{ contentString: 'Hold it.' }], sent: '2026-01-20' },
    ],
  ])('%s', (_name, item, resource) => {
    expect(exported(item)).toMatchObject(resource);
  });

  it('what is specially protected says so to the next system', () => {
    expect(exported({ ...medication, status: 'active', sensitive: 'hiv' }).meta?.security).toEqual([
      { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' },
      { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'HIV' },
    ]);
  });

  it('is sound whatever its texts say', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const filled = text.filter((one) => /\S/.test(one));
    fc.assert(
      fc.property(
        fc.constantFrom<HistoryItem['kind']>('medication', 'allergy', 'procedure', 'observation', 'message'),
        fc.record({ text: filled, value: text, status: text, tooth: text }),
        fc.array(fc.record({ system: text, code: text, display: text }), { maxLength: 3 }),
        (kind, texts, codings) => {
          expect(exported({ kind, ...texts, codings }).id).toBe('item-1');
        },
      ),
      { numRuns: 100 },
    );
  });
});
