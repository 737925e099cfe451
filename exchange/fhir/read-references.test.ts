import { describe, expect, test } from 'vitest';
import { readFhir, type Entry } from './read-bundle.ts';
import { indexReferences } from './read-references.ts';

const npi = 'http://hl7.org/fhir/sid/us-npi';
const file = readFhir(
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      { fullUrl: 'https://one.example.org/fhir/Patient/1', resource: { resourceType: 'Patient', id: '1' } },
      { fullUrl: 'https://two.example.org/fhir/Patient/1', resource: { resourceType: 'Patient', id: '1' } },
      { fullUrl: 'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0', resource: { resourceType: 'Patient' } },
      {
        resource: {
          resourceType: 'Practitioner',
          id: 'dr',
          identifier: [{ system: npi, value: '1000000103' }],
        },
      },
      { fullUrl: 'https://one.example.org/fhir/Basic/b', resource: { resourceType: 'Basic', id: 'b' } },
      { fullUrl: 'https://three.example.org/fhir/Basic/c', resource: { resourceType: 'Basic', id: 'c' } },
    ],
  }),
);
if ('refused' in file) throw new Error(file.code);
const { entries } = file;
const index = indexReferences(entries);
const at = (place: number): Entry => {
  const entry = entries[place];
  if (!entry) throw new Error(`no entry ${place}`);
  return entry;
};

describe('what a reference names', () => {
  test.each<[string, number, object, number | undefined]>([
    ['an absolute address', 5, { reference: 'https://two.example.org/fhir/Patient/1' }, 1],
    ['one with a version', 5, { reference: 'https://two.example.org/fhir/Patient/1/_history/3' }, 1],
    [
      'an absolute address that is not there',
      5,
      { reference: 'https://four.example.org/fhir/Patient/1' },
      undefined,
    ],
    ['a relative one, against its own base', 4, { reference: 'Patient/1' }, 0],
    ['a relative one that two entries share', 5, { reference: 'Patient/1' }, undefined],
    ['a relative one that only one entry has', 5, { reference: 'Practitioner/dr' }, 3],
    ['a urn', 5, { reference: 'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0' }, 2],
    ['a condition', 5, { reference: `Practitioner?identifier=${npi}|1000000103` }, 3],
    [
      'an encoded condition',
      5,
      { reference: `Practitioner?identifier=${encodeURIComponent(`${npi}|1000000103`)}` },
      3,
    ],
    ['an identifier alone', 5, { type: 'Practitioner', identifier: { system: npi, value: '1000000103' } }, 3],
    ['an identifier without a type', 5, { identifier: { system: npi, value: '1000000103' } }, undefined],
    ['something contained', 5, { reference: '#dr' }, undefined],
    ['nothing', 5, {}, undefined],
  ])('%s', (_, from, reference, place) => {
    expect(index.entryOf(reference, at(from))).toBe(place === undefined ? undefined : at(place));
  });
});
