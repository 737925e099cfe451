import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Static } from 'typebox';
import type { EligibilityReport } from '#contract/eligibility.ts';
import type {
  AssignAnswer,
  GatewaysView,
  SetAsideAnswers,
  SetAsideAnswerView,
  SetAsideCandidates,
  TriedGateway,
} from '#contract/set-aside.ts';
import { download, get, post } from './client.ts';

const pathOf = (setAsideId: string, what: string) => `/api/set-aside-answers/${setAsideId}/${what}`;

export function useGateways() {
  return useQuery({ queryKey: ['gateways'], queryFn: () => get<GatewaysView>('/api/gateways') });
}

export function useTryGateway(name: string) {
  return useMutation({
    mutationFn: () => post<TriedGateway>(`/api/gateways/${encodeURIComponent(name)}/try`, {}),
  });
}

export function useSetAside() {
  return useQuery({
    queryKey: ['set-aside'],
    queryFn: () => get<SetAsideAnswers>('/api/set-aside-answers'),
  });
}

export function useCandidates(setAsideId: string) {
  return useQuery({
    queryKey: ['set-aside', setAsideId],
    queryFn: () => get<SetAsideCandidates>(pathOf(setAsideId, 'candidates')),
  });
}

/** An answer that is given to a patient changes what is known of the plan. */
export function useAssignAnswer(setAsideId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (whose: Static<typeof AssignAnswer>) =>
      post<EligibilityReport>(pathOf(setAsideId, 'assign'), whose),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function useDismissAnswer(setAsideId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => post<SetAsideAnswerView>(pathOf(setAsideId, 'dismiss'), { reason }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['set-aside'] }),
  });
}

export function useSaveSetAside() {
  return useMutation({
    mutationFn: (setAsideId: string) => download(pathOf(setAsideId, 'file'), 'set-aside.271'),
  });
}
