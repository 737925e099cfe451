import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** A reservation goes with its line: it counts in the benefit year in which the line is done. */
export function reservedFor(entry: LedgerEntry, day: CalendarDate | undefined): LedgerEntry {
  return entry.state === 'reserved' && day !== undefined ? { ...entry, date: day } : entry;
}
