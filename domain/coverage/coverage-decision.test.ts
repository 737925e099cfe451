import { expect, it } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { isRefusal } from '../kernel/refusal.ts';
import {
  sampleCoverage,
  sampleNow,
  samplePatient,
  samplePatientSteps,
} from '../readiness/ready-case.samples.ts';
import type { Coverage } from './benefit-fact.ts';
import { decideRecordCoverage } from './coverage-decision.ts';

/** The patient was born on 12 April 1961 and has a primary dental coverage since 1 January 2026. */
const parent = { relationship: 'child', lastName: 'Núñez', firstName: 'Inés' } as const;
const self = { relationship: 'self', lastName: 'Núñez', firstName: 'Marisol' } as const;
const own = { lastName: 'núñez', firstName: ' Marisol', birthDate: calendarDate('1961-04-12') } as const;
const day = calendarDate;

it.each<[string, Partial<Coverage>, string]>([
  ['a second plan', {}, 'recorded'],
  ['another first plan', { priority: 'primary' }, 'coverage/same-place'],
  ['the same coverage, changed', { coverageId: 'coverage-1', priority: 'primary' }, 'recorded'],
  ['a first plan for physicians', { priority: 'primary', kind: 'medical' }, 'recorded'],
  [
    'a first plan until the day before',
    { priority: 'primary', from: day('2025-01-01'), through: day('2025-12-31') },
    'recorded',
  ],
  [
    'a first plan until the same day',
    { priority: 'primary', from: day('2025-01-01'), through: day('2026-01-01') },
    'coverage/same-place',
  ],
  ['a day', { from: day('2026-02-01'), through: day('2026-02-01') }, 'recorded'],
  [
    'less than a day',
    { from: day('2026-02-01'), through: day('2026-01-31') },
    'coverage/ends-before-it-begins',
  ],
  ['a parent who is a day older', { subscriber: { ...parent, birthDate: day('1961-04-11') } }, 'recorded'],
  [
    'a parent who was born on the same day',
    { subscriber: { ...parent, birthDate: day('1961-04-12') } },
    'coverage/child-not-younger',
  ],
  [
    'a parent who is the patient’s own child: a circle',
    { subscriber: { ...parent, birthDate: day('1990-04-12') } },
    'coverage/child-not-younger',
  ],
  ['a parent whose birth date nobody knows', { subscriber: parent }, 'recorded'],
  [
    'a younger spouse',
    { subscriber: { ...parent, relationship: 'spouse', birthDate: day('1970-01-01') } },
    'recorded',
  ],
  ['one’s own spouse', { subscriber: { ...own, relationship: 'spouse' } }, 'coverage/depends-on-oneself'],
  [
    'a child of one’s own name, and no birth date of the holder',
    { subscriber: { relationship: 'child', firstName: own.firstName, lastName: own.lastName } },
    'coverage/circular-dependants',
  ],
  ['one’s own child', { subscriber: { ...own, relationship: 'child' } }, 'coverage/depends-on-oneself'],
  [
    'a spouse of the same name',
    { subscriber: { ...own, relationship: 'spouse', birthDate: day('1960-04-12') } },
    'recorded',
  ],
])('%s', (_name, change, outcome) => {
  const coverage: Coverage = {
    ...sampleCoverage,
    coverageId: 'coverage-2',
    priority: 'secondary',
    subscriber: self,
    ...change,
  };
  const decided = decideRecordCoverage(samplePatient(), coverage, sampleNow, () => []);
  expect(isRefusal(decided) ? decided.code : 'recorded').toBe(outcome);
});

it('keeps what decides the order as a part of its own, which can stay behind, and reads it in one piece', () => {
  const order = { custody: 'custodial', employment: 'cobra' } as const;
  const coverage: Coverage = { ...sampleCoverage, order };
  const decided = decideRecordCoverage(samplePatient(), coverage, sampleNow, () => []);
  if (isRefusal(decided) || decided.type !== 'patient.coverage-recorded') throw new Error('not recorded');
  expect(decided.data).toEqual({ coverage: sampleCoverage, order });
  const after = samplePatient([...samplePatientSteps, { type: decided.type, data: decided.data }]);
  expect(after.coverages.get(sampleCoverage.coverageId)?.value).toEqual(coverage);
});
