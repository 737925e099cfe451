import { expect, test } from 'vitest';
import { withoutPersonalData } from './personal-data.ts';

test.each([
  ['a Social Security number', 'SSN 123-45-6789 asks', '[ssn] asks', ['ssn']],
  ['one without its name', 'number 123-45-6789', 'number [ssn]', ['ssn']],
  ['one without hyphens', 'SSN: 123456789', '[ssn]', ['ssn']],
  ['a date of birth', 'DOB 03/14/1985, D9992?', '[birth-date], D9992?', ['birth-date']],
  ['a date of birth in Spanish', 'fecha de nacimiento: 14 de marzo de 1985', '[birth-date]', ['birth-date']],
  [
    'a record number',
    'MRN 884422 and chart # 99812',
    '[record-number] and [record-number]',
    ['record-number'],
  ],
  ['a member number', 'member ID XYZ123456', '[record-number]', ['record-number']],
  ['a telephone number', 'call (206) 555-0101', 'call [telephone]', ['telephone']],
  ['an e-mail address', 'write to jane@example.com', 'write to [email]', ['email']],
  ['an address', 'lives at 12 Alder St', 'lives at [address]', ['address']],
  ['a name after a title', 'Mrs. Jane Sample needs a ride', 'Mrs. [name] needs a ride', ['name']],
  [
    'a name after "patient"',
    'Mi paciente Juan Ejemplo necesita transporte',
    'Mi paciente [name] necesita transporte',
    ['name'],
  ],
  ['a name before personal data', 'Jane Q. Sample, SSN 123-45-6789', '[name], [ssn]', ['ssn', 'name']],
] as const)('%s is taken out', (_name, text, left, found) => {
  expect(withoutPersonalData(text)).toEqual({ text: left, found });
});

test.each([
  'Was D9992 covered by Washington Apple Health on April 10, 2020?',
  'Did it pay on 4/10/2020 for 10 patients?',
  'Is D9992 paid by Bright Harbor Dental Plan since 2024-01-01?',
  'Can a patient with Delta Dental get it?',
  'Does D9311 need the NPI of the physician?',
])('nothing is taken out of: %s', (text) => {
  expect(withoutPersonalData(text)).toEqual({ text, found: [] });
});
