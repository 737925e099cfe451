import { Type, type Static } from 'typebox';
import { DateSchema, IdSchema, oneOf } from '#domain/kernel/schema.ts';
import { Message } from './views.ts';

/** POST /api/patients/{patientId}/coverages/{coverageId}/eligibility-answers: what a file said and what became of it. */
export const EligibilityReport = Type.Object({
  /** Acknowledged: a 999 or TA1 without an error, so the answer itself is still to come. */
  outcome: oneOf(['answered', 'rejected', 'acknowledged']),
  /** The same file was taken before: nothing was recorded again. */
  alreadyRecorded: Type.Boolean(),
  documentId: IdSchema,
  payerName: Type.String(),
  madeOn: Type.Optional(DateSchema),
  /** What the payer has otherwise than the record. */
  differs: Type.Array(Message),
  /** What was recorded, each statement in words. */
  says: Type.Array(Message),
  /** What was not made a fact, with the reason; `line` names the place in the file. */
  aside: Type.Array(Type.Object({ line: Message, reason: Message, words: Type.Array(Type.String()) })),
  /** What to mend and what to do next, for each error. */
  mend: Type.Array(Type.Array(Message)),
  /** The payer's own free text. */
  words: Type.Array(Type.String()),
});
export type EligibilityReport = Static<typeof EligibilityReport>;
