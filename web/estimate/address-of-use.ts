import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import { parseCalendarDate, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';

const separator = ':';

/** What a new use begins with. */
export interface NewUse {
  readonly coverageId: string;
  readonly date: CalendarDate;
}

/** The subject of the address of a new use: a payer's file named its day. */
export function addressOfUse({ coverageId, date }: NewUse): string {
  return `${coverageId}${separator}${date}`;
}

/** Undefined where the address names a use that is there, or nothing that the patient has. */
export function newUseOf(coverages: readonly Coverage[], address: string | undefined): NewUse | undefined {
  const [coverageId, day = ''] = (address ?? '').split(separator);
  const date = parseCalendarDate(day);
  const coverage = coverages.find((each) => each.coverageId === coverageId);
  return coverage && !isRefusal(date) ? { coverageId: coverage.coverageId, date } : undefined;
}
