/**
 * How text is spelled on an electronic claim, which knows capitals, digits and plain punctuation only
 * (standards-facts, short list). The readiness checks and the writer of the 837D spell by this one file, so that
 * what is ready can be written.
 */

/** The four characters that structure a claim; X12 has no escape, so none of them may stand in data. */
export const claimDelimiters = { element: '*', repetition: '^', component: ':', segment: '~' } as const;

/**
 * X12 names two sets of characters. Basic: capitals, digits, space and common punctuation. Extended: basic,
 * small letters and more punctuation. Small letters are never written: some receivers reject them.
 */
export type CharacterSet = 'basic' | 'extended';

const basic = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !"&\'()*+,-./:;?=';
const extendedPunctuation = '%~@[]_{}\\|<>#$^`';

/** The characters that may stand in data: the set less the delimiters. */
export function dataCharacters(set: CharacterSet, delimiters: readonly string[]): ReadonlySet<string> {
  const all = new Set(set === 'basic' ? basic : basic + extendedPunctuation);
  for (const delimiter of delimiters) all.delete(delimiter);
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

export interface Spelled {
  /** As it is written; empty where nothing of it can be. */
  readonly text: string;
  /** Characters that have no place in a claim, each once. */
  readonly strange: readonly string[];
}

/** Identifiers and names: dropping a character would change who is meant, so it is told instead. */
export function spellExactly(value: string, allowed: ReadonlySet<string> = claimCharacters): Spelled {
  const text = spellPlainly(value);
  return { text, strange: [...new Set([...text].filter((character) => !allowed.has(character)))] };
}

/** Free text and street addresses: a character that cannot be written becomes a space. */
export function spellProse(value: string, allowed: ReadonlySet<string> = claimCharacters): string {
  const text = [...spellPlainly(value)].map((character) => (allowed.has(character) ? character : ' '));
  return text.join('').replace(/ +/g, ' ').trim();
}

const claimCharacters = dataCharacters('extended', Object.values(claimDelimiters));
