import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { closingOutcomes } from '#domain/case/case-events.ts';
import { TaskList } from '../task/task-list.tsx';
import { ChoiceField, LongTextField } from '../ui/fields.tsx';
import { readText, readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';
import { useCaseView } from './case-context.tsx';
import { DraftForm } from './case-form.tsx';
import { useCaseForm } from './use-case-form.ts';

export function CloseForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const choices = useChoices();
  const openTasks = useCaseView().tasks.filter(({ ended }) => !ended);
  const form = useCaseForm({
    command: 'close',
    about: 'case',
    initial: { outcome: 'coordination-completed', reason: '' },
    build: ({ outcome, reason }) => ({
      outcome: readWord(closingOutcomes, outcome, '/outcome'),
      reason: readText(reason, '/reason'),
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.case.do.close')} onCancel={onDone}>
      {openTasks.length > 0 && (
        <section aria-labelledby="tasks-before-closing">
          <Text fw={600} id="tasks-before-closing">
            {t('web.case.tasksBeforeClosing', { count: openTasks.length })}
          </Text>
          <TaskList tasks={openTasks} />
        </section>
      )}
      <ChoiceField
        at="/outcome"
        label={t('web.case.outcome')}
        value={draft.outcome}
        onValue={(outcome) => change({ outcome })}
        choices={choices('closingOutcome', closingOutcomes)}
      />
      <LongTextField
        at="/reason"
        label={t('web.form.reason')}
        value={draft.reason}
        onValue={(reason) => change({ reason })}
      />
    </DraftForm>
  );
}
