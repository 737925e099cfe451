/** The parts of the practice; the address names them. */
export const practiceSections = [
  'profile',
  'providers',
  'payers',
  'gateways',
  'fees',
  'codes',
  'staff',
] as const;
export type PracticeSection = (typeof practiceSections)[number];
