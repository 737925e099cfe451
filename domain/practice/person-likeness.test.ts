import { expect, test } from 'vitest';
import { parseNpi, type Npi } from '../kernel/npi.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { isPerhapsSamePerson, type Likened } from './person-likeness.ts';

function npi(text: string): Npi {
  const parsed = parseNpi(text);
  if (isRefusal(parsed)) throw new Error(parsed.code);
  return parsed;
}

const house = 'Riverbend Family Medicine';
const amara: Likened = { name: 'Dr. Amara Okafor', organization: house };

test.each<[string, Likened, boolean]>([
  ['by an initial', { name: 'A. Okafor', organization: house }, true],
  ['by an initial, with a degree', { name: 'A. Okafor, M.D.', organization: house }, true],
  ['with another given name of that initial', { name: 'Ada Okafor', organization: house }, true],
  ['with the organization in capitals', { name: 'A Okafor', organization: house.toUpperCase() }, true],
  [
    'by the parts of a name that is written the other way round',
    { name: 'OKAFOR, A', lastName: 'Okafor', firstName: 'A', organization: house },
    true,
  ],
  [
    'by one text that stands for the family name',
    { name: 'A. Okafor', lastName: 'A. Okafor', organization: house },
    true,
  ],
  ['with another initial', { name: 'B. Okafor', organization: house }, false],
  ['with another family name', { name: 'A. Okoye', organization: house }, false],
  ['elsewhere', { name: 'A. Okafor', organization: 'Cascade Clinic' }, false],
  ['nobody says where', { name: 'A. Okafor' }, false],
  ['the son', { name: 'A. Okafor Jr.', organization: house }, false],
  ['by the family name alone', { name: 'Okafor', organization: house }, false],
  ['the house itself', { name: house, organization: house }, false],
])('%s', (_, other, expected) => {
  expect([isPerhapsSamePerson(amara, other), isPerhapsSamePerson(other, amara)]).toEqual([
    expected,
    expected,
  ]);
});

test('two NPIs are two persons, one is none', () => {
  const one = { ...amara, npi: npi('1234567893') };
  const other = { name: 'A. Okafor', organization: house };
  expect(isPerhapsSamePerson(one, { ...other, npi: npi('1245319599') })).toBe(false);
  expect(isPerhapsSamePerson(one, other)).toBe(true);
});
