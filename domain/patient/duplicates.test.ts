import { describe, expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { duplicateCandidates, type PatientSummary } from './duplicates.ts';

const person = {
  lastName: 'Castellanos',
  firstName: 'Maribel',
  birthDate: calendarDate('1968-04-12'),
  contacts: [{ route: 'telephone', value: '(360) 555-0142' } as const],
};

const same: PatientSummary = {
  patientId: 'patient-1',
  lastName: 'Castellanos',
  firstName: 'Maribel',
  birthDate: '1968-04-12',
  telephoneDigits: [],
};

describe('who may be the same person', () => {
  test.each<[string, Partial<PatientSummary>, string | undefined]>([
    ['the same name and birth date', {}, 'sameNameAndBirthDate'],
    ['accents, case and hyphens do not count', { lastName: 'CASTELLÁNOS' }, 'sameNameAndBirthDate'],
    ['first and last name changed places', { lastName: 'Maribel', firstName: 'Castellanos' }, 'namesSwapped'],
    ['one letter left out', { lastName: 'Castelanos' }, 'similarNameAndBirthDate'],
    ['one letter changed', { lastName: 'Castellanas' }, 'similarNameAndBirthDate'],
    ['two neighbors swapped', { lastName: 'Castellaons' }, 'similarNameAndBirthDate'],
    ['two letters differ', { lastName: 'Castillanas' }, undefined],
    ['a double name', { lastName: 'Castellanos-Ruiz' }, 'similarNameAndBirthDate'],
    ['an initial', { firstName: 'M' }, 'similarNameAndBirthDate'],
    ['another first name, as twins have', { firstName: 'Rosa' }, undefined],
    [
      'another first name, the same telephone',
      { firstName: 'Rosa', telephoneDigits: ['3605550142'] },
      'sameTelephoneAndBirthDate',
    ],
    ['one digit of the birth date differs', { birthDate: '1968-04-13' }, 'sameNameCloseBirthDate'],
    ['day and month changed places', { birthDate: '1968-12-04' }, 'sameNameCloseBirthDate'],
    ['two digits of the birth date differ', { birthDate: '1969-04-13' }, undefined],
    [
      'two digits differ, the same telephone',
      { birthDate: '1969-04-13', telephoneDigits: ['3605550142'] },
      'sameTelephoneAndName',
    ],
    [
      'only the telephone is the same, as in a household',
      { firstName: 'Diego', birthDate: '2001-09-30', telephoneDigits: ['3605550142'] },
      undefined,
    ],
    [
      'seven digits are no telephone number',
      { birthDate: '1969-04-13', telephoneDigits: ['5550142'] },
      undefined,
    ],
  ])('%s', (_, change, rule) => {
    const found = duplicateCandidates(person, [{ ...same, ...change }]);
    expect(found.map(({ reason }) => reason.id)).toEqual(rule === undefined ? [] : [`duplicate.${rule}`]);
  });

  test('the surest comes first', () => {
    const found = duplicateCandidates(person, [
      { ...same, patientId: 'close', birthDate: '1968-04-13' },
      { ...same, patientId: 'same' },
    ]);
    expect(found.map(({ patientId }) => patientId)).toEqual(['same', 'close']);
    expect(found[0]).toEqual({
      patientId: 'same',
      name: 'Maribel Castellanos',
      birthDate: '1968-04-12',
      reason: { id: 'duplicate.sameNameAndBirthDate', params: {} },
    });
  });
});
