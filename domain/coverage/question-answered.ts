import { closeness } from '../estimate/scope.ts';
import type { FactOf } from '../estimate/plan-facts.ts';
import type { BenefitFact } from './benefit-fact.ts';
import type { CallQuestion } from './call-question.ts';
import type { PlanStatement } from './plan-answer.ts';
import { saysWhatIsPaid } from './says-what-is-paid.ts';

/** Whether a statement answers a question about the plan, or part of it; of D9992 speak benefit facts, and of how often statements too. */
export function speaksOf(
  statement: PlanStatement,
  { kind, code, category }: CallQuestion,
  groups: readonly FactOf<'group'>[],
): boolean {
  const fits = (scope: Parameters<typeof closeness>[0], atLeast: number) =>
    code !== undefined && closeness(scope, code, groups) >= atLeast;
  switch (kind) {
    case 'in-force':
    case 'benefit-year':
    case 'network':
      return statement.kind === kind;
    case 'coordination-of-benefits':
      return statement.kind === 'coordination' || statement.kind === 'place';
    case 'deductible':
      return (
        (statement.kind === 'deductible' ||
          (isLeft(statement, 'deductible') && statement.per === 'individual')) &&
        statement.for === undefined
      );
    case 'maximum':
      return (
        (statement.kind === 'maximum' || isLeft(statement, 'maximum')) &&
        statement.for === undefined &&
        statement.per === 'individual' &&
        statement.period === 'benefit-year'
      );
    case 'family-limits':
      return (
        (statement.kind === 'maximum' || statement.kind === 'remaining') &&
        statement.for === undefined &&
        statement.per === 'family'
      );
    case 'category-percentage':
      return statement.kind === 'percentage' && statement.for?.category === category;
    case 'age-limit':
      return statement.kind === kind && (statement.for === undefined || statement.for.category === category);
    case 'orthodontic-instalments':
      return statement.kind === 'orthodontics';
    case 'orthodontic-maximum':
      return (
        (statement.kind === 'maximum' || isLeft(statement, 'maximum')) &&
        statement.for?.category === 'orthodontics'
      );
    case 'code-terms':
      // What a plan pays for everything says little of one code: plans tell classes of service apart.
      return saysWhatIsPaid(statement) && fits(statement.for, 1);
    case 'waiting-period':
      return statement.kind === kind && (statement.for === undefined || statement.for.category === category);
    case 'frequency':
      return (
        (((statement.kind === kind && statement.per !== 'not-said') ||
          statement.kind === 'no-frequency-limit') &&
          fits(statement.for, 1)) ||
        (statement.kind === 'last-service' && statement.code === code)
      );
    case 'missing-tooth':
      return statement.kind === kind && fits(statement.for, 0);
    case 'alternate-benefit':
      return statement.kind === kind && statement.code === code;
    case 'coordination-often':
      return (
        (statement.kind === 'frequency' || statement.kind === 'no-frequency-limit') &&
        statement.for?.code === code
      );
    case 'coordination-paid':
    case 'who-may-perform':
    case 'documentation':
    case 'coordination-fee':
      return false;
  }
}

function isLeft(
  statement: PlanStatement,
  of: 'deductible' | 'maximum',
): statement is Extract<PlanStatement, { kind: 'remaining' }> {
  return statement.kind === 'remaining' && statement.of === of;
}

/** Whether a benefit fact answers a question about D9992. */
export function answersOfCoordination(fact: BenefitFact, { kind, code }: CallQuestion): boolean {
  if (fact.code !== code) return false;
  switch (kind) {
    case 'coordination-paid':
      return fact.status !== 'unknown';
    case 'coordination-often':
      return fact.frequency !== undefined;
    case 'who-may-perform':
      return fact.performers !== undefined || fact.whoMayPerform !== undefined;
    case 'documentation':
      return fact.documentation !== undefined;
    case 'coordination-fee':
      return fact.allowed !== undefined;
    default:
      return false;
  }
}
