/** Where a text goes on to another question: after a mark, or at an "and" before a word that asks. */
const nextQuestion =
  /[?;]\s*|,?\s(?:and|y|e)\s(?=(?:what|which|how|when|who|if|is|are|does|do|will|can|may|si|qu[eé]|cu[aá]\p{L}+|c[oó]mo|qui[eé]n|es|puedo|puede)(?!\p{L}))/iu;

/** The questions that a text is made of, as written or in plain words; one where it asks once. */
export function clausesOf(text: string): readonly string[] {
  return text.split(nextQuestion).filter((clause) => /\p{L}/u.test(clause));
}
