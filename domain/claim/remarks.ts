import { spellProse } from './claim-spelling.ts';

/** An 837D carries five notes of 80 characters (NTE*ADD, field-facts 3.2); the paper form has no more room. */
export const remarkCount = 5;
export const remarkLength = 80;

/** One sentence in its wordings, the fullest first. */
export type Wordings = readonly string[];

/**
 * As many sentences as fit into the remarks, most important first, each in the fullest wording that leaves it
 * room; a sentence that fits in no wording is left out whole, and later ones may still fit.
 */
export function fitRemarks(sentences: readonly Wordings[]): readonly string[] {
  let kept: readonly string[] = [];
  for (const wordings of sentences) {
    const fitting = wordings.find((wording) => wrap([...kept, wording].join(' ')).length <= remarkCount);
    if (fitting !== undefined) kept = [...kept, fitting];
  }
  return wrap(kept.join(' '));
}

/** Breaks text between words into pieces of at most 80 characters; a longer word is cut. */
function wrap(text: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const word of text.split(/\s+/).filter(isWritable).flatMap(cutLong)) {
    const longer = piece === '' ? word : `${piece} ${word}`;
    if (writtenLength(longer) <= remarkLength) piece = longer;
    else {
      pieces.push(piece);
      piece = word;
    }
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** Letters that a claim does not have are spelled out there: 'ß' takes two places. */
function writtenLength(text: string): number {
  return Math.max(text.length, spellProse(text).length);
}

/** A word of which a claim can write nothing would leave an empty remark. */
function isWritable(word: string): boolean {
  return spellProse(word) !== '';
}

function cutLong(word: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word)
    if (writtenLength(piece + character) <= remarkLength) piece += character;
    else {
      pieces.push(piece);
      piece = character;
    }
  return [...pieces, piece].filter(isWritable);
}
