/** Words that say nothing of what is looked for. */
const empty = new Set(
  (
    'a an and any are as at be been by can could did do does for from had has have how i if in into is it its may me ' +
    'must my of on one or our should so that the their them there they this to was we were what when where which who ' +
    'will with would you your ' +
    'al como con cual cuales cuando de del el ella en entre es esa ese eso esta este esto fue ha hay la las le les lo ' +
    'los me mi mis no o para pero por puede puedo que quien se si sin son su sus un una unas uno unos y ya yo'
  ).split(' '),
);

/** The words of a text as they are compared: lower case, without accents, codes in one spelling, singular. */
export function wordsOf(text: string): readonly string[] {
  return allWordsOf(text).filter((word) => !empty.has(word));
}

/** With the empty words, which count inside a fixed expression such as "how often". */
export function allWordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      // "d-9992", "D 9992" and a bare "9992" are the code that somebody has in mind.
      .replaceAll(/\b(?:d[\s-]?)?(\d{4})\b/g, (written, digits: string) =>
        /^d/.test(written) || /^[09]/.test(digits) ? `d${digits}` : written,
      )
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
      .map(singular)
  );
}

/** English and Spanish plurals, roughly: both sides of a comparison are treated alike. */
function singular(word: string): string {
  if (word.length <= 4 || /\d/.test(word) || word.endsWith('ss')) return word;
  if (/(ones|ores|ales|ades)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
