import { Type, type Static } from 'typebox';
import { DateSchema, FilledTextSchema, IdSchema, InstantSchema, oneOf } from '#domain/kernel/schema.ts';
import { inquiryStates } from './eligibility.ts';
import { RefusalView } from './views.ts';

/** Somebody whom a file of a payer speaks of, as the payer writes them. */
const AnsweredPersonView = Type.Object({
  firstName: Type.String(),
  lastName: Type.String(),
  birthDate: Type.Optional(DateSchema),
  memberId: Type.String(),
  payerName: Type.String(),
});

/** What came through a gateway and was taken for nobody. */
export const SetAsideAnswerView = Type.Object({
  setAsideId: IdSchema,
  gateway: Type.String(),
  /** Of the file, with the number of the part where it was one of several. */
  name: Type.String(),
  at: InstantSchema,
  /** What happened, why, and what to do. */
  problem: RefusalView,
  about: Type.Array(AnsweredPersonView),
  /** False where it was too large to be kept. */
  kept: Type.Boolean(),
  settled: Type.Optional(
    Type.Object({
      how: oneOf(['assigned', 'dismissed']),
      at: InstantSchema,
      by: Type.String(),
      reason: Type.Optional(Type.String()),
      patientId: Type.Optional(IdSchema),
    }),
  ),
});
export type SetAsideAnswerView = Static<typeof SetAsideAnswerView>;

/** GET /api/set-aside-answers: open ones first, oldest first; then what was settled, newest first. */
export const SetAsideAnswers = Type.Object({ answers: Type.Array(SetAsideAnswerView) });
export type SetAsideAnswers = Static<typeof SetAsideAnswers>;

/** A coverage to which an answer can belong: name, day of birth and member number agree well enough. */
const CandidateView = Type.Object({
  patientId: IdSchema,
  patientName: Type.String(),
  birthDate: DateSchema,
  coverageId: IdSchema,
  payerName: Type.String(),
});

/** GET /api/set-aside-answers/{setAsideId}/candidates */
export const SetAsideCandidates = Type.Object({ candidates: Type.Array(CandidateView) });
export type SetAsideCandidates = Static<typeof SetAsideCandidates>;

/** POST /api/set-aside-answers/{setAsideId}/assign */
export const AssignAnswer = Type.Object({
  patientId: IdSchema,
  coverageId: IdSchema,
  /** Somebody looked at what differs and says that it is the patient all the same. */
  confirmed: Type.Optional(Type.Boolean()),
});

/** POST /api/set-aside-answers/{setAsideId}/dismiss */
export const DismissAnswer = Type.Object({ reason: FilledTextSchema(500) });

/** POST /api/gateways/{name}/try: somebody answered there, or its folders can be used. Anything else is a refusal. */
export const TriedGateway = Type.Object({
  /** Of the answer; absent for folders. */
  status: Type.Optional(Type.Integer()),
});
export type TriedGateway = Static<typeof TriedGateway>;

/** GET /api/gateways: the ways to payers that this practice may choose, and those that its payers have chosen. */
export const GatewaysView = Type.Object({
  gateways: Type.Array(
    Type.Object({
      name: Type.String(),
      /** Absent where a payer has it and this server has not. */
      kind: Type.Optional(oneOf(['core', 'file-drop'])),
      payers: Type.Array(Type.String()),
      /** What is wrong with it now, as far as can be seen from here. */
      problem: Type.Optional(RefusalView),
      /** The inquiry of the practice that moved last. */
      last: Type.Optional(
        Type.Object({
          state: oneOf(inquiryStates),
          at: InstantSchema,
          problem: Type.Optional(RefusalView),
        }),
      ),
    }),
  ),
});
export type GatewaysView = Static<typeof GatewaysView>;
