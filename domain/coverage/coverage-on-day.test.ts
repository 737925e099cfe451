import { expect, it } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { sampleCoverage } from '../readiness/ready-case.samples.ts';
import type { Coverage } from './benefit-fact.ts';
import { askedFirst, inOrderOfAsking } from './coverage-on-day.ts';

const day = calendarDate('2026-03-02');

function coverage(coverageId: string, differs: Partial<Coverage>): Coverage {
  return { ...sampleCoverage, coverageId, ...differs };
}

const inForce = coverage('in force', {});
const ended = coverage('ended', { through: calendarDate('2026-03-01') });
const endsToday = coverage('ends today', { through: day });
const begins = coverage('begins tomorrow', { from: calendarDate('2026-03-03') });
const secondary = coverage('secondary', { priority: 'secondary' });
const medical = coverage('medical', { kind: 'medical' });

it.each<[name: string, coverages: readonly Coverage[], first: Coverage]>([
  ['one in force before one that ended', [ended, inForce], inForce],
  ['one that ends today before one that ended', [ended, endsToday], endsToday],
  ['one in force before one that has not begun', [begins, secondary], secondary],
  ['the primary before the secondary', [secondary, inForce], inForce],
  ['a dental one that ended before a medical one', [medical, ended], ended],
  ['of equals the one recorded first', [inForce, endsToday], inForce],
])('%s', (_name, coverages, first) => {
  const others = coverages.filter((each) => each !== first);
  expect(inOrderOfAsking(coverages, day)).toEqual([first, ...others]);
  expect(askedFirst(coverages, day)).toBe(first);
});

it('nothing is asked where there is no coverage', () => {
  expect(askedFirst([], day)).toBeUndefined();
});
