import { limitOfRest } from '../coverage/limit-of-rest.ts';
import type { PlanKnowledge, SaidOfPlan } from '../coverage/plan-knowledge.ts';
import { dayOf } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { benefitYearStart } from './benefit-year.ts';
import type { Plan } from './estimate-request.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { FactOf } from './plan-facts.ts';
import { sourceOf } from './plan-of-coverage.ts';
import { scopeKey } from './scope.ts';

type Limit = FactOf<'deductible'> | FactOf<'maximum'>;

/**
 * What was used according to the payer's word of what is left, beyond the uses that are recorded one by one: those
 * that it had paid by that day are part of its word and are not counted again. Where the limit of which it was left is
 * not known, neither is what was used; where nothing more was used an entry of nothing says so, and the estimate does not
 * ask for it.
 */
export function toldUses(
  plan: Plan,
  { subjects }: PlanKnowledge,
  recorded: readonly LedgerEntry[],
  timeZone: string,
): readonly LedgerEntry[] {
  const limits = plan.facts.flatMap((fact) => (isLimit(fact) ? [fact] : []));
  const begins = plan.facts.find((fact) => fact.kind === 'benefit-year')?.begins ?? '01-01';
  const said = subjects.flatMap(({ followed }) => followed ?? []);
  const setAside = subjects.flatMap(({ contrary }) => contrary);
  const own: LedgerEntry[] = [];
  for (const per of ['individual', 'family'] as const)
    for (const followed of said) {
      const used = usedOf(followed, per, limits, { said, setAside }, timeZone);
      if (!used) continue;
      const { date } = used;
      const counted = [...recorded, ...own].filter(
        (entry) =>
          entry.planId === plan.planId &&
          entry.state === 'paid' &&
          entry.date <= date &&
          (used.lifetime || benefitYearStart(entry.date, begins) === benefitYearStart(date, begins)) &&
          (per === 'family' || entry.member !== 'family') &&
          (entry.for === undefined ? used.scope === undefined : scopeKey(entry.for) === scopeKey(used.scope)),
      );
      const field = used.of === 'maximum' ? 'pays' : 'deductible';
      const rest = Math.max(0, used.amount - counted.reduce((sum, entry) => sum + (entry[field] ?? 0), 0));
      own.push({
        planId: plan.planId,
        state: 'paid',
        date,
        pays: cents(used.of === 'maximum' ? rest : 0),
        ...(used.of === 'deductible' ? { deductible: cents(rest) } : {}),
        ...(used.scope === undefined ? {} : { for: used.scope }),
        ...(per === 'family' ? { member: 'family' } : {}),
        source: sourceOf(followed.basis, timeZone).kind,
      });
    }
  return own;
}

function isLimit(fact: Plan['facts'][number]): fact is Limit {
  return fact.kind === 'deductible' || fact.kind === 'maximum';
}

function usedOf(
  { statement, basis }: SaidOfPlan,
  per: 'individual' | 'family',
  limits: readonly Limit[],
  { said, setAside }: { readonly said: readonly SaidOfPlan[]; readonly setAside: readonly SaidOfPlan[] },
  timeZone: string,
) {
  if (statement.kind !== 'remaining' || statement.per !== per || basis.kind !== 'fact') return undefined;
  const isLimited = limits.some(
    (fact) =>
      fact.amount !== 'none' &&
      fact.kind === statement.of &&
      fact.per === per &&
      fact.period === statement.period &&
      scopeKey(fact.for) === scopeKey(statement.for),
  );
  // With no word about the limit, what is left of it stands in its place, and nothing of that is used.
  const isAlone = !said.some(
    (other) =>
      other.statement.kind === statement.of &&
      other.statement.per === per &&
      other.statement.period === statement.period &&
      scopeKey(other.statement.for) === scopeKey(statement.for),
  );
  const whole = !isLimited
    ? undefined
    : isAlone
      ? statement.amount
      : limitOfRest({ statement, basis }, said, setAside);
  if (whole === undefined) return undefined;
  return {
    of: statement.of,
    scope: statement.for,
    lifetime: statement.period === 'lifetime',
    amount: Math.max(0, whole - statement.amount),
    date: dayOf(basis.learnedAt, timeZone),
  };
}
