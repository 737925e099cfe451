import { Type, type Static } from 'typebox';
import type { Instant } from '../kernel/calendar-date.ts';
import { FilledTextSchema, IdSchema, TextSchema } from '../kernel/schema.ts';
import type { BenefitFact } from './benefit-fact.ts';
import type { PlanAnswer } from './plan-answer.ts';
import { statementSubject } from './statement-subject.ts';

/**
 * Something about a benefit was recorded in error: another patient's card, a number that was misheard. What was
 * recorded stays in the record with the reason; nothing follows it any more, and what it replaced counts again.
 */
export const BenefitWithdrawal = Type.Object({
  coverageId: IdSchema,
  /** The benefit fact, or the answer about the plan. */
  recordId: IdSchema,
  /** Of an answer, the one statement that is wrong; absent: all of them. */
  subject: Type.Optional(TextSchema(200)),
  reason: FilledTextSchema(300),
});
export type BenefitWithdrawal = Static<typeof BenefitWithdrawal>;

/** What was taken back: a benefit fact, or the statements of an answer that were wrong. */
export interface Withdrawn {
  readonly withdrawal: BenefitWithdrawal;
  readonly withdrawnAt: Instant;
  readonly told: { readonly fact: BenefitFact } | { readonly answer: PlanAnswer };
}

type Told = Withdrawn['told'];

/** What a withdrawal takes back, and the answer that is left of it; undefined where there is nothing of the kind. */
export function takeBack(
  { recordId, coverageId, subject }: BenefitWithdrawal,
  facts: readonly BenefitFact[],
  answers: readonly PlanAnswer[],
): { readonly told: Told; readonly left: PlanAnswer | undefined } | undefined {
  const fact = facts.find((each) => each.factId === recordId && each.coverageId === coverageId);
  if (fact) return { told: { fact }, left: undefined };
  const answer = answers.find((each) => each.answerId === recordId && each.coverageId === coverageId);
  if (!answer) return undefined;
  const isWrong = (statement: PlanAnswer['statements'][number]) =>
    subject === undefined || statementSubject(statement) === subject;
  const wrong = answer.statements.filter(isWrong);
  const right = answer.statements.filter((statement) => !isWrong(statement));
  if (wrong.length === 0) return undefined;
  return {
    told: { answer: { ...answer, statements: wrong } },
    left: right.length === 0 ? undefined : { ...answer, statements: right },
  };
}
