import { englishSyllables, spanishSyllables } from './syllables.ts';

type ReadableLanguage = 'en' | 'es';

/** How hard a text is to read, and what makes it so. */
export interface Readability {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
  /**
   * English: grade of Flesch and Kincaid, where 6 is the sixth year of school and less is easier. Spanish: the score of
   * Fernández Huerta, where 70 to 80 is the sixth year and more is easier.
   */
  readonly value: number;
  /** At about the sixth grade or easier. */
  readonly easy: boolean;
  /** Long words, each once, in the order in which they stand. */
  readonly hardWords: readonly string[];
  readonly longSentences: readonly string[];
}

/** The sixth grade runs up to the seventh. */
const hardestGrade = 6.99;
/** "Algo fácil, 6º grado" begins here: legible.es/blog/lecturabilidad-fernandez-huerta, seen 2026-11-28. */
const hardestScore = 70;

/** A word from so many syllables on may have a shorter one beside it. Ours, and no threshold of the two measures. */
const longWord = { en: 4, es: 5 } satisfies Record<ReadableLanguage, number>;
const longSentence = 20;

/** Undefined where there is not a word. A measure of averages: of a handful of words it says little. */
export function readabilityOf(text: string, language: ReadableLanguage): Readability | undefined {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return undefined;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word, language), 0);
  const counts = { words: words.length, sentences: sentences.length, syllables };
  const value = Math.round(measures[language](counts) * 10) / 10;
  return {
    ...counts,
    value,
    easy: language === 'en' ? value <= hardestGrade : value >= hardestScore,
    hardWords: [...new Set(words.filter((word) => syllablesOf(word, language) >= longWord[language]))],
    longSentences: sentences.filter((sentence) => wordsOf(sentence).length > longSentence),
  };
}

interface Counts {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

const measures: Record<ReadableLanguage, (counts: Counts) => number> = {
  en: fleschKincaidGrade,
  es: fernandezHuertaScore,
};

/** Kincaid, Fishburne, Rogers, Chissom 1975: the grade of school in the United States. */
export function fleschKincaidGrade({ words, sentences, syllables }: Counts): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** Fernández Huerta 1959, in the form that Law corrected in 2011: words for each sentence, not sentences. */
export function fernandezHuertaScore({ words, sentences, syllables }: Counts): number {
  return 206.84 - 60 * (syllables / words) - 1.02 * (words / sentences);
}

/** A line is a sentence too, as an entry of a list is; a point within a number ends none. */
function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…])["”»)]*\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
}

/** Words with their letters; a number counts as a word, a hyphen joins. */
function wordsOf(sentence: string): string[] {
  return sentence.toLowerCase().match(/[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu) ?? [];
}

/** A number is read as it stands, and counts as one. */
function syllablesOf(word: string, language: ReadableLanguage): number {
  return word
    .split(/[-'’]/)
    .filter((part) => part.length > 1 || language === 'es' || /[aeiouy\d]/.test(part))
    .reduce((sum, part) => sum + (/\d/.test(part) ? 1 : partSyllables[language](part)), 0);
}

const partSyllables = { en: englishSyllables, es: spanishSyllables } satisfies Record<
  ReadableLanguage,
  unknown
>;
