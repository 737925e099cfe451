import { useNavigate } from '@tanstack/react-router';
import { useCaseView } from '../case/case-context.tsx';

/** Opens a form about an entry, on the part of the case that has it, from wherever the entry is shown. */
export function useOpenEntry(): (form: string, activityId: string) => void {
  const navigate = useNavigate();
  const { caseId } = useCaseView();
  return (form, activityId) =>
    void navigate({
      to: '/cases/$caseId/$section',
      params: { caseId, section: 'contacts' },
      search: { do: form, id: activityId },
    });
}
