import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { DraftForm } from '../case/case-form.tsx';
import { LongTextField } from '../ui/fields.tsx';
import { readText } from '../ui/reading.ts';
import { usePatientForm } from './use-patient-form.ts';

interface Props {
  readonly patient: Pick<PatientView, 'patientId' | 'position'>;
  readonly document: PatientView['documents'][number];
  readonly onDone: () => void;
}

/** Takes back what was attached by mistake: to the wrong patient, case or contact. */
export function WithdrawDocumentForm({ patient, document, onDone }: Props) {
  const { t } = useTranslation();
  const { documentId, title } = document;
  const form = usePatientForm({
    patient,
    command: 'withdraw-document',
    about: documentId,
    initial: { reason: '' },
    build: ({ reason }) => ({ documentId, reason: readText(reason, '/reason') }),
    done: onDone,
  });
  return (
    <DraftForm form={form} submitLabel={t('web.documents.withdrawSubmit')} onCancel={onDone}>
      <Text fw={600}>{title}</Text>
      <Text size="sm">{t('web.documents.withdrawLead')}</Text>
      <LongTextField
        at="/reason"
        label={t('web.documents.withdrawReason')}
        data-autofocus
        value={form.draft.reason}
        onValue={(reason) => form.change({ reason })}
      />
    </DraftForm>
  );
}
