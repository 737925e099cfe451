import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';

export function OpenTaskButton() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { caseId } = useCaseView();
  const may = useMay();
  if (!may('open-task')) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden />}
      onClick={() =>
        void navigate({
          to: '/cases/$caseId/$section',
          params: { caseId, section: 'tasks' },
          search: { do: 'open-task' },
        })
      }
    >
      {t('web.tasks.open')}
    </Button>
  );
}
