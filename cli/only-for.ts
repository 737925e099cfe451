import { message } from '#domain/kernel/message.ts';
import type { StaffRole } from '#domain/audit/event.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Person } from '#server/http/signed-in.ts';

export function onlyFor(person: Person, roles: readonly StaffRole[]): Refusal | undefined {
  return roles.includes(person.staff.role)
    ? undefined
    : refuse('permission/role', {
        roles: roles.map((role) => message(`web.word.staffRole.${role}`)),
        role: message(`web.word.staffRole.${person.staff.role}`),
      });
}
