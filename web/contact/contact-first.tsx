import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { useContactDesk } from './use-contact-desk.ts';

/** Logs a contact on the case that is on the screen. */
export function ContactFirst() {
  const { t } = useTranslation();
  const desk = useContactDesk();
  const { caseId } = useCaseView();
  const may = useMay();
  if (!may('log-activity')) return null;
  return (
    <Button leftSection={<IconPhone size={18} aria-hidden />} onClick={() => desk.open(caseId)}>
      {t('web.contact.log')}
    </Button>
  );
}
