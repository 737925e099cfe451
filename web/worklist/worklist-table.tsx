import { Table, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorklistRow } from '#contract/views.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import { useFormat } from '../ui/format.ts';
import { Day } from '../ui/when.tsx';
import { Ball } from './ball.tsx';
import { DueDay } from './due-day.tsx';
import { Flags } from './flags.tsx';
import { useNextStepText } from './next-step-text.ts';

interface Props {
  readonly rows: readonly WorklistRow[];
  readonly today: CalendarDate;
  readonly place: RefObject<HTMLTableSectionElement | null>;
}

const columns = ['patient', 'nextStep', 'ball', 'due', 'flags', 'minutes'] as const;

export function WorklistTable({ rows, today, place }: Props) {
  const { t } = useTranslation();
  return (
    <Table className="worklist" highlightOnHover stickyHeader stickyHeaderOffset={56}>
      <caption className="visually-hidden">{t('web.worklist.title')}</caption>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column} scope="col" className={column === 'minutes' ? 'number' : ''}>
              {t(`web.worklist.column.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody ref={place}>
        {rows.map((row) => (
          <Row key={row.caseId} row={row} today={today} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ row, today }: { readonly row: WorklistRow; readonly today: CalendarDate }) {
  const navigate = useNavigate();
  const { t } = useTranslation();
  const format = useFormat();
  const nextStep = useNextStepText();
  const address = { to: '/cases/$caseId', params: { caseId: row.caseId } } as const;
  return (
    <Table.Tr onClick={() => void navigate(address)} className="worklist-row">
      <Table.Td>
        <span className="row-title">
          <Link
            {...address}
            className="row-link"
            data-case={row.caseId}
            onClick={(event) => event.stopPropagation()}
          >
            {row.patientName}
          </Link>
          {row.birthDate !== undefined && (
            <Text component="span" size="sm" c="dimmed">
              <Day on={row.birthDate} />
            </Text>
          )}
        </span>
        <Text size="sm">{row.title}</Text>
      </Table.Td>
      <Table.Td data-label={t('web.worklist.column.nextStep')}>
        {row.nextStep ? nextStep(row.nextStep) : t('web.worklist.noNextStep')}{' '}
        <Link
          to="/cases/$caseId/$section"
          params={{ caseId: row.caseId, section: 'coverage' }}
          search={{ do: 'call' }}
          className="row-verify"
          title={t('call.open')}
          onClick={(event) => event.stopPropagation()}
        >
          <IconShieldCheck size={18} aria-hidden />
          <span className="visually-hidden">
            {t('call.open')}: {row.title}
          </span>
        </Link>
        {row.yours.map((task) => (
          <Text key={task.taskId} size="sm" component="div">
            <strong>{t('web.worklist.yours')}</strong> {nextStep(task)}
            {task.due !== undefined && (
              <>
                {' · '}
                {t('web.overview.due')} <Day on={task.due} relative />
              </>
            )}
          </Text>
        ))}
      </Table.Td>
      <Table.Td data-label={t('web.worklist.column.ball')}>
        <Ball step={row.nextStep} />
      </Table.Td>
      <Table.Td data-label={t('web.worklist.column.due')}>
        <DueDay row={row} today={today} />
      </Table.Td>
      <Table.Td className="flags-cell">
        <Flags flags={row.flags} state={row.state} />
      </Table.Td>
      <Table.Td className="number minutes-cell" data-label={t('web.worklist.column.minutes')}>
        {format.duration(row.coordinationSeconds)}
      </Table.Td>
    </Table.Tr>
  );
}
