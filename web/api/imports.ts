import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportReportView, RefusalView } from '#contract/views.ts';
import { upload, withQuery } from './client.ts';

/** What became of one file: its report, or why nothing of it was taken. */
export type FileOutcome = ImportReportView | (RefusalView & { readonly file: string });

export function useImport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ files, into }: { readonly files: readonly File[]; readonly into?: string }) => {
      const form = new FormData();
      for (const file of files) form.append('file', file, file.name);
      return upload<{ reports: FileOutcome[] }>(withQuery('/api/import', { into }), form);
    },
    onSuccess: () => queries.invalidateQueries(),
  });
}
