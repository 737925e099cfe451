import { sayCategories, type Params } from './say-categories.ts';

/**
 * A text in words, for server, print and command line as for the screens: gaps are filled, a number chooses its form
 * ('…_one', '…_other'), and a text with several numbers names each with its noun: `$t(number.day, {"count": {{days}}})`.
 * i18next reads the same texts in the same way; a test compares the two. Undefined where there is no text of that id.
 */
export function sayText(texts: object, language: string, id: string, params: Params): string | undefined {
  const text = pluralOf(texts, language, id, params['count']) ?? textAt(texts, id);
  if (typeof text !== 'string') return undefined;
  const wordsOf = (category: string) => sayText(texts, language, category, {});
  return sayCategories(params, wordsOf, (values) => nested(texts, language, filled(text, values)));
}

function filled(text: string, params: Params): string {
  return text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}

function nested(texts: object, language: string, text: string): string {
  return text.replaceAll(
    /\$t\(([\w.-]+)(?:, \{"count": (\d+)\})?\)/g,
    (whole, id: string, count?: string) => {
      return sayText(texts, language, id, count === undefined ? {} : { count: Number(count) }) ?? whole;
    },
  );
}

const plurals = new Map<string, Intl.PluralRules>();

function pluralOf(texts: object, language: string, id: string, count: string | number | undefined): unknown {
  if (typeof count !== 'number') return undefined;
  const rules = plurals.get(language) ?? new Intl.PluralRules(language);
  plurals.set(language, rules);
  return textAt(texts, `${id}_${rules.select(count)}`);
}

/** A name may hold dots itself, as that of an event does. */
function textAt(texts: unknown, id: string): unknown {
  const dot = id.indexOf('.');
  if (dot === -1) return memberOf(texts, id);
  const below = memberOf(texts, id.slice(0, dot));
  return (below === undefined ? undefined : textAt(below, id.slice(dot + 1))) ?? memberOf(texts, id);
}

function memberOf(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null
    ? Object.entries(node).find(([key]) => key === name)?.[1]
    : undefined;
}
