import { message } from '../kernel/message.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { inPeriod } from '../rulebook/rulebook.ts';
import { aboutCase } from './about-case.ts';
import { codesMeant, type Asking } from './asking.ts';
import { emptyPart, joined, listed, notKnown, sentence, type Draft, type Part } from './draft.ts';
import { withoutPayer } from './guide-topics.ts';
import type { Knowledge } from './knowledge.ts';
import { clausesOf } from './question/clauses.ts';
import { asksWhetherReady, readQuestion, type ReadQuestion } from './question/read-question.ts';
import { partsOf } from './question-parts.ts';
import { passageOf, ruleWording } from './rule-in-words.ts';

export interface Answered {
  readonly read: ReadQuestion;
  readonly draft: Draft;
}

/** Answers a question from the guide and the rulebook and, where it is asked on one, from the record of a case. */
export function answerQuestion(knowledge: Knowledge, asked: string, asking: Asking): Answered {
  return answerRead(knowledge, readQuestion(asked, knowledge.reader, asking.language), asking);
}

/** The same, of a question that was read. */
export function answerRead(knowledge: Knowledge, read: ReadQuestion, asking: Asking): Answered {
  const part = declined(knowledge, read, asking) ?? answer(knowledge, read, asking);
  return {
    read,
    draft: { ...part, language: read.language, safety: [...part.safety, ...warnings(read)] },
  };
}

function warnings(read: ReadQuestion): Part['safety'] {
  return [
    ...(read.personal.length > 0
      ? [
          {
            message: message('assistant.safety.personal'),
            filling: { kinds: read.personal.map((kind) => message(`assistant.personal.${kind}`)) },
          },
        ]
      : []),
    ...(read.ordersRemoved
      ? [message(`assistant.safety.${read.unreadable === 'only-orders' ? 'onlyOrders' : 'orders'}`)]
      : []),
  ];
}

function declined(knowledge: Knowledge, read: ReadQuestion, asking: Asking): Part | undefined {
  if (read.unreadable !== undefined) return notKnown(`assistant.unreadable.${read.unreadable}`);
  if (read.noSuchDay !== undefined)
    return {
      ...emptyPart,
      status: 'not-known',
      codes: read.codes,
      sentences: [sentence(message('assistant.noSuchDay', { day: read.noSuchDay }))],
      missing: [message('assistant.missing.serviceDate')],
    };
  if (read.outside === undefined) return undefined;
  const ours = clausesOf(read.text)
    .map((clause) => readQuestion(clause, knowledge.reader, read.language))
    .filter(({ outside, codes, topics }) => outside === undefined && codes.length > 0 && topics.size > 0);
  return joined([
    ...ours.map((clause) => answer(knowledge, clause, asking)),
    notKnown(`assistant.outside.${read.outside}`),
  ]);
}

function answer(knowledge: Knowledge, read: ReadQuestion, asking: Asking): Part {
  const unknown = read.unknownCodes.map((code) => unknownCode(code, asking.listed));
  const ofCase = asking.onCase && aboutCase(read, asking.onCase);
  if (ofCase) return joined([ofCase, ...beside(knowledge, read, asking), ...unknown]);
  if (read.topics.has('caseReady') && asksWhetherReady(read))
    return {
      ...notKnown('assistant.case.needed'),
      codes: read.codes,
      missing: [message('assistant.missing.case')],
    };
  if (unknown.length > 0 && read.codes.length === 0) return joined(unknown);
  const linked = linkedModifier(knowledge, read, asking);
  const parts = linked ? [linked] : partsOf(knowledge, read, asking);
  return joined([...parts, ...unknown]);
}

/** What the guide says besides, on a case: only where the question is about the work and not about this payment. */
function beside(knowledge: Knowledge, read: ReadQuestion, asking: Asking): readonly Part[] {
  return withoutPayer(knowledge, read, codesMeant(read, asking), [
    'document',
    'consent',
    'time',
    'appeal',
    'modifier',
    'remarks',
  ]);
}

function unknownCode(code: string, listed: Asking['listed']): Part {
  if (listed?.has(code))
    return {
      ...emptyPart,
      status: 'not-known',
      codes: [procedureCode(code)],
      sentences: [sentence(message('assistant.listedCode', { code }))],
    };
  return {
    ...emptyPart,
    status: 'not-known',
    sentences: [sentence(message('assistant.unknownCode', { code }))],
    missing: [message('assistant.missing.ownList', { code })],
  };
}

/** The modifier of procedures linked to a medical service is about those procedures and about no code of the guide. */
function linkedModifier(knowledge: Knowledge, read: ReadQuestion, asking: Asking): Part | undefined {
  if (!/\b(?:kx|gy)\b/u.test(read.words)) return undefined;
  const day = read.days?.from ?? asking.today;
  const found = [...knowledge.rulebook.payers.values()].flatMap((payer) =>
    payer.rules
      .filter((rule) => rule.kind === 'linked-procedure-modifier' && inPeriod(rule.period, day))
      .map((rule) => ({ payer, rule })),
  );
  if (found.length === 0) return undefined;
  const passages = found.map(({ payer, rule }) => passageOf(payer, rule));
  return {
    ...emptyPart,
    status: 'answered',
    codes: read.codes,
    sentences: [
      sentence(
        message('assistant.payer.linkedModifier'),
        passages.map(({ id }) => id),
      ),
      ...found.map(({ payer, rule }) => listed(ruleWording(payer, rule), [`rulebook/${rule.id}`])),
    ],
    passages,
  };
}
