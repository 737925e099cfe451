import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePlanOrder } from '../api/plan-order.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useFormat } from '../ui/format.ts';
import { newestKept } from './order/order-shown.ts';
import { isOrderOfSteps } from './rules/rule-words.ts';

/** What a signature covers beside the steps: the rules with what was set aside, and the order that is kept. */
export function SignedFrame() {
  const { t } = useTranslation();
  const format = useFormat();
  const { caseId, sharedPlan } = useCaseView();
  const { data } = usePlanOrder(caseId);
  const rules = sharedPlan.constraints.filter((each) => !isOrderOfSteps(each)).length;
  const visits = data ? (newestKept(data)?.kept.schedule.visits ?? []) : [];
  const [first] = visits;
  const last = visits.at(-1);
  return (
    <Text>
      {rules > 0 && t('web.plan.signFrame.rules', { count: rules })}{' '}
      {first && last
        ? t('web.plan.signFrame.order', {
            visits: t('web.plan.signFrame.visits', { count: visits.length }),
            first: format.date(first.on),
            last: format.date(last.on),
          })
        : t('web.plan.signFrame.noOrder')}
    </Text>
  );
}
