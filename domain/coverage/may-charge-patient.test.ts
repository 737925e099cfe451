import { expect, test } from 'vitest';
import { payerLines } from '../practice/practice-events.ts';
import { coverageStatuses, type CoverageStatus } from './benefit-fact.ts';
import { mayChargePatient } from './may-charge-patient.ts';

const commercial: [CoverageStatus, 'no' | 'with-agreement' | 'unknown'][] = [
  ['paid', 'with-agreement'],
  ['denied-patient-liable', 'with-agreement'],
  ['disallowed-no-charge', 'no'],
  ['not-a-benefit', 'with-agreement'],
  ['bundled-into', 'unknown'],
  ['by-report', 'unknown'],
  ['prior-authorization', 'unknown'],
  ['unknown', 'unknown'],
];

test.each(commercial)('commercial, %s: %s', (status, answer) => {
  expect(mayChargePatient(status, 'commercial').answer).toBe(answer);
  // It may be Medicaid.
  expect(mayChargePatient(status, undefined).answer).toBe(answer === 'no' ? 'no' : 'unknown');
});

test.each(coverageStatuses)('Medicaid, %s: never', (status) => {
  expect(mayChargePatient(status, 'medicaid').answer).toBe('no');
});

test.each(payerLines)('a disallowed line is never charged under %s', (line) => {
  expect(mayChargePatient('disallowed-no-charge', line).answer).toBe('no');
});
