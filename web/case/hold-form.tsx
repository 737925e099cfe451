import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField, LongTextField } from '../ui/fields.tsx';
import { readOptionalDate, readText } from '../ui/reading.ts';
import { DraftForm } from './case-form.tsx';
import { useCaseForm } from './use-case-form.ts';

/** The whole case waits; with a day it returns by itself. */
export function HoldForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const form = useCaseForm({
    command: 'put-on-hold',
    about: 'case',
    initial: { reason: '', until: '' },
    build: ({ reason, until }) => ({
      reason: readText(reason, '/reason'),
      until: readOptionalDate(until, '/until') ?? null,
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.case.do.put-on-hold')} onCancel={onDone}>
      <Text>{t('web.case.holdLead')}</Text>
      <LongTextField
        at="/reason"
        label={t('web.case.holdReason')}
        data-autofocus
        value={draft.reason}
        onValue={(reason) => change({ reason })}
      />
      <DateField
        at="/until"
        label={t('web.case.holdUntil')}
        value={draft.until}
        onValue={(until) => change({ until })}
      />
    </DraftForm>
  );
}
