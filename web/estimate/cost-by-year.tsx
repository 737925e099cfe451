import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { YearOfCost } from '#domain/estimate/cost-years.ts';
import { yearsOn, type PlanCost } from '#domain/estimate/plan-cost.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import { useFormat } from '../ui/format.ts';
import { Day } from '../ui/when.tsx';
import { CostBar } from './cost-bar.tsx';

interface Props {
  readonly cost: PlanCost;
  /** Orders of the same work, the one in question first. */
  readonly orders: readonly { readonly name: string; readonly days: ReadonlyMap<string, CalendarDate> }[];
}

interface CostOfOrder {
  readonly name: string;
  readonly years: readonly YearOfCost[];
  readonly total: number;
}

/** What the patient pays in each benefit year, order beside order: a picture, and the same numbers in a table. */
export function CostByYear({ cost, orders }: Props) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const rows = orders.map(({ name, days }): CostOfOrder => {
    const years = yearsOn(cost, days);
    return { name, years, total: years.reduce((sum, { patient }) => sum + patient, 0) };
  });
  const starts = [...new Set(rows.flatMap(({ years }) => years.map(({ from }) => from)))].sort();
  const most = Math.max(
    1,
    ...rows.flatMap(({ years }) => years.map(({ patient, plans }) => patient + plans)),
  );
  const [first] = rows;
  return (
    <figure className="cost-figure">
      <figcaption>
        <Text size="sm" fw={600}>
          {t('web.estimate.byOrder')}
        </Text>
      </figcaption>
      <div className="cost-bars" aria-hidden>
        {rows.map(({ name, years }) => (
          <div key={name} className="cost-order">
            <Text size="sm">{name}</Text>
            {starts.map((from) => {
              const { patient = 0, plans = 0 } = years.find((year) => year.from === from) ?? {};
              return (
                <CostBar
                  key={from}
                  label={from.slice(0, 4)}
                  parts={[
                    ['patient', patient],
                    ['plans', plans],
                  ]}
                  most={most}
                  said={money(patient)}
                />
              );
            })}
          </div>
        ))}
        <Text size="sm" c="dimmed" className="cost-key">
          <span className="cost-swatch patient" /> {t('web.estimate.column.patient')}
          <span className="cost-swatch plans" /> {t('web.estimate.column.plans')}
        </Text>
      </div>
      <Table className="cards-below-sm estimate-steps">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('web.estimate.orderColumn')}</Table.Th>
            {starts.map((from) => (
              <Table.Th key={from} scope="col" data-money>
                {t('web.estimate.yearFrom')} <Day on={from} />
              </Table.Th>
            ))}
            <Table.Th scope="col" data-money>
              {t('web.estimate.column.patient')}
            </Table.Th>
            <Table.Th scope="col" data-money>
              {t('web.estimate.against')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, years, total }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              {starts.map((from) => (
                <Table.Td key={from} data-money className="number" data-label={from.slice(0, 4)}>
                  {money(years.find((year) => year.from === from)?.patient ?? 0)}
                </Table.Td>
              ))}
              <Table.Td data-money className="number" data-label={t('web.estimate.column.patient')}>
                <strong>{money(total)}</strong>
              </Table.Td>
              <Table.Td data-money className="number" data-label={t('web.estimate.against')}>
                {first && first.name !== name && <Against difference={total - first.total} />}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </figure>
  );
}

/** How much more or less than the order in question. */
function Against({ difference }: { readonly difference: number }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (difference === 0) return t('web.estimate.same');
  const amount = money(Math.abs(difference));
  return t(difference > 0 ? 'web.estimate.dearer' : 'web.estimate.cheaper', { amount });
}
