import { useTranslation } from 'react-i18next';
import { ageOn, dayOf, daysBetween, type CalendarDate, type Instant } from '#domain/kernel/calendar-date.ts';
import { nowInstant } from './clock.ts';
import { usePracticeTimeZone } from './practice-time-zone.tsx';

const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** Writes dates, times, durations and money for the reader; days are days at the practice. */
export function useFormat() {
  const { i18n } = useTranslation();
  return formatsFor(i18n.language, usePracticeTimeZone());
}

/** For what is read in another language than the screen's. */
export function useFormatIn(language: 'en' | 'es') {
  return formatsFor(language, usePracticeTimeZone());
}

/** Made once for a language and a time zone: a list of a hundred lines asks for them a hundred times. */
function formatsFor(language: string, timeZone: string): Formats {
  const key = `${language} ${timeZone}`;
  const known = made.get(key) ?? formats(language, timeZone);
  made.set(key, known);
  return known;
}

type Formats = ReturnType<typeof formats>;
const made = new Map<string, Formats>();

/** Spanish as it is written here: $85.00, and not 85,00 US$. */
function formats(language: string, timeZone: string) {
  const locale = `${language.slice(0, 2)}-US`;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' });
  const today = () => dayOf(nowInstant(), timeZone);
  return {
    timeZone,
    today,
    date: (date: string) => day.format(new Date(`${date}T00:00:00Z`)),
    instant: (at: Instant) => moment.format(new Date(at)),
    ago: (at: Instant) => {
      const seconds = (Date.parse(at) - Date.parse(nowInstant())) / 1000;
      const [unit, length] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60];
      return relative.format(Math.round(seconds / length), unit);
    },
    /** Since a moment, as a whole number of its largest unit. */
    howLong: (since: Instant) => {
      const seconds = (Date.parse(nowInstant()) - Date.parse(since)) / 1000;
      const [unit, length] = steps.find(([, length]) => seconds >= length) ?? ['minute', 60];
      return { unit, count: Math.max(0, Math.floor(seconds / length)) };
    },
    daysFromToday: (date: CalendarDate) => {
      const days = daysBetween(today(), date);
      if (Math.abs(days) >= 730) return relative.format(Math.round(days / 365.25), 'year');
      if (Math.abs(days) >= 60) return relative.format(Math.round(days / 30.4), 'month');
      return relative.format(days, 'day');
    },
    age: (birthDate: CalendarDate) => ageOn(birthDate, today()),
    money: (amount: number) => money.format(amount / 100),
    duration,
    telephone,
    postalCode,
  };
}

/** 754 -> "12:34"; from an hour on "1:02:03". */
function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const tail = `${String(minutes).padStart(hours > 0 ? 2 : 1, '0')}:${String(rest).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

function postalCode(digits: string): string {
  return digits.length === 9 ? `${digits.slice(0, 5)}-${digits.slice(5)}` : digits;
}

function telephone(text: string): string {
  const digits = text.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return digits.length === 10 ? `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}` : text;
}
