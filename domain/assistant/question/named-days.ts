import { calendarDate, parseCalendarDate, type CalendarDate } from '../../kernel/calendar-date.ts';

/** Days that a question names: one day, or all days of a month or a year. */
export interface NamedDays {
  readonly from: CalendarDate;
  readonly through: CalendarDate;
  /** How the question wrote it, so that its numbers are not taken for codes. */
  readonly written: string;
}

const months: readonly (readonly string[])[] = [
  ['january', 'jan', 'enero'],
  ['february', 'feb', 'febrero'],
  ['march', 'mar', 'marzo'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'mayo'],
  ['june', 'jun', 'junio'],
  ['july', 'jul', 'julio'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sept', 'sep', 'septiembre', 'setiembre'],
  ['october', 'oct', 'octubre'],
  ['november', 'nov', 'noviembre'],
  ['december', 'dec', 'diciembre', 'dic'],
];
const monthName = months.flat().join('|');

const dayForms: readonly { readonly form: RegExp; readonly order: readonly ('y' | 'm' | 'd')[] }[] = [
  { form: /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/, order: ['y', 'm', 'd'] },
  // Month first, as the country of these payers writes it.
  { form: /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/, order: ['m', 'd', 'y'] },
  {
    form: new RegExp(`\\b(${monthName})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (?:of |de |del )?(\\d{4})\\b`),
    order: ['m', 'd', 'y'],
  },
  {
    form: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of |de )?(${monthName})\\.?,? (?:of |de |del )?(\\d{4})\\b`,
    ),
    order: ['d', 'm', 'y'],
  },
];
const monthForm = new RegExp(`\\b(${monthName})\\.?,? (?:of |de |del )?(\\d{4})\\b`);
const yearForm = /\b(?:in|during|for|since|en|durante|el ano|the year|year|of|de)\s+((?:19|20)\d{2})\b/;

/** A day that plain text names and the calendar does not have, as it was written: 2020-02-30. */
export function impossibleDay(text: string): string | undefined {
  for (const { form, order } of dayForms) {
    const match = form.exec(text);
    if (match && dayOf(match, order) === undefined) return match[0];
  }
  return undefined;
}

function dayOf(match: RegExpExecArray, order: readonly ('y' | 'm' | 'd')[]): CalendarDate | undefined {
  const part = (name: 'y' | 'm' | 'd') => match[order.indexOf(name) + 1] ?? '';
  const day = parseCalendarDate(`${part('y')}-${two(monthNumber(part('m')))}-${two(Number(part('d')))}`);
  return typeof day === 'string' ? day : undefined;
}

/** The days that plain text names, or undefined; a day that the calendar does not have is none. */
export function namedDays(text: string): NamedDays | undefined {
  for (const { form, order } of dayForms) {
    const match = form.exec(text);
    if (!match) continue;
    const day = dayOf(match, order);
    if (day !== undefined) return { from: day, through: day, written: match[0] };
  }
  const month = monthForm.exec(text);
  if (month) return daysOfMonth(month[2] ?? '', monthNumber(month[1] ?? ''), month[0]);
  const year = yearForm.exec(text)?.[1];
  if (year === undefined) return undefined;
  return { from: calendarDate(`${year}-01-01`), through: calendarDate(`${year}-12-31`), written: year };
}

function daysOfMonth(year: string, month: number, written: string): NamedDays {
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return {
    from: calendarDate(`${year}-${two(month)}-01`),
    through: calendarDate(`${year}-${two(month)}-${two(last)}`),
    written,
  };
}

function monthNumber(text: string): number {
  const named = months.findIndex((names) => names.includes(text));
  return named >= 0 ? named + 1 : Number(text);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
