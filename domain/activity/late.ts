import { dayOf, daysBetween, type CalendarDate, type Instant } from '../kernel/calendar-date.ts';

/**
 * Calendar days of the practice after the day of service by which an entry is still in time. CMS calls "a
 * couple of days" reasonable (field-facts 5, Medicare Program Integrity Manual 3.3.2.5); later is not refused,
 * but marked.
 */
const daysInTime = 2;

export function isLate(serviceDate: CalendarDate, recordedAt: Instant, timeZone: string): boolean {
  return daysBetween(serviceDate, dayOf(recordedAt, timeZone)) > daysInTime;
}
