import { Type, type Static } from 'typebox';
import { codeCategories, type CodeCategory } from '../estimate/code-category.ts';
import { factSchemas, strict, type PlanFact, type Scope } from '../estimate/plan-facts.ts';
import {
  CentsSchema,
  DateSchema,
  IdSchema,
  InstantSchema,
  oneOf,
  ProcedureCodeSchema,
} from '../kernel/schema.ts';
import type { Cents } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { FactSource } from './benefit-fact.ts';
import { questionKinds, type QuestionKind } from './call-question.ts';

/** What is left of a deductible or a maximum on the day of the answer. */
interface RemainingStatement {
  readonly kind: 'remaining';
  readonly of: 'deductible' | 'maximum';
  readonly for?: Scope;
  readonly per: 'individual' | 'family';
  readonly period: 'benefit-year' | 'lifetime';
  readonly amount: Cents;
}

/** Whether the plan is in force, as its payer says it. */
interface InForceStatement {
  readonly kind: 'in-force';
  readonly active: boolean;
  readonly from?: CalendarDate;
  readonly through?: CalendarDate;
}

/** Where among the patient's plans the payer says that this one pays: 1 is primary. */
interface PlaceStatement {
  readonly kind: 'place';
  readonly place: 1 | 2 | 3;
}

/** The payer has a service of this code on file, whoever did it. */
interface LastServiceStatement {
  readonly kind: 'last-service';
  readonly code: ProcedureCode;
  readonly on: CalendarDate;
}

/** The source was asked and could not say: still not known, and known to have been asked. */
interface NotSaidStatement {
  readonly kind: 'not-said';
  readonly question: QuestionKind;
  readonly code?: ProcedureCode;
  readonly category?: CodeCategory;
}

/** The words of the estimator, and those of an answer that an estimate does not start from. */
export type PlanStatement =
  PlanFact | RemainingStatement | InForceStatement | PlaceStatement | LastServiceStatement | NotSaidStatement;

const PlanStatement = Type.Unsafe<PlanStatement>(
  Type.Union([
    ...Object.values(factSchemas),
    Type.Object(
      {
        kind: Type.Literal('remaining'),
        of: oneOf(['deductible', 'maximum']),
        for: factSchemas.percentage.properties.for,
        per: factSchemas.maximum.properties.per,
        period: factSchemas.maximum.properties.period,
        amount: CentsSchema,
      },
      strict,
    ),
    Type.Object(
      {
        kind: Type.Literal('in-force'),
        active: Type.Boolean(),
        from: Type.Optional(DateSchema),
        through: Type.Optional(DateSchema),
      },
      strict,
    ),
    Type.Object(
      {
        kind: Type.Literal('place'),
        place: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)]),
      },
      strict,
    ),
    Type.Object({ kind: Type.Literal('last-service'), code: ProcedureCodeSchema, on: DateSchema }, strict),
    Type.Object(
      {
        kind: Type.Literal('not-said'),
        question: oneOf(questionKinds),
        code: Type.Optional(ProcedureCodeSchema),
        category: Type.Optional(oneOf(codeCategories)),
      },
      strict,
    ),
  ]),
);

/** What one source said about a plan on one occasion: a 271, a call, a booklet. Source and dates hold for all of it. */
export const PlanAnswer = Type.Object({
  answerId: IdSchema,
  coverageId: IdSchema,
  statements: Type.Array(PlanStatement, { minItems: 1, maxItems: 300 }),
  source: FactSource,
  learnedAt: InstantSchema,
  /** Last day on which it may be relied on; absent: ask again when the year turns. */
  goodThrough: Type.Optional(DateSchema),
  /** An earlier answer that was wrong: it is kept, and followed no more. */
  replaces: Type.Optional(IdSchema),
});
export type PlanAnswer = Static<typeof PlanAnswer>;
