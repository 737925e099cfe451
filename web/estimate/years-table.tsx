import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseEstimate } from '#contract/case-estimate.ts';
import { FigureHeads } from './figure-heads.tsx';
import { useFormat } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import { Day } from '../ui/when.tsx';
import { useAmount } from './amount.tsx';
import { YearsPicture } from './years-picture.tsx';

const columns = ['year', 'fee', 'plans', 'writeOff', 'patient'] as const;

/** The same by the benefit year in which the work is done. */
export function YearsTable({ years }: { readonly years: CaseEstimate['years'] }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const amount = useAmount();
  return (
    <Section title={t('web.estimate.byYear')} lead={t('web.estimate.byYearLead')}>
      <YearsPicture years={years} />
      <Table className="cards-below-sm estimate-steps">
        <FigureHeads columns={columns} say={(column) => t(`web.estimate.column.${column}`)} />
        <Table.Tbody>
          {years.map(({ from, through, fee, plans, writeOff, patient }) => (
            <Table.Tr key={from}>
              <Table.Th scope="row">
                <Day on={from} /> – <Day on={through} />
              </Table.Th>
              {(
                [
                  ['fee', money(fee)],
                  ['plans', amount(plans)],
                  ['writeOff', amount(writeOff)],
                  ['patient', amount(patient)],
                ] as const
              ).map(([column, said]) => (
                <Table.Td
                  key={column}
                  className="number"
                  data-money
                  data-label={t(`web.estimate.column.${column}`)}
                >
                  {said}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
