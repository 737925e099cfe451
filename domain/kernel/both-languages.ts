import { Type, type Static } from 'typebox';
import { FilledTextSchema } from './schema.ts';

/** The languages of the product; what the rulebook says to people stands in all of them. */
export const locales = ['en', 'es'] as const;
export type Locale = (typeof locales)[number];

/** A text that is written in every language; the reader's is chosen where it is read. `longest` in characters of one. */
export function inBothLanguages(longest: number) {
  return Type.Object(
    { en: FilledTextSchema(longest), es: FilledTextSchema(longest) },
    { additionalProperties: false },
  );
}
export type BothLanguages = Static<ReturnType<typeof inBothLanguages>>;
