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
  const nextYear = Number(today.slice(0, 4)) + 1;
  if (list.year > nextYear)
    return refuse(
      'licensed-list/year',
      `There is no list for ${list.year} yet.`,
      `An edition begins on 1 January of its year; today is ${today}, so the latest can be that of ${nextYear}.`,
      'Choose the year that the list is for.',
      '/year',
    );
  if (statedYear !== undefined && statedYear !== list.year)
    return refuse(
      'licensed-list/other-year',
      `This file is the list of ${statedYear}.`,
      `Its title says CDT ${statedYear}, and ${list.year} was chosen.`,
      `Import it for ${statedYear}, or choose the file of ${list.year}.`,
      '/year',
    );
  const [first] = problems;
  if (first)
    return refuse(
      'licensed-list/rows',
      problems.length === 1 ? 'One row cannot be taken.' : `${problems.length} rows cannot be taken.`,
      `The first is row ${first.row}. A list is imported whole or not at all, so nothing was kept.`,
      'Correct the rows that the check names, and choose the file again.',
      '/file',
    );
  if (codes.length === 0)
    return refuse(
      'licensed-list/no-rows',
      'There is no code in this list.',
      'No row below the headers has one.',
      'Check which columns were chosen.',
      '/layout',
    );
  if (practice.licensedLists.get(list.year)?.sha256 === list.sha256) return 'repeated';
  return { type: 'practice.licensed-list-imported', occurredAt: now, data: { list } };
}
