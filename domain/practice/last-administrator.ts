import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { Practice } from './practice.ts';
import type { StaffMember } from './practice-events.ts';

/**
 * Refuses to leave a practice that nobody can administer: 'practice/last-administrator'. Whoever cannot sign in
 * administers nothing, so `canSignIn` holds the staff ids with an account in use.
 */
export function refuseLastAdministrator(
  { staff }: Pick<Practice, 'staff'>,
  changed: StaffMember,
  canSignIn: ReadonlySet<string>,
): Refusal | undefined {
  const administers = ({ role, active }: StaffMember) => role === 'administrator' && active;
  const before = staff.get(changed.staffId);
  if (!before || !administers(before) || administers(changed)) return undefined;
  const others = [...staff.values()].filter(
    (each) => each.staffId !== changed.staffId && administers(each) && canSignIn.has(each.staffId),
  );
  if (others.length > 0) return undefined;
  return refuse(
    'practice/last-administrator',
    { name: before.name },
    changed.active ? '/staff/role' : '/staff/active',
  );
}
