import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EstimatedStep } from '#contract/case-estimate.ts';
import { CodeLink } from '../guide/code-link.tsx';
import { FigureHeads } from './figure-heads.tsx';
import { useFormat } from '../ui/format.ts';
import { useSay } from '../ui/say.ts';
import { Day } from '../ui/when.tsx';
import { useAmount } from './amount.tsx';
import { StepOutlook } from './outlook-part.tsx';

const columns = ['step', 'fee', 'plans', 'writeOff', 'patient'] as const;

/** Step by step what it costs, what the plans pay, and why. */
export function StepsTable({ steps }: { readonly steps: readonly EstimatedStep[] }) {
  const { t } = useTranslation();
  return (
    <Table className="cards-below-sm estimate-steps">
      <FigureHeads columns={columns} say={(column) => t(`web.estimate.column.${column}`)} />
      <Table.Tbody>
        {steps.map((step) => (
          <StepRow key={step.itemId} step={step} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function StepRow({ step }: { readonly step: EstimatedStep }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const amount = useAmount();
  const { text, code, tooth, area, date, datedBy, fee, plans, writeOff, patient } = step;
  const figure = (column: (typeof columns)[number], said: string) => (
    <Table.Td className="number" data-money data-label={t(`web.estimate.column.${column}`)}>
      {said}
    </Table.Td>
  );
  return (
    <Table.Tr>
      <Table.Td>
        <div>
          <strong>{text}</strong>
          <Text size="sm" c="dimmed" component="div" className="case-facts">
            <CodeLink code={code} />
            {tooth !== undefined && <span>{t('estimate.print.tooth', { tooth })}</span>}
            {area !== undefined && <span>{t('estimate.print.area', { area })}</span>}
            <span>
              <Day on={date} /> {t(`web.estimate.datedBy.${datedBy}`)}
            </span>
          </Text>
          <Why step={step} />
        </div>
      </Table.Td>
      {figure('fee', money(fee))}
      {figure('plans', amount(plans))}
      {figure('writeOff', amount(writeOff))}
      <Table.Td className="number" data-money data-label={t('web.estimate.column.patient')}>
        <div>
          {amount(patient)}
          <StepOutlook known={patient} outlook={step.outlook} />
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

function Why({ step: { text, most, least } }: { readonly step: EstimatedStep }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>
        {t('web.estimate.why')}
        <span className="visually-hidden">: {text}</span>
      </summary>
      {least && (
        <Text size="sm" fw={600}>
          {t('estimate.print.least')}
        </Text>
      )}
      {least && <Explanation said={least} />}
      {least && (
        <Text size="sm" fw={600}>
          {t('estimate.print.most')}
        </Text>
      )}
      <Explanation said={most} />
    </details>
  );
}

function Explanation({ said }: { readonly said: EstimatedStep['most'] }) {
  const say = useSay();
  return (
    <ul className="estimate-why">
      {said.plans.map(({ plan, said: reasons }, index) => (
        <li key={index}>
          {plan}: {reasons.map(say).join(' ')}
        </li>
      ))}
      {said.rest.map((reason, index) => (
        <li key={`rest-${index}`}>{say(reason)}</li>
      ))}
    </ul>
  );
}
