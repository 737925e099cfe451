import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Opens the call to the payer of a case; without a case there is nobody to ask about. */
export function useVerify(): (caseId: string | undefined) => void {
  const navigate = useNavigate();
  return useCallback(
    (caseId) => {
      if (caseId === undefined) return;
      void navigate({
        to: '/cases/$caseId/$section',
        params: { caseId, section: 'coverage' },
        search: { do: 'call' },
      });
    },
    [navigate],
  );
}
