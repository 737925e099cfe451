import { Type, type Static } from 'typebox';
import { callTopics, questionKinds } from '#domain/coverage/call-question.ts';
import { codeCategories } from '#domain/estimate/code-category.ts';
import { DateSchema, IdSchema, oneOf, ProcedureCodeSchema } from '#domain/kernel/schema.ts';
import { Message, ObstacleView, SaidOfPlanView } from './views.ts';

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
  /** Who was asked before and could not say. */
  askedInVain: Type.Optional(SaidOfPlanView),
});
export type CallQuestionView = Static<typeof CallQuestionView>;

/** D9992 on the day of service: the five parts of the answer, what stands in the way, and who says otherwise. */
const CoordinationView = Type.Object({
  payable: oneOf(['yes', 'no', 'unknown']),
  message: Message,
  parts: Type.Array(
    Type.Object({
      about: oneOf(['paid', 'often', 'who', 'fee', 'documentation']),
      /** Empty where nobody knows. */
      says: Type.Array(Message),
      bases: Type.Array(Message),
      /** The question of a call that finds it out. */
      questionId: Type.String(),
    }),
  ),
  obstacles: Type.Array(ObstacleView),
  conflicts: Type.Array(Type.Object({ words: Message, followed: Message, setAside: Message })),
  mayChargePatient: oneOf(['no', 'with-agreement', 'unknown']),
  mayChargeReason: Message,
});
export type CoordinationView = Static<typeof CoordinationView>;

/** GET /api/cases/{caseId}/coverages/{coverageId}/benefits: what one coverage pays on a day of service, for a case. */
export const BenefitsView = Type.Object({
  coverageId: IdSchema,
  payerName: Type.String(),
  payerTelephone: Type.Optional(Type.String()),
  serviceDate: DateSchema,
  coordination: CoordinationView,
  questions: Type.Array(CallQuestionView),
});
export type BenefitsView = Static<typeof BenefitsView>;
