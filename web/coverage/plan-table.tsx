import { ActionIcon, Badge, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlanKnowledgeView, SaidOfPlanView } from '#contract/views.ts';
import { useMayRecord } from '../patient/may-record.ts';
import { useSay, useWord } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { Ago, Day } from '../ui/when.tsx';
import { withdrawalAddress } from './withdrawable.ts';
import { planRows, rowTones, type PlanRow } from './plan-rows.ts';

interface Props {
  readonly plan: PlanKnowledgeView;
  readonly payerName: string;
}

/** What a plan does, statement by statement; two sources that disagree stand side by side. */
export function PlanTable({ plan, payerName }: Props) {
  const { t } = useTranslation();
  return (
    <table className="plan-table">
      <caption className="visually-hidden">{t('coverage.plan.caption', { payer: payerName })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('coverage.plan.column.says')}</th>
          <th scope="col">{t('coverage.plan.column.state')}</th>
          <th scope="col">{t('coverage.plan.column.source')}</th>
          <th scope="col">{t('coverage.plan.column.holds')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('withdraw.open')}</span>
          </th>
        </tr>
      </thead>
      {planRows(plan).map(({ topic, rows }) => (
        <tbody key={topic}>
          <tr className="plan-topic">
            <th scope="rowgroup" colSpan={5}>
              {t(`coverage.plan.topic.${topic}`)}
            </th>
          </tr>
          {rows.map((row, index) => (
            <Statement key={index} row={row} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Statement({ row: { state, followed, others } }: { readonly row: PlanRow }) {
  const { t } = useTranslation();
  return (
    <>
      {followed && <Line said={followed} state={t(`coverage.plan.state.${state}`)} tone={rowTones[state]} />}
      {others.map(({ said, because }, index) => (
        <Line
          key={index}
          said={said}
          state={
            because === undefined
              ? t(`coverage.plan.state.${followed === undefined ? state : 'assumed'}`)
              : t(`coverage.plan.state.${because}`)
          }
          tone={because === undefined ? rowTones[state] : 'need'}
          beside={followed !== undefined}
        />
      ))}
    </>
  );
}

interface LineProps {
  readonly said: SaidOfPlanView;
  readonly state: string;
  readonly tone: string;
  /** Says otherwise than the line above. */
  readonly beside?: boolean;
}

function Line({ said, state, tone, beside = false }: LineProps) {
  const { t } = useTranslation();
  const say = useSay();
  const word = useWord();
  const { open } = useAction();
  const mayWithdraw = useMayRecord()('withdraw-benefit');
  const { representative, reference } = said.source;
  return (
    <tr data-beside={beside}>
      <td>{say(said.words)}</td>
      <td className="plan-state">
        <Badge className={`state-badge ${tone}`}>{state}</Badge>
      </td>
      <td className="plan-source">
        {word('factSource', said.source.kind)}, <Ago at={said.learnedAt} />
        {[representative, reference].some((part) => part !== undefined) && (
          <Text size="sm" c="dimmed">
            {[representative, reference].filter((part) => part !== undefined).join(', ')}
          </Text>
        )}
      </td>
      <td className="plan-holds" data-label={t('coverage.plan.column.holds')}>
        <Day on={said.goodThrough} />
      </td>
      <td className="plan-withdraw">
        {mayWithdraw && (
          <ActionIcon
            variant="subtle"
            title={t('withdraw.open')}
            aria-label={`${t('withdraw.open')}: ${say(said.words)}`}
            onClick={() => open('withdraw-benefit', withdrawalAddress(said.recordId, said.subject))}
          >
            <IconArrowBackUp size={18} aria-hidden />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}
