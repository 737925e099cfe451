import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PatientCommand, PatientCommandName, RegisterPatient } from '#contract/patient-commands.ts';
import type { PatientRow, PatientView, Recorded } from '#contract/views.ts';
import { get, post, upload, withQuery } from './client.ts';

export function usePatients(query: string, enabled = true) {
  return useQuery({
    queryKey: ['patients', query],
    queryFn: () => get<{ rows: PatientRow[] }>(withQuery('/api/patients', { query })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function usePatient(patientId: string) {
  return useQuery({
    queryKey: ['patient', patientId],
    queryFn: () => get<PatientView>(`/api/patients/${patientId}`),
  });
}

export function useRegisterPatient() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: RegisterPatient) => post<Recorded>('/api/patients', body),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['patients'] }),
  });
}

export function usePatientCommand<Name extends PatientCommandName>(patientId: string, name: Name) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PatientCommand<Name>) => post<Recorded>(`/api/patients/${patientId}/${name}`, body),
    onSuccess: () => invalidateRecord(queries),
  });
}

export interface NewDocument {
  readonly file: File;
  readonly title: string;
  readonly kind: string;
  readonly attachedTo: readonly { readonly kind: string; readonly id: string }[];
  readonly documentId: string;
}

export function useAttachDocument(patientId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, title, kind, attachedTo, documentId }: NewDocument) => {
      const form = new FormData();
      form.append('title', title);
      form.append('kind', kind);
      form.append('attachedTo', JSON.stringify(attachedTo));
      form.append('documentId', documentId);
      form.append('file', file);
      return upload<Recorded>(`/api/patients/${patientId}/documents`, form);
    },
    onSuccess: () => invalidateRecord(queries),
  });
}

/** A patient's chain is part of what a case shows, so both are read again. */
function invalidateRecord(queries: ReturnType<typeof useQueryClient>) {
  return Promise.all(
    [['patient'], ['case'], ['patients'], ['worklist']].map((queryKey) =>
      queries.invalidateQueries({ queryKey }),
    ),
  );
}
