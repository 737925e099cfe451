import { type Delimiters, listed } from './delimiters.ts';

/**
 * X12 names two sets of characters. Basic: capitals, digits, space and common punctuation. Extended: basic,
 * small letters and more punctuation. Small letters are never written: some receivers reject them
 * (standards-facts, short list).
 */
export type CharacterSet = 'basic' | 'extended';

const basic = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !"&\'()*+,-./:;?=';
const extendedPunctuation = '%~@[]_{}\\|<>#$^`';

/** The characters that may stand in data: the set less the delimiters of the interchange. */
export function dataCharacters(set: CharacterSet, delimiters: Delimiters): ReadonlySet<string> {
  const all = new Set(set === 'basic' ? basic : basic + extendedPunctuation);
  for (const delimiter of listed(delimiters)) all.delete(delimiter);
  return all;
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u02bc\u00b4]/g, "'"],
  [/[\u201c\u201d\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u2026/g, '.'],
  [/\u00df/g, 'SS'],
  [/[\u00c6\u00e6]/g, 'AE'],
  [/[\u0152\u0153]/g, 'OE'],
  [/[\u00d8\u00f8]/g, 'O'],
  [/[\u0141\u0142]/g, 'L'],
  [/[\u00d0\u00f0\u0110\u0111]/g, 'D'],
  [/[\u00de\u00fe]/g, 'TH'],
];

/** Capitals without diacritics, plain punctuation, single spaces: 'Núñez–Öz' becomes 'NUNEZ-OZ'. */
export function spellPlainly(text: string): string {
  let plain = text;
  for (const [pattern, spelling] of spellings) plain = plain.replace(pattern, spelling);
  return plain
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .trim();
}
