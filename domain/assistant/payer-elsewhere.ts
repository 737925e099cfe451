import type { PlacedStatement } from '../code-guide/guide-page.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { aboutCode } from './about-code.ts';
import { emptyPart, joined, quoted, sentence, type Filled, type Part } from './draft.ts';
import type { Knowledge } from './knowledge.ts';
import type { PayerQuestion, PayerTopic } from './payer-topics.ts';
import { escaped } from './question/plain-words.ts';

/** Statements of the guide on a payer that the rulebook does not have. */
const mostAboutPayer = 3;

/** A payer that the rulebook does not have: nothing is known by date, and what the guide says of it is shown. */
export function notInRulebook(
  knowledge: Knowledge,
  { code, from, through }: PayerQuestion,
  name: string,
  topic: PayerTopic,
): Part {
  if (name === 'Medicaid') return whichState(knowledge, code);
  const told = quoted(code, guideOn(knowledge, code, name, topic));
  const own: Part = {
    ...emptyPart,
    status: 'not-known',
    codes: [code],
    sentences: [
      sentence(message('assistant.payer.notInRulebook', { payer: name })),
      sentence(onDays(message(`assistant.payer.unknown.${topic}`, { code, payer: name }), from, through)),
      ...(told.passages.length === 0
        ? []
        : [
            sentence(
              message('assistant.payer.guideSays', { payer: name }),
              told.passages.map(({ id }) => id),
            ),
            ...told.sentences,
          ]),
    ],
    passages: told.passages,
    missing: [onDays(message('assistant.missing.payerRule', { code, payer: name }), from, through)],
  };
  return withGeneral(knowledge, code, topic, own);
}

/** Medicaid is a program of each state: without the state there is no payer to look up. */
function whichState(knowledge: Knowledge, code: ProcedureCode): Part {
  const programs = [...knowledge.rulebook.payers.values()]
    .filter(({ line, fictional }) => line === 'medicaid' && !fictional)
    .map(({ name }) => name);
  return {
    ...emptyPart,
    status: 'not-known',
    codes: [code],
    sentences: [sentence(message('assistant.payer.whichState', { programs: programs.join(', ') }))],
    missing: [message('assistant.missing.state'), message('assistant.missing.serviceDate')],
  };
}

/** What the page of a code says of a payer by its name, or of a program by its state; undated, so no rule. */
function guideOn(
  knowledge: Knowledge,
  code: ProcedureCode,
  name: string,
  topic: PayerTopic,
): readonly PlacedStatement[] {
  // The program of California has a name of its own, and the guide speaks of the state.
  const called = /^(?:Medi-Cal|Denti-Cal|California)/u.test(name) ? 'California' : name;
  const speaksOf = new RegExp(`(?<!Northeast )${escaped(called)}(?! of | Plans)`, 'u');
  return knowledge
    .statements(code)
    .filter(({ place }) => (place === 'recordMustHold') === (topic === 'document'))
    .filter(({ statement }) => speaksOf.test(statement.text.en))
    .slice(0, mostAboutPayer);
}

/** What the record must hold is asked for by the guide whoever pays; the payer's own list stays unknown. */
export function withGeneral(knowledge: Knowledge, code: ProcedureCode, topic: PayerTopic, own: Part): Part {
  return topic === 'document' ? joined([aboutCode(knowledge, code, 'document'), own]) : own;
}

/** A message whose gap `when` is filled by the days. */
export function onDays(said: Message, from: CalendarDate, through: CalendarDate): Filled {
  const when = message(from === through ? 'assistant.when.day' : 'assistant.when.days', { from, through });
  return { message: said, filling: { when: [when] } };
}
