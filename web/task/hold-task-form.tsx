import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addDays } from '#domain/kernel/calendar-date.ts';
import type { Task } from '#domain/worklist/task.ts';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { DateField, TextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { readDate } from '../ui/reading.ts';

interface Props {
  readonly task: Task;
  readonly onDone: () => void;
}

/** Off the plate until a day; it returns by itself. */
export function HoldTaskForm({ task, onDone }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const form = useCaseForm({
    command: 'hold-task',
    about: task.taskId,
    initial: { until: String(addDays(today(), 7)), awaiting: '' },
    build: ({ until, awaiting }) => ({
      taskId: task.taskId,
      hold: { until: readDate(until, '/hold/until'), awaiting },
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.tasks.hold')} onCancel={onDone}>
      <Text>{t('web.tasks.holdLead')}</Text>
      <TextField
        at="/hold/awaiting"
        label={t('web.tasks.awaiting')}
        data-autofocus
        value={draft.awaiting}
        onValue={(awaiting) => change({ awaiting })}
      />
      <DateField
        at="/hold/until"
        label={t('web.tasks.until')}
        value={draft.until}
        onValue={(until) => change({ until })}
      />
    </DraftForm>
  );
}
