import type { AssistantAnswer } from '../assistant-answer.ts';
import type { NamedPayer } from '../question/named-payer.ts';
import { plain } from '../question/plain-words.ts';
import type { Reader } from '../question/read-question.ts';

/** Why a sentence of a connected model is left out, in the order in which it is looked at. */
export const removalReasons = [
  'unknown-code',
  'address',
  'unsupported-number',
  'unsupported',
  'turned-around',
] as const;
export type RemovalReason = (typeof removalReasons)[number];

export interface CheckedRephrasing {
  /** The sentences that the passages support, as they were written. */
  readonly kept: readonly string[];
  readonly removed: readonly RemovalReason[];
}

/** Share of a sentence's words that one passage, or one sentence of the offline answer, must have. */
const supportNeeded = 0.7;
const fewestWords = 2;

/**
 * Checks what a model wrote, sentence by sentence, against the offline answer and the passages that it rests on. A
 * sentence stays only when one of these says as much: the same codes and numbers, most of its words, and no "not"
 * more or less. So a model can shorten and reorder, and cannot add.
 */
export function checkRephrasing(
  written: string,
  offline: AssistantAnswer,
  payersIn: Reader['payersIn'],
): CheckedRephrasing {
  const measured = (sentence: string, about?: string) => measure(sentence, payersIn, about);
  const sources = [
    ...[offline.answer, ...offline.missing].flatMap(sentencesOf).map((sentence) => measured(sentence)),
    // What people typed into the record is quoted beside the answer; it is no source of claims of its own.
    ...offline.citations
      .filter(({ id }) => /^(?:guide|rulebook)\//.test(id))
      .flatMap(({ id, quote }) => {
        const about = /^guide\/(D\d{4})#/.exec(id)?.[1];
        return sentencesOf(quote).map((sentence) => measured(sentence, about));
      }),
  ];
  const kept: string[] = [];
  const removed: RemovalReason[] = [];
  for (const sentence of sentencesOf(written)) {
    const objection = objectionTo(measured(sentence), sources, offline.status === 'answered');
    if (objection === undefined) kept.push(sentence);
    else removed.push(objection);
  }
  return { kept, removed };
}

interface Measured {
  readonly text: string;
  readonly codes: readonly string[];
  readonly numbers: readonly string[];
  readonly words: ReadonlySet<string>;
  /** Names inside the sentence: words with a capital that do not begin it. */
  readonly names: readonly string[];
  readonly payers: readonly string[];
  readonly denials: boolean;
  readonly hasAddress: boolean;
}

/** `holds`: the payer's rule that was asked for holds on the day that was asked about. */
function objectionTo(
  sentence: Measured,
  sources: readonly Measured[],
  holds: boolean,
): RemovalReason | undefined {
  if (sources.some(({ text }) => text === sentence.text)) return undefined;
  const everyCode = new Set(sources.flatMap(({ codes }) => codes));
  if (sentence.codes.some((code) => !everyCode.has(code))) return 'unknown-code';
  if (sentence.hasAddress) return 'address';
  const everyNumber = new Set(sources.flatMap(({ numbers }) => numbers));
  if (sentence.numbers.some((number) => !everyNumber.has(number))) return 'unsupported-number';
  const alike = sources.filter(
    (source) => supports(source, sentence) && (holds || keepsDays(source, sentence)),
  );
  if (alike.length === 0) return 'unsupported';
  return alike.some(({ denials }) => denials === sentence.denials) ? undefined : 'turned-around';
}

/** Codes and numbers must stand in the very passage that supports the words: they are not mixed from several. */
function supports(source: Measured, { codes, numbers, words, names, payers }: Measured): boolean {
  if (words.size < fewestWords) return false;
  if (payers.some((payer) => !source.payers.includes(payer))) return false;
  if (names.some((name) => !source.words.has(name))) return false;
  if (numbers.some((number) => !source.numbers.includes(number))) return false;
  if (codes.some((code) => !source.codes.includes(code))) return false;
  const shared = [...words].filter((word) => source.words.has(word)).length;
  return shared / words.size >= supportNeeded;
}

/** What a payer does is said of certain days, and without them it would be said of every day. */
function keepsDays(source: Measured, { payers, denials, numbers }: Measured): boolean {
  if (payers.length === 0 || (denials && source.denials)) return true;
  const parts = [...source.text.matchAll(/(\d{4})-\d{2}-(\d{2})/gu)].flatMap(([, year = '', day = '']) => [
    year,
    day.replace(/^0/, ''),
  ]);
  return parts.length > 0 && parts.every((part) => numbers.includes(part));
}

const numberWords: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  fifteen: '15',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  sixty: '60',
  seventy: '70',
  eighty: '80',
  ninety: '90',
  hundred: '100',
  thousand: '1000',
  million: '1000000',
  dos: '2',
  tres: '3',
  cuatro: '4',
  cinco: '5',
  seis: '6',
  siete: '7',
  ocho: '8',
  nueve: '9',
  diez: '10',
  once: '11',
  doce: '12',
  quince: '15',
  veinte: '20',
  treinta: '30',
  cuarenta: '40',
  cincuenta: '50',
  sesenta: '60',
  setenta: '70',
  ochenta: '80',
  noventa: '90',
  cien: '100',
  ciento: '100',
  quinientos: '500',
  mil: '1000',
  millon: '1000000',
};

