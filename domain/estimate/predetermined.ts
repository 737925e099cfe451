import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Line } from './estimate-request.ts';
import type { FactOf } from './plan-facts.ts';
import type { PlanTerms } from './plan-terms.ts';

/** What the payer answered beforehand about this line, as long as it stands by it on the day of the line. */
export function predeterminedFor(
  { facts }: PlanTerms,
  { lineId, code }: Line,
  day: CalendarDate,
): FactOf<'predetermination'> | undefined {
  return facts.predetermination.find(
    (fact) =>
      fact.lineId === lineId &&
      fact.code === code &&
      (fact.source?.expires === undefined || day <= fact.source.expires),
  );
}
