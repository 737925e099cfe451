import type { PlanFact } from '../estimate/plan-facts.ts';
import { subjectOf } from '../estimate/refuse-facts.ts';
import { scopeKey } from '../estimate/scope.ts';
import type { PlanStatement } from './plan-answer.ts';

export function isEstimatorFact(statement: PlanStatement): statement is PlanFact {
  return !['remaining', 'in-force', 'place', 'last-service', 'not-said'].includes(statement.kind);
}

/** What a statement is about: two different statements about the same cannot both hold. */
export function statementSubject(statement: PlanStatement): string {
  switch (statement.kind) {
    case 'remaining':
      return ['remaining', statement.of, scopeKey(statement.for), statement.per, statement.period].join(' ');
    case 'in-force':
    case 'place':
      return statement.kind;
    case 'last-service':
      // Two services on two days do not contradict each other.
      return `last-service ${statement.code} ${statement.on}`;
    case 'not-said':
      return `not-said ${statement.question} ${statement.code ?? statement.category ?? ''}`;
    default:
      return subjectOf(statement);
  }
}
