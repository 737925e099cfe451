import { fieldTerms } from './field-terms.ts';
import { allWordsOf, wordsOf } from './words.ts';

export interface ExpandedQuery {
  /** What was asked, as words. */
  readonly own: readonly string[];
  /** What means the same in the field, in either language. */
  readonly besides: readonly string[];
}

interface Expression {
  readonly words: readonly string[];
  readonly row: number;
}

/** Expressions by their first word. */
const expressions = new Map<string, Expression[]>();
fieldTerms.forEach((row, index) => {
  for (const term of row) {
    const words = allWordsOf(term);
    const [first = ''] = words;
    expressions.set(first, [...(expressions.get(first) ?? []), { words, row: index }]);
  }
});

/** Adds to a question what its abbreviations and words mean in the field. */
export function expandQuery(query: string): ExpandedQuery {
  const all = allWordsOf(query);
  const rows = new Set(
    all.flatMap((first, start) =>
      (expressions.get(first) ?? [])
        .filter(({ words }) => words.every((word, offset) => all[start + offset] === word))
        .filter(({ words }) => words.length > 1 || isMeant(first, query))
        .map(({ row }) => row),
    ),
  );
  const own = wordsOf(query);
  const besides = [...rows].flatMap((row) => fieldTerms[row] ?? []).flatMap(wordsOf);
  return { own, besides: [...new Set(besides)].filter((word) => !own.includes(word)) };
}

/** "OR" is the operating room where it stands out in capitals; otherwise it is the word "or". */
function isMeant(word: string, query: string): boolean {
  if (word !== 'or') return true;
  return /\bOR\b/.test(query) && query !== query.toUpperCase();
}
