import { type CharacterSet, dataCharacters, spellExactly, spellProse } from '#domain/claim/claim-spelling.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import { type Cents, dollars } from '#domain/kernel/money.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { type Delimiters, listed } from './delimiters.ts';

/** `at` says where in our record the value comes from: 'payer.name'. Lengths are those of the element. */
export interface ElementForm {
  readonly at: string;
  readonly shortest?: number;
  readonly longest: number;
}

/**
 * Turns values of ours into data elements and collects every refusal, so that all can be told at once; a
 * refused value is written as ''.
 */
export interface ElementWriter {
  readonly refusals: readonly Refusal[];
  refuse(refusal: Refusal): void;
  /** Identifiers and names: a character that cannot be written is refused, since dropping it changes who is meant. */
  exact(value: string, form: ElementForm): string;
  /** Free text and street addresses: a character that cannot be written becomes a space. */
  prose(value: string, form: ElementForm): string;
}

export function createElementWriter(set: CharacterSet, delimiters: Delimiters): ElementWriter {
  const allowed = dataCharacters(set, listed(delimiters));
  const refusals: Refusal[] = [];
  function fitting(text: string, form: ElementForm): string {
    const shortest = form.shortest ?? 1;
    if (text.length >= shortest && text.length <= form.longest) return text;
    refusals.push(wrongLength(text, shortest, form));
    return '';
  }
  return {
    refusals,
    refuse: (refusal) => void refusals.push(refusal),
    exact(value, form) {
      const { text, strange } = spellExactly(value, allowed);
      if (strange.length === 0) return fitting(text, form);
      refusals.push(strangeCharacters(value, strange, form));
      return '';
    },
    prose(value, form) {
      return fitting(spellProse(value, allowed), form);
    },
  };
}

function wrongLength(text: string, shortest: number, form: ElementForm): Refusal {
  return text === ''
    ? refuse('x12/value-missing', { at: form.at }, form.at)
    : refuse(
        'x12/value-length',
        { text, at: form.at, length: text.length, shortest, longest: form.longest },
        form.at,
      );
}

function strangeCharacters(value: string, strange: readonly string[], form: ElementForm): Refusal {
  return refuse(
    'x12/characters',
    { value, at: form.at, characters: strange.map((one) => `"${one}"`) },
    form.at,
  );
}

/** '2026-03-05' -> '20260305' (D8). */
export function d8(date: CalendarDate): string {
  return date.replaceAll('-', '');
}

/** Dollars without trailing zeros: 5000 -> '50', 5050 -> '50.5'. */
export function amount(value: Cents): string {
  return dollars(value).replace(/\.?0+$/, '');
}
