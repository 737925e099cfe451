import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { FilledTextSchema, oneOf, ProcedureCodeSchema } from '../kernel/schema.ts';
import type { Answered } from './answer-question.ts';
import { namedDays } from './question/named-days.ts';
import { plain } from './question/plain-words.ts';
import type { Reader, ReadQuestion } from './question/read-question.ts';
import { topicNames } from './question/topics.ts';

const NamedInQuestion = (longest: number) =>
  Type.Optional(Type.Union([Type.Null(), FilledTextSchema(longest)]));

/** What somebody else may choose for a question that the engine did not understand: one intent of the closed list. */
const Route = Type.Object(
  {
    intent: oneOf(topicNames),
    codes: Type.Optional(Type.Array(ProcedureCodeSchema, { maxItems: 8 })),
    /** As the question names them. */
    payer: NamedInQuestion(200),
    date: NamedInQuestion(60),
  },
  { additionalProperties: false },
);
export type Route = Static<typeof Route>;

/** A route in the form that is asked for and in no other; undefined else. */
export function readRoute(value: unknown): Route | undefined {
  return Value.Check(Route, value) ? value : undefined;
}

/**
 * Whether a question stayed not known for want of an intent. What was declined, what names a code that nobody has,
 * and what is answered in any part is not among these.
 */
export function recognizesNoIntent({ read, draft }: Answered): boolean {
  if (draft.status !== 'not-known') return false;
  if (read.unreadable !== undefined || read.outside !== undefined || read.unknownCodes.length > 0)
    return false;
  const foundNothing = draft.sentences.some(
    ({ text }) => 'id' in text && text.id === 'assistant.nothingFound',
  );
  return foundNothing || read.topics.size === 0;
}

/**
 * The same question with the chosen intent. Codes, payer and date only narrow what the question itself names;
 * undefined when the choice has one that it does not name.
 */
export function routedQuestion(
  read: ReadQuestion,
  { intent, codes = [], payer, date }: Route,
  { payersIn }: Pick<Reader, 'payersIn'>,
): ReadQuestion | undefined {
  const named = new Set([...read.codes, ...read.work]);
  if (!codes.every((code) => named.has(code))) return undefined;
  const payers = payer ? read.payers.filter(isAmong(payersIn(plain(payer)))) : read.payers;
  if (payer && payers.length !== 1) return undefined;
  if (date && !sameDays(namedDays(plain(date)), read.days)) return undefined;
  return {
    ...read,
    topics: new Set([intent]),
    codes: codes.length > 0 ? [...new Set(codes)] : read.codes,
    payers,
  };
}

/** A payer of the rulebook that is one of these; one that is only named is nobody's to choose. */
function isAmong(chosen: ReadQuestion['payers']): (payer: ReadQuestion['payers'][number]) => boolean {
  const ids = new Set(chosen.flatMap((each) => (each.kind === 'elsewhere' ? [] : each.payer.payer)));
  return (payer) => ids.size === 1 && payer.kind !== 'elsewhere' && ids.has(payer.payer.payer);
}

function sameDays(one: ReadQuestion['days'], other: ReadQuestion['days']): boolean {
  return one !== undefined && one.from === other?.from && one.through === other.through;
}
