import { calendarDate } from '../kernel/calendar-date.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import type { EstimateRequest, Line, Plan } from './estimate-request.ts';
import { estimate, type Estimate } from './estimate.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { FactOf, StatedFact } from './plan-facts.ts';

export const code = procedureCode;
export const day = calendarDate;
/** Whole or broken dollars as cents. */
export const usd = (dollars: number) => cents(Math.round(dollars * 100));

export function line(text: string, fee: number, change: Partial<Line> = {}): Line {
  return {
    lineId: text.replace(' ', '-'),
    code: code(text.slice(0, 5)),
    date: day('2026-03-05'),
    fee: usd(fee),
    ...change,
  };
}

export function plan(facts: readonly StatedFact[], change: Partial<Plan> = {}): Plan {
  return {
    planId: 'p1',
    name: 'Plan One',
    kind: 'dental',
    order: { market: 'group', patientIs: 'subscriber', stated: 1 },
    facts,
    ...change,
  };
}

export function secondPlan(facts: readonly StatedFact[], change: Partial<Plan> = {}): Plan {
  const order = { market: 'group', patientIs: 'spouse', stated: 2 } as const;
  return plan(facts, { planId: 'p2', name: 'Plan Two', order, ...change });
}

export const percent = (value: number, about?: FactOf<'percentage'>['for']): StatedFact => ({
  kind: 'percentage',
  percent: value,
  ...(about && { for: about }),
});
export const allowed = (text: string, amount: number): StatedFact => ({
  kind: 'allowed',
  code: code(text),
  amount: usd(amount),
});
export const network = (participates = true): StatedFact => ({ kind: 'network', participates });
/** Pays the half, and no contract lowers the fee: every figure of a test is read off the fee. */
export const half: readonly StatedFact[] = [percent(50), network(false)];

export function deductible(amount: number, change: Partial<FactOf<'deductible'>> = {}): StatedFact {
  return { kind: 'deductible', amount: usd(amount), per: 'individual', period: 'benefit-year', ...change };
}

export function maximum(amount: number, change: Partial<FactOf<'maximum'>> = {}): StatedFact {
  return { kind: 'maximum', amount: usd(amount), per: 'individual', period: 'benefit-year', ...change };
}

export function entry(pays: number, change: Partial<LedgerEntry> = {}): LedgerEntry {
  return { planId: 'p1', state: 'paid', date: day('2026-02-02'), pays: usd(pays), ...change };
}

export function request(
  plans: readonly Plan[],
  lines: readonly Line[],
  change: Partial<EstimateRequest> = {},
): EstimateRequest {
  return {
    asOf: day('2026-03-01'),
    patient: { birthDate: day('1990-06-15') },
    plans: [...plans],
    lines: [...lines],
    ...change,
  };
}

export function estimated(...asked: Parameters<typeof request>): Estimate {
  const result = estimate(request(...asked));
  if (isRefusal(result)) throw new Error(result.code);
  return result;
}
