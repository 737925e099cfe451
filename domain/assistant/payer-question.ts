import type { ActivityKind } from '../activity/activity.ts';
import { message } from '../kernel/message.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { guidesOwnCode } from './about-code.ts';
import { aboutPayer } from './about-payer.ts';
import type { Asking } from './asking.ts';
import { emptyPart, sentence, type Part } from './draft.ts';
import type { Knowledge } from './knowledge.ts';
import type { PayerTopic } from './payer-topics.ts';
import { clausesOf } from './question/clauses.ts';
import type { ReadQuestion } from './question/read-question.ts';
import { rulesOfPayers } from './rules-of-payers.ts';

/** A payer is named: what only it can answer is asked of the rulebook on the day of service. */
export function aboutNamedPayer(
  knowledge: Knowledge,
  read: ReadQuestion,
  asking: Asking,
  about: readonly ProcedureCode[],
): readonly Part[] {
  const { payers } = read;
  if (payers.length === 0) return [];
  const wanted = payerTopicsOf(read);
  const topicsAsked = wanted.length > 0 ? wanted : (['coverage'] as const);
  const [first = guidesOwnCode, ...others] = about;
  const question = {
    from: read.days?.from ?? asking.today,
    through: read.days?.through ?? asking.today,
    performer: read.performer,
    ...(workOf(read) ?? {}),
  };
  // What excludes one another is one rule; everything else the payer answers for each code.
  const codesFor = (topic: PayerTopic) => (topic === 'exclusion' ? [first] : [first, ...others]);
  return payers.flatMap((payer) =>
    topicsAsked.flatMap((topic) =>
      codesFor(topic).map((code) => ({
        ...aboutPayer(knowledge, { ...question, code, payer }, topic),
        codes: about,
      })),
    ),
  );
}

/** The work that a coverage question is about, where it tells it. */
function workOf({ described, topics }: ReadQuestion): { readonly work: ActivityKind } | undefined {
  const { kind } = described.facts;
  const told = topics.has('coverage') || topics.has('mayBill') || topics.size === 0;
  return told &&
    described.kindKnown &&
    kind !== 'treatment-visit' &&
    (kind === 'routine-office-function' || described.joins)
    ? { work: kind }
    : undefined;
}

/** What is asked of a payer, by what the question is about. */
export function payerTopicsOf(read: ReadQuestion): readonly PayerTopic[] {
  const { topics, words, codes } = read;
  const deadline = topics.has('deadline') || (topics.has('time') && /how long|cuanto tiempo/u.test(words));
  const list: readonly (PayerTopic | false)[] = [
    codes.length > 1 && (topics.has('together') || topics.has('mayBill')) && 'exclusion',
    topics.has('fee') && 'fee',
    topics.has('frequency') && 'frequency',
    topics.has('who') && !(topics.has('coverage') && read.performer) && 'who',
    deadline && (topics.has('appeal') ? 'appealDeadline' : 'claimDeadline'),
    (topics.has('document') || topics.has('consent')) && 'document',
    topics.has('place') && 'place',
    topics.has('chargePatient') && 'chargePatient',
    asksOfEncounters(read) && 'encounter',
  ];
  const specific = list.filter((topic) => topic !== false);
  // "Is it paid, and how often?" asks both.
  const asksBoth = topics.has('coverage') && clausesOf(words).length > 1;
  if (specific.length > 0) return asksBoth && !topics.has('fee') ? ['coverage', ...specific] : specific;
  return topics.has('coverage') || topics.has('mayBill') || topics.has('appeal') || topics.has('inForce')
    ? ['coverage']
    : [];
}

/** Clinics that are paid by encounter ask for that rate, and for no other amount. */
function asksOfEncounters({ words }: ReadQuestion): boolean {
  return /\bencounters?\b|\bencuentros?\b/u.test(words);
}

/** What the rulebook holds on a code, where it is asked of payers at large. */
export function rulesAskedFor(
  knowledge: Knowledge,
  read: ReadQuestion,
  about: readonly ProcedureCode[],
): readonly Part[] {
  const kind = asksOfEncounters(read)
    ? 'encounter-rate'
    : asksWhichPayers(read)
      ? 'coverage-status'
      : undefined;
  return kind === undefined ? [] : about.flatMap((code) => rulesOfPayers(knowledge, code, kind) ?? []);
}

/** "Which payers pay it?": all that the rulebook knows, by their days. */
function asksWhichPayers({ words, topics }: ReadQuestion): boolean {
  return (
    topics.has('coverage') &&
    !topics.has('chargePatient') &&
    /\b(?:(?:which|what|any) (?:payers?|plans?|insur\p{L}+|carriers?|states?|medicaids?)|who|any(?:one|body)|(?:que|cuales|algun) (?:pagador\p{L}*|plan\p{L}*|seguro\p{L}*|aseguradora\p{L}*|estados?)|quien|alguien) (?:will |actually |currently |ever |lo |la )?(?:pays?|covers?|reimburses?|paga|pagan|cubre|cubren)\b/u.test(
      words,
    )
  );
}

/** Fees come from the rulebook only, so without a payer there is none to tell. */
export function feeWithoutPayer(codes: readonly ProcedureCode[]): Part {
  const [code = guidesOwnCode] = codes;
  return {
    ...emptyPart,
    status: 'not-known',
    codes,
    sentences: [sentence(message('assistant.feeWithoutPayer', { code }))],
    missing: [message('assistant.missing.payer'), message('assistant.missing.serviceDate')],
  };
}
