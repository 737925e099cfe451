import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parseProcedureCode } from '#domain/kernel/procedure-code.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { CodeField } from '../guide/code-field.tsx';
import { newId } from '../ui/clock.ts';
import { ChoiceField, DateField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { read, readDate, readText } from '../ui/reading.ts';

/** Records the answer for a day of service, as it is known now, so that it can be shown later. */
export function AskForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const { patient } = useCaseView();
  const form = useCaseForm({
    command: 'answer-coverage',
    about: 'new',
    initial: {
      answerId: newId(),
      coverageId: patient.coverages[0]?.coverageId ?? '',
      code: 'D9992',
      serviceDate: String(today()),
    },
    build: (draft) => ({
      answerId: draft.answerId,
      coverageId: readText(draft.coverageId, '/coverageId'),
      code: read(parseProcedureCode, draft.code, '/code'),
      serviceDate: readDate(draft.serviceDate, '/serviceDate'),
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.coverage.ask')} onCancel={onDone}>
      <Text>{t('web.coverage.askLead')}</Text>
      <ChoiceField
        at="/coverageId"
        label={t('web.fact.coverage')}
        value={draft.coverageId}
        onValue={(coverageId) => change({ coverageId })}
        choices={patient.coverages.map(({ coverageId, payerName }) => ({
          value: coverageId,
          label: payerName,
        }))}
      />
      <div className="two-fields">
        <CodeField
          at="/code"
          label={t('web.fact.code')}
          value={draft.code}
          onValue={(code) => change({ code })}
        />
        <DateField
          at="/serviceDate"
          label={t('web.coverage.serviceDate')}
          value={draft.serviceDate}
          onValue={(serviceDate) => change({ serviceDate })}
        />
      </div>
    </DraftForm>
  );
}
