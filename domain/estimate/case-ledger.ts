import { isRefusal } from '../kernel/refusal.ts';
import type { CaseRequest } from './case-request.ts';
import { estimate } from './estimate.ts';
import { frequenciesOf, type FrequencyAccount } from './ledger-frequencies.ts';
import { ledgerOf, type LedgerAccount } from './ledger.ts';
import { codesOf, planTerms } from './plan-terms.ts';

export interface CaseLedger {
  readonly accounts: readonly LedgerAccount[];
  readonly frequencies: readonly FrequencyAccount[];
}

/**
 * The ledger of a case for every coverage of the patient: of those that pay for the plan with what the plan would take,
 * of the others, and of all where nothing is priced or the coverages contradict each other, without. A maximum that
 * nobody told is tried as used up and as not there; neither is an account.
 */
export function caseLedger({ request, others }: CaseRequest): CaseLedger {
  const found = request.lines.length === 0 ? undefined : estimate(request);
  const estimated = found === undefined || isRefusal(found) ? undefined : found;
  const alone = estimated ? [others] : [others, { plans: request.plans, history: request.history ?? [] }];
  const beside = alone.flatMap(({ plans, history }) =>
    plans.map((plan, index) => {
      const asked = { history, lines: [], asOf: request.asOf };
      const terms = planTerms(plan, index, ({ candidates }) => candidates - 1, codesOf(asked), true);
      return { accounts: ledgerOf(terms, asked, []), frequencies: frequenciesOf(terms, asked) };
    }),
  );
  const all = [...request.plans, ...others.plans];
  const withMaximum = new Set(
    all.flatMap(({ planId, facts }) => (facts.some(({ kind }) => kind === 'maximum') ? [planId] : [])),
  );
  return {
    accounts: [...(estimated?.ledger ?? []), ...beside.flatMap(({ accounts }) => accounts)].filter(
      ({ planId, kind, limit }) => limit > 0 || (kind === 'maximum' && withMaximum.has(planId)),
    ),
    frequencies: [...(estimated?.frequencies ?? []), ...beside.flatMap(({ frequencies }) => frequencies)],
  };
}
