import { useQuery } from '@tanstack/react-query';
import type { OptionsForPatient } from '#contract/for-patient.ts';
import { get } from './client.ts';

export function useOptionsForPatient(caseId: string, sheetId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'for-patient', sheetId],
    queryFn: () => get<OptionsForPatient>(`/api/cases/${caseId}/for-patient/options/${sheetId}`),
  });
}
