import { Alert, List } from '@mantine/core';
import { IconAlertTriangle, IconCalendarQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrderShown } from './order-shown.ts';
import { useOrderWords } from './order-words.ts';

/** What the order on the screen does not keep although it must. */
export function Breaches({ shown }: { readonly shown: OrderShown }) {
  const { t } = useTranslation();
  const words = useOrderWords(shown.problem);
  const said = [...new Set(shown.breaches.map(words.breach))];
  if (said.length === 0) return null;
  return (
    <Alert
      variant="default"
      mb="sm"
      icon={<IconAlertTriangle color="var(--archway-bad)" aria-hidden />}
      title={t('web.order.breaks', { count: said.length })}
    >
      <List size="sm">
        {said.map((each) => (
          <List.Item key={each}>{each}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** Steps that the order says nothing about. */
export function WithoutDay({ shown }: { readonly shown: OrderShown }) {
  const { t } = useTranslation();
  if (shown.without.length === 0) return null;
  return (
    <Alert
      variant="default"
      mb="sm"
      icon={<IconCalendarQuestion color="var(--archway-warn)" aria-hidden />}
      title={t('web.order.without', { count: shown.without.length })}
    >
      {shown.without.map(({ text }) => text).join('; ')}
    </Alert>
  );
}
