import type { StaffRole } from '../audit/event.ts';

/** Who does the work, as payers' rules tell people apart. */
export const performers = ['dentist', 'hygienist', 'coordinator', 'other'] as const;
export type Performer = (typeof performers)[number];

/**
 * What somebody counts as for a payer. A dentist's degree makes a dentist whatever the role in this program is,
 * because an owner who administers the practice still treats; nothing else is read out of a credential.
 */
export function performerOf(role: StaffRole | string, credential: string | undefined): Performer {
  const letters = (credential ?? '')
    .toUpperCase()
    .replaceAll('.', '')
    .split(/[\s,/]+/);
  if (role === 'dentist' || letters.some((letter) => letter === 'DDS' || letter === 'DMD')) return 'dentist';
  if (role === 'hygienist') return 'hygienist';
  if (role === 'coordinator') return 'coordinator';
  return 'other';
}
