import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { Empty } from '../ui/page.tsx';
import { Ago, Day, HowLong } from '../ui/when.tsx';
import { OpenTaskButton } from './open-task-button.tsx';
import { TaskActions } from './task-actions.tsx';
import type { TaskRow } from './task-row.ts';

export function TaskList({ tasks }: { readonly tasks: readonly TaskRow[] }) {
  const { t } = useTranslation();
  if (tasks.length === 0) return <Empty action={<OpenTaskButton />}>{t('web.tasks.empty')}</Empty>;
  return (
    <ul className="rows">
      {tasks.map((row) => (
        <TaskItem key={row.task.taskId} row={row} />
      ))}
    </ul>
  );
}

function TaskItem({ row }: { readonly row: TaskRow }) {
  const { t } = useTranslation();
  const { task, hold, ended, heldSince } = row;
  const { checks } = useCaseView().readiness;
  const settled =
    !ended && checks.some(({ checkId, result }) => checkId === task.checkId && result === 'passes');
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={600}>{task.title}</Text>
        <Text size="sm" component="div" className="case-facts">
          <span>
            {task.holder.kind === 'nobody' ? t('web.ball.nobody') : task.holder.name}
            {!ended && (
              <>
                , <HowLong since={heldSince} />
              </>
            )}
          </span>
          {ended ? (
            <span>
              {t(`web.tasks.ended.${ended.how}`)} <Ago at={ended.occurredAt} />
              {ended.outcome !== '' && `: ${ended.outcome}`}
            </span>
          ) : hold ? (
            <span>
              {t('web.tasks.waits', { what: hold.awaiting })} <Day on={hold.until} relative />
            </span>
          ) : (
            <span>
              {t('web.overview.due')} <Day on={task.due} relative />
            </span>
          )}
          {settled && <span>{t('web.tasks.settled')}</span>}
        </Text>
      </div>
      {!ended && (
        <div className="row-side">
          <TaskActions row={row} />
        </div>
      )}
    </li>
  );
}
