import type { PlanStatement } from './plan-answer.ts';

type OfPayment = Extract<PlanStatement, { kind: 'status' | 'percentage' | 'copay' }>;

/** Whether something is paid, or how much of it; that it is unknown is no word of it. */
export function saysWhatIsPaid(statement: PlanStatement): statement is OfPayment {
  if (statement.kind === 'status') return statement.status !== 'unknown';
  return statement.kind === 'percentage' || statement.kind === 'copay';
}
