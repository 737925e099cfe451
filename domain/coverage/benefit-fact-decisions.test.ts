import { expect, test } from 'vitest';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { sampleCoverage, samplePatient, sampleNow } from '../readiness/ready-case.samples.ts';
import type { BenefitFact } from './benefit-fact.ts';
import { decideRecordBenefitFact } from './benefit-fact-decisions.ts';
import { limitStanding } from './frequency-window.ts';

const fact: BenefitFact = {
  factId: 'fact-9',
  coverageId: sampleCoverage.coverageId,
  code: procedureCode('D9992'),
  status: 'paid',
  source: { kind: 'telephone-call', representative: 'Dana', reference: 'R-77' },
  learnedAt: sampleNow,
};

const rows: readonly (readonly [string, Partial<BenefitFact>, string])[] = [
  ['learned now', {}, 'patient.benefit-fact-recorded'],
  ['rolling', { frequency: { times: 1, window: 'rolling-days', days: 30 } }, 'patient.benefit-fact-recorded'],
  [
    'rolling without days',
    { frequency: { times: 1, window: 'rolling-days' } },
    'benefit-fact/rolling-without-days',
  ],
  [
    'a month has no days',
    { frequency: { times: 1, window: 'calendar-month' } },
    'patient.benefit-fact-recorded',
  ],
  [
    'learned a second from now',
    { learnedAt: instant('2026-03-12T18:00:01.000Z') },
    'benefit-fact/in-the-future',
  ],
  ['a call with nobody', { source: { kind: 'telephone-call' } }, 'benefit-fact/call-without-witness'],
  [
    'a call with blanks',
    { source: { kind: 'telephone-call', representative: ' ' } },
    'benefit-fact/call-without-witness',
  ],
  [
    'a call with a reference only',
    { source: { kind: 'telephone-call', reference: 'R-1' } },
    'patient.benefit-fact-recorded',
  ],
  ['a portal has nobody', { source: { kind: 'portal' } }, 'patient.benefit-fact-recorded'],
  ['bundled into nothing', { status: 'bundled-into' }, 'benefit-fact/bundled-without-code'],
  [
    'bundled into a code',
    { status: 'bundled-into', bundledInto: procedureCode('D0120') },
    'patient.benefit-fact-recorded',
  ],
  ['an unknown coverage', { coverageId: 'coverage-x' }, 'absent/coverage'],
  ['a million', { allowed: cents(1_000_000_00) }, 'patient.benefit-fact-recorded'],
  ['a cent more', { allowed: cents(1_000_000_01) }, 'plan-answer/amount-unbelievable'],
  ['that nobody could say', { status: 'unknown' }, 'patient.benefit-fact-recorded'],
  ['good through the day', { goodThrough: calendarDate('2026-03-12') }, 'patient.benefit-fact-recorded'],
  [
    'good through the day before',
    { goodThrough: calendarDate('2026-03-11') },
    'patient.benefit-fact-recorded',
  ],
  [
    'good through two days before',
    { goodThrough: calendarDate('2026-03-10') },
    'benefit-fact/ran-out-before',
  ],
  [
    'a file of the payer that says so',
    { goodThrough: calendarDate('2026-03-10'), source: { kind: '271' } },
    'patient.benefit-fact-recorded',
  ],
];

test.each(rows)('a benefit fact: %s', (_name, change, expected) => {
  expect(codeOf(decideRecordBenefitFact(samplePatient(), { ...fact, ...change }, sampleNow))).toBe(expected);
});

test('the same fact again records nothing; the same id with another content is refused', () => {
  const patient = samplePatient([{ type: 'patient.benefit-fact-recorded', data: { fact } }]);
  expect(decideRecordBenefitFact(patient, fact, sampleNow)).toBe('repeated');
  expect(codeOf(decideRecordBenefitFact(patient, { ...fact, status: 'by-report' }, sampleNow))).toBe(
    'id/in-use',
  );
});

test('a recorded rolling limit without its days can still be read: unknown beside earlier use', () => {
  const limit = { times: 1, window: 'rolling-days' } as const;
  const day = calendarDate('2026-03-09');
  expect(limitStanding(limit, [], day).standing).toBe('free');
  expect(limitStanding(limit, [calendarDate('2025-03-09')], day).standing).toBe('unknown');
});

function codeOf(decided: ReturnType<typeof decideRecordBenefitFact>): string {
  if (decided === 'repeated') return decided;
  return 'code' in decided ? decided.code : decided.type;
}
