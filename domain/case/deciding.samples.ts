import type { StaffRole } from '../audit/event.ts';
import { cora, dentist, sampleNow, samplePatient, samplePractice } from '../readiness/ready-case.samples.ts';
import type { Deciding } from './deciding.ts';

/** The coordinator of the sample case, deciding on 12 March 2026 at ten in the morning in Tacoma. */
export function sampleDeciding(change: Partial<Deciding> = {}): Deciding {
  return {
    now: sampleNow,
    who: cora,
    role: 'coordinator',
    practice: samplePractice(),
    patient: samplePatient(),
    ...change,
  };
}

export const asDentist: { readonly who: typeof dentist; readonly role: StaffRole } = {
  who: dentist,
  role: 'dentist',
};
