import { useQuery } from '@tanstack/react-query';
import type { BenefitsView } from '#contract/benefits.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import { get, withQuery } from './client.ts';

/** What one coverage pays on a day of service, and what to ask its payer; asked anew whenever the case changes. */
export function useBenefits(caseId: string, coverageId: string, serviceDate: CalendarDate) {
  return useQuery({
    queryKey: ['case', caseId, 'benefits', coverageId, serviceDate],
    queryFn: () =>
      get<BenefitsView>(withQuery(`/api/cases/${caseId}/coverages/${coverageId}/benefits`, { serviceDate })),
  });
}
