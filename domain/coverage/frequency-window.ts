import { addDays, addMonths, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import type { FrequencyLimit } from './benefit-fact.ts';

/** A limit as it is counted: those of a benefit fact or a rule, and a plan's "so many in N months". */
export interface CountedLimit extends Omit<FrequencyLimit, 'window'> {
  readonly window: FrequencyLimit['window'] | 'rolling-months';
  /** Length of a window of months. */
  readonly months?: number;
  /** Nobody said whether services of other codes under the same limit count with this one. */
  readonly mayBeApart?: boolean;
}

export interface LimitStanding {
  readonly standing: 'free' | 'used-up' | 'unknown';
  /** Other days of service that count in the window of this one, in order. */
  readonly used: readonly CalendarDate[];
  /** First day after `day` on which the limit is free; undefined while it is free, unknown, or never. */
  readonly freeFrom: CalendarDate | undefined;
}

/**
 * Whether a service on `day` fits the limit beside `history`, the days of service that were billed or paid
 * elsewhere (the service itself left out; a day appears once for each service).
 *
 * "Once per 30 days" means that no 30 consecutive days hold two: after a service on 1 April the next is free
 * on 1 May, 30 days later, and not on 30 April. Later days count too, since a late claim can fall before them.
 * `benefitYearBegins` is 'MM-DD'; without it a benefit-year limit is unknown where the year decides, because
 * plans count calendar or contract years; so is a rolling limit that does not say its days.
 */
export function limitStanding(
  limit: CountedLimit,
  history: readonly CalendarDate[],
  day: CalendarDate,
  benefitYearBegins?: string,
): LimitStanding {
  const days = [...history].sort();
  if (limit.window === 'benefit-year' && benefitYearBegins === undefined)
    return unknownYear(limit, days, day);
  if (limit.window === 'rolling-days' && limit.days === undefined)
    return { standing: days.length === 0 ? 'free' : 'unknown', used: days, freeFrom: undefined };
  const used = inWindow(limit, days, day, benefitYearBegins);
  if (fits(limit, days, day, benefitYearBegins)) return { standing: 'free', used, freeFrom: undefined };
  return { standing: 'used-up', used, freeFrom: firstFree(limit, days, day, benefitYearBegins) };
}

/**
 * Whichever day the year begins on: services of the very same day surely share it, and no year holds more than the
 * fullest twelve months around the day. Between the two it is not known; free again is when it surely is.
 */
function unknownYear(
  limit: CountedLimit,
  history: readonly CalendarDate[],
  day: CalendarDate,
): LimitStanding {
  const used = history.filter((other) => addMonths(other, 12) > day && addMonths(day, 12) > other);
  if (isSurelyFree(limit, history, day)) return { standing: 'free', used, freeFrom: undefined };
  if (history.filter((other) => other === day).length < limit.times)
    return { standing: 'unknown', used, freeFrom: undefined };
  const freeFrom = history
    .map((other) => addMonths(other, 12))
    .filter((candidate) => candidate > day)
    .find((candidate) => isSurelyFree(limit, history, candidate));
  return { standing: 'used-up', used, freeFrom };
}

function isSurelyFree({ times }: CountedLimit, history: readonly CalendarDate[], day: CalendarDate): boolean {
  // A fullest year begins on the day or on a service before it: beginning sooner would gain nothing.
  const beginnings = [day, ...history.filter((other) => other <= day && addMonths(other, 12) > day)];
  return beginnings.every(
    (begins) => history.filter((other) => other >= begins && other < addMonths(begins, 12)).length < times,
  );
}

function inWindow(
  limit: CountedLimit,
  history: readonly CalendarDate[],
  day: CalendarDate,
  yearBegins: string | undefined,
): readonly CalendarDate[] {
  switch (limit.window) {
    case 'client-day':
      return history.filter((other) => other === day);
    case 'rolling-days':
    case 'rolling-months':
      return history.filter((other) => windowEnd(limit, other) > day && windowEnd(limit, day) > other);
    case 'calendar-month':
      return history.filter((other) => other.slice(0, 7) === day.slice(0, 7));
    case 'benefit-year':
      return history.filter((other) => benefitYear(other, yearBegins) === benefitYear(day, yearBegins));
    case 'lifetime':
      return history;
  }
}

function fits(
  limit: CountedLimit,
  history: readonly CalendarDate[],
  day: CalendarDate,
  yearBegins: string | undefined,
): boolean {
  const used = inWindow(limit, history, day, yearBegins);
  if (!isRolling(limit)) return used.length < limit.times;
  // With the service itself in it, no window may hold more than `times`; a fullest one begins on a day of service.
  const all = [...used, day].sort();
  return all.every((start) => {
    const held = all.filter((other) => other >= start && other < windowEnd(limit, start));
    return !held.includes(day) || held.length <= limit.times;
  });
}

function firstFree(
  limit: CountedLimit,
  history: readonly CalendarDate[],
  day: CalendarDate,
  yearBegins: string | undefined,
): CalendarDate | undefined {
  if (limit.window === 'lifetime') return undefined;
  const candidates = isRolling(limit)
    ? history.map((other) => windowEnd(limit, other))
    : nextStarts(limit, history, day, yearBegins);
  return candidates
    .filter((candidate) => candidate > day)
    .sort()
    .find((candidate) => fits(limit, history, candidate, yearBegins));
}

/** Starts of the windows after the one of `day`, and after every later day of service. */
function nextStarts(
  limit: CountedLimit,
  history: readonly CalendarDate[],
  day: CalendarDate,
  yearBegins: string | undefined,
): readonly CalendarDate[] {
  return [day, ...history.filter((other) => other > day)].map((from) => nextStart(limit, from, yearBegins));
}

function nextStart(limit: CountedLimit, from: CalendarDate, yearBegins = '01-01'): CalendarDate {
  if (limit.window === 'client-day') return addDays(from, 1);
  if (limit.window === 'benefit-year')
    return calendarDate(`${benefitYear(from, yearBegins) + 1}-${yearBegins}`);
  const inNextMonth = addDays(calendarDate(`${from.slice(0, 7)}-28`), 4);
  return calendarDate(`${inNextMonth.slice(0, 7)}-01`);
}

function benefitYear(day: CalendarDate, begins = '01-01'): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= begins ? year : year - 1;
}

function isRolling({ window }: CountedLimit): boolean {
  return window === 'rolling-days' || window === 'rolling-months';
}

/** First day after the window that a service opens: "in 6 months", one on 15 January leaves 15 July free. */
function windowEnd({ window, days, months }: CountedLimit, from: CalendarDate): CalendarDate {
  const length = window === 'rolling-months' ? months : days;
  if (length === undefined) throw new Error('a rolling limit needs its length');
  return window === 'rolling-months' ? addMonths(from, length) : addDays(from, length);
}
