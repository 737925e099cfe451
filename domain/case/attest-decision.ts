import { refuse, type Refusal } from '../kernel/refusal.ts';
import { membersOn } from '../team/current-members.ts';
import { finishAsked } from '../worklist/task-decisions.ts';
import type { CoordinationCase } from './case.ts';
import type { NewCaseEvent } from './case-events.ts';
import { refuseUnseen, todayOf, type Deciding } from './deciding.ts';
import { standingActivities } from './standing-activities.ts';

/**
 * The treating dentist answers for every activity that stands, as the case read at `expectedPosition`, which was on
 * the dentist's screen; a case that has moved on in what is attested is refused before ('stale/changed-meanwhile').
 * Tasks that ask for it end with it.
 * Refusals in this order: 'signature/unseen', 'attest/nothing-to-attest', 'attest/no-treating-dentist',
 * 'attest/not-the-treating-dentist', 'attest/unsigned-activities'.
 */
export function decideAttest(
  state: CoordinationCase,
  { statement, expectedPosition }: { readonly statement: string; readonly expectedPosition: number },
  deciding: Deciding,
): readonly NewCaseEvent[] | Refusal {
  const unseen = refuseUnseen(state, expectedPosition);
  if (unseen) return unseen;
  const activities = standingActivities(state);
  if (activities.length === 0) return refuse('attest/nothing-to-attest');
  const dentists = membersOn(state, todayOf(deciding)).filter(
    ({ member }) => member.role === 'treating-dentist',
  );
  if (dentists.length === 0) return refuse('attest/no-treating-dentist');
  if (!dentists.some(({ member }) => isActor(member.providerId, deciding)))
    return refuse('attest/not-the-treating-dentist', { dentists: dentists.map(({ member }) => member.name) });
  const unsigned = activities.filter((recorded) => !recorded.signed);
  if (unsigned.length > 0)
    return refuse('attest/unsigned-activities', { unsigned: unsigned.length, all: activities.length });
  const attestation = {
    statement,
    activityIds: activities.map(({ activity }) => activity.activityId),
    upToPosition: expectedPosition,
  };
  return [
    { type: 'case.attested', occurredAt: deciding.now, data: { attestation } },
    ...finishAsked(state, 'attestation', deciding),
  ];
}

/** Directory entries and staff name each other from either side. */
function isActor(providerId: string | undefined, { practice, who }: Deciding): boolean {
  if (providerId === undefined) return false;
  return (
    practice.providers.get(providerId)?.staffId === who.id ||
    practice.staff.get(who.id)?.providerId === providerId
  );
}
