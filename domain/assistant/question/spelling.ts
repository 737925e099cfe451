import { languageOf } from './language.ts';
import { isOrdinaryWord } from './ordinary-words.ts';
import { plain } from './plain-words.ts';

/** What people write for short, as the words of the lexicon. Both languages; the longer form is what is looked up. */
const shortForms: Readonly<Record<string, string>> = {
  pt: 'patient',
  pts: 'patients',
  'w/': 'with',
  'w/o': 'without',
  appt: 'appointment',
  appts: 'appointments',
  anticoag: 'anticoagulant',
  ext: 'extraction',
  exts: 'extractions',
  consult: 'consultation',
  doc: 'document',
  docs: 'document',
  documentation: 'document',
  auth: 'authorization',
  preauth: 'preauthorization',
  ins: 'insurance',
  freq: 'frequency',
  min: 'minutes',
  mins: 'minutes',
  diff: 'difference',
  btwn: 'between',
  wat: 'what',
  wich: 'which',
  hav: 'have',
  u: 'you',
  r: 'are',
  '4': 'for',
  pcp: 'physician pcp',
  md: 'physician',
  np: 'physician',
  oms: 'oral surgeon',
  os: 'oral surgeon',
  perio: 'periodontist',
  ortho: 'orthodontist',
  endo: 'endodontist',
  pedo: 'pediatric dentist',
  prostho: 'prosthodontist',
  gp: 'general dentist',
  srp: 'periodontist srp',
  cob: 'two payers cob',
  eob: 'explanation of benefits eob',
  chw: 'community health worker chw',
  rdh: 'hygienist',
  snf: 'nursing facility snf',
  fqhc: 'encounter rate fqhc',
  mi: 'motivational interviewing',
  tx: 'treatment',
  dx: 'diagnosis',
  pos: 'place of service',
  dos: 'date of service',
  poa: 'power of attorney',
  ga: 'general anesthesia',
  q: 'que',
  ke: 'que',
  k: 'que',
  ay: 'hay',
  xq: 'porque',
  pa: 'para',
  medicade: 'medicaid',
  medicad: 'medicaid',
};

/** Short forms of the other language that are words of this one: "mi paciente", "dos veces"; "a PA for it". */
const wordsOfSpanish: ReadonlySet<string> = new Set(['mi', 'dos', 'os', 'u']);
const wordsOfEnglish: ReadonlySet<string> = new Set(['pa', 'q', 'k', 'ay', 'ke']);

/**
 * Reads words that are misspelt as words of the lexicon: one letter off in words from five letters on, two from
 * eight letters on. A word that the guide itself uses, and an everyday one, is spelt right, whatever it resembles.
 */
export function spellingOf(
  lexicon: readonly string[],
  alsoRight: ReadonlySet<string>,
): (word: string) => string {
  const right = new Set(lexicon);
  const bySound = new Map([...right].toReversed().map((word) => [spanishSound(word), word]));
  const byLength = Map.groupBy(
    [...right].filter((word) => word.length >= 4),
    (word) => word.length,
  );
  const seen = new Map<string, string>();
  const look = (word: string): string => {
    const short = Object.hasOwn(shortForms, word) ? shortForms[word] : undefined;
    if (short !== undefined) return short;
    if (word.length < 4 || !/^\p{L}+$/u.test(word) || right.has(word) || alsoRight.has(word)) return word;
    if (isOrdinaryWord(word)) return word;
    const alike = bySound.get(spanishSound(word));
    if (alike !== undefined) return alike;
    if (word.length < 5) return word;
    const allowed = word.length >= 8 ? 2 : 1;
    let best = word;
    let bestDistance = allowed + 1;
    for (let length = word.length - allowed; length <= word.length + allowed; length += 1)
      for (const candidate of byLength.get(length) ?? []) {
        if (candidate[0] !== word[0] && candidate[1] !== word[1]) continue;
        const distance = editDistance(word, candidate, bestDistance);
        if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
      }
    return best;
  };
  return (word) => {
    const known = seen.get(word);
    if (known !== undefined) return known;
    const read = look(word);
    // A question is short; the memory of past words is cut before it could grow with hostile input.
    if (seen.size > 5000) seen.clear();
    seen.set(word, read);
    return read;
  };
}

/** Letters that Spanish speaks alike, as one: "bino" is "vino" and "sita" is "cita", however far apart they are written. */
function spanishSound(word: string): string {
  return word
    .replaceAll(/h/gu, '')
    .replaceAll(/v/gu, 'b')
    .replaceAll(/z|c(?=[ei])/gu, 's')
    .replaceAll(/qu(?=[ei])|c/gu, 'k')
    .replaceAll(/ll/gu, 'y')
    .replaceAll(/g(?=[ei])/gu, 'j')
    .replaceAll(/(\p{L})\1/gu, '$1');
}

/** Letters to insert, remove, replace or swap; stops counting at `enough`. */
function editDistance(one: string, other: string, enough: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
    }
    if (Math.min(...current) >= enough) return enough;
    [beforeLast, last] = [last, current];
  }
  return at(last, other.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/** "Dose" where no dose can stand is "does" misspelt: no article before it, and something else than its measure after. */
const does =
  /(?<!\b(?:a|an|the|right|safe|max|maximum|usual|correct|single|daily|adult|child|pediatric|proper|normal|his|her|this|total|first|last|per|of) )\b(?:dose|dose's|doess|deos|doees)\b(?= \S)(?! (?:of|for|should|is|are|can|may|would|in|to|per|and|or|do|does|range|limit)\b)/gu;

/** The question in plain words, each read by the spelling; codes and numbers stay as they are. */
export function spelled(text: string, read: (word: string) => string): string {
  const language = languageOf(text);
  const words = language === 'es' ? wordsOfSpanish : language === 'en' ? wordsOfEnglish : undefined;
  const readHere = (word: string) => (words?.has(word) ? word : read(word));
  return plain(text)
    .replaceAll(does, 'does')
    .split(/(\s+|[^\p{L}\d/'$-]+)/u)
    .map((part) =>
      /[\p{L}\d]/u.test(part)
        ? part
            .split(/(?<=\p{L})-(?=\p{L})/u)
            .map(readHere)
            .join(' ')
        : part,
    )
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
