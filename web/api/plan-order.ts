import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PlanOrderView, SolvedPlan, SolvePlan } from '#contract/plan-order.ts';
import { get, post } from './client.ts';

/** What is to be ordered, in the reader's language, and the orders that were kept. */
export function usePlanOrder(caseId: string) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['case', caseId, 'plan-order', i18n.language],
    queryFn: () => get<PlanOrderView>(`/api/cases/${caseId}/plan-order`),
  });
}

export function useSolvePlan(caseId: string) {
  return useMutation({
    mutationFn: ({ body, signal }: { readonly body: SolvePlan; readonly signal: AbortSignal }) =>
      post<SolvedPlan>(`/api/cases/${caseId}/solve-plan`, body, 'POST', signal),
  });
}
