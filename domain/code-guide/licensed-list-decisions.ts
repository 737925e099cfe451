import type { CalendarDate, Instant } from '../kernel/calendar-date.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { NewPracticeEvent } from '../practice/practice-events.ts';
import type { Practice } from '../practice/practice.ts';
import type { LicensedListImport } from './licensed-list.ts';
import type { ReadList } from './read-licensed-list.ts';

export interface ListToImport extends ReadList {
  readonly list: LicensedListImport;
  /** The code year that the file states of itself. */
  readonly statedYear: number | undefined;
}

/**
 * Replaces the list of a code year as a whole; lists of other years stay. 'repeated': the same rows stand already.
 * Refusals in this order: 'licensed-list/year', 'licensed-list/other-year', 'licensed-list/rows', 'licensed-list/no-rows'.
 */
export function decideImportLicensedList(
  practice: Practice,
  { list, statedYear, codes, problems }: ListToImport,
  { now, today }: { readonly now: Instant; readonly today: CalendarDate },
): NewPracticeEvent | 'repeated' | Refusal {
  const wrongYear = refuseYear(list.year, statedYear, today);
  if (wrongYear) return wrongYear;
  const [first] = problems;
  if (first) return refuse('licensed-list/rows', { count: problems.length, row: first.row }, '/file');
  if (codes.length === 0) return refuse('licensed-list/no-rows', {}, '/layout');
  if (practice.licensedLists.get(list.year)?.sha256 === list.sha256) return 'repeated';
  return { type: 'practice.licensed-list-imported', occurredAt: now, data: { list } };
}

/** Whether a list may be kept for a year: not for one that is further off, and not for another than its title says. */
export function refuseYear(
  year: number,
  statedYear: number | undefined,
  today: CalendarDate,
): Refusal | undefined {
  const nextYear = Number(today.slice(0, 4)) + 1;
  if (year > nextYear) return refuse('licensed-list/year', { year, today, nextYear }, '/year');
  if (statedYear !== undefined && statedYear !== year)
    return refuse('licensed-list/other-year', { statedYear, year }, '/year');
  return undefined;
}
