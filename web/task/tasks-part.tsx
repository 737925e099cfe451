import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAction } from '../ui/use-action.ts';
import { useAskedFor } from './asked-for.ts';
import { HoldTaskForm } from './hold-task-form.tsx';
import { OpenTaskButton } from './open-task-button.tsx';
import { OpenTaskForm } from './open-task-form.tsx';
import { PassOnForm } from './pass-on-form.tsx';
import { TaskList } from './task-list.tsx';

export function TasksPart() {
  const { t } = useTranslation();
  const { action, subject, close } = useAction();
  const view = useCaseView();
  const open = view.tasks.filter((each) => !each.ended);
  const ended = view.tasks.filter((each) => each.ended).toReversed();
  const { asked, loading } = useAskedFor(action === 'open-task' ? subject : undefined);
  const task = view.tasks.find((each) => each.task.taskId === subject)?.task;
  return (
    <>
      <Section title={t('web.section.tasks')} actions={<OpenTaskButton />}>
        <TaskList tasks={open} />
      </Section>
      {ended.length > 0 && (
        <Section title={t('web.tasks.endedTitle')}>
          <TaskList tasks={ended} />
        </Section>
      )}
      <Panel title={t('web.tasks.open')} opened={action === 'open-task'} onClose={close}>
        {!loading && <OpenTaskForm asked={asked} onDone={close} />}
      </Panel>
      <Panel title={t('web.tasks.passOn')} opened={action === 'reassign-task' && !!task} onClose={close}>
        {task && <PassOnForm task={task} onDone={close} />}
      </Panel>
      <Panel title={t('web.tasks.hold')} opened={action === 'hold-task' && !!task} onClose={close}>
        {task && <HoldTaskForm task={task} onDone={close} />}
      </Panel>
    </>
  );
}
