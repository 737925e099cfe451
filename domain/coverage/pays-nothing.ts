import type { CoverageStatus } from './benefit-fact.ts';

const nothing: readonly CoverageStatus[] = [
  'denied-patient-liable',
  'disallowed-no-charge',
  'not-a-benefit',
  'bundled-into',
];

/** Statuses under which the plan pays nothing for the code, whoever does it and how often. */
export function paysNothing(status: string): boolean {
  return nothing.some((each) => each === status);
}
