import { expect, it } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import type { Demographics } from './patient-events.ts';
import { refuseDemographics } from './refuse-demographics.ts';

const today = calendarDate('2026-11-28');
const ana: Demographics = {
  lastName: 'Vega',
  firstName: 'Ana',
  birthDate: calendarDate('1980-05-01'),
  sex: 'female',
  contacts: [],
  identifiers: [],
};
const born = (day: string): Demographics => ({ ...ana, birthDate: calendarDate(day) });

it.each<[string, Demographics, Demographics | undefined, string | undefined]>([
  ['born today', born('2026-11-28'), undefined, undefined],
  ['born tomorrow', born('2026-11-29'), undefined, 'patient/not-born'],
  ['125 years old', born('1900-11-29'), undefined, undefined],
  ['126 years old', born('1900-11-28'), undefined, 'patient/too-old'],
  ['126 years old, as it was received', born('1900-11-28'), born('1900-11-28'), undefined],
  [
    'a telephone that is none',
    { ...ana, contacts: [{ route: 'telephone', value: '12' }] },
    undefined,
    'contact-point/number',
  ],
])('%s: %s', (_name, demographics, before, code) => {
  expect(refuseDemographics(demographics, before, today)?.code).toBe(code);
});
