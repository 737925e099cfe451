import { expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { samplePayer, sampleRulebook, sampleRules } from './rulebook.samples.ts';
import { codeInForce, editionOn, rulesOn } from './rulebook.ts';

const rulebook = sampleRulebook([]);
const [cdt, icd] = rulebook.codeSets;

test.each([
  ['2025-12-31', 2025, 2026],
  ['2026-01-01', 2026, 2026],
  ['2026-09-30', 2026, 2026],
  ['2026-10-01', 2026, 2027],
])('on %s CDT %i and ICD-10-CM of fiscal year %i are in force', (day, cdtYear, icdYear) => {
  expect(cdt && editionOn(cdt, calendarDate(day))).toBe(cdtYear);
  expect(icd && editionOn(icd, calendarDate(day))).toBe(icdYear);
});

test.each([
  ['D9992', '2016-12-31', 'not-yet'],
  ['D9992', '2017-01-01', 'in-force'],
  ['D9991', '2026-01-01', 'unknown'],
])('%s on %s: %s', (code, day, answer) => {
  expect(codeInForce(rulebook, 'cdt', code, calendarDate(day))).toBe(answer);
});

test.each([
  ['2025-12-31', 0],
  ['2026-01-01', 1],
  ['2026-12-31', 1],
  ['2027-01-01', 0],
])('on %s the payer has %i rules of the kind', (day, count) => {
  const payer = samplePayer([sampleRules.status, sampleRules.fee]);
  expect(rulesOn(payer, 'fee', procedureCode('D9992'), calendarDate(day))).toHaveLength(count);
  expect(rulesOn(payer, 'fee', procedureCode('D9991'), calendarDate(day))).toHaveLength(0);
});
