import { parseCalendarDate, type CalendarDate, type Instant } from '#domain/kernel/calendar-date.ts';
import type { Message } from '#domain/kernel/message.ts';
import { dollars, type Cents } from '#domain/kernel/money.ts';
import type { PostalAddress } from '#domain/practice/practice-events.ts';
import type { PdfLanguage } from './pdf-document.ts';
import { fill, wordsOf } from './words.ts';

const locales: Readonly<Record<PdfLanguage, string>> = { en: 'en-US', es: 'es-US' };

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is a hundred times dearer than using one. */
function format(language: PdfLanguage, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options]);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locales[language], options);
  formats.set(key, made);
  return made;
}

const dayForm = { year: 'numeric', month: 'short', day: 'numeric' } as const;

/** 'Mar 5, 2026', '5 mar 2026': the month in letters, since 3/5 is read differently by different readers. */
export function writtenDate(date: CalendarDate, language: PdfLanguage): string {
  return format(language, { ...dayForm, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00.000Z`));
}

/** 'Mar 5, 2026, 2:05 PM PST' at the practice. */
export function writtenMoment(moment: Instant, timeZone: string, language: PdfLanguage): string {
  const form = format(language, {
    ...dayForm,
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  return plainSpaces(form.format(new Date(moment)));
}

/** The day of a moment at the practice. */
export function writtenDay(moment: Instant, timeZone: string, language: PdfLanguage): string {
  return format(language, { ...dayForm, timeZone }).format(new Date(moment));
}

/** '2:05:11 PM' at the practice: start and stop are evidence to the second. */
export function writtenTime(moment: Instant, timeZone: string, language: PdfLanguage): string {
  const form = format(language, { hour: 'numeric', minute: '2-digit', second: '2-digit', timeZone });
  return plainSpaces(form.format(new Date(moment)));
}

/** The narrow no-break spaces of the locale data as ordinary spaces, which copy and wrap well. */
function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

/** Measured seconds as '12 min 31 s'; nothing is rounded. */
export function writtenDuration(seconds: number, language: PdfLanguage): string {
  const words = wordsOf(language);
  const minutes = String(Math.floor(seconds / 60));
  return seconds % 60 === 0
    ? fill(words.minutes, { minutes })
    : fill(words.minutesSeconds, { minutes, seconds: String(seconds % 60) });
}

/** '$1,125.50'. */
export function writtenMoney(amount: Cents): string {
  return `$${dollars(amount).replace(/\B(?=(\d{3})+\.)/g, ',')}`;
}

/** A role of the team in words; one that somebody wrote, such as how a caregiver is related, as it was written. */
export function writtenRole(role: string, language: PdfLanguage): string {
  const roles: Readonly<Record<string, string>> = wordsOf(language).teamRole;
  return roles[role] ?? role;
}

/** '(503) 555-0142'; anything but ten digits stays as it is. */
export function writtenTelephone(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');
}

function writtenPostalCode(code: string): string {
  return code.replace(/^(\d{5})(\d{4})$/, '$1-$2');
}

/** Street and place, each a line. */
export function writtenAddress(address: PostalAddress): string[] {
  return [
    [address.line1, address.line2].filter(Boolean).join(', '),
    `${address.city}, ${address.state} ${writtenPostalCode(address.postalCode)}`,
  ];
}

/** A message whose days of the calendar are written out: 'el 29 sept 2026' instead of 'el 2026-09-29'. */
export function writtenMessage({ id, params }: Message, language: PdfLanguage): Message {
  const written = Object.entries(params).map(([name, value]) => {
    const day = typeof value === 'string' ? parseCalendarDate(value) : undefined;
    return [name, typeof day === 'string' ? writtenDate(day, language) : value] as const;
  });
  return { id, params: Object.fromEntries(written) };
}
