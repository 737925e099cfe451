import type { Rulebook, RulebookPayer } from '../../rulebook/rulebook.ts';
import { anyOf, phraseList, plain, wordsOf } from './plain-words.ts';

/** Who is asked to pay: one that the rulebook has, or one that is only named. */
export type NamedPayer =
  | { readonly kind: 'of-the-rulebook'; readonly payer: RulebookPayer }
  | { readonly kind: 'elsewhere'; readonly name: string };

/** How people call the payers of the rulebook, besides by their names. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  'washington-apple-health': phraseList(`
    apple health, washington medicaid, washington state medicaid, medicaid of washington, medicaid in
    washington, medicaid de washington, wa medicaid, wa apple health, wa hca, hca, health care
    authority, washington hca, medicaid wa, washington state
  `),
  'south-carolina-healthy-connections': phraseList(`
    healthy connections, south carolina medicaid, medicaid of south carolina, medicaid in south
    carolina, medicaid de carolina del sur, medicaid de south carolina, carolina del sur, sc medicaid,
    scdhhs, sc healthy connections, south carolina
  `),
  medicare: ['medicare', 'medicare part b', 'medicare advantage'],
  'bright-harbor-dental-plan': ['bright harbor', 'bright harbor dental'],
  'lakeshore-mutual-dental': ['lakeshore mutual', 'lakeshore'],
};

/** Payers that people ask about and that the rulebook says nothing about: named, so that the answer is not known. */
const elsewhere: readonly string[] = phraseList(`
    delta dental, delta, medi cal dental, medi cal, medi-cal dental, medi-cal, medical dental,
    denti-cal, denti cal, aetna, cigna, metlife, guardian life, guardian dental, unitedhealthcare,
    united healthcare, united concordia, uhc, humana, anthem, ameritas, principal dental, sun life,
    dentaquest, mcna, liberty dental, envolve, blue cross blue shield, blue cross, blue shield, bcbs,
    kaiser, tricare, geha, masshealth, mainecare, tenncare, badgercare, peach state, triple-s, chip,
    veterans affairs, medicaid
  `);
const states =
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming'.split(
    ' ',
  );
const twoWordStates = phraseList(`
    new york, new jersey, new mexico, new hampshire, north carolina, north dakota, south dakota, rhode
    island, west virginia, puerto rico, nueva york
  `);
const stateProgram = new RegExp(
  `\\b(?:(${[...states, ...twoWordStates, ...'al ak az ar ca co ct fl ga il ky la md mi mn ms mo mt nc nd ne nh nj nm nv ny oh ok pa ri sd tn tx ut va vt wi wv wy'.split(' ')].join('|')})(?: state)? medicaid|medicaid (?:of|in|de) (${[...states, ...twoWordStates].join('|')}))\\b`,
  'u',
);

const stateName = new RegExp(
  `\\b(?:${[...twoWordStates, 'south carolina', 'carolina del sur', ...states, 'washington'].join('|')})\\b`,
  'gu',
);

/** The states that a text names in full. */
export function statesNamed(text: string): readonly string[] {
  return text.match(stateName) ?? [];
}

/** For the spelling: only names of our own payers, since other brands look too much like ordinary words. */
export const payerWords: readonly string[] = [...wordsOf(Object.values(otherNames).flat()), 'medicaid'];

/** Finds the payers in plain text, each once: those of the rulebook first, then others. */
export function payerReader(rulebook: Rulebook): (text: string) => readonly NamedPayer[] {
  const ours = [...rulebook.payers.values()].map((payer) => ({
    payer,
    pattern: anyOf([plain(payer.name), ...(otherNames[payer.payer] ?? [])]),
  }));
  const others = elsewhere.map((name) => ({ name, pattern: anyOf([name]) }));
  return (text) => {
    const found: NamedPayer[] = [];
    let rest = text;
    for (const { payer, pattern } of ours)
      if (pattern.test(rest)) {
        found.push({ kind: 'of-the-rulebook', payer });
        rest = withoutAll(rest, pattern);
      }
    const program = stateProgram.exec(rest);
    if (program) {
      found.push({ kind: 'elsewhere', name: titled(program[0]) });
      rest = rest.replace(program[0], ' ');
    }
    for (const { name, pattern } of others)
      // "Medicaid" beside a named program is that program.
      if (pattern.test(rest) && !(name === 'medicaid' && found.length > 0)) {
        found.push({ kind: 'elsewhere', name: titled(name) });
        rest = withoutAll(rest, pattern);
      }
    return found;
  };
}

function withoutAll(text: string, pattern: RegExp): string {
  return text.replaceAll(new RegExp(pattern.source, 'gu'), ' ');
}

const capitals = new Set(
  phraseList(`
    uhc, bcbs, chip, mcna, geha, tx, ny, ca, fl
  `),
);

export function titled(name: string): string {
  return name
    .split(' ')
    .map((word) =>
      capitals.has(word) ? word.toUpperCase() : word.replace(/^\p{L}/u, (letter) => letter.toUpperCase()),
    )
    .join(' ');
}
