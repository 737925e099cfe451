import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  custodies,
  decrees,
  employments,
  markets,
  type CoverageOrder,
} from '#domain/coverage/coverage-order.ts';
import { ChoiceField, DateField, TextField } from '../ui/fields.tsx';
import { optional, present, readOptionalDate, readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';

export function orderDraft(order: CoverageOrder = {}) {
  return {
    market: String(order.market ?? ''),
    employment: String(order.employment ?? ''),
    coveredSince: String(order.coveredSince ?? ''),
    decree: String(order.decree ?? ''),
    custody: String(order.custody ?? ''),
    keptBecause: order.keptBecause ?? '',
  };
}
type OrderDraft = ReturnType<typeof orderDraft>;

/** Decree and custody are said of a child only. Undefined where nothing is said. */
export function readOrder(draft: OrderDraft, relationship: string): CoverageOrder | undefined {
  const word = <Word extends string>(words: readonly Word[], text: string, name: string) =>
    text === '' ? undefined : readWord(words, text, `/coverage/order/${name}`);
  const isChild = relationship === 'child';
  const order = present({
    market: word(markets, draft.market, 'market'),
    employment: word(employments, draft.employment, 'employment'),
    coveredSince: readOptionalDate(draft.coveredSince, '/coverage/order/coveredSince'),
    decree: isChild ? word(decrees, draft.decree, 'decree') : undefined,
    custody: isChild ? word(custodies, draft.custody, 'custody') : undefined,
    keptBecause: optional(draft.keptBecause),
  });
  return Object.keys(order).length === 0 ? undefined : order;
}

interface Props {
  readonly draft: OrderDraft & { readonly relationship: string };
  readonly change: (part: Partial<OrderDraft>) => void;
  /** Something else is in force, so an order has to be found. */
  readonly isSecond: boolean;
}

/** What decides which of several coverages pays first; a single one needs none of it. */
export function OrderFields({ draft, change, isSecond }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const chosen = (name: 'market' | 'employment' | 'decree' | 'custody', words: readonly string[]) => (
    <ChoiceField
      at={`/coverage/order/${name}`}
      label={t(`coverageOrder.${name}`)}
      empty={t(`coverageOrder.empty.${name}`)}
      value={draft[name]}
      onValue={(value) => change({ [name]: value })}
      choices={choices(name, words)}
    />
  );
  return (
    <details className="more" open={isSecond}>
      <summary>{t('coverageOrder.decides')}</summary>
      <Stack gap="sm" mt="xs">
        <Text size="sm" c="dimmed">
          {t('coverageOrder.lead')}
        </Text>
        <div className="two-fields">
          {chosen('market', markets)}
          {chosen('employment', employments)}
          <DateField
            at="/coverage/order/coveredSince"
            label={t('coverageOrder.coveredSince')}
            description={t('coverageOrder.coveredSinceHelp')}
            value={draft.coveredSince}
            onValue={(coveredSince) => change({ coveredSince })}
          />
        </div>
        {draft.relationship === 'child' && (
          <div className="two-fields">
            {chosen('decree', decrees)}
            {chosen('custody', custodies)}
          </div>
        )}
        {(isSecond || draft.keptBecause !== '') && (
          <TextField
            at="/coverage/order/keptBecause"
            label={t('coverageOrder.keptBecause')}
            description={t('coverageOrder.keptBecauseHelp')}
            value={draft.keptBecause}
            onValue={(keptBecause) => change({ keptBecause })}
          />
        )}
      </Stack>
    </details>
  );
}
