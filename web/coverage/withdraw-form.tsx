import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { present, readText } from '../ui/reading.ts';
import { FlagField, LongTextField } from '../ui/fields.tsx';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { usePatientForm } from '../patient/use-patient-form.ts';
import { useAction } from '../ui/use-action.ts';
import { useSay } from '../ui/say.ts';
import { SaidOfPlan } from './said-of-plan.tsx';
import type { Withdrawable } from './withdrawable.ts';

interface Props {
  readonly what: Withdrawable;
  readonly onDone: () => void;
}

/** Takes back what was recorded in error, with a reason; the right word may follow at once. */
export function WithdrawForm({ what, onDone }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const { patient } = useCaseView();
  const { open } = useAction();
  const { coverageId, recordId, subject, said, fact } = what;
  const form = usePatientForm({
    patient,
    command: 'withdraw-benefit',
    about: `${recordId} ${subject ?? ''}`,
    initial: { reason: '', again: true },
    build: ({ reason }) => ({
      withdrawal: present({ coverageId, recordId, subject, reason: readText(reason, '/withdrawal/reason') }),
    }),
    done: () => {
      if (!form.draft.again) onDone();
      else if (fact) open('record-benefit-fact');
      else open('record-plan-answer', coverageId);
    },
  });
  return (
    <DraftForm form={form} submitLabel={t('withdraw.submit')} onCancel={onDone}>
      <Text size="sm">{t('withdraw.lead')}</Text>
      <div>{said ? <SaidOfPlan said={said} /> : fact && <Text>{say(fact)}</Text>}</div>
      <LongTextField
        at="/withdrawal/reason"
        label={t('withdraw.reason')}
        data-autofocus
        value={form.draft.reason}
        onValue={(reason) => form.change({ reason })}
      />
      <FlagField
        label={t('withdraw.again')}
        checked={form.draft.again}
        onChecked={(again) => form.change({ again })}
      />
    </DraftForm>
  );
}
