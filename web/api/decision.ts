import { useQuery } from '@tanstack/react-query';
import type { OptionsForPatient, PlanForPatient } from '#contract/for-patient.ts';
import { get } from './client.ts';

export function useOptionsForPatient(caseId: string, sheetId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'for-patient', sheetId],
    queryFn: () => get<OptionsForPatient>(`/api/cases/${caseId}/for-patient/options/${sheetId}`),
  });
}

export function usePlanForPatient(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'for-patient', 'plan'],
    queryFn: () => get<PlanForPatient>(`/api/cases/${caseId}/for-patient/plan`),
  });
}
