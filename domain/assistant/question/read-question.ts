import type { Performer } from '../../activity/performer.ts';
import type { ProcedureCode } from '../../kernel/procedure-code.ts';
import { askedPerformer, describedWork, type DescribedWork } from './described-work.ts';
import { languageOf, type AnswerLanguage } from './language.ts';
import { namedCodes } from './named-codes.ts';
import { impossibleDay, namedDays, type NamedDays } from './named-days.ts';
import type { NamedPayer } from './named-payer.ts';
import { namedWork } from './named-work.ts';
import { withoutOrders } from './orders.ts';
import { outsideField, type OutsideField } from './outside-field.ts';
import { withoutPersonalData, type PersonalKind } from './personal-data.ts';
import { spelled } from './spelling.ts';
import { asksOfAllPayers, payersAsked } from './payer-asked.ts';
import { toldWork } from './told-work.ts';
import { topicsOf, type Topic } from './topics.ts';

/** Longer than any question: what is longer is a pasted record. */
const longestQuestion = 2000;

/** Why a text cannot be read as a question. */
export type Unreadable = 'empty' | 'no-words' | 'too-long' | 'other-language' | 'only-orders';

export interface ReadQuestion {
  readonly language: AnswerLanguage;
  /** Without control characters, personal data and orders: the form that may be kept. */
  readonly text: string;
  /** In plain words, spelled as the lexicon has them. */
  readonly words: string;
  readonly personal: readonly PersonalKind[];
  readonly ordersRemoved: boolean;
  readonly unreadable: Unreadable | undefined;
  readonly codes: readonly ProcedureCode[];
  readonly unknownCodes: readonly string[];
  /** Codes whose work is named in words. */
  readonly work: readonly ProcedureCode[];
  /** Those among them whose work is told as it happened. */
  readonly told: readonly ProcedureCode[];
  readonly days: NamedDays | undefined;
  /** A day that is named and that no calendar has. */
  readonly noSuchDay: string | undefined;
  readonly payers: readonly NamedPayer[];
  readonly performer: Performer | undefined;
  readonly topics: ReadonlySet<Topic>;
  readonly described: DescribedWork;
  readonly outside: OutsideField | undefined;
}

/** What reading needs to know of the world: which codes there are, which payers, how words are spelled. */
export interface Reader {
  readonly isKnownCode: (code: ProcedureCode) => boolean;
  readonly payersIn: (words: string) => readonly NamedPayer[];
  readonly spelling: (word: string) => string;
  /** Whether a word is one of the field or of every day, and so the name of nobody. */
  readonly isOrdinary: (word: string) => boolean;
  /** In which of the guide's languages a word occurs, where it occurs in one only. */
  readonly languageOfWord: (word: string) => AnswerLanguage | undefined;
}

/** Control characters and invisible signs, but for line breaks and tabs, which become spaces with the rest. */
function visible(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\p{Cc}|\p{Cf}/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

export function readQuestion(asked: string, reader: Reader, fallback: AnswerLanguage = 'en'): ReadQuestion {
  const tooLong = asked.length > longestQuestion;
  // Of a pasted record only the beginning is looked at, to answer in its language and to say what was left out.
  const seen = visible(asked.slice(0, longestQuestion));
  const { text: anonymous, found } = withoutPersonalData(seen);
  const { text, removed } = withoutOrders(anonymous);
  const words = spelled(text, reader.spelling);
  const language = languageOf(anonymous) ?? languageByWords(words, reader);
  const days = namedDays(words);
  const codes = namedCodes(days ? text.replace(days.written, ' ') : text, reader.isKnownCode);
  const orders = spelled(removed, reader.spelling);
  const askedToPay = payersAsked(words, reader);
  // A payer that only the order names is still the one that the question is about.
  const payers = askedToPay.length > 0 ? askedToPay : reader.payersIn(orders);
  const told = toldWork(words);
  const described = describedWork(words);
  const read = {
    language: language === undefined || language === 'other' ? fallback : language,
    text,
    words,
    personal: found,
    ordersRemoved: removed !== '',
    codes: codes.known,
    unknownCodes: codes.unknown,
    work: [...new Set([...told, ...namedWork(words)])],
    told,
    days,
    noSuchDay: days ? undefined : impossibleDay(words),
    payers: asksOfAllPayers(words) ? [] : payers,
    performer: askedPerformer(words),
    topics: topicsOf(words),
    described,
    outside: outsideField(words, {
      namesCode: codes.known.length > 0,
      tellsOfTalk:
        described.facts.medicalClinician === 'yes' &&
        described.told &&
        /\bcod(?:e|igo)\b|\bbill|factur/u.test(words),
    }),
  };
  return { ...read, unreadable: unreadable(seen, read, language, tooLong) };
}

/** Where no small word tells, the words of the guide do. */
function languageByWords(words: string, { languageOfWord }: Reader): AnswerLanguage | undefined {
  const languages = (words.match(/\p{L}+/gu) ?? []).map(languageOfWord);
  const es = languages.filter((language) => language === 'es').length;
  const en = languages.filter((language) => language === 'en').length;
  return es === en ? undefined : es > en ? 'es' : 'en';
}

function unreadable(
  seen: string,
  read: Pick<ReadQuestion, 'text' | 'ordersRemoved'>,
  language: AnswerLanguage | 'other' | undefined,
  tooLong: boolean,
): Unreadable | undefined {
  if (seen === '') return 'empty';
  if (tooLong) return 'too-long';
  if (!/[\p{L}\d]/u.test(seen)) return 'no-words';
  if (language === 'other') return 'other-language';
  if (read.ordersRemoved && !/\p{L}{2}/u.test(read.text)) return 'only-orders';
  return undefined;
}

/** "Is it ready", not "in this case". */
export function asksWhetherReady({
  words,
  codes,
  topics,
}: Pick<ReadQuestion, 'words' | 'codes' | 'topics'>): boolean {
  return (
    /\b(?:ready|list[oa]|missing|falta|status|estado)\b/u.test(words) &&
    (codes.length === 0 || !topics.has('coverage'))
  );
}
