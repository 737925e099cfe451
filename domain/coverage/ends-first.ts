import type { CalendarDate } from '../kernel/calendar-date.ts';

interface Period {
  readonly from?: CalendarDate | undefined;
  readonly through?: CalendarDate | undefined;
}

/** A period whose last day lies before its first; one that is open at an end never does. */
export function endsFirst<Given extends Period>(
  period: Given,
): period is Given & { readonly from: CalendarDate; readonly through: CalendarDate } {
  const { from, through } = period;
  return from !== undefined && through !== undefined && through < from;
}
