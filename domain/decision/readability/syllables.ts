/** Words that the rules below get wrong and that stand on our pages or in a dentist's mouth often. */
const englishExceptions: Readonly<Record<string, number>> = {
  area: 3,
  being: 2,
  business: 2,
  doing: 2,
  every: 2,
  everything: 3,
  going: 2,
  idea: 3,
  people: 2,
  seeing: 2,
  someone: 2,
  sometimes: 2,
  something: 2,
};

/** Syllables of an English word in small letters, by rule: exact for most words, a count for a measure of averages. */
export function englishSyllables(word: string): number {
  const letters = word.replace(/[^a-z]/g, '');
  const known = englishExceptions[letters];
  if (known !== undefined) return known;
  const spoken = letters
    .replace(/(?:[^laeiouy]|[aeiouy]l)e$/, (end) => end.slice(0, -1))
    .replace(/([^td])ed$/, '$1')
    .replace(/([^sxzcg]|[^cs]h)es$/, '$1');
  const runs = spoken.match(/[aeiouy]+/g)?.length ?? 0;
  // Two vowels that are spoken apart: "period", "being", "reality"; but "nation", "patient", "familiar".
  const apart =
    spoken.match(/[^tscglx]i[ao]|eo(?!n|u)|[aeiouy]ing$|[^q]ua[lt]|ie[nt](?<![tcs]ie[nt])|creat(?!u)/g)
      ?.length ?? 0;
  return Math.max(1, runs + apart);
}

/**
 * Syllables of a Spanish word in small letters. Spelling says them: a, e, o and written í, ú are a syllable each; i, u
 * and y at the end join what is beside them.
 */
export function spanishSyllables(word: string): number {
  const spoken = word
    .replace(/([gq])u(?=[eéií])/g, '$1')
    .replace(/y(?![aeiouáéíóúü])/g, 'i')
    .replaceAll('ü', 'u');
  const runs = spoken.match(/[aeiouáéíóú]+/g) ?? [];
  const inRuns = runs.reduce((sum, run) => sum + Math.max(1, run.match(/[aeoáéíóú]/g)?.length ?? 0), 0);
  return Math.max(1, inRuns);
}
