import { parseCalendarDate, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { Refused } from '../api/client.ts';

/**
 * What a person typed, read by the domain's own parsers before it is sent: a refusal is thrown with the place of its
 * field (`at`), and the form shows it there.
 */
export function read<Value>(
  parse: (text: string) => Value | Refusal,
  text: string,
  at: string,
): Exclude<Value, Refusal> {
  const value = parse(text);
  // That nothing was typed is said as such, and not as a word that cannot be read.
  if (isRefusal(value)) throw new Refused({ ...(text.trim() === '' ? refuse('field/empty') : value), at });
  return value as Exclude<Value, Refusal>;
}

/** The same for a field that may stay empty. */
export function readOptional<Value>(
  parse: (text: string) => Value | Refusal,
  text: string,
  at: string,
): Exclude<Value, Refusal> | undefined {
  return text.trim() === '' ? undefined : read(parse, text, at);
}

export function readText(text: string, at: string): string {
  const trimmed = text.trim();
  if (trimmed !== '') return trimmed;
  throw new Refused(refuse('field/empty', {}, at));
}

export function readDate(text: string, at: string): CalendarDate {
  return read(parseCalendarDate, text.trim(), at);
}

export function readOptionalDate(text: string, at: string): CalendarDate | undefined {
  return readOptional(parseCalendarDate, text, at);
}

/** One of a closed list. */
export function readWord<Word extends string>(words: readonly Word[], text: string, at: string): Word {
  const word = words.find((known) => known === text);
  if (word !== undefined) return word;
  throw new Refused(refuse('field/choice', {}, at));
}

/** Digits only: '(555) 010-2030' -> '5550102030'. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out what is undefined, as the schemas ask of optional fields. */
export function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Present<T>;
}

/** '' -> undefined, for optional texts. */
export function optional(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed;
}
