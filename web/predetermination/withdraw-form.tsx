import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PredeterminationView } from '#contract/views.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { usePatientForm } from '../patient/use-patient-form.ts';
import { LongTextField } from '../ui/fields.tsx';
import { readText } from '../ui/reading.ts';

interface Props {
  readonly asked: PredeterminationView;
  readonly onDone: () => void;
}

/** What was promised is counted no more; what happened stays in the record. */
export function WithdrawForm({ asked: { predeterminationId, payerName }, onDone }: Props) {
  const { t } = useTranslation();
  const { patient } = useCaseView();
  const form = usePatientForm({
    patient,
    command: 'withdraw-predetermination',
    about: predeterminationId,
    initial: { reason: '' },
    build: ({ reason }) => ({ predeterminationId, reason: readText(reason, '/reason') }),
    done: onDone,
  });
  return (
    <DraftForm form={form} submitLabel={t('predetermination.do.withdraw')} onCancel={onDone}>
      <Text size="sm">{t('predetermination.withdrawLead', { payer: payerName })}</Text>
      <LongTextField
        at="/reason"
        label={t('predetermination.why')}
        value={form.draft.reason}
        onValue={(reason) => form.change({ reason })}
      />
    </DraftForm>
  );
}
