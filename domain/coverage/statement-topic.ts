import { codesOf } from '../estimate/code-category.ts';
import type { PlanStatement } from './plan-answer.ts';

/** The heads under which a coordinator looks for a statement, in the order in which they are asked for. */
export const statementTopics = ['plan', 'amounts', 'codes', 'limits'] as const;
export type StatementTopic = (typeof statementTopics)[number];

const topics: Record<PlanStatement['kind'], StatementTopic> = {
  'in-force': 'plan',
  'benefit-year': 'plan',
  network: 'plan',
  coordination: 'plan',
  place: 'plan',
  'write-off': 'plan',
  'date-that-counts': 'plan',
  group: 'plan',
  maximum: 'amounts',
  deductible: 'amounts',
  remaining: 'amounts',
  orthodontics: 'amounts',
  status: 'codes',
  percentage: 'codes',
  copay: 'codes',
  allowed: 'codes',
  'alternate-benefit': 'codes',
  predetermination: 'codes',
  'waiting-period': 'limits',
  frequency: 'limits',
  'no-frequency-limit': 'limits',
  'not-said': 'limits',
  'last-service': 'limits',
  'age-limit': 'limits',
  'missing-tooth': 'limits',
};

export function topicOf({ kind }: PlanStatement): StatementTopic {
  return topics[kind];
}

/** Orders statements by topic, then everything before single codes, then by the numbers that they are about. */
export function byTopic(one: PlanStatement, other: PlanStatement): number {
  const topic = statementTopics.indexOf(topicOf(one)) - statementTopics.indexOf(topicOf(other));
  if (topic !== 0) return topic;
  const [first, second] = [placeOf(one), placeOf(other)];
  return first < second ? -1 : Number(first > second);
}

function placeOf(statement: PlanStatement): string {
  if ('code' in statement) return statement.code;
  const scope = 'for' in statement ? statement.for : undefined;
  if (scope === undefined) return '';
  return scope.code ?? (scope.category === undefined ? 'D' : codesOf(scope.category));
}
