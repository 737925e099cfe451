import type { EstimateRequest } from './estimate-request.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { hasLapsed } from './opening-accumulators.ts';
import { dayThatCounts } from './own-benefit.ts';
import type { PlanTerms } from './plan-terms.ts';
import { reservedFor } from './reserved-for.ts';

/** What stands in the books of a plan: what is reserved for a line on the day of it that counts for the plan. */
export function entriesOfPlan(
  terms: PlanTerms,
  { history = [], lines, asOf }: Pick<EstimateRequest, 'history' | 'lines' | 'asOf'>,
): readonly LedgerEntry[] {
  return history
    .filter(({ planId }) => planId === terms.plan.planId)
    .map((entry) => {
      const line = lines.find(({ lineId }) => lineId === entry.lineId);
      return reservedFor(entry, line && dayThatCounts(terms.ofCode(line.code), line));
    })
    .filter((entry) => !hasLapsed(entry, asOf));
}
