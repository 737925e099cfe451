import { useQuery } from '@tanstack/react-query';
import type { CaseEstimateView } from '#contract/case-estimate.ts';
import type { CaseLedgerView } from '#contract/case-ledger.ts';
import { get } from './client.ts';

/** What the plan of a case is expected to cost; asked again whenever the case changes. */
export function useCaseEstimate(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'estimate'],
    queryFn: () => get<CaseEstimateView>(`/api/cases/${caseId}/estimate`),
  });
}

/** What every limit of every coverage has left, and who used it; asked again whenever the case changes. */
export function useCaseLedger(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'ledger'],
    queryFn: () => get<CaseLedgerView>(`/api/cases/${caseId}/ledger`),
  });
}
