import type { CaseCommand } from '#contract/commands.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import type { NewCaseEvent } from '#domain/case/case-events.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import { inTenant } from '../database/connect.ts';
import type { Person } from '../http/signed-in.ts';
import { checkPassword } from '../identity/account.ts';
import type { CaseWork } from './change-case.ts';

/** Signing asks again who it is; undefined when password and second factor fit. */
export async function refuseWithoutPassword(
  archway: Archway,
  person: Person,
  secret: { readonly password: string; readonly code?: string },
): Promise<Refusal | undefined> {
  const checked = await inTenant(archway.record.db, person.organizationId, (tenant) =>
    checkPassword(tenant, person, secret, archway.record.now()),
  );
  return isRefusal(checked)
    ? { ...checked, code: checked.code.replace('sign-in/', 'signature/'), at: '/password' }
    : undefined;
}

/** The treating dentist stands behind the work as it is recorded up to here. */
export function decideAttest(
  state: CoordinationCase,
  { statement }: CaseCommand<'attest'>,
  { deciding }: CaseWork,
): readonly NewCaseEvent[] | Refusal {
  const activities = [...state.activities.values()].filter((recorded) => !recorded.withdrawn);
  if (activities.length === 0)
    return refuse(
      'attestation/nothing',
      'There is nothing to attest yet.',
      'No activity is recorded on this case.',
      'Log the contacts first.',
    );
  return [
    {
      type: 'case.attested',
      occurredAt: deciding.now,
      data: {
        attestation: {
          statement,
          activityIds: activities.map(({ activity }) => activity.activityId),
          upToPosition: state.position,
        },
      },
    },
  ];
}
