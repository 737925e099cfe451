import { Type, type Static } from 'typebox';
import { DateSchema, IdSchema, oneOf, ProcedureCodeSchema } from '#domain/kernel/schema.ts';

/**
 * POST /api/assistant. Without a case nothing is kept and nobody need be signed in. With one, the question and its
 * answer become evidence on the case; the same `inquiryId` twice is kept once.
 */
export const AskAssistant = Type.Object({
  /** Longer than a question may be is answered too: with the advice to shorten it. */
  question: Type.String({ maxLength: 20_000 }),
  caseId: Type.Optional(IdSchema),
  inquiryId: Type.Optional(IdSchema),
  /** Language of the screen, for questions that show none. */
  language: Type.Optional(oneOf(['en', 'es'])),
  /** Code of the page on which it is asked. */
  pageCode: Type.Optional(ProcedureCodeSchema),
  /** Day of asking, and day of service where the question names none; today when absent. */
  on: Type.Optional(DateSchema),
});
export type AskAssistant = Static<typeof AskAssistant>;
