import { expect, test } from 'vitest';
import { frequencyInWords, timeInWords, visitsInWords } from './option-words.ts';

const range = (least: number, most = least) => ({ least, most });

test.each([
  ['visits not known', visitsInWords(undefined), 'forPatient.notKnown {}'],
  ['no visit', visitsInWords(range(0)), 'forPatient.noVisits {}'],
  ['one visit', visitsInWords(range(1)), 'forPatient.visits {"count":1}'],
  ['none to one visit', visitsInWords(range(0, 1)), 'forPatient.visitsRange {"least":0,"most":1}'],
  ['one day', timeInWords(range(0)), 'forPatient.sameDay {}'],
  ['eight weeks', timeInWords(range(8)), 'forPatient.weeks {"count":8}'],
  ['nine weeks', timeInWords(range(9)), 'forPatient.months {"count":2}'],
  ['a few weeks to a year', timeInWords(range(8, 52)), 'forPatient.weeksRange {"least":8,"most":52}'],
  ['half a year to a year', timeInWords(range(26, 52)), 'forPatient.monthsRange {"least":6,"most":12}'],
  ['nine to ten weeks are two months', timeInWords(range(9, 10)), 'forPatient.months {"count":2}'],
  ['a frequency not known', frequencyInWords(undefined), 'forPatient.howManyNotKnown {}'],
  ['one in a hundred', frequencyInWords(range(1)), 'forPatient.ofHundred {"count":1}'],
  ['none to five', frequencyInWords(range(0, 5)), 'forPatient.ofHundredRange {"least":0,"most":5}'],
])('%s', (_name, { id, params }, expected) => {
  expect(`${id} ${JSON.stringify(params)}`).toBe(expected);
});
