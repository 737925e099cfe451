import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { useFormat } from '../ui/format.ts';
import { agreementTakenBack } from './agreement-taken-back.ts';

/** Before something goes out: the patient wants no coordination any more. It warns and blocks nothing. */
export function AgreementWarning() {
  const { t } = useTranslation();
  const format = useFormat();
  const { patient } = useCaseView();
  const at = agreementTakenBack(patient.consents);
  if (at === undefined) return null;
  return (
    <Alert
      variant="default"
      role="note"
      mb="sm"
      icon={<IconAlertTriangle color="var(--archway-warn)" aria-hidden />}
      title={t('web.consent.takenBack', { when: format.instant(at) })}
    >
      <Text size="sm">{t('web.consent.takenBackNote')}</Text>
    </Alert>
  );
}
