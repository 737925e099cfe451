import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contextOf, flagsOf, imported, nothing, record } from './import.samples.ts';

interface Person {
  readonly id?: string;
  readonly text: string;
  readonly npi?: string;
  readonly house?: string;
  readonly specialty?: string;
}

const npiA = '1000000103';
const npiB = '1000000202';
const amara: Person = { text: 'Amara Okafor', house: 'Riverbend Family Medicine' };

/** A Bundle of these practitioners, each with a role; the address says which of the Bundles it is. */
function bundleOf(source: string, ...people: readonly Person[]): string {
  const entry = people.flatMap(({ id = 'd', text, npi, house, specialty }) => [
    {
      fullUrl: `https://${source}.example.org/fhir/Practitioner/${id}`,
      resource: {
        resourceType: 'Practitioner',
        id,
        identifier: npi === undefined ? [] : [{ system: 'http://hl7.org/fhir/sid/us-npi', value: npi }],
        name: [{ text }],
      },
    },
    {
      fullUrl: `https://${source}.example.org/fhir/PractitionerRole/${id}`,
      resource: {
        resourceType: 'PractitionerRole',
        id,
        practitioner: { reference: `Practitioner/${id}` },
        organization: { display: house },
        specialty:
          specialty === undefined
            ? []
            : [{ coding: [{ system: 'http://nucc.org/provider-taxonomy', code: specialty }] }],
      },
    },
  ]);
  return JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry });
}

const ourFlags = [
  'directoryDiffers',
  'takenByName',
  'providerAlike',
  'providerPerhaps',
  'npiNotThere',
  'npiDiffers',
];

describe('a provider of a second Bundle', () => {
  test.each<[string, Person, Person, number, readonly string[]]>([
    ['the same, word for word', amara, amara, 0, ['takenByName']],
    ['the same NPI', { ...amara, npi: npiA }, { ...amara, npi: npiA }, 0, []],
    [
      'the same NPI under another name',
      { ...amara, npi: npiA },
      { text: 'A. Okafor-Ito', npi: npiA },
      0,
      ['directoryDiffers'],
    ],
    ['with a title', amara, { ...amara, text: 'Dr. Amara Okafor' }, 0, ['takenByName']],
    ['with a credential', amara, { ...amara, text: 'Amara Okafor, D.D.S.' }, 0, ['takenByName']],
    ['with other letters', amara, { ...amara, text: 'AMÁRA  Okafor' }, 0, ['takenByName']],
    ['now with an NPI', amara, { ...amara, npi: npiA }, 0, ['takenByName', 'npiNotThere']],
    ['now without its NPI', { ...amara, npi: npiA }, amara, 0, ['takenByName']],
    ['another NPI', { ...amara, npi: npiA }, { ...amara, npi: npiB }, 1, ['npiDiffers']],
    ['another organization', amara, { ...amara, house: 'Cascade Clinic' }, 1, []],
    ['an organization that one alone states', amara, { text: amara.text }, 1, ['providerAlike']],
    ['no organization in either', { text: amara.text }, { text: amara.text }, 0, ['takenByName']],
    [
      'another specialty',
      { ...amara, specialty: '207Q00000X' },
      { ...amara, specialty: '207RE0101X' },
      1,
      ['providerAlike'],
    ],
    ['another given name', amara, { ...amara, text: 'Ada Okafor' }, 1, ['providerPerhaps']],
    ['an initial for the given name', amara, { ...amara, text: 'A. Okafor' }, 1, ['providerPerhaps']],
    ['an initial, elsewhere', amara, { text: 'A. Okafor', house: 'Cascade Clinic' }, 1, []],
    ['the son of the same name', amara, { ...amara, text: 'Amara Okafor Jr.' }, 1, []],
    ['a short surname that is a degree too', { text: 'Kim Do' }, { text: 'Kim' }, 1, []],
  ])('%s', (_, first, second, added, flags) => {
    const recorded = record(nothing, imported(bundleOf('one', first), contextOf(nothing)));
    const outcome = imported(bundleOf('two', second), contextOf(recorded));
    expect(outcome.directory).toHaveLength(added);
    expect(flagsOf(outcome, 'Practitioner/d').filter((id) => ourFlags.includes(id))).toEqual(flags);
    const again = imported(bundleOf('two', second), contextOf(record(recorded, outcome)));
    expect(again.directory).toEqual([]);
  });

  test('the same address with another NPI is a provider of its own', () => {
    const one = imported(bundleOf('one', { ...amara, npi: npiA }), contextOf(nothing));
    const recorded = record(nothing, one);
    const file = bundleOf('one', { ...amara, npi: npiB });
    const outcome = imported(file, contextOf(recorded));
    expect(outcome.directory).toMatchObject([{ npi: npiB }]);
    expect(outcome.directory[0]?.providerId).not.toBe(one.directory[0]?.providerId);
    expect(flagsOf(outcome, 'Practitioner/d')).toContain('npiDiffers');
    expect(imported(file, contextOf(record(recorded, outcome))).directory).toEqual([]);
  });

  test('two NPIs of one file never meet in one entry without an NPI', () => {
    const recorded = record(nothing, imported(bundleOf('one', amara), contextOf(nothing)));
    const file = bundleOf('two', { ...amara, id: 'd', npi: npiA }, { ...amara, id: 'e', npi: npiB });
    const outcome = imported(file, contextOf(recorded));
    expect(outcome.directory).toMatchObject([{ npi: npiB }]);
    expect(flagsOf(outcome, 'Practitioner/d')).toContain('npiNotThere');
    expect(flagsOf(outcome, 'Practitioner/e')).toContain('npiDiffers');
  });

  test('of several namesakes with NPIs none is chosen', () => {
    const both = bundleOf('one', { ...amara, id: 'd', npi: npiA }, { ...amara, id: 'e', npi: npiB });
    const recorded = record(nothing, imported(both, contextOf(nothing)));
    const outcome = imported(bundleOf('two', amara), contextOf(recorded));
    expect(outcome.directory).toHaveLength(1);
    expect(flagsOf(outcome, 'Practitioner/d')).toContain('providerAlike');
  });
});

