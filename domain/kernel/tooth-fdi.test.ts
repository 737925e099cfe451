import { expect, test } from 'vitest';
import { isRefusal } from './refusal.ts';
import { fdiOf, placeOfTooth, toothFromFdi } from './tooth-fdi.ts';
import { tooth } from './tooth.ts';

test.each([
  ['1', '18', 'upper permanent 1'],
  ['8', '11', 'upper permanent 8'],
  ['9', '21', 'upper permanent 9'],
  ['16', '28', 'upper permanent 16'],
  ['17', '38', 'lower permanent 16'],
  ['24', '31', 'lower permanent 9'],
  ['25', '41', 'lower permanent 8'],
  ['32', '48', 'lower permanent 1'],
  ['A', '55', 'upper primary 1'],
  ['E', '51', 'upper primary 5'],
  ['F', '61', 'upper primary 6'],
  ['J', '65', 'upper primary 10'],
  ['K', '75', 'lower primary 10'],
  ['O', '71', 'lower primary 6'],
  ['P', '81', 'lower primary 5'],
  ['T', '85', 'lower primary 1'],
  ['51', '18S', 'upper permanent 1 extra'],
  ['82', '48S', 'lower permanent 1 extra'],
  ['AS', '55S', 'upper primary 1 extra'],
  ['TS', '85S', 'lower primary 1 extra'],
])('%s is FDI %s, %s', (universal, fdi, place) => {
  const { jaw, dentition, column, supernumerary } = placeOfTooth(tooth(universal));
  expect(fdiOf(tooth(universal))).toBe(fdi);
  expect(toothFromFdi(fdi)).toBe(universal);
  expect(`${jaw} ${dentition} ${column}${supernumerary ? ' extra' : ''}`).toBe(place);
});

test('every tooth has one FDI number and is read back from it', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRST'];
  const all = [
    ...Array.from({ length: 32 }, (_, index) => [String(index + 1), String(index + 51)]).flat(),
    ...letters.flatMap((letter) => [letter, `${letter}S`]),
  ];
  expect(new Set(all.map((each) => fdiOf(tooth(each)))).size).toBe(104);
  for (const each of all) expect(toothFromFdi(fdiOf(tooth(each)))).toBe(each);
});

test.each(['', '10', '19', '49', '56', '86', '91', 'A', '111', '1S'])('%j is no FDI number', (text) => {
  const read = toothFromFdi(text);
  expect(isRefusal(read) && read.code).toBe('tooth/not-fdi');
});
