import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import { askedFirst } from '#domain/coverage/coverage-on-day.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';

const separator = ':';

/** The subject of the address of a call: the coverage, and the question to begin with. */
export function callAddress(coverageId: string, questionId?: string): string {
  return questionId === undefined ? coverageId : `${coverageId}${separator}${questionId}`;
}

/** Whom a call is to: the coverage that the address names, else the one that is asked first on the day. */
export function callOf(
  coverages: readonly Coverage[],
  address: string | undefined,
  day: CalendarDate,
): { readonly coverage: Coverage; readonly questionId: string | undefined } | undefined {
  const [coverageId, questionId] = (address ?? '').split(separator);
  const coverage = coverages.find((each) => each.coverageId === coverageId) ?? askedFirst(coverages, day);
  return coverage && { coverage, questionId };
}
