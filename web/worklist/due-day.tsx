import { Text } from '@mantine/core';
import { IconAlertTriangle, IconClockPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorklistRow } from '#contract/views.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import { useFormat } from '../ui/format.ts';
import { Day } from '../ui/when.tsx';

interface Props {
  readonly row: Pick<WorklistRow, 'nextStep' | 'holdUntil'>;
  readonly today: CalendarDate;
}

/** When the next step is due, or when a held case returns by itself. */
export function DueDay({ row, today }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (row.holdUntil !== undefined)
    return (
      <span className="ball">
        <IconClockPause size={18} aria-hidden />
        <span>
          {t('web.worklist.returns')} <Day on={row.holdUntil} />
        </span>
      </span>
    );
  const due = row.nextStep?.due;
  if (due === undefined) return null;
  const late = due < today;
  return (
    <span className={late ? 'due late' : 'due'}>
      {late && <IconAlertTriangle size={18} aria-hidden />}
      <span>
        {format.daysFromToday(due)}
        <Text size="sm" c="dimmed" component="span" display="block">
          <Day on={due} />
        </Text>
      </span>
    </span>
  );
}
