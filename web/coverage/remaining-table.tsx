import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanKnowledgeView } from '#contract/views.ts';
import { useFormat } from '../ui/format.ts';
import { useAbout } from '../ui/say.ts';
import { Ago, Day } from '../ui/when.tsx';
import { LeftBar } from './left-bar.tsx';

type Remaining = PlanKnowledgeView['remaining'][number];

interface Props {
  readonly remaining: readonly Remaining[];
  readonly payerName: string;
}

/** What is left of each benefit by benefit year: a bar, with its numbers beside it. */
export function RemainingTable({ remaining, payerName }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const about = useAbout();
  if (remaining.length === 0) return null;
  return (
    <table className="plan-table remaining">
      <caption>{t('coverage.plan.remaining', { payer: payerName })}</caption>
      <thead>
        <tr>
          {(['year', 'benefit', 'left', 'whole', 'heard'] as const).map((column) => (
            <th key={column} scope="col" className={column === 'left' || column === 'whole' ? 'number' : ''}>
              {t(`coverage.plan.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {remaining.map((row, index) => (
          <tr key={index}>
            <th scope="row">
              {row.yearFrom === undefined ? (
                t('coverage.plan.lifetime')
              ) : (
                <>
                  {t('coverage.plan.from')} <Day on={row.yearFrom} />
                </>
              )}
              {row.yearAssumed && (
                <Text size="sm" c="dimmed">
                  {t('coverage.plan.yearAssumed')}
                </Text>
              )}
            </th>
            <td data-label={t('coverage.plan.column.benefit')}>
              {t(`coverage.plan.benefit.${row.of}.${row.per}`)}
              <Text size="sm" c="dimmed">
                {about(row.about)}
              </Text>
            </td>
            <td className="number" data-label={t('coverage.plan.column.left')}>
              {format.money(row.left)}
              {row.whole !== undefined && row.whole > 0 && <LeftBar share={row.left / row.whole} />}
            </td>
            <td className="number" data-label={t('coverage.plan.column.whole')}>
              {row.whole === undefined ? t('coverage.part.unknown') : format.money(row.whole)}
            </td>
            <td data-label={t('coverage.plan.column.heard')}>
              <Ago at={row.said.learnedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
