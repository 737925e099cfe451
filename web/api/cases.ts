import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Static } from 'typebox';
import type { CaseCommand, CaseCommandName, OpenCase } from '#contract/commands.ts';
import type { CaseView, Recorded, TimelineEntry, WorklistView } from '#contract/views.ts';
import { get, post, withQuery } from './client.ts';

export const worklistViews = ['mine', 'team', 'unowned', 'due', 'held', 'all', 'closed'] as const;
export type WorklistViewName = (typeof worklistViews)[number];

export function useWorklist(view: WorklistViewName, query: string, enabled = true) {
  return useQuery({
    queryKey: ['worklist', view, query],
    queryFn: () => get<WorklistView>(withQuery('/api/worklist', { view, query })),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
    enabled,
  });
}

export function useCase(caseId: string, enabled = true) {
  return useQuery({
    queryKey: ['case', caseId],
    queryFn: () => get<CaseView>(`/api/cases/${caseId}`),
    refetchInterval: 30_000, // others work on it too: the dentist attests while the claim is in sight
    enabled,
  });
}

export function useTimeline(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'timeline'],
    queryFn: () => get<{ entries: Static<typeof TimelineEntry>[] }>(`/api/cases/${caseId}/timeline`),
  });
}

export function useOpenCase() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: OpenCase) => post<Recorded>('/api/cases', body),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function useCaseCommand<Name extends CaseCommandName>(caseId: string, name: Name) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CaseCommand<Name>) => post<Recorded>(`/api/cases/${caseId}/${name}`, body),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['case', caseId] }),
        queries.invalidateQueries({ queryKey: ['worklist'] }),
      ]),
  });
}
