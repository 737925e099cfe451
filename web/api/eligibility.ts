import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import {
  isUnderWay,
  type EligibilityInquiries,
  type EligibilityInquiryView,
  type EligibilityReport,
} from '#contract/eligibility.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import { download, get, post, upload } from './client.ts';

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
    mutationFn: ({ file, confirmed = false }: { readonly file: File; readonly confirmed?: boolean }) => {
      const form = new FormData();
      form.append('file', file, file.name);
      const path = `${coveragePath(patientId, coverageId)}/eligibility-answers`;
      return upload<EligibilityReport>(confirmed ? `${path}?confirmed=yes` : path, form);
    },
    onSuccess: () => queries.invalidateQueries(),
  });
}

/** Inquiries that went through a gateway; looked at again while one is under way, and an answer renews what it changed. */
export function useInquiries(patientId: string) {
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: ['inquiries', patientId],
    queryFn: () => get<EligibilityInquiries>(`/api/patients/${patientId}/eligibility-inquiries`),
    refetchInterval: ({ state }) => (state.data?.inquiries.some(isUnderWay) ? 3000 : false),
  });
  const answered = found.data?.inquiries.filter(({ state }) => state === 'answered').length;
  const before = useRef(answered);
  useEffect(() => {
    const isNews = before.current !== undefined && answered !== undefined && answered > before.current;
    before.current = answered;
    if (!isNews) return;
    void queries.invalidateQueries({ queryKey: ['case'] });
    void queries.invalidateQueries({ queryKey: ['patient', patientId] });
  }, [answered, queries, patientId]);
  return found;
}

/** Asks the payer through its gateway: the inquiry leaves by itself, and its state is shown. */
export function useAskThroughGateway(patientId: string, coverageId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (serviceDate: CalendarDate) =>
      post<EligibilityInquiryView>(`${coveragePath(patientId, coverageId)}/ask-payer`, { serviceDate }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['inquiries', patientId] }),
  });
}
