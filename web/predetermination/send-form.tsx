import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PredeterminationView } from '#contract/views.ts';
import { sendingRoutes } from '#domain/coverage/predetermination.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { usePatientForm } from '../patient/use-patient-form.ts';
import { DateField, TapField, TextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { optional, present, readDate, readWord } from '../ui/reading.ts';

interface Props {
  readonly asked: PredeterminationView;
  readonly onDone: () => void;
}

/** When and how it went to the payer; that it did is recorded as a disclosure. */
export function SendForm({ asked: { predeterminationId, payerName }, onDone }: Props) {
  const { t } = useTranslation();
  const { patient } = useCaseView();
  const { today } = useFormat();
  const form = usePatientForm({
    patient,
    command: 'send-predetermination',
    about: predeterminationId,
    initial: { on: String(today()), route: 'portal', reference: '' },
    build: (draft) => ({
      sending: present({
        predeterminationId,
        on: readDate(draft.on, '/sending/on'),
        route: readWord(sendingRoutes, draft.route, '/sending/route'),
        reference: optional(draft.reference),
      }),
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('predetermination.do.send')} onCancel={onDone}>
      <Text size="sm">{t('predetermination.sendLead', { payer: payerName })}</Text>
      <DateField
        at="/sending/on"
        label={t('predetermination.sentOn')}
        value={draft.on}
        onValue={(on) => change({ on })}
      />
      <TapField
        at="/sending/route"
        label={t('predetermination.routeLabel')}
        value={draft.route}
        onValue={(route) => change({ route })}
        choices={sendingRoutes.map((value) => ({ value, label: t(`predetermination.route.${value}`) }))}
      />
      <TextField
        at="/sending/reference"
        label={t('predetermination.sendReference')}
        value={draft.reference}
        onValue={(reference) => change({ reference })}
      />
    </DraftForm>
  );
}
