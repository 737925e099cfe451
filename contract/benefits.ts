import { Type, type Static } from 'typebox';
import { callTopics, questionKinds } from '#domain/coverage/call-question.ts';
import { codeCategories } from '#domain/estimate/code-category.ts';
import { DateSchema, IdSchema, oneOf, ProcedureCodeSchema } from '#domain/kernel/schema.ts';
import { Message, SaidOfPlanView } from './views.ts';

/** One question of a call to the payer; `open` is false where it is known and fresh, and `known` says from whom. */
const CallQuestionView = Type.Object({
  question: Type.Object({
    id: Type.String(),
    kind: oneOf(questionKinds),
    topic: oneOf(callTopics),
    code: Type.Optional(ProcedureCodeSchema),
    category: Type.Optional(oneOf(codeCategories)),
  }),
  open: Type.Boolean(),
  known: Type.Array(SaidOfPlanView),
  /** What an answer about D9992 rests on. */
  basis: Type.Optional(Message),
});
export type CallQuestionView = Static<typeof CallQuestionView>;

/** GET /api/cases/{caseId}/coverages/{coverageId}/benefits: what one coverage pays on a day of service, for a case. */
export const BenefitsView = Type.Object({
  coverageId: IdSchema,
  payerName: Type.String(),
  payerTelephone: Type.Optional(Type.String()),
  serviceDate: DateSchema,
  questions: Type.Array(CallQuestionView),
});
export type BenefitsView = Static<typeof BenefitsView>;
