import { spellPlainly } from '#domain/claim/claim-spelling.ts';

/**
 * Whether two spellings can be one first name: without accents, hyphens and spaces; an initial, a name cut short by the
 * payer, one of several names. Nicknames cannot be known. Two names that have one word in common and one apart, as
 * sisters often have, are different; a name that is not there says nothing.
 */
export function isSameFirstName(one: string, other: string): boolean {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  if (first.length === 0 || second.length === 0) return true;
  const [fewer, more] = first.length <= second.length ? [first, second] : [second, first];
  if (fewer.join('') === more.join('')) return true;
  // ANNEMARIE cut short, and what begins as the first of several names.
  if (fewer.length === 1 && begins(fewer.join(''), more.join(''))) return true;
  return fewer.every((word) => more.some((each) => begins(word, each)));
}

/** One of them begins with the other. */
function begins(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function wordsOf(name: string): readonly string[] {
  return spellPlainly(name)
    .split(/[^\p{Letter}\p{Number}']+/u)
    .map((word) => word.replaceAll("'", ''))
    .filter((word) => word !== '');
}
