import type { RecordedActivity } from '../case/case.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { ClaimUnit } from '../rulebook/rule.ts';

/** The work of one claim line, before it has a fee. */
export interface LineGroup {
  /** The last day of service in the group: what is billed is billed when it is complete (field-facts 7.1). */
  readonly serviceDate: CalendarDate;
  readonly unit: ClaimUnit | undefined;
  readonly work: readonly RecordedActivity[];
}

/**
 * Work as lines, by the payer's unit on each day of service: a line a day, a line a month, or one line on the
 * day of completion, which also stands where the unit is unknown. In order of day; none is empty.
 */
export function groupIntoLines(
  work: readonly RecordedActivity[],
  unitOn: (day: CalendarDate) => ClaimUnit | undefined,
): readonly LineGroup[] {
  const groups = Map.groupBy(work, ({ activity: { serviceDate } }) => {
    const unit = unitOn(serviceDate);
    if (unit === 'one-line-per-client-day') return serviceDate;
    if (unit === 'one-line-per-calendar-month') return serviceDate.slice(0, 7);
    return 'completion';
  });
  return [...groups.values()]
    .map((members) => {
      const serviceDate = lastDay(members);
      return { serviceDate, unit: unitOn(serviceDate), work: members };
    })
    .sort((one, other) => (one.serviceDate < other.serviceDate ? -1 : 1));
}

function lastDay(members: readonly RecordedActivity[]): CalendarDate {
  const [first, ...rest] = members.map(({ activity }) => activity.serviceDate);
  if (first === undefined) throw new Error('a line has at least one activity');
  return rest.reduce((last, day) => (day > last ? day : last), first);
}
