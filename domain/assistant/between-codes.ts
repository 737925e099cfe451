import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { message } from '../kernel/message.ts';
import type { PlacedStatement } from '../code-guide/guide-page.ts';
import { emptyPart, joined, quoted, sentence, type Part } from './draft.ts';
import type { Knowledge } from './knowledge.ts';

/** What tells two codes apart: what each page says about the other, else what each is for. */
export function difference(knowledge: Knowledge, one: ProcedureCode, other: ProcedureCode): Part {
  const parts = [
    [one, other],
    [other, one],
  ].flatMap(([of, about]) => {
    if (of === undefined || about === undefined) return [];
    const statements = knowledge.statements(of);
    const purpose = statements.filter(({ place }) => place === 'whatFor').slice(0, 1);
    return quotedPart(of, [...purpose, ...speakingOf(statements, about).slice(0, 2)]);
  });
  return {
    ...joined(parts),
    codes: [one, other],
    sentences: [
      sentence(message('assistant.lead.difference', { code: one, other })),
      ...joined(parts).sentences,
    ],
  };
}

/** What a code is often taken for. */
export function confusedWith(knowledge: Knowledge, code: ProcedureCode): Part {
  const statements = knowledge.statements(code).filter(({ place }) => place === 'confusedWith');
  const part = quotedPart(code, statements.slice(0, 6));
  return {
    ...part,
    sentences: [sentence(message('assistant.lead.confusedWith', { code })), ...part.sentences],
  };
}

/** Whether two codes may stand for the same minutes, day or claim. */
export function together(knowledge: Knowledge, one: ProcedureCode, other: ProcedureCode): Part {
  const aboutOther = [one, other].flatMap((of) =>
    quotedPart(
      of,
      speakingOf(knowledge.statements(of), of === one ? other : one)
        .filter(({ place }) => place !== 'whenToUse')
        .slice(0, 2),
    ),
  );
  const minutes = [one, other].flatMap((of) =>
    quotedPart(
      of,
      knowledge
        .statements(of)
        .filter(({ statement }) =>
          /same minutes|Minutes counted here|never by itself|not alone/iu.test(statement.text.en),
        )
        .slice(0, 2),
    ),
  );
  const part = joined([...minutes, ...aboutOther]);
  return {
    ...part,
    status: 'answered',
    codes: [one, other],
    sentences: [
      sentence(
        message('assistant.lead.together', { code: one, other }),
        minutes.flatMap(({ passages }) => passages.map(({ id }) => id)),
      ),
      ...part.sentences,
    ],
  };
}

function speakingOf(statements: readonly PlacedStatement[], code: ProcedureCode): readonly PlacedStatement[] {
  const first = statements.filter(({ about, place }) => about === code && place === 'confusedWith');
  const then = statements.filter(
    ({ about, statement, place }) =>
      place !== 'confusedWith' &&
      (about === code || statement.insteadCode === code || statement.text.en.includes(code)),
  );
  return [...first, ...then];
}

function quotedPart(code: ProcedureCode, statements: readonly PlacedStatement[]): Part {
  return { ...emptyPart, status: 'answered', codes: [code], ...quoted(code, statements, 'labeled') };
}