test('two mentions in one file are one suggestion, which has what either states', () => {
  const bare = { ...amara, id: 'd' };
  const full = { ...amara, id: 'e', text: 'Dr. Amara Okafor, MD', npi: npiA, specialty: '207Q00000X' };
  for (const people of [
    [bare, full],
    [full, bare],
  ])
    expect(imported(bundleOf('one', ...people), contextOf(nothing)).directory).toMatchObject([
      { npi: npiA, specialty: 'primary-care', taxonomy: '207Q00000X' },
    ]);
});

const hl7 = join(import.meta.dirname, '../../../shared/samples/fhir/dental-data-exchange');

test.runIf(existsSync(hl7))(
  'HL7: the two documents one after the other; a second round records nothing',
  () => {
    const files = ['Consult', 'Referral'].map((kind) =>
      readFileSync(join(hl7, `Bundle-Complete-Dental-${kind}-Note-Document-Bundle-Example.json`), 'utf8'),
    );
    for (const order of [files, files.toReversed()]) {
      let recorded = nothing;
      for (const file of order) {
        const outcome = imported(file, contextOf(recorded));
        expect(outcome.patients.flatMap(({ events }) => events)).not.toEqual([]);
        recorded = record(recorded, outcome);
      }
      expect(new Set(recorded.directory.map(({ name }) => name)).size).toBe(recorded.directory.length);
      for (const file of order) {
        const again = imported(file, contextOf(recorded));
        expect(again.patients.flatMap(({ events }) => events)).toEqual([]);
        expect(again.directory).toEqual([]);
        expect(new Set(again.report.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
      }
    }
  },
);
