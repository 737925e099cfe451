import { Badge, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PredeterminationView } from '#contract/views.ts';
import { useMay } from '../case/may.ts';
import { CodeLink } from '../guide/code-link.tsx';
import { useMayRecord } from '../patient/may-record.ts';
import { useFormat } from '../ui/format.ts';
import { useAction } from '../ui/use-action.ts';
import { Ago, Day } from '../ui/when.tsx';

interface Props {
  readonly asked: PredeterminationView;
}

/** One question to a payer: its state, its way, and item by item what the payer says. */
export function PredeterminationCard({ asked }: Props) {
  const { t } = useTranslation();
  const { payerName, state, preparedAt, sendings, items, lastDay, withdrawn, note } = asked;
  return (
    <article className="claim" aria-label={t('predetermination.of', { payer: payerName })}>
      <Group justify="space-between" gap="xs">
        <Text fw={600} component="h3">
          {payerName}
        </Text>
        <Badge variant="outline">{t(`predetermination.state.${state}`)}</Badge>
      </Group>
      <Text size="sm" component="div" className="case-facts">
        <span>
          {t('predetermination.prepared')} <Ago at={preparedAt} />
        </span>
        {sendings.map(({ on, route, reference }, index) => (
          <span key={index}>
            {t('predetermination.sent')} <Day on={on} relative />, {t(`predetermination.route.${route}`)}
            {reference !== undefined && `, ${reference}`}
          </span>
        ))}
        {lastDay !== undefined && (
          <span>
            {t('predetermination.goodThrough')} <Day on={lastDay} relative />
          </span>
        )}
      </Text>
      {note !== undefined && <Text size="sm">{note}</Text>}
      {withdrawn && (
        <Text size="sm">{t('predetermination.withdrawnBecause', { reason: withdrawn.reason })}</Text>
      )}
      <ul className="estimate-why">
        {items.map((each) => (
          <ItemLine key={each.item.itemId} {...each} />
        ))}
      </ul>
      <Actions asked={asked} />
    </article>
  );
}

function ItemLine({ item, answer }: PredeterminationView['items'][number]) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { text, code, tooth, area, fee } = item;
  return (
    <li>
      {text} (<CodeLink code={code} />, {[tooth ?? area, money(fee)].filter(Boolean).join(', ')}):{' '}
      {answer ? (
        <>
          <strong>
            {t(`predetermination.says.${answer.outcome}`, {
              pays: money(answer.pays ?? 0),
              substitute: answer.substitute ?? '',
            })}
          </strong>
          {answer.denial !== undefined && ` ${t(`predetermination.denial.${answer.denial}`)}.`}
          {answer.deductible !== undefined &&
            ` ${t('predetermination.ofDeductible', { amount: money(answer.deductible) })}`}
          {answer.reason !== undefined && ` ${answer.reason}.`}{' '}
          <span className="small">
            ({t('predetermination.number', { reference: answer.reference })}, <Day on={answer.on} />)
          </span>
        </>
      ) : (
        t('predetermination.notAnswered')
      )}
    </li>
  );
}

function Actions({ asked: { predeterminationId, state, sendings, payerName } }: Props) {
  const { t } = useTranslation();
  const { open } = useAction();
  const mayPrint = useMay()('print-document');
  const mayRecord = useMayRecord()('answer-predetermination');
  if (state === 'withdrawn') return null;
  const action = (what: 'send' | 'answer' | 'withdraw', variant: 'filled' | 'default' | 'subtle') => (
    <Button
      size="compact-md"
      variant={variant}
      onClick={() => open(`${what}-predetermination`, predeterminationId)}
    >
      {t(`predetermination.do.${what}`)}
      <span className="visually-hidden"> {payerName}</span>
    </Button>
  );
  return (
    <Group gap="xs" mt="xs">
      {mayRecord && state === 'prepared' && action('send', 'filled')}
      {mayRecord && sendings.length > 0 && action('answer', state === 'sent' ? 'filled' : 'default')}
      {mayRecord && sendings.length > 0 && action('send', 'default')}
      {mayPrint && (
        <Button
          size="compact-md"
          variant="default"
          onClick={() => open('print', `predetermination.${predeterminationId}`)}
        >
          {t('predetermination.do.print')}
          <span className="visually-hidden"> {payerName}</span>
        </Button>
      )}
      {mayRecord && action('withdraw', 'subtle')}
    </Group>
  );
}
