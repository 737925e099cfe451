import { useTranslation } from 'react-i18next';
import { addDays } from '#domain/kernel/calendar-date.ts';
import type { Holder } from '#domain/worklist/task.ts';
import { useSession } from '../api/session.ts';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { newId } from '../ui/clock.ts';
import { DateField, TextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { present, readDate, readText } from '../ui/reading.ts';
import type { AskedFor } from './asked-for.ts';
import { HolderField } from './holder-field.tsx';

interface Props {
  /** What is asked for and of whom, where a gap of the case asks for it. */
  readonly asked: AskedFor | undefined;
  readonly onDone: () => void;
}

export function OpenTaskForm({ asked, onDone }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const { today } = useFormat();
  const me: Holder = { kind: 'staff', id: session.staffId, name: session.name };
  const form = useCaseForm({
    command: 'open-task',
    about: asked?.about ?? 'new',
    initial: {
      taskId: newId(),
      title: asked?.title ?? '',
      holder: asked?.holder ?? me,
      due: String(addDays(today(), 7)),
    },
    build: ({ taskId, title, holder, due }) => ({
      task: present({
        taskId,
        title: readText(title, '/task/title'),
        holder,
        ownerStaffId: holder.kind === 'staff' ? undefined : session.staffId,
        due: readDate(due, '/task/due'),
        checkId: asked?.about,
      }),
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.tasks.open')} onCancel={onDone}>
      <TextField
        at="/task/title"
        label={t('web.tasks.title')}
        data-autofocus
        value={draft.title}
        onValue={(title) => change({ title })}
      />
      <HolderField
        label={t('web.contact.nextHolder')}
        value={draft.holder}
        onHolder={(holder) => change({ holder })}
      />
      <DateField
        at="/task/due"
        label={t('web.contact.nextDue')}
        value={draft.due}
        onValue={(due) => change({ due })}
      />
    </DraftForm>
  );
}
