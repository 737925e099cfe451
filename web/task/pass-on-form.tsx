import { useTranslation } from 'react-i18next';
import type { Task } from '#domain/worklist/task.ts';
import { useSession } from '../api/session.ts';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { DateField } from '../ui/fields.tsx';
import { readOptionalDate } from '../ui/reading.ts';
import { HolderField } from './holder-field.tsx';

interface Props {
  readonly task: Task;
  readonly onDone: () => void;
}

/** Gives the ball to somebody else. */
export function PassOnForm({ task, onDone }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const form = useCaseForm({
    command: 'reassign-task',
    about: task.taskId,
    initial: { holder: task.holder, due: String(task.due) },
    build: ({ holder, due }) => ({
      taskId: task.taskId,
      holder,
      ownerStaffId: holder.kind === 'staff' ? null : (task.ownerStaffId ?? session.staffId),
      due: readOptionalDate(due, '/due') ?? null,
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.tasks.passOn')} onCancel={onDone}>
      <HolderField
        label={t('web.contact.nextHolder')}
        value={draft.holder}
        onHolder={(holder) => change({ holder })}
      />
      <DateField
        at="/due"
        label={t('web.contact.nextDue')}
        value={draft.due}
        onValue={(due) => change({ due })}
      />
    </DraftForm>
  );
}
