import type { CalendarDate } from '../kernel/calendar-date.ts';

/** First day of the benefit year that holds a day; `begins` is 'MM-DD'. */
export function benefitYearStart(day: CalendarDate, begins: string): CalendarDate {
  const year = Number(day.slice(0, 4));
  return `${day.slice(5) >= begins ? year : year - 1}-${begins}` as CalendarDate;
}
