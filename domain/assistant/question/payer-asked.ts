import type { NamedPayer } from './named-payer.ts';
import { statesNamed, titled } from './named-payer.ts';

/** Where the name of who pays stands: after an auxiliary, behind "covered by", around a Spanish verb of paying. */
const pays =
  'pay|pays|cover|covers|reimburse|reimburses|accept|accepts|allow|allows|recognize|honor|limit|want|wants|require|requires|deny|denies';
const paga = 'paga|pagan|pagaba|pagara|cubre|cubria|cubrira|acepta|reembolsa|permite|exige';
const name = "((?:[\\p{L}&'.]+ ){0,3}?[\\p{L}&'.]+)";
const places: readonly RegExp[] = [
  new RegExp(
    `\\b(?:does|did|will|would|do|can|could) ${name} (?:ever |usually |still |also |now |really |always )?(?:${pays})\\b`,
    'gu',
  ),
  new RegExp(
    `\\b(?:covered|paid|payable|reimbursed|accepted|recognized|denied) by ${name}(?= (?:on|in|for|if|when|under|at|now|today)\\b|[?.,;!]|$)`,
    'gu',
  ),
  new RegExp(`(?:^|[¿?.,;:!] ?|\\bsi |\\bque )${name} (?:${paga})\\b`, 'gu'),
  new RegExp(
    `\\b(?:${paga}) ${name}(?= (?:el|la|los|por|un|una|con|en|este|esta|cuando|si)\\b| d\\d|[?.,;!]|$)`,
    'gu',
  ),
];

/** What begins a phrase that names nobody, and what is called for short otherwise. */
const small = new Set(
  `a an the my our your his her its their this that these those it he she we they you i who what which any some all most every no
  other another one if and or for of to in on at by with el la los las un una mi su sus este esta que quien cual cuanto cuanta como si
  no se me le lo y o de por para con en al del es son hipaa d9992 plan code`.split(/\s+/u),
);

/**
 * The payers that are asked about and that no list names: a name in the place of who pays. The bare name of a state
 * stands for its Medicaid program there, and nowhere else. `isOrdinary` are the words that are no names.
 */
export function payersAsked(
  words: string,
  {
    payersIn,
    isOrdinary,
  }: {
    readonly payersIn: (words: string) => readonly NamedPayer[];
    readonly isOrdinary: (word: string) => boolean;
  },
): readonly NamedPayer[] {
  const named = payersIn(words);
  const [first] = named;
  // "Medicaid" alone, and a state beside it: that state's program.
  if (named.length === 1 && first?.kind === 'elsewhere' && first.name === 'Medicaid') {
    const [state] = statesNamed(words);
    return state === undefined ? named : payersIn(`${state} medicaid`);
  }
  if (named.length > 0) return named;
  const [found] = places.flatMap((place) =>
    [...words.matchAll(place)].flatMap(([, said = '']) => asPayer(said)),
  );
  return found === undefined ? [] : found;

  function asPayer(said: string): readonly (readonly NamedPayer[])[] {
    const [state] = statesNamed(said);
    if (state !== undefined) return [payersIn(`${state} medicaid`)];
    const parts = said.split(' ');
    if (small.has(parts[0] ?? '') || /\d/u.test(said)) return [];
    return parts.some((part) => part.length > 2 && !small.has(part) && !isOrdinary(part))
      ? [[{ kind: 'elsewhere', name: titled(said) }]]
      : [];
  }
}

/** Whether it is asked of payers at large: what one payer does is no answer to that. */
export function asksOfAllPayers(words: string): boolean {
  return /\b(?:every|all|any|other|most|each)(?: (?:other|the|dental|of the))* (?:plans?|payers?|insurers?|insurances?|carriers?|programs?)\b|\b(?:everywhere|everybody|everyone)\b|\b(?:todos|todas|otros|otras|demas|cualquier)(?: (?:los|las|otros|otras))? (?:seguros?|planes|plan|aseguradoras?|pagadores)\b|\ben todas partes\b/u.test(
    words,
  );
}
