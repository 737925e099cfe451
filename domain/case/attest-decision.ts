import { refuse, type Refusal } from '../kernel/refusal.ts';
import { membersOn } from '../team/current-members.ts';
import type { CoordinationCase } from './case.ts';
import type { NewCaseEvent } from './case-events.ts';
import { todayOf, type Deciding } from './deciding.ts';
import { standingActivities } from './standing-activities.ts';

/**
 * The treating dentist answers for every activity that stands. Refusals in this order: 'attest/nothing-to-attest',
 * 'attest/no-treating-dentist', 'attest/not-the-treating-dentist', 'attest/unsigned-activities'.
 */
export function decideAttest(
  state: CoordinationCase,
  { statement }: { readonly statement: string },
  deciding: Deciding,
): readonly NewCaseEvent[] | Refusal {
  const activities = standingActivities(state);
  if (activities.length === 0)
    return refuse(
      'attest/nothing-to-attest',
      'There is nothing to attest to.',
      'No work is on record.',
      'Log the contacts first.',
    );
  const dentists = membersOn(state, todayOf(deciding)).filter(
    ({ member }) => member.role === 'treating-dentist',
  );
  if (dentists.length === 0)
    return refuse(
      'attest/no-treating-dentist',
      'The team has no treating dentist.',
      'Whoever attests is the treating dentist of this case.',
      'Add the treating dentist to the team.',
    );
  if (!dentists.some(({ member }) => isActor(member.providerId, deciding)))
    return refuse(
      'attest/not-the-treating-dentist',
      'You are not the treating dentist of this case.',
      `The treating dentist is ${dentists.map(({ member }) => member.name).join(', ')}.`,
      'Ask them to attest, or record in the team who treats the patient now.',
    );
  const unsigned = activities.filter((recorded) => !recorded.signed);
  if (unsigned.length > 0)
    return refuse(
      'attest/unsigned-activities',
      'Some activities are not signed.',
      `${unsigned.length} of ${activities.length} lack the signature of their author.`,
      'Ask the authors to sign first.',
    );
  const attestation = {
    statement,
    activityIds: activities.map(({ activity }) => activity.activityId),
    upToPosition: state.position,
  };
  return [{ type: 'case.attested', occurredAt: deciding.now, data: { attestation } }];
}

/** Directory entries and staff name each other from either side. */
function isActor(providerId: string | undefined, { practice, who }: Deciding): boolean {
  if (providerId === undefined) return false;
  return (
    practice.providers.get(providerId)?.staffId === who.id ||
    practice.staff.get(who.id)?.providerId === providerId
  );
}
