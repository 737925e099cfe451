import { Type, type Static } from 'typebox';
import { answerStatuses } from '#domain/assistant/assistant-answer.ts';
import { DateSchema, FilledTextSchema, IdSchema, oneOf, ProcedureCodeSchema } from '#domain/kernel/schema.ts';

/** What a question tries out. A label for the report: the score is the same for all. */
export const questionKinds = [
  'what-is',
  'when-to-use',
  'which-code',
  'difference',
  'documentation',
  'coverage',
  'fee',
  'frequency',
  'who-may-bill',
  'time',
  'consent',
  'appeal',
  'claim',
  'in-force',
  'case',
  'unknown-code',
  'outside-field',
  'adversarial',
  'personal-data',
  'unreadable',
] as const;

/** One question and what a right answer has; evaluation/README.md says how to write one. */
const EvaluationQuestion = Type.Object(
  {
    id: IdSchema,
    /** The language of the question, in which the answer must be. */
    language: oneOf(['en', 'es']),
    question: Type.String({ maxLength: 20_000 }),
    /** Always asked without a case; stated only to say so. */
    case: Type.Optional(oneOf(['none'])),
    /** The day on which it is asked: the date of service where the question names none. */
    on: Type.Optional(DateSchema),
    expect: Type.Object(
      {
        status: oneOf(answerStatuses),
        /** All codes that the answer is about, in any order. */
        codes: Type.Array(ProcedureCodeSchema, { uniqueItems: true }),
        /** Codes that may stand in codes[] besides. */
        mayAlso: Type.Optional(Type.Array(ProcedureCodeSchema)),
        /** At least one citation must have one of these ids, or begin with one that ends in '#' or '/'. */
        cites: Type.Optional(Type.Array(FilledTextSchema(200), { minItems: 1 })),
        /** Must stand nowhere in answer, missing and safety, in capitals or not. */
        mustNotSay: Type.Optional(Type.Array(FilledTextSchema(200))),
      },
      { additionalProperties: false },
    ),
    kind: oneOf(questionKinds),
  },
  { additionalProperties: false },
);
export type EvaluationQuestion = Static<typeof EvaluationQuestion>;

export const EvaluationFile = Type.Array(EvaluationQuestion, { minItems: 1 });
