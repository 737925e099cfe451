import { useTranslation } from 'react-i18next';
import type { Schedule } from '#domain/treatment-plan/sequencing/schedule.ts';
import type { SequencingProblem } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';
import { daysOfSchedule } from '#domain/treatment-plan/schedule-of-days.ts';
import { CostByYear } from '../../estimate/cost-by-year.tsx';
import type { Order } from './use-order.ts';

interface Props {
  readonly problem: SequencingProblem;
  readonly order: Order;
  readonly schedule: Schedule;
}

/** What the proposed order costs the patient, beside the kept one and the one that leaves money aside. */
export function OrderCosts({ problem, order, schedule }: Props) {
  const { t } = useTranslation();
  const { before, soonest } = order;
  if (!problem.cost) return null;
  const rows = [
    { name: t('web.order.costs.proposed'), schedule },
    ...(soonest ? [{ name: t('web.order.costs.soonest'), schedule: soonest }] : []),
    ...(before ? [{ name: t('web.order.costs.kept'), schedule: before.schedule }] : []),
  ];
  return (
    <CostByYear
      cost={problem.cost}
      orders={rows.map(({ name, schedule: each }) => ({
        name,
        days: new Map(Object.entries(daysOfSchedule(each))),
      }))}
    />
  );
}
