import { scopeKey } from '../estimate/scope.ts';
import { money } from '../estimate/money-words.ts';
import { cents, type Cents } from '../kernel/money.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { PlanStatement } from './plan-answer.ts';

/** Ours: no dental plan is known to limit, allow or charge more; a comma was forgotten, or a digit doubled. */
const unbelievable = cents(1_000_000_00);

type Limited = Extract<PlanStatement, { kind: 'deductible' | 'maximum' | 'remaining' }>;

/**
 * Amounts that cannot all be true, in this order: one that nobody believes, more left than there is, less for a
 * family than for one person, a deductible that the maximum could never pay for.
 */
export function refuseAmounts(statements: readonly PlanStatement[], at: string): Refusal | undefined {
  for (const [index, statement] of statements.entries()) {
    const refusal =
      refuseUnbelievable(statement) ??
      (isLimited(statement) ? refuseBeside(statement, statements.filter(isLimited)) : undefined);
    if (refusal) return { ...refusal, at: `${at}/${index}/amount` };
  }
  return undefined;
}

/** A statement held against what is known already; what nobody believes by itself does not count. */
export function refuseBesideKnown(
  statement: PlanStatement,
  known: readonly PlanStatement[],
): Refusal | undefined {
  for (const one of known) {
    const refusal = refuseAmounts([one], '') ? undefined : refuseAmounts([statement, one], '');
    if (refusal) return refusal;
  }
  return undefined;
}

function refuseUnbelievable(statement: PlanStatement): Refusal | undefined {
  return refuseAmount('amount' in statement ? statement.amount : undefined);
}

/** An amount that nobody believes of a plan. */
export function refuseAmount(amount: Cents | 'none' | undefined): Refusal | undefined {
  return amount !== undefined && amount !== 'none' && amount > unbelievable
    ? refuse('plan-answer/amount-unbelievable', { amount: money(amount) })
    : undefined;
}

function isLimited(statement: PlanStatement): statement is Limited {
  return ['deductible', 'maximum', 'remaining'].includes(statement.kind);
}

/** Amounts are held against each other where they are about the same services and period; undefined: it is no limit. */
export function limitKey(statement: PlanStatement): string | undefined {
  return isLimited(statement) ? `${scopeKey(statement.for)} ${statement.period}` : undefined;
}

function refuseBeside(statement: Limited, others: readonly Limited[]): Refusal | undefined {
  const same = others.filter((other) => limitKey(other) === limitKey(statement));
  if (statement.kind === 'remaining') {
    const whole = amountOf(same, statement.of, statement.per);
    return whole !== undefined && statement.amount > whole
      ? refuse('plan-answer/more-left-than-there-is', {
          left: money(statement.amount),
          whole: money(whole),
        })
      : undefined;
  }
  if (statement.amount === 'none') return undefined;
  const own = amountOf(same, statement.kind, 'individual');
  if (statement.per === 'family' && own !== undefined && statement.amount < own)
    return refuse('plan-answer/family-below-one', {
      family: money(statement.amount),
      one: money(own),
    });
  const most = amountOf(same, 'maximum', statement.per);
  if (statement.kind === 'deductible' && most !== undefined && most > 0 && statement.amount > most)
    return refuse('plan-answer/deductible-above-maximum', {
      deductible: money(statement.amount),
      maximum: money(most),
    });
  return undefined;
}

function amountOf(
  statements: readonly Limited[],
  kind: 'deductible' | 'maximum',
  per: Limited['per'],
): Cents | undefined {
  const found = statements.find((each) => each.kind === kind && each.per === per);
  return found === undefined || found.amount === 'none' ? undefined : found.amount;
}
