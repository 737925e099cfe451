import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { message } from '../kernel/message.ts';
import type { PlacedStatement } from '../code-guide/guide-page.ts';
import { emptyPart, joined, quoted, sentence, type Part } from './draft.ts';
import type { Knowledge } from './knowledge.ts';

/** What tells codes apart: what each is for, and what its page says about the others. */
export function difference(knowledge: Knowledge, codes: readonly ProcedureCode[]): Part {
  // Of two codes each page has room to say more than of many.
  const aboutEach = codes.length > 2 ? 1 : 2;
  const parts = codes.map((of) => {
    const statements = knowledge.statements(of);
    const purpose = statements.filter(({ place }) => place === 'whatFor').slice(0, 1);
    const ofOthers = othersThan(of, codes).flatMap((about) =>
      speakingOf(statements, about).slice(0, aboutEach),
    );
    return quotedPart(of, [...new Set([...purpose, ...ofOthers])]);
  });
  return {
    ...joined(parts),
    codes,
    sentences: [
      sentence(message('assistant.lead.difference', { codes: codes.join(', ') })),
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

/** Whether codes may stand for the same minutes, day or claim. */
export function together(knowledge: Knowledge, codes: readonly ProcedureCode[]): Part {
  const aboutOthers = codes.flatMap((of) =>
    othersThan(of, codes).map((other) =>
      quotedPart(
        of,
        speakingOf(knowledge.statements(of), other)
          .filter(({ place }) => place !== 'whenToUse')
          .slice(0, 2),
      ),
    ),
  );
  const minutes = codes.map((of) =>
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
  const part = joined([...minutes, ...aboutOthers]);
  return {
    ...part,
    status: 'answered',
    codes,
    sentences: [
      sentence(
        message('assistant.lead.together', { codes: codes.join(', ') }),
        minutes.flatMap(({ passages }) => passages.map(({ id }) => id)),
      ),
      ...part.sentences,
    ],
  };
}

/** What the page of a code says of work of the same day or claim that the question names by no code. */
export function besideOtherWork(knowledge: Knowledge, code: ProcedureCode): Part {
  const statements = knowledge
    .statements(code)
    .filter(({ statement }) =>
      /belongs to the (?:dentist’s )?examination|inside the examination|another service|same minutes|Minutes counted here|never by itself|not alone/u.test(
        statement.text.en,
      ),
    );
  const part = quotedPart(code, statements.slice(0, 3));
  return {
    ...part,
    status: 'partly',
    sentences: [sentence(message('assistant.lead.beside', { code })), ...part.sentences],
    missing: [message('assistant.missing.payer')],
  };
}

function othersThan(code: ProcedureCode, codes: readonly ProcedureCode[]): readonly ProcedureCode[] {
  return codes.filter((each) => each !== code);
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
