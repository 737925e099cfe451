import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EligibilityReport } from '#contract/eligibility.ts';
import { download, upload } from './client.ts';

const coveragePath = (patientId: string, coverageId: string) =>
  `/api/patients/${patientId}/coverages/${coverageId}`;

/** Saves the 270 as a file; it is recorded as a disclosure. */
export function useInquire(patientId: string, coverageId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (serviceDate: string) =>
      download(`${coveragePath(patientId, coverageId)}/eligibility-inquiries`, 'eligibility.270', {
        serviceDate,
      }),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function useTakeAnswer(patientId: string, coverageId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file, file.name);
      return upload<EligibilityReport>(`${coveragePath(patientId, coverageId)}/eligibility-answers`, form);
    },
    onSuccess: () => queries.invalidateQueries(),
  });
}
