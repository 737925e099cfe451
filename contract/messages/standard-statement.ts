import { locales, type BothLanguages } from '#domain/kernel/both-languages.ts';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };

/** What the forms propose to sign. */
const proposed = {
  attest: { en: en.web.attest.statement, es: es.web.attest.statement },
  plan: { en: en.web.plan.statement, es: es.web.plan.statement },
} satisfies Record<string, BothLanguages>;
export type Signs = keyof typeof proposed;

/**
 * What signed words say in each language, where they are those that the form proposes: they stay as they were signed, and
 * what they say stands beside them in the reader's. Undefined where the signer chose words of their own.
 */
export function standardStatement(signs: Signs, statement: string): BothLanguages | undefined {
  const words = proposed[signs];
  return locales.some((locale) => words[locale] === statement) ? words : undefined;
}
