import { Type, type Static } from 'typebox';
import { FilledTextSchema, oneOf, ProcedureCodeSchema } from '../kernel/schema.ts';

/**
 * How far the question is answered: all of it, a part of it, or nothing that was asked. "No" and "none of these
 * codes" are answers; a payer whose rule nobody has seen is not known.
 */
export const answerStatuses = ['answered', 'partly', 'not-known'] as const;

/**
 * A passage that the answer rests on. Ids: 'guide/<CODE>#<statement>', 'rulebook/<payer>/<rule>' and, on a case,
 * 'case#<position>'.
 */
const Citation = Type.Object({
  id: FilledTextSchema(200),
  /** Title and date of where the passage comes from. */
  source: FilledTextSchema(400),
  quote: FilledTextSchema(1000),
});
export type Citation = Static<typeof Citation>;

/** The answer to one question, the same on screen, from the command line and over HTTP. */
export const AssistantAnswer = Type.Object({
  status: oneOf(answerStatuses),
  answer: FilledTextSchema(6000),
  /** The codes that the answer is about; never one that neither the guide nor the practice's own list has. */
  codes: Type.Array(ProcedureCodeSchema),
  citations: Type.Array(Citation),
  /** What would have to be known. */
  missing: Type.Array(FilledTextSchema(600)),
  /** What the reader should be careful about. */
  safety: Type.Array(FilledTextSchema(600)),
});
export type AssistantAnswer = Static<typeof AssistantAnswer>;
