import { expect, test } from 'vitest';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { sampleCoverage } from '#domain/readiness/ready-case.samples.ts';
import { addressOfUse, newUseOf } from './address-of-use.ts';

const { coverageId } = sampleCoverage;
const begun = { coverageId, date: calendarDate('2024-03-01') };

test.each<[name: string, address: string | undefined, expected: unknown]>([
  ['a day that a file named', addressOfUse(begun), begun],
  ['a use that is there', 'use-1', undefined],
  ['no use', undefined, undefined],
  ['a coverage that nobody has', 'coverage-of-nobody:2024-03-01', undefined],
  ['a day that no calendar has', `${coverageId}:2024-02-30`, undefined],
])('%s', (_name, address, expected) => {
  expect(newUseOf([sampleCoverage], address)).toEqual(expected);
});
