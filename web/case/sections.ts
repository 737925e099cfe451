/** The parts of a case, in the order of the work; the address names them. */
export const spineSections = [
  'necessity',
  'consent',
  'team',
  'plan',
  'contacts',
  'coverage',
  'code',
  'readiness',
  'claim',
  'packet',
] as const;
export type SpineSection = (typeof spineSections)[number];

export const caseSections = [
  'overview',
  ...spineSections,
  'estimate',
  'decision',
  'tasks',
  'referrals',
  'questions',
  'timeline',
] as const;
export type CaseSection = (typeof caseSections)[number];

export function isCaseSection(text: string): text is CaseSection {
  return caseSections.some((section) => section === text);
}
