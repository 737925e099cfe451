import type { CoverageQuestion } from '../coverage/coverage-question.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Provider } from '../practice/practice-events.ts';
import type { Practice } from '../practice/practice.ts';
import { membersOn } from '../team/current-members.ts';
import type { CoordinationCase } from './case.ts';

export function treatingDentist(
  state: CoordinationCase,
  practice: Practice,
  day: CalendarDate,
): Provider | undefined {
  const member = membersOn(state, day).find((each) => each.member.role === 'treating-dentist')?.member;
  return member?.providerId === undefined ? undefined : practice.providers.get(member.providerId);
}

/** Who would stand on a claim for work of this day: some limits count for each of them apart. */
export function claimProviders(
  state: CoordinationCase,
  practice: Practice,
  day: CalendarDate,
): NonNullable<CoverageQuestion['providers']> {
  return {
    billing: practice.profile?.billingNpi,
    rendering: treatingDentist(state, practice, day)?.npi,
  };
}
