import { queryOptions, useQuery } from '@tanstack/react-query';
import type { GuideListView, GuidePagesView, GuidePageView } from '#contract/guide-views.ts';
import { get } from '../api/client.ts';

/** The guide changes with the program and never while it runs. */
const staleTime = Infinity;

const listQuery = queryOptions({
  queryKey: ['guide'],
  queryFn: () => get<GuideListView>('/api/guide'),
  staleTime,
});

export function useGuideList() {
  return useQuery(listQuery);
}

/** All pages whole, fetched when somebody is about to search. */
export function useGuidePages() {
  return useQuery({
    queryKey: ['guide', 'pages'],
    queryFn: () => get<GuidePagesView>('/api/guide/pages'),
    staleTime,
  });
}

export function useGuidePage(code: string) {
  return useQuery({
    queryKey: ['guide', 'page', code],
    queryFn: () => get<GuidePageView>(`/api/guide/${encodeURIComponent(code)}`),
    staleTime,
  });
}