/** Words that turn a sentence around, or leave it open. */
const denial =
  /(?<!\p{L})(?:not|no|never|none|nothing|nobody|neither|nor|without|cannot|unknown|whether|unless|except|isn't|doesn't|don't|won't|can't|aren't|wasn't|mustn't|ni|nunca|ningun|ninguna|ninguno|nada|nadie|tampoco|sin|salvo|desconocid[oa]|si se|refused|disallows?|disallowed|denied|denies|desautoriza|rechaz\p{L}*|deniega|denegad[oa])(?!\p{L})/gu;

const smallWords = new Set(
  'the a an of to in on for and or is are was were be been by with at from as it its this that these those which who what where when how if then than so such may can must should will would do does did has have had there their they you your we our i me my one el la los las un una unos unas de del y o en que se su sus al lo le les es son fue por para con como mas ya este esta esto ese esa eso hay ha han'.split(
    ' ',
  ),
);

function measure(sentence: string, payersIn: Reader['payersIn'], about: string | undefined): Measured {
  const text = plain(sentence);
  const words = text.match(/\p{L}+(?:'\p{L}+)?/gu) ?? [];
  const withoutCodes = text.replaceAll(/(?<![\p{L}\d])d[-\s]?\d{4,}/gu, ' ');
  return {
    text,
    codes: [
      ...[...text.matchAll(/(?<![\p{L}\d])([a-z])[-\s]?(\d{4,})(?!\d)/gu)].map(
        (match) => `${match[1] ?? ''}${match[2] ?? ''}`,
      ),
      // A statement of a page is about the page's code without naming it.
      ...(about === undefined ? [] : [about.toLowerCase()]),
    ],
    numbers: [
      ...(withoutCodes.match(/\d+(?:[.,]\d+)*/gu) ?? []).map((number) =>
        number
          .replaceAll(',', '')
          .replace(/\.0+$/, '')
          .replace(/^0+(?=\d)/, ''),
      ),
      ...words.flatMap((word) => (Object.hasOwn(numberWords, word) ? (numberWords[word] ?? []) : [])),
    ],
    words: new Set(
      words.filter((word) => word.length > 2 && !smallWords.has(word)).map((word) => word.slice(0, 7)),
    ),
    names: [...sentence.matchAll(/(?<=\S\s+["“«(]?)\p{Lu}[\p{L}]{2,}/gu)].map(([name]) =>
      plain(name).slice(0, 7),
    ),
    payers: payersIn(text).map(payerName),
    denials: (text.match(denial) ?? []).length > 0,
    hasAddress: /https?:|www\.|@|\bjavascript:|<[a-z/!]/u.test(text),
  };
}

function payerName(payer: NamedPayer): string {
  return payer.kind === 'of-the-rulebook' ? payer.payer.payer : payer.name;
}

/** Lines and sentences; list marks and emphasis are taken off. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n+|(?<=[.!?])\s+(?=\p{Lu}|[¿¡"“])/u)
    .map((line) =>
      line
        .replace(/^\s*(?:[-*•#>]+|\d+[.)])\s+/, '')
        .replaceAll(/\*\*|__|`/g, '')
        .trim(),
    )
    .filter((line) => line !== '');
}
