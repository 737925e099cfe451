import type { FactOf, Scope } from '../estimate/plan-facts.ts';
import { closeness, closest } from '../estimate/scope.ts';
import type { CoverageQuestion } from './coverage-question.ts';
import type { PlanStatement } from './plan-answer.ts';
import { planKnowledge, type PlanKnowledge, type SaidOfPlan } from './plan-knowledge.ts';
import type { Basis } from './payer-answer.ts';

/** A statement of one kind that is followed, with what it is about and who made it. */
export interface SaidOf<Kind extends PlanStatement['kind']> {
  readonly for?: Scope;
  readonly statement: Extract<PlanStatement, { kind: Kind }>;
  readonly basis: Basis;
}

/** What is known of the plan that a question about a code asks of, on its day of service. */
export interface PlanWords {
  readonly knowledge: PlanKnowledge;
  readonly followed: readonly SaidOfPlan[];
  readonly groups: readonly FactOf<'group'>[];
}

export function planWords({
  coverage,
  facts,
  planAnswers,
  serviceDate,
  timeZone,
}: CoverageQuestion): PlanWords {
  const knowledge =
    coverage === undefined
      ? { subjects: [], unanswered: [], outOfDate: [] }
      : planKnowledge({ benefitFacts: facts, planAnswers }, coverage.coverageId, serviceDate, timeZone);
  const followed = knowledge.subjects.flatMap((subject) => subject.followed ?? []);
  return {
    knowledge,
    followed,
    groups: followed.flatMap(({ statement }) => (statement.kind === 'group' ? statement : [])),
  };
}

export function saidOf<Kind extends PlanStatement['kind']>(
  said: readonly SaidOfPlan[],
  kind: Kind,
): readonly SaidOf<Kind>[] {
  return said.flatMap(({ statement, basis }) => {
    if (!isOf(statement, kind)) return [];
    const scope = 'for' in statement ? statement.for : undefined;
    return { statement, basis, ...(scope === undefined ? {} : { for: scope }) };
  });
}

function isOf<Kind extends PlanStatement['kind']>(
  statement: PlanStatement,
  kind: Kind,
): statement is Extract<PlanStatement, { kind: Kind }> {
  return statement.kind === kind;
}

/** The words of a kind that are about the code most closely: the code itself, a group, its category, everything. */
export function closestOf<Kind extends PlanStatement['kind']>(
  { followed, groups }: PlanWords,
  { code }: Pick<CoverageQuestion, 'code'>,
  kind: Kind,
): readonly SaidOf<Kind>[] {
  return closest(saidOf(followed, kind), code, groups);
}

export function isAbout(
  { groups }: PlanWords,
  code: CoverageQuestion['code'],
  scope: Scope | undefined,
): boolean {
  return closeness(scope, code, groups) >= 0;
}

/** Whether it came with an answer about the plan, and not from a benefit fact of the code. */
export function isOfPlanAnswer({ planAnswers }: CoverageQuestion, basis: Basis): boolean {
  return basis.kind === 'fact' && planAnswers.some(({ value }) => value.answerId === basis.factId);
}
