import type { StaffRole } from '#domain/audit/event.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Person } from '#server/http/signed-in.ts';

export function onlyFor(person: Person, roles: readonly StaffRole[]): Refusal | undefined {
  return roles.includes(person.staff.role)
    ? undefined
    : refuse(
        'permission/role',
        'You may not do this.',
        `It is for ${roles.join(', ')}; you act as ${person.staff.role}.`,
        'Act with an account of that role.',
      );
}
