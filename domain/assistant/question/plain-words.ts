/** Lower case without accents: how questions and the words that they are compared with are written. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[’‘`´]/g, "'");
}

/**
 * A phrase as a pattern over plain text: `*` stands for the rest of a word, `..` for up to four words between,
 * a space for a space. `document*`, `can .. hygienist`.
 */
function patternOf(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) =>
      word === '..' ? '(?:\\S+\\s+){0,4}?' : `${escaped(word).replaceAll('\\*', '[\\p{L}]*')}\\s+`,
    )
    .join('')
    .replace(/\\s\+$/, '');
}

/** A text as a pattern of itself. */
export function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** One pattern that finds any of the phrases as whole words. */
export function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${phrases.map(patternOf).join('|')})(?![\\p{L}\\d])`, 'u');
}

/** The words that a list of phrases is made of, for the spelling. */
export function wordsOf(phrases: readonly string[]): readonly string[] {
  return phrases.flatMap((phrase) =>
    phrase
      .split(' ')
      .map((word) => word.replaceAll('*', ''))
      .filter((word) => /^\p{L}{4,}$/u.test(word)),
  );
}

/** Phrases written as one text, with commas between them: a lexicon reads better in lines than in rows of quotes. */
export function phraseList(text: string): readonly string[] {
  return text.split(',').map((phrase) => phrase.trim().replaceAll(/\s+/g, ' '));
}
