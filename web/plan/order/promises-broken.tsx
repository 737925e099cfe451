import { Alert, List } from '@mantine/core';
import { IconShieldQuestion } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { promisesBroken } from '#domain/estimate/promises-broken.ts';
import { daysOfSchedule } from '#domain/treatment-plan/schedule-of-days.ts';
import { useSay } from '../../ui/say.ts';
import type { OrderShown } from './order-shown.ts';
import { stepText } from './order-words.ts';

/** What payers promised and would not pay in this order: too much in one benefit year, or an answer that ends before its visit. */
export function PromisesBroken({ shown: { problem, schedule } }: { readonly shown: OrderShown }) {
  const { t } = useTranslation();
  const say = useSay();
  const broken = useMemo(
    () =>
      problem.cost === undefined
        ? []
        : promisesBroken(problem.cost, new Map(Object.entries(daysOfSchedule(schedule))), (id) =>
            stepText(problem, id),
          ),
    [problem, schedule],
  );
  if (broken.length === 0) return null;
  return (
    <Alert
      variant="default"
      mb="sm"
      icon={<IconShieldQuestion color="var(--archway-warn)" aria-hidden />}
      title={t('web.order.promises', { count: broken.length })}
    >
      <List size="sm">
        {broken.map(({ said }, index) => (
          <List.Item key={index}>{say(said)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
