import type { StaffRole } from '../audit/event.ts';

/** What can be changed about a practice, and who may besides an administrator. */
const alsoBy = {
  'set-profile': [],
  'record-provider': ['coordinator'],
  'record-payer': ['biller'],
  'set-fee': ['biller'],
  'record-staff': [],
  'import-licensed-list': ['biller'],
} as const satisfies Record<string, readonly StaffRole[]>;
export type PracticeChange = keyof typeof alsoBy;

/** The one table for the server and the screens, so that a button and its permission cannot disagree. */
export function mayChangePractice(role: StaffRole, change: PracticeChange): boolean {
  const others: readonly StaffRole[] = alsoBy[change];
  return role === 'administrator' || others.includes(role);
}
