import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PracticeCommand, PracticeCommandName } from '#contract/patient-commands.ts';
import type { PracticeView, Recorded } from '#contract/views.ts';
import { get, post } from './client.ts';

const key = ['practice'] as const;

export function usePractice() {
  return useQuery({ queryKey: key, queryFn: () => get<PracticeView>('/api/practice'), staleTime: 60_000 });
}

export function usePracticeCommand<Name extends PracticeCommandName>(name: Name) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PracticeCommand<Name>) => post<Recorded>(`/api/practice/${name}`, body),
    onSuccess: () => queries.invalidateQueries(),
  });
}
