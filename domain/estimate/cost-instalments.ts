import type { Pool } from './accumulators.ts';
import type { Line } from './estimate-request.ts';
import { monthsOfStep, orthodonticExpenses } from './orthodontic-expenses.ts';
import type { PlanTerms } from './plan-terms.ts';

/** Instalments of a line that take their turn between other lines which draw on the same limits. */
export interface InstalmentTurns {
  /** Months after banding; without banding itself. */
  readonly months: readonly number[];
  /** The ids of the other lines. */
  readonly among: readonly string[];
}

/** Under one plan; nothing where nobody else draws on the limits of the line, or it is not paid over time. */
export function instalmentTurns(
  terms: PlanTerms,
  { lineId, code, orthodontics, fee, quantity = 1 }: Line,
  lines: readonly Line[],
): InstalmentTurns | undefined {
  const [how] = terms.facts.orthodontics;
  if (!how || !orthodontics) return undefined;
  const own = poolsOf(terms, code);
  const among = lines.filter(
    (other) => other.lineId !== lineId && poolsOf(terms, other.code).some((pool) => own.includes(pool)),
  );
  if (among.length === 0) return undefined;
  // In a plan of work nothing ends early: what is moved is moved whole.
  const { bandedOn, months: length } = orthodontics;
  const months = orthodonticExpenses(how, { bandedOn, months: length }, fee * quantity).map(
    (_, index) => index * monthsOfStep(how),
  );
  return { months: months.slice(1), among: among.map((other) => other.lineId) };
}

function poolsOf({ ofCode }: PlanTerms, code: Line['code']): readonly Pool[] {
  const { deductibles, maximums } = ofCode(code);
  return [deductibles.specific, deductibles.general, ...maximums].filter((pool) => pool !== undefined);
}
