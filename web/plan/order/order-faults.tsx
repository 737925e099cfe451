import { Alert, List } from '@mantine/core';
import { IconAlertTriangle, IconCalendarQuestion, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrderShown } from './order-shown.ts';
import { useOrderWords } from './order-words.ts';

/** What the order on the screen does not keep although it must, and what it should keep and does not. */
export function Breaches({ shown }: { readonly shown: OrderShown }) {
  return (
    <>
      <NotKept shown={shown} how="breaks" />
      <NotKept shown={shown} how="unkept" />
    </>
  );
}

function NotKept({ shown, how }: { readonly shown: OrderShown; readonly how: 'breaks' | 'unkept' }) {
  const { t } = useTranslation();
  const words = useOrderWords(shown.problem);
  const rules = how === 'breaks' ? shown.breaches : shown.unkept;
  const said = [...new Set(rules.map(words.breach))];
  if (said.length === 0) return null;
  const Icon = how === 'breaks' ? IconAlertTriangle : IconInfoCircle;
  return (
    <Alert
      variant="default"
      mb="sm"
      icon={<Icon color={`var(--archway-${how === 'breaks' ? 'bad' : 'warn'})`} aria-hidden />}
      title={t(`web.order.${how}`, { count: said.length })}
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
