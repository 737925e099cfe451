import { describe, expect, test } from 'vitest';
import { contextOf, flagsOf, imported, nothing, patientOf, record } from './import.samples.ts';

/** Coverages that contradict each other or the family: taken, so that nothing of a file is lost, and told. */

const person = (id: string, given: string, birthDate: string) => ({
  resourceType: 'Patient',
  id,
  name: [{ family: 'Tavares', given: [given] }],
  birthDate,
  gender: 'female',
});
const coverage = (id: string, of: string, subscriber: string, relationship: string, order = 1) => ({
  resourceType: 'Coverage',
  id,
  status: 'active',
  type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'DENTAL' }] },
  subscriber: { reference: `Patient/${subscriber}` },
  subscriberId: `M-${id}`,
  beneficiary: { reference: `Patient/${of}` },
  relationship: { coding: [{ code: relationship }] },
  period: { start: '2026-01-01' },
  payor: [{ display: `Plan ${id}` }],
  order,
});
const bundle = (...resources: readonly object[]) =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  });
const ana = person('ana', 'Ana', '1986-02-09');
const lia = person('lia', 'Lia', '2014-03-05');
const contradictions = ['samePlace', 'dependsOnThemselves', 'childNotYounger', 'circularDependants'];

/** The holder as no patient of the file: a name, and no birth date. */
const named = (of: string, given: string, birthDate?: string) => ({
  resourceType: 'RelatedPerson',
  id: `${of}-holder`,
  patient: { reference: `Patient/${of}` },
  name: [{ family: 'Tavares', given: [given] }],
  ...(birthDate === undefined ? {} : { birthDate }),
});
const childOf = (id: string, of: string, order = 1) => ({
  ...coverage(id, of, of, 'child', order),
  subscriber: { reference: `RelatedPerson/${of}-holder` },
});
const eva = person('eva', 'Eva', '1990-05-05');

const told = (text: string, id: string) =>
  flagsOf(imported(text, contextOf(nothing)), `Coverage/${id}`).filter((each) =>
    contradictions.includes(each),
  );

describe('a coverage in a file', () => {
  test.each<[string, string, string, string[]]>([
    ['of a child', bundle(ana, lia, coverage('one', 'lia', 'ana', 'child')), 'one', []],
    [
      'in another place than the first',
      bundle(ana, coverage('one', 'ana', 'ana', 'self'), coverage('two', 'ana', 'ana', 'self', 2)),
      'two',
      [],
    ],
    [
      'that is primary beside a primary',
      bundle(ana, coverage('one', 'ana', 'ana', 'self'), coverage('two', 'ana', 'ana', 'self')),
      'two',
      ['samePlace'],
    ],
    [
      'that makes a mother the child of her child',
      bundle(ana, lia, coverage('one', 'lia', 'ana', 'child'), coverage('two', 'ana', 'lia', 'child')),
      'two',
      ['childNotYounger'],
    ],
    [
      'that makes somebody depend on herself',
      bundle(ana, coverage('one', 'ana', 'ana', 'spouse')),
      'one',
      ['dependsOnThemselves'],
    ],
    [
      'by which two are the children of each other, the holders only named',
      bundle(
        ana,
        lia,
        named('lia', 'Ana'),
        named('ana', 'Lia'),
        childOf('one', 'lia'),
        childOf('two', 'ana'),
      ),
      'two',
      ['circularDependants'],
    ],
    [
      'that closes a ring of three',
      bundle(
        ...[ana, lia, eva],
        ...[named('ana', 'Lia'), named('lia', 'Eva'), named('eva', 'Ana')],
        ...[childOf('one', 'ana'), childOf('two', 'lia'), childOf('three', 'eva')],
      ),
      'three',
      ['circularDependants'],
    ],
    [
      'of a holder with the name and not the birth date of a patient',
      bundle(
        ...[ana, lia, named('lia', 'Ana'), named('ana', 'Lia', '1950-01-01')],
        ...[childOf('one', 'lia'), childOf('two', 'ana')],
      ),
      'two',
      [],
    ],
  ])('%s', (_what, text, id, expected) => {
    expect(told(text, id)).toEqual(expected);
  });

  test('that contradicts is kept with what is wrong beside it', () => {
    const text = bundle(ana, coverage('one', 'ana', 'ana', 'self'), coverage('two', 'ana', 'ana', 'self'));
    const file = imported(text, contextOf(nothing));
    const kept = patientOf(record(nothing, file), file.patients[0]?.patientId ?? '');
    const [, second] = [...(kept?.coverages.values() ?? [])].map(({ value }) => value);
    expect(second?.priority).toBe('primary');
    expect(second?.flags.join(' ')).toContain('which pays first');
  });
});
