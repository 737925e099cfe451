import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ExaminedList, LicensedLists, LicensedListView } from '#contract/licensed-list.ts';
import type { Recorded } from '#contract/views.ts';
import type { ListLayout } from '#domain/code-guide/list-layout.ts';
import { get, upload } from './client.ts';
import { sessionQuery } from './session.ts';

const key = ['licensed-lists'] as const;

export function useLicensedLists() {
  return useQuery({ queryKey: key, queryFn: () => get<LicensedLists>('/api/licensed-lists') });
}

/** The practice's own wording of codes, today: nothing for somebody who is not signed in. */
export function useLicensedList() {
  const { data: person } = useQuery(sessionQuery);
  return useQuery({
    queryKey: [...key, 'in-force'],
    queryFn: () => get<LicensedListView>('/api/licensed-lists/in-force'),
    enabled: Boolean(person),
    staleTime: 5 * 60_000,
  });
}

export interface ListToSend {
  readonly file: File;
  readonly year?: number | undefined;
  readonly layout?: ListLayout | undefined;
}

function asForm({ file, year, layout }: ListToSend): FormData {
  const form = new FormData();
  if (year !== undefined) form.append('year', String(year));
  if (layout !== undefined) form.append('layout', JSON.stringify(layout));
  form.append('file', file, file.name);
  return form;
}

export function useExamineList() {
  return useMutation({
    mutationFn: (list: ListToSend) => upload<ExaminedList>('/api/licensed-lists/examine', asForm(list)),
  });
}

export function useImportList() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (list: ListToSend) => upload<Recorded>('/api/licensed-lists', asForm(list)),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: key }),
        queries.invalidateQueries({ queryKey: ['practice'] }),
      ]),
  });
}
