import type { Json } from '#domain/kernel/canonical-json.ts';

/** Characters that shape their neighbors and need no glyph: joiners, direction marks, variation selectors. */
const needNoGlyph = /^[\n\u200c-\u200f\ufe00-\ufe0f]$/u;

/** Characters that turn or hide text: a reader must see that they are there. */
const deceptive = /^[\u202a-\u202e\u2066-\u2069\ufeff]$/u;

/**
 * The same value with every character that the fonts cannot print written as its code point, such as [U+6F22]:
 * a blank box in evidence would be a character lost. Keys are left alone.
 */
export function printable(value: Json, covered: (point: number) => boolean): Json {
  if (typeof value === 'string') return printableText(value, covered);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => printable(item, covered));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printable(item, covered)]));
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

function printableText(text: string, covered: (point: number) => boolean): string {
  let printed = '';
  for (const character of text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll('\t', '    ')) {
    const point = character.codePointAt(0) ?? 0;
    const keep = !deceptive.test(character) && (needNoGlyph.test(character) || covered(point));
    printed += keep ? character : `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return printed;
}
