import { scopeKey } from '../estimate/scope.ts';
import type { Cents } from '../kernel/money.ts';
import type { PlanStatement } from './plan-answer.ts';
import type { SaidOfPlan } from './plan-knowledge.ts';

/**
 * The deductible or maximum of which somebody said what is left: the one of the same answer; without one, the last
 * that was told before. One that was told later, by somebody else, may be another limit than the one of which this was
 * left: then it is not known. `followed` are the words that count, `others` those that were set aside.
 */
export function limitOfRest(
  rest: SaidOfPlan & { readonly statement: Extract<PlanStatement, { kind: 'remaining' }> },
  followed: readonly SaidOfPlan[],
  others: readonly SaidOfPlan[],
): Cents | undefined {
  const isLimit = ({ statement: limit }: SaidOfPlan) =>
    limit.kind === rest.statement.of &&
    scopeKey(limit.for) === scopeKey(rest.statement.for) &&
    limit.per === rest.statement.per &&
    limit.period === rest.statement.period;
  const [asked, answer] = occasion(rest);
  const own = [...followed, ...others].filter(isLimit).find((limit) => occasion(limit)[1] === answer);
  const before = followed.filter((limit) => isLimit(limit) && occasion(limit)[0] <= asked);
  const limit = (own ?? before.toSorted((one, other) => (occasion(one)[0] < occasion(other)[0] ? 1 : -1))[0])
    ?.statement;
  return limit !== undefined && 'amount' in limit && limit.amount !== 'none' ? limit.amount : undefined;
}

function occasion({ basis }: SaidOfPlan): readonly [learnedAt: string, answer: string] {
  if (basis.kind !== 'fact') throw new Error('what is said of a plan rests on what somebody said');
  return [basis.learnedAt, basis.factId];
}
