import { serviceGroupNamed } from '#domain/coverage/service-group.ts';
import { categoryOfCodes } from '#domain/estimate/code-category.ts';

/** What fills the gaps of a text. */
export type Params = Readonly<Record<string, string | number>>;

const range = /^D\d{4}-D\d{4}$/;

/**
 * Fills a text whose values may be the codes of a whole category ("D1000-D1999") or group: nobody reads those aloud, so they
 * are said in words, at the head of the text with a capital. For the screens as for print.
 */
export function sayCategories(
  params: Params,
  wordsOf: (id: string) => string | undefined,
  fill: (params: Params) => string,
): string {
  const said = new Map<string, string>();
  for (const [name, value] of Object.entries(params)) {
    const words = categoryWords(value, wordsOf);
    if (words !== undefined) said.set(name, words);
  }
  if (said.size === 0) return fill(params);
  const text = fill({ ...params, ...Object.fromEntries(said) });
  return [...said.values()].some((words) => text.startsWith(words)) ? capitalized(text) : text;
}

/** Undefined where the value is no category's codes, and no group's that payers have a word for. */
export function categoryWords(
  value: string | number,
  wordsOf: (id: string) => string | undefined,
): string | undefined {
  if (typeof value !== 'string') return undefined;
  const group = serviceGroupNamed(value);
  if (group !== undefined) return wordsOf(`codeGroup.${group}`);
  if (!range.test(value)) return undefined;
  const category = categoryOfCodes(value);
  return category === undefined ? undefined : wordsOf(`codeCategory.${category}`);
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
