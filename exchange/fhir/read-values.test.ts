import { describe, expect, test } from 'vitest';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { addressInUse } from './read-address.ts';
import { clip, contactsOf, dayOfStated, isSocialSecurityNumber, nameInUse } from './read-values.ts';

const today = calendarDate('2026-03-05');

describe('an address', () => {
  const address = { line: ['1 Main St'], city: 'Seattle', state: 'WA', postalCode: '98101', country: 'US' };
  test.each<[string, object, object | undefined]>([
    ['as it should be', {}, { state: 'WA', postalCode: '98101' }],
    ['nine digits', { postalCode: '98101-1234' }, { postalCode: '981011234' }],
    ['four digits', { postalCode: '9810' }, undefined],
    ['a state written out', { state: 'Washington' }, { state: 'WA' }],
    ['a state that is none', { state: 'WX' }, undefined],
    ['no country', { country: undefined }, { state: 'WA' }],
    ['another country', { country: 'CA' }, undefined],
    ['a line of 55 characters', { line: ['x'.repeat(55)] }, { line1: 'x'.repeat(55) }],
    ['a line of 56 characters', { line: ['x'.repeat(56)] }, undefined],
    ['a city of 30 characters', { city: 'x'.repeat(30) }, { city: 'x'.repeat(30) }],
    ['a city of 31 characters', { city: 'x'.repeat(31) }, undefined],
    ['a second line', { line: ['1 Main St', 'Apt 2'] }, { line2: 'Apt 2' }],
    ['a line that is null', { line: [null, '1 Main St'] }, { line1: '1 Main St' }],
    ['no line', { line: [] }, undefined],
  ])('%s', (_, change, postal) => {
    const read = addressInUse([{ ...address, ...change }], today);
    if (postal) expect(read.postal).toMatchObject(postal);
    else expect(read).toMatchObject({ postal: undefined, asReceived: expect.any(String) });
  });

  test('home comes first; former ones and those for bills are not used', () => {
    const of = (use: string, end?: string) => ({
      ...address,
      use,
      line: [use],
      ...(end ? { period: { end } } : {}),
    });
    expect(addressInUse([of('temp'), of('work'), of('home')], today).postal?.line1).toBe('home');
    expect(addressInUse([of('old'), of('billing'), of('home', '2026-03-04')], today).postal).toBeUndefined();
    expect(addressInUse([of('home', '2026-03-05')], today).postal?.line1).toBe('home');
  });
});

describe('a name', () => {
  test.each<[string, Parameters<typeof nameInUse>[0], object]>([
    [
      'the official one',
      [
        { use: 'nickname', family: 'N' },
        { use: 'official', family: 'O' },
      ],
      { last: 'O' },
    ],
    ['not a maiden name', [{ use: 'maiden', family: 'M' }, { family: 'F' }], { last: 'F' }],
    ['several given names', [{ family: 'F', given: ['A', 'B', 'C'] }], { first: 'A', middle: 'B C' }],
    ['text only', [{ text: 'Mo' }], { last: 'Mo', first: undefined, full: 'Mo' }],
    [
      'title and credential',
      [{ family: 'F', given: ['A'], prefix: ['Dr.'], suffix: ['MD'] }],
      { full: 'Dr. A F, MD', credential: 'MD' },
    ],
    ['none', undefined, { last: undefined, full: undefined }],
  ])('%s', (_, names, expected) => {
    expect(nameInUse(names, today)).toMatchObject(expected);
  });
});

test('contacts: in use, by rank, with a route of ours', () => {
  expect(
    contactsOf(
      [
        { system: 'pager', value: '1' },
        { system: 'phone', value: 'tel:+1-206-555-0100', rank: 2 },
        { system: 'email', value: 'a@example.org', rank: 1 },
        { system: 'phone', value: '(206) 555-0101', use: 'old' },
        { system: 'fax', value: '(206) 555-0102', period: { end: '2020-01-01' } },
      ],
      20,
      today,
    ),
  ).toEqual([
    { route: 'email', value: 'a@example.org', preferred: true },
    { route: 'telephone', value: '+1-206-555-0100' },
  ]);
});

test.each<[string, string | undefined, string | undefined]>([
  ['a day', '2020-02-29', '2020-02-29'],
  ['a moment, as its source wrote the day', '2020-02-28T23:30:00-08:00', '2020-02-28'],
  ['a day that is not', '2021-02-29', undefined],
  ['a month', '2020-02', undefined],
  ['nothing', undefined, undefined],
])('the day of %s', (_, stated, day) => {
  expect(dayOfStated(stated)).toBe(day);
});

test.each<[string, object, boolean]>([
  ['its system', { system: 'http://hl7.org/fhir/sid/us-ssn', value: '1' }, true],
  ['its OID', { system: 'urn:oid:2.16.840.1.113883.4.1', value: '1' }, true],
  [
    'its type',
    { type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'SS' }] } },
    true,
  ],
  ['its form alone', { value: '999-00-1234' }, true],
  ['its form in another system', { system: 'https://clinic.example.org', value: '999-00-1234' }, false],
  ['a medical record number', { system: 'https://clinic.example.org', value: '1' }, false],
])('a Social Security number by %s', (_, identifier, expected) => {
  expect(isSocialSecurityNumber(identifier)).toBe(expected);
});

test('text is cut with an ellipsis, cleaned of control characters, and never ends in half a character', () => {
  expect(clip('abc', 3)).toBe('abc');
  expect(clip('abcd', 3)).toBe('ab…');
  expect(clip('a\u0000\u0007b', 9)).toBe('a b');
  expect(clip('ab😀cd', 4)).toBe('ab…');
});
