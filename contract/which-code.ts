import { Type, type Static } from 'typebox';
import { pathQuestions } from '#domain/code-guide/path-questions.ts';
import { oneOf } from '#domain/kernel/schema.ts';
import { Message, PointerView } from './views.ts';

/** The answers so far, each optional, as they also stand in the address of the page. */
export const WhichCodeAnswers = Type.Object({
  work: Type.Optional(oneOf(pathQuestions.work)),
  who: Type.Optional(oneOf(pathQuestions.who)),
  with: Type.Optional(oneOf(pathQuestions.with)),
  reached: Type.Optional(oneOf(pathQuestions.reached)),
  medical: Type.Optional(oneOf(pathQuestions.medical)),
  matter: Type.Optional(oneOf(pathQuestions.matter)),
  examined: Type.Optional(oneOf(pathQuestions.examined)),
  asked: Type.Optional(oneOf(pathQuestions.asked)),
  modified: Type.Optional(oneOf(pathQuestions.modified)),
  several: Type.Optional(oneOf(pathQuestions.several)),
});

/** Which code fits, as far as the answers go. */
export const WhichCodeView = Type.Object({
  /** No answer that is still open would change the code. */
  settled: Type.Boolean(),
  /** The question to ask next, with its possible answers. */
  next: Type.Optional(Type.Object({ question: Type.String(), answers: Type.Array(Type.String()) })),
  /** Codes that are still possible, the likeliest first; 'none' among them. */
  possible: Type.Array(Type.String()),
  /** Absent until the kind of work is known. */
  choice: Type.Optional(
    Type.Object({
      code: Type.String(),
      because: Message,
      factsFor: Type.Array(Message),
      factsAgainst: Type.Array(Message),
      missing: Type.Array(Message),
      neighbors: Type.Array(Type.Object({ code: Type.String(), needs: Type.Array(Message) })),
      pointers: Type.Array(PointerView),
      /** Version of the table that chose. */
      version: Type.String(),
    }),
  ),
});
export type WhichCodeView = Static<typeof WhichCodeView>;
