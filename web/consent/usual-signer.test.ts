import { expect, it } from 'vitest';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { chooseAuthority, usualSigner } from './usual-signer.ts';

const today = calendarDate('2026-03-05');
const mother = person('Elisa Villalobos', 'Birth certificate seen');
const father = person('Raúl Villalobos', 'Birth certificate seen');
const aunt = person('Carmen Villalobos');

function person(name: string, authority?: string) {
  return {
    relatedPersonId: name,
    name,
    relationship: 'family',
    contacts: [],
    ...(authority && { authority }),
  };
}

function patientWith(birthDate: string, relatedPersons: readonly ReturnType<typeof person>[]) {
  const demographics = {
    firstName: 'Sofía',
    lastName: 'Villalobos',
    birthDate: calendarDate(birthDate),
    sex: 'female' as const,
    contacts: [],
    identifiers: [],
  };
  return { demographics, relatedPersons: [...relatedPersons] };
}

it.each([
  ['an adult signs', '2008-03-05', [mother], ['Sofía Villalobos', 'self', '']],
  ['a day before the birthday a parent', '2008-03-06', [mother], [mother.name, 'parent', mother.authority]],
  [
    'a relative without authority does not count',
    '2015-12-25',
    [aunt, mother],
    [mother.name, 'parent', mother.authority],
  ],
  ['of two who may, none is proposed', '2015-12-25', [mother, father], ['', 'parent', '']],
  ['with nobody on record none is', '2015-12-25', [aunt], ['', 'parent', '']],
] as const)('%s', (_, birthDate, relatedPersons, [signerName, authority, authorityEvidence]) => {
  expect(usualSigner(patientWith(birthDate, relatedPersons), today)).toEqual({
    signerName,
    authority,
    authorityEvidence,
  });
});

it.each([
  ['from a parent to the patient', 'self', 'parent', ['Sofía Villalobos', '']],
  ['from the patient to a guardian', 'legal-guardian', 'self', [mother.name, mother.authority]],
  [
    'from a parent to a guardian: whoever was typed stays',
    'legal-guardian',
    'parent',
    [undefined, undefined],
  ],
] as const)('choosing another authority, %s', (_, authority, before, [signerName, authorityEvidence]) => {
  const changed = chooseAuthority(authority, before, patientWith('2015-12-25', [mother]));
  expect(changed).toEqual({ authority, signerName, authorityEvidence });
});
