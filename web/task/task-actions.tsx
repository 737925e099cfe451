import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCheck, IconDots } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCaseCommand } from '../api/cases.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { newId } from '../ui/clock.ts';
import { useTellRefusal } from '../ui/tell-refusal.tsx';
import { toast } from '../ui/toast.tsx';
import type { TaskRow } from './task-row.ts';

/** Done with one press, taken back with another; pass on, wait, or cancel from the menu. */
export function TaskActions({ row }: { readonly row: TaskRow }) {
  const { t } = useTranslation();
  const may = useMay();
  const end = useEndTask(row);
  const navigate = useNavigate();
  const { caseId } = useCaseView();
  const open = (action: string) =>
    void navigate({
      to: '/cases/$caseId/$section',
      params: { caseId, section: 'tasks' },
      search: { do: action, id: row.task.taskId },
    });
  if (!may('finish-task')) return null;
  return (
    <>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconCheck size={16} aria-hidden />}
        onClick={() => end('finish-task')}
        aria-label={t('web.tasks.finishNamed', { title: row.task.title })}
      >
        {t('web.tasks.finish')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('web.tasks.actions', { title: row.task.title })}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {may('reassign-task') && (
            <Menu.Item onClick={() => open('reassign-task')}>{t('web.tasks.passOn')}</Menu.Item>
          )}
          {may('hold-task') && <Menu.Item onClick={() => open('hold-task')}>{t('web.tasks.hold')}</Menu.Item>}
          <Menu.Item onClick={() => end('cancel-task')}>{t('web.tasks.cancel')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** Ends a task; undo opens it again as it was, as a new one, since nothing is deleted. */
function useEndTask(row: TaskRow) {
  const { t } = useTranslation();
  const { caseId } = useCaseView();
  const tell = useTellRefusal();
  const finish = useCaseCommand(caseId, 'finish-task');
  const cancel = useCaseCommand(caseId, 'cancel-task');
  const reopen = useCaseCommand(caseId, 'open-task');
  const { task } = row;
  return (how: 'finish-task' | 'cancel-task') => {
    const onSuccess = () =>
      toast(t(`web.tasks.told.${how}`), {
        label: t('web.form.undo'),
        run: () => reopen.mutate({ task: { ...task, taskId: newId() } }, { onError: tell }),
      });
    if (how === 'finish-task')
      finish.mutate({ taskId: task.taskId, outcome: '' }, { onSuccess, onError: tell });
    else
      cancel.mutate(
        { taskId: task.taskId, reason: t('web.tasks.cancelReason') },
        { onSuccess, onError: tell },
      );
  };
}
