import type { DataCategory } from '../consent/consent.ts';

/** The categories of a patient's data that a claim holds. */
export function claimCategories({ diagnoses }: { readonly diagnoses: readonly unknown[] }): DataCategory[] {
  const billed: DataCategory[] = ['demographics', 'coverage-and-billing', 'coordination-record'];
  return diagnoses.length > 0 ? [...billed, 'medical-history'] : billed;
}
