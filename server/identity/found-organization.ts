import type { Actor } from '#domain/audit/event.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { StaffMember } from '#domain/practice/practice-events.ts';
import type { Archway } from '../archway.ts';
import { newUuid, systemNow } from '../clock.ts';
import { asOwner } from '../database/connect.ts';
import { actorOf, recordAccount } from './account.ts';
import type { SignedIn } from './session.ts';

export interface Founding {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly demonstration: boolean;
  readonly administrator: StaffMember;
  readonly email: string;
  readonly password: string;
}

export async function organizationCount(archway: Archway): Promise<number> {
  const row = await asOwner(archway.record.db, (owner) =>
    owner
      .selectFrom('organization')
      .select((query) => query.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  );
  return row.count;
}

/** Makes an organization with its first administrator. Refused when the e-mail address is already somebody's. */
export async function foundOrganization(archway: Archway, founding: Founding): Promise<SignedIn | Refusal> {
  const { organizationId, administrator } = founding;
  const now = systemNow();
  await asOwner(archway.record.db, (owner) =>
    owner
      .insertInto('organization')
      .values({
        organization_id: organizationId,
        name: founding.organizationName,
        demonstration: founding.demonstration,
        created_at: now,
      })
      .execute(),
  );
  const who: Actor = actorOf(administrator);
  const recorded = await archway.record.write(organizationId, who, { practice: true }, async (writing) => {
    await recordAccount(writing.tenant, {
      organizationId,
      staffId: administrator.staffId,
      email: founding.email,
      password: founding.password,
    });
    return writing.appendToPractice([
      { type: 'practice.staff-recorded', occurredAt: writing.now, data: { staff: administrator } },
    ]);
  });
  if (isRefusal(recorded)) return recorded;
  return { organizationId, staffId: administrator.staffId };
}

/** The first-run page of an empty database; refused once there is an organization. */
export async function setUpFirstOrganization(
  archway: Archway,
  request: {
    readonly organizationName: string;
    readonly administratorName: string;
    readonly email: string;
    readonly password: string;
  },
): Promise<SignedIn | Refusal> {
  if ((await organizationCount(archway)) > 0)
    return refuse(
      'permission/already-set-up',
      'Archway is already set up.',
      'There is an organization in this database.',
      'Sign in, or ask your administrator for an account.',
    );
  return foundOrganization(archway, {
    organizationId: newUuid(),
    organizationName: request.organizationName.trim(),
    demonstration: false,
    administrator: {
      staffId: newUuid(),
      name: request.administratorName.trim(),
      role: 'administrator',
      active: true,
    },
    email: request.email,
    password: request.password,
  });
}
