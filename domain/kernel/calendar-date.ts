import type { Branded } from './brand.ts';
import { clockOffset } from './clock-offset.ts';
import { refuse, type Refusal } from './refusal.ts';

/** A day on the calendar, 'YYYY-MM-DD', with no time zone: a birth date does not move when the reader travels. */
export type CalendarDate = Branded<string, 'CalendarDate'>;

/** A moment, ISO 8601 in UTC with milliseconds: '2026-03-05T14:02:11.000Z'. */
export type Instant = Branded<string, 'Instant'>;

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

export function parseCalendarDate(text: string): CalendarDate | Refusal {
  const match = form.exec(text);
  if (match) {
    const date = new Date(`${text}T00:00:00.000Z`);
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && Number(match[1]) >= 1850)
      return text as CalendarDate;
  }
  return refuse('date/unreadable', { text });
}

/** For dates that the program itself wrote; throws on anything else. */
export function calendarDate(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (typeof parsed !== 'string') throw new Error(parsed.code);
  return parsed;
}

export function parseInstant(text: string): Instant | Refusal {
  const date = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? new Date(text)
    : undefined;
  if (date && !Number.isNaN(date.getTime())) return date.toISOString() as Instant;
  return refuse('instant/unreadable', { text });
}

export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (typeof parsed !== 'string') throw new Error(parsed.code);
  return parsed;
}

const dayLength = 86_400_000;

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  const day = Number(date.slice(8)) + days;
  if (day >= 1 && day <= 28) return `${date.slice(0, 8)}${twoDigits(day)}` as CalendarDate;
  return new Date(Date.parse(date) + days * dayLength).toISOString().slice(0, 10) as CalendarDate;
}

/** The same day so many months later or earlier; the last day of the month where there is no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const day = Math.min(Number(date.slice(8)), daysIn(year, month));
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}` as CalendarDate;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** Age in completed years on a day. A birthday of 29 February is reached on 1 March in common years. */
export function ageOn(birthDate: CalendarDate, day: CalendarDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The day on which somebody completes so many years. */
export function birthday(birthDate: CalendarDate, years: number): CalendarDate {
  const same = `${Number(birthDate.slice(0, 4)) + years}${birthDate.slice(4)}`;
  return new Date(`${same}T00:00:00.000Z`).toISOString().slice(0, 10) as CalendarDate;
}

/** Seconds from `from` to `to`. */
export function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

/** The calendar day of a moment at a practice, `timeZone` an IANA name such as 'America/Los_Angeles'. */
export function dayOf(moment: Instant, timeZone: string): CalendarDate {
  const time = Date.parse(moment);
  return dayNumbered(Math.floor((time + clockOffset(time, timeZone)) / dayLength));
}

const days = new Map<number, CalendarDate>();

/** The day so many days after 1970-01-01. Written once: a case of thousands of moments lies in a few hundred days. */
function dayNumbered(number: number): CalendarDate {
  let day = days.get(number);
  if (day === undefined) {
    day = new Date(number * dayLength).toISOString().slice(0, 10) as CalendarDate;
    days.set(number, day);
  }
  return day;
}
