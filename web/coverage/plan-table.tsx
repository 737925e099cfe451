import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanKnowledgeView, SaidOfPlanView } from '#contract/views.ts';
import { useSay, useWord } from '../ui/say.ts';
import { Ago, Day } from '../ui/when.tsx';

type State = 'conflict' | 'known' | 'assumed' | 'expired';

interface Row {
  readonly state: State;
  readonly followed: SaidOfPlanView | undefined;
  readonly others: readonly { readonly said: SaidOfPlanView; readonly because?: 'weaker' | 'older' }[];
}

const tones: Record<State, string> = { conflict: 'warn', known: 'good', assumed: 'known', expired: 'bad' };
const order: readonly State[] = ['conflict', 'known', 'assumed', 'expired'];

/** Every statement with its state; what disagrees comes first, what ran out last. */
function rowsOf({ subjects, outOfDate }: PlanKnowledgeView): readonly Row[] {
  const rows: Row[] = [
    ...subjects.map(({ followed, contrary, assumed }): Row => ({
      state: followed === undefined ? 'assumed' : contrary.length > 0 ? 'conflict' : 'known',
      followed,
      others: [
        ...contrary.map((said) => ({ said, because: said.because })),
        ...assumed.map((said) => ({ said })),
      ],
    })),
    ...outOfDate.map((said): Row => ({ state: 'expired', followed: undefined, others: [{ said }] })),
  ];
  return rows.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
}

/** How much is known, in disagreement, only assumed and run out, and when the payer was last heard. */
export function PlanGlance({ plan }: { readonly plan: PlanKnowledgeView }) {
  const { t } = useTranslation();
  const rows = rowsOf(plan);
  return (
    <div className="answer">
      {order.map((state) => {
        const count = rows.filter((row) => row.state === state).length;
        return count === 0 ? null : (
          <Badge key={state} className={`state-badge ${tones[state]}`}>
            {t(`coverage.plan.count.${state}`, { count })}
          </Badge>
        );
      })}
      <Text size="sm" component="span">
        {plan.lastVerified === undefined ? (
          t('coverage.plan.neverVerified')
        ) : (
          <>
            {t('web.eligibility.lastVerified')} <Ago at={plan.lastVerified} />
          </>
        )}
      </Text>
    </div>
  );
}

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
        </tr>
      </thead>
      <tbody>
        {rowsOf(plan).map((row, index) => (
          <Statement key={index} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Statement({ row: { state, followed, others } }: { readonly row: Row }) {
  const { t } = useTranslation();
  return (
    <>
      {followed && <Line said={followed} state={t(`coverage.plan.state.${state}`)} tone={tones[state]} />}
      {others.map(({ said, because }, index) => (
        <Line
          key={index}
          said={said}
          state={
            because === undefined
              ? t(`coverage.plan.state.${state === 'expired' ? 'expired' : 'assumed'}`)
              : t(`coverage.plan.state.${because}`)
          }
          tone={because === undefined ? tones[state] : 'need'}
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
  const { representative, reference } = said.source;
  return (
    <tr data-beside={beside}>
      <td>{say(said.words)}</td>
      <td data-label={t('coverage.plan.column.state')}>
        <Badge className={`state-badge ${tone}`}>{state}</Badge>
      </td>
      <td data-label={t('coverage.plan.column.source')}>
        {word('factSource', said.source.kind)}, <Ago at={said.learnedAt} />
        {[representative, reference].some((part) => part !== undefined) && (
          <Text size="sm" c="dimmed">
            {[representative, reference].filter((part) => part !== undefined).join(', ')}
          </Text>
        )}
      </td>
      <td data-label={t('coverage.plan.column.holds')}>
        <Day on={said.goodThrough} />
      </td>
    </tr>
  );
}
