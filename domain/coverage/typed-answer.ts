import { parseCalendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { parseDollars, type Cents } from '../kernel/money.ts';
import { parseProcedureCode, type ProcedureCode } from '../kernel/procedure-code.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import { endsFirst } from './ends-first.ts';

/** The fields of one question as they were typed, by name; a name that is absent was not touched. */
export type TypedAnswer = Readonly<Record<string, string>>;

/** The representative was asked and did not say. */
export const silent: TypedAnswer = { silent: 'yes' };

export function isSilent(typed: TypedAnswer | undefined): boolean {
  return typed?.['silent'] === 'yes';
}

export function isTyped(typed: TypedAnswer | undefined): typed is TypedAnswer {
  return typed !== undefined && !isSilent(typed) && Object.values(typed).some((value) => value.trim() !== '');
}

/** Reads a whole number from `least` through `most`. */
export function wholeNumber(least: number, most: number): (text: string) => number | Refusal {
  return (text) => {
    const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : NaN;
    return value >= least && value <= most ? value : refuse('call/number', { text, least, most });
  };
}

/** Reads the fields of one question one by one; the first that cannot be read is kept as `refusal`, with its place. */
export class AnswerReader {
  #refusal: Refusal | undefined;
  readonly #typed: TypedAnswer;
  readonly #at: string;

  /** `at` is the place that the names of fields stand under. */
  constructor(at: string, typed: TypedAnswer) {
    this.#typed = typed;
    this.#at = at;
  }

  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  text(name: string): string | undefined {
    const text = (this.#typed[name] ?? '').trim();
    return text === '' ? undefined : text;
  }

  money(name: string): Cents | undefined {
    return this.#read(parseDollars, name);
  }

  date(name: string): CalendarDate | undefined {
    return this.#read(parseCalendarDate, name);
  }

  code(name: string): ProcedureCode | undefined {
    return this.#read(parseProcedureCode, name);
  }

  word<Word extends string>(words: readonly Word[], name: string): Word | undefined {
    return this.#read((text) => words.find((word) => word === text) ?? refuse('field/choice'), name);
  }

  /** A whole number from `least` through `most`. */
  whole(name: string, least: number, most: number): number | undefined {
    return this.#read(wholeNumber(least, most), name);
  }

  /** Two days of which the second may not lie before the first. */
  period(from: string, through: string): { readonly from?: CalendarDate; readonly through?: CalendarDate } {
    const [first, last] = [this.date(from), this.date(through)];
    const period = { ...(first && { from: first }), ...(last && { through: last }) };
    if (endsFirst(period))
      this.#fail(refuse('call/backwards', { from: period.from, through: period.through }), through);
    return period;
  }

  /** Not to be left out, where the rest of the answer needs it. */
  needed<Value>(value: Value | undefined, name: string): Value | undefined {
    if (value === undefined) this.#fail(refuse('call/needed'), name);
    return value;
  }

  #read<Value>(parse: (text: string) => Value | Refusal, name: string): Value | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = parse(text);
    if (!isRefusal(value)) return value;
    this.#fail(value, name);
    return undefined;
  }

  #fail(refusal: Refusal, name: string): void {
    this.#refusal ??= { ...refusal, at: `${this.#at}/${name}` };
  }
}
