import { useTranslation } from 'react-i18next';
import { useCaseCommand } from '../api/cases.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useTellRefusal } from '../ui/tell-refusal.tsx';
import { toast } from '../ui/toast.tsx';

/** Signs entries of one's own with one press. */
export function useSignEntries() {
  const { t } = useTranslation();
  const { caseId } = useCaseView();
  const tell = useTellRefusal();
  const { mutate, isPending } = useCaseCommand(caseId, 'sign-activities');
  const sign = (activityIds: string[]) =>
    mutate({ activityIds }, { onSuccess: () => toast(t('web.contacts.nowSigned')), onError: tell });
  return { sign, isPending };
}
