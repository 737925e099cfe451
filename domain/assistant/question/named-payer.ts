import type { Rulebook, RulebookPayer } from '../../rulebook/rulebook.ts';
import { anyOf, phraseList, plain, wordsOf } from './plain-words.ts';

/** Who is asked to pay: one that the rulebook has, or one that is only named. */
export type NamedPayer =
  | { readonly kind: 'of-the-rulebook'; readonly payer: RulebookPayer }
  | { readonly kind: 'elsewhere'; readonly name: string };

/** How people call the payers of the rulebook, besides by their names. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  'washington-apple-health': phraseList(`
    apple health, washington client, washington clients, washington medicaid, washington state medicaid, medicaid of washington, medicaid in
    washington, medicaid de washington, wa medicaid, wa apple health, wa hca, hca, health care
    authority, washington hca, medicaid wa
  `),
  'south-carolina-healthy-connections': phraseList(`
    healthy connections, south carolina medicaid, medicaid of south carolina, medicaid in south
    carolina, medicaid de carolina del sur, medicaid de south carolina, sc medicaid, scdhhs,
    sc healthy connections
  `),
  medicare: ['medicare', 'medicare part b', 'medicare advantage'],
  'bright-harbor-dental-plan': ['bright harbor', 'bright harbor dental'],
  'lakeshore-mutual-dental': ['lakeshore mutual', 'lakeshore'],
};

/** A state by itself stands for its Medicaid program, unless somebody else is asked to pay there. */
const stateAlone: Readonly<Record<string, readonly string[]>> = {
  'washington-apple-health': ['washington state'],
  'south-carolina-healthy-connections': ['south carolina', 'carolina del sur'],
};

/** Payers that people ask about and that the rulebook says nothing about: named, so that the answer is not known. */
const elsewhere: readonly string[] = phraseList(`
    northeast delta dental, delta dental, delta, medi cal dental, medi cal, medical dental, denti cal, aetna, cigna, metlife, guardian life, guardian dental, unitedhealthcare,
    united healthcare, united concordia, uhc, humana, anthem, ameritas, principal dental, sun life,
    dentaquest, mcna, liberty dental, envolve, blue cross blue shield, blue cross, blue shield, bcbs,
    kaiser, tricare, geha, masshealth, mainecare, tenncare, badgercare, peach state, triple s, chip,
    veterans affairs
  `);
const states =
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming'.split(
    ' ',
  );
const twoWordStates = phraseList(`
    new york, new jersey, new mexico, new hampshire, north carolina, north dakota, south dakota, rhode
    island, west virginia, puerto rico, nueva york
  `);
const stateLetters =
  'al ak az ar ca co ct fl ga il ky la md mi mn ms mo mt nc nd ne nh nj nm nv ny oh ok pa ri sd tn tx ut va vt wi wv wy'.split(
    ' ',
  );
const stateProgram = new RegExp(
  `\\b(?:(${[...states, ...twoWordStates, ...stateLetters].join('|')})(?: state)? medicaid|medicaid (?:of|in|de) (${[...states, ...twoWordStates].join('|')}))\\b`,
  'u',
);

/** "Delta Dental of Arizona" is a company of its own: the state behind a name belongs to it. */
const ofState = `(?: (?:of|de) (?:${[...states, ...twoWordStates, 'south carolina', 'carolina del sur', 'washington'].join('|')}))?`;

const companyPatterns = elsewhere.map(
  (name) => new RegExp(`${anyOf([name]).source}${ofState}(?![\\p{L}\\d])`, 'u'),
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

/** Names of companies and states: spelled right as they are, and no names for the spelling to turn other words into. */
export const nameWords: readonly string[] = wordsOf([...elsewhere, ...states, ...twoWordStates]);

/** Finds the payers in plain text, each once: those of the rulebook first, then others. */
export function payerReader(rulebook: Rulebook): (text: string) => readonly NamedPayer[] {
  const ours = [...rulebook.payers.values()].map((payer) => ({
    payer,
    named: anyOf([plain(payer.name), ...(otherNames[payer.payer] ?? [])]),
    alone: aloneOf(payer.payer),
  }));
  return (text) => {
    const { companies, rest } = companiesIn(text);
    const found = ours.filter(
      ({ named, alone }) =>
        named.test(rest) || (companies.length === 0 && alone !== undefined && alone.test(rest)),
    );
    const left = found.reduce((kept, { named, alone }) => withoutAll(withoutAll(kept, named), alone), rest);
    const program = stateProgram.exec(left)?.[0];
    // "Medicaid" beside a named program is that program.
    const anyProgram =
      program ?? (found.length + companies.length === 0 ? /\bmedicaid\b/u.exec(left)?.[0] : undefined);
    return [
      ...found.map(({ payer }) => ({ kind: 'of-the-rulebook' as const, payer })),
      ...[...(anyProgram === undefined ? [] : [anyProgram]), ...companies].map((name) => ({
        kind: 'elsewhere' as const,
        name: titled(name),
      })),
    ];
  };
}

function aloneOf(payer: string): RegExp | undefined {
  const states = stateAlone[payer];
  return states && anyOf(states);
}

/** The companies and programs of the list that a text names, each with its state, and the text without them. */
function companiesIn(text: string): { readonly companies: readonly string[]; readonly rest: string } {
  let rest = text;
  const companies = companyPatterns.flatMap((pattern) => {
    const said = pattern.exec(rest)?.[0];
    if (said === undefined) return [];
    rest = withoutAll(rest, pattern);
    return said;
  });
  return { companies, rest };
}

function withoutAll(text: string, pattern: RegExp | undefined): string {
  return pattern === undefined ? text : text.replaceAll(new RegExp(pattern.source, 'gu'), ' ');
}

/** Names that are not written as their words would be. */
const written: Readonly<Record<string, string>> = {
  delta: 'Delta Dental',
  'medi cal dental': 'Medi-Cal Dental',
  'medical dental': 'Medi-Cal Dental',
  'medi cal': 'Medi-Cal',
  'denti cal': 'Denti-Cal',
  metlife: 'MetLife',
  unitedhealthcare: 'UnitedHealthcare',
  'united healthcare': 'UnitedHealthcare',
  dentaquest: 'DentaQuest',
  masshealth: 'MassHealth',
  mainecare: 'MaineCare',
  tenncare: 'TennCare',
  badgercare: 'BadgerCare',
  'triple s': 'Triple-S',
};
const capitals = new Set(['uhc', 'bcbs', 'chip', 'mcna', 'geha', ...stateLetters]);
const lowered = new Set(['of', 'de', 'del', 'la']);

/** A name in plain words as it is written. */
export function titled(name: string): string {
  return (
    written[name] ??
    name
      .split(' ')
      .map((word, index) => {
        if (index > 0 && lowered.has(word)) return word;
        return capitals.has(word)
          ? word.toUpperCase()
          : word.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
      })
      .join(' ')
  );
}
