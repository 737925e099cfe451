import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconRoute, IconRouteOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SequencingAnswer } from '#domain/treatment-plan/sequencing/schedule.ts';
import type { SequencingProblem } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';
import { Day } from '../../ui/when.tsx';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { Breaches } from './order-faults.tsx';
import { movesBetween, type Move } from './order-shown.ts';
import { useOrderWords } from './order-words.ts';
import { OrderCosts } from './order-costs.tsx';
import { PromisesBroken } from './promises-broken.tsx';
import type { Order } from './use-order.ts';

interface Props {
  readonly problem: SequencingProblem;
  readonly order: Order;
}

/** What was found or moved, how good it is and what it changes, before anybody keeps it. */
export function ProposalPart({ problem, order }: Props) {
  const { t } = useTranslation();
  const { answer, proposal, shown, before } = order;
  if (!proposal) return answer ? <NoOrder problem={problem} answer={answer} /> : null;
  const isWhole = shown !== undefined && shown.without.length === 0 && shown.breaches.length === 0;
  return (
    <Alert
      variant="default"
      className="proposal"
      role="status"
      icon={<IconRoute color="var(--archway-accent-text)" aria-hidden />}
      title={answer ? t(`web.order.status.${answer.status}`) : t('web.order.moved')}
      mb="sm"
    >
      <Stack gap="xs">
        {answer?.shortfall && <Text size="sm">{t(`web.order.shortfall.${answer.shortfall.reason}`)}</Text>}
        {answer && <Figures problem={problem} answer={answer} />}
        {shown && <OrderCosts problem={problem} order={order} schedule={shown.schedule} />}
        {before && <Moves problem={problem} moves={movesBetween(before.schedule, proposal.schedule)} />}
        {shown && <PromisesBroken shown={shown} />}
        {shown && <Breaches shown={shown} />}
        <Group gap="sm">
          <Button onClick={order.keep} loading={order.isKeeping} disabled={!isWhole}>
            {t('web.order.keep')}
          </Button>
          <Button variant="default" onClick={order.discard}>
            {t('web.order.discard')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function Figures({
  problem,
  answer,
}: {
  readonly problem: SequencingProblem;
  readonly answer: SequencingAnswer;
}) {
  const { t } = useTranslation();
  const words = useOrderWords(problem);
  return (
    <dl className="order-figures">
      {answer.levels.map((level) => (
        <div key={level.objective}>
          <dt>{t(`web.order.objective.${level.objective}`)}</dt>
          <dd>
            <strong>{words.value(level)}</strong>
            <span className="small">{words.proof(level)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function Moves({
  problem,
  moves,
}: {
  readonly problem: SequencingProblem;
  readonly moves: readonly Move[];
}) {
  const { t } = useTranslation();
  const words = useOrderWords(problem);
  if (moves.length === 0) return <Text size="sm">{t('web.order.nothingMoves')}</Text>;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('web.order.moves', { count: moves.length })}
      </Text>
      <List size="sm">
        {moves.map(({ item, from, to }) => (
          <List.Item key={item}>
            {words.step(item)}: {from !== undefined && <Day on={calendarDate(from)} />} →{' '}
            <Day on={calendarDate(to)} />
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function NoOrder({
  problem,
  answer,
}: {
  readonly problem: SequencingProblem;
  readonly answer: SequencingAnswer;
}) {
  const { t } = useTranslation();
  const words = useOrderWords(problem);
  return (
    <Alert
      variant="default"
      role="alert"
      mb="sm"
      icon={<IconRouteOff color="var(--archway-bad)" aria-hidden />}
      title={t(`web.order.status.${answer.status}`)}
    >
      {answer.shortfall && <Text size="sm">{t(`web.order.shortfall.${answer.shortfall.reason}`)}</Text>}
      <List size="sm">
        {answer.conflicts.map((each) => (
          <List.Item key={each.ref}>{words.conflict(each)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
