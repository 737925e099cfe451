import { Button } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanOrderView } from '#contract/plan-order.ts';
import type { SequencingProblem } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';
import { usePlanOrder } from '../../api/plan-order.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { useMay } from '../../case/may.ts';
import { Empty, Loaded, Section } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toast } from '../../ui/toast.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Moment } from '../../ui/when.tsx';
import { Timeline } from '../picture/timeline.tsx';
import { newestKept } from './order-shown.ts';
import { MoveForm } from './move-form.tsx';
import { ProposalPart } from './proposal-part.tsx';
import { ObjectiveOrder } from './objective-order.tsx';
import { useOrder } from './use-order.ts';
import { Breaches, WithoutDay } from './order-faults.tsx';
import { VisitsTable } from './visits-table.tsx';

/** In which visits, with whom and when: the order that the team works by, and a better one when it is asked for. */
export function OrderPart() {
  const { caseId } = useCaseView();
  const found = usePlanOrder(caseId);
  return (
    <Loaded query={found}>
      {(view) => (view.problem ? <OpenOrder view={view} problem={view.problem} /> : null)}
    </Loaded>
  );
}

interface Props {
  readonly view: PlanOrderView;
  readonly problem: SequencingProblem;
}

function OpenOrder({ view, problem }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const { action, subject, open, close } = useAction();
  const order = useOrder(view, problem, (again) =>
    toast(t('web.order.isKept'), again && { label: t('web.order.showBefore'), run: again }),
  );
  const { shown, proposal } = order;
  // The picture first; the same facts as a table right after it.
  const isTableSeen = useDeferredValue(true, false);
  return (
    <Section
      title={t('web.order.title')}
      lead={<OrderState view={view} />}
      actions={may('keep-schedule') && <Seek order={order} />}
    >
      <ProposalPart problem={problem} order={order} />
      {shown ? (
        <>
          <WithoutDay shown={shown} />
          {!proposal && <Breaches shown={shown} />}
          <Timeline order={order} shown={shown} onMove={(itemId) => open('move-visit', itemId)} />
          {isTableSeen && (
            <VisitsTable order={order} shown={shown} onMove={(itemId) => open('move-visit', itemId)} />
          )}
        </>
      ) : (
        <Empty>{t('web.order.empty')}</Empty>
      )}
      <Panel
        title={t('web.order.move')}
        opened={action === 'move-visit' && shown !== undefined}
        onClose={close}
      >
        {shown && subject !== undefined && (
          <MoveForm key={subject} itemId={subject} shown={shown} order={order} onDone={close} />
        )}
      </Panel>
    </Section>
  );
}

function Seek({ order }: { readonly order: ReturnType<typeof useOrder> }) {
  const { t } = useTranslation();
  return (
    <div className="order-seek">
      <ObjectiveOrder order={order} />
      <Button
        leftSection={<IconRoute size={18} aria-hidden />}
        loading={order.isSolving}
        onClick={order.solve}
      >
        {t('web.order.seek')}
      </Button>
      {order.isSolving && (
        <Button variant="default" onClick={order.stop}>
          {t('web.order.stopSeeking')}
        </Button>
      )}
    </div>
  );
}

function OrderState({ view }: { readonly view: PlanOrderView }) {
  const { t } = useTranslation();
  const kept = newestKept(view);
  if (!kept) return <>{t('web.order.lead')}</>;
  return (
    <>
      {t(`web.order.keptBy.${kept.kept.madeBy}`, { name: kept.who.name })} <Moment at={kept.occurredAt} />
    </>
  );
}
