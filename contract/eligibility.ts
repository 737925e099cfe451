import { Type, type Static } from 'typebox';
import { DateSchema, IdSchema, InstantSchema, oneOf } from '#domain/kernel/schema.ts';
import { Message, RefusalView } from './views.ts';

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
  aside: Type.Array(
    Type.Object({
      line: Message,
      reason: Message,
      words: Type.Array(Type.String()),
      /** The day on which something was used, or may have been: a use to be recorded. */
      usedOn: Type.Optional(DateSchema),
    }),
  ),
  /** What to mend and what to do next, for each error. */
  mend: Type.Array(Type.Array(Message)),
  /** The payer's own free text. */
  words: Type.Array(Type.String()),
});
export type EligibilityReport = Static<typeof EligibilityReport>;

/** Asked: on its way. Waiting: with the receiver. Refused: nothing came of it, and what to mend is told. */
export const inquiryStates = ['asked', 'waiting', 'answered', 'refused'] as const;
export type InquiryState = (typeof inquiryStates)[number];

/** Whether its answer has still to come. */
export function isUnderWay({ state }: { readonly state: InquiryState }): boolean {
  return state === 'asked' || state === 'waiting';
}

/** One inquiry that went through a gateway. */
export const EligibilityInquiryView = Type.Object({
  inquiryId: IdSchema,
  coverageId: IdSchema,
  payerName: Type.String(),
  /** The way by its name. */
  gateway: Type.String(),
  /** What its answer names. */
  trace: Type.String(),
  serviceDate: DateSchema,
  askedAt: InstantSchema,
  askedBy: Type.String(),
  state: oneOf(inquiryStates),
  changedAt: InstantSchema,
  /** How often sending was tried. */
  attempts: Type.Integer(),
  /** What stands in the way; on an inquiry still asked, why it will be tried again. */
  problem: Type.Optional(RefusalView),
  /** What the answer said and what became of it; what to mend where the payer refused. */
  report: Type.Optional(EligibilityReport),
});
export type EligibilityInquiryView = Static<typeof EligibilityInquiryView>;

/** GET /api/patients/{patientId}/eligibility-inquiries */
export const EligibilityInquiries = Type.Object({
  /** Newest first. */
  inquiries: Type.Array(EligibilityInquiryView),
  /** For each coverage: the gateway by which it can be asked, or why it cannot. */
  ways: Type.Array(
    Type.Object({
      coverageId: IdSchema,
      gateway: Type.Optional(Type.String()),
      obstacle: Type.Optional(RefusalView),
    }),
  ),
});
export type EligibilityInquiries = Static<typeof EligibilityInquiries>;
