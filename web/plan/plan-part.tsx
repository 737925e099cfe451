import { Button, Text } from '@mantine/core';
import { IconPlus, IconSignature, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tooth } from '#domain/kernel/tooth.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { OnHoldNote } from '../case/on-hold-note.tsx';
import { Empty, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAction } from '../ui/use-action.ts';
import { Moment } from '../ui/when.tsx';
import { SignForm } from '../case/sign-form.tsx';
import { Accommodations } from './accommodations.tsx';
import { OrderPart } from './order/order-part.tsx';
import { ToothChart } from './picture/tooth-chart.tsx';
import { PlanItemForm } from './plan-item-form.tsx';
import { RulesPart } from './rules/rules-part.tsx';
import { SignedFrame } from './signed-frame.tsx';
import { PlanTable } from './plan-table.tsx';

/** One plan across all providers: what, where, who, in which order, after what. */
export function PlanPart() {
  const { t } = useTranslation();
  const { action, subject, open, close } = useAction();
  const view = useCaseView();
  const may = useMay();
  const [tooth, setTooth] = useState<Tooth>();
  // What stands below the picture is drawn right after it, so that a plan of a hundred steps is there at once.
  const isSeen = useDeferredValue(true, false);
  const chosen = view.planItems.find(({ item }) => item.itemId === subject)?.item;
  return (
    <>
      <Section
        title={t('web.section.plan')}
        lead={<PlanState />}
        actions={
          <>
            <OnHoldNote action="sign-plan" />
            {may('sign-plan') && view.planItems.length > 0 && (
              <Button
                variant="default"
                leftSection={<IconSignature size={18} aria-hidden />}
                onClick={() => open('sign-plan')}
              >
                {t('web.plan.sign')}
              </Button>
            )}
            {view.planItems.length > 0 && (
              <Button
                variant="default"
                leftSection={<IconUser size={18} aria-hidden />}
                renderRoot={(props) => (
                  <Link
                    to="/for-patient/$caseId/plan"
                    params={{ caseId: view.caseId }}
                    search={{}}
                    {...props}
                  />
                )}
              >
                {t('web.plan.inPlainWords')}
              </Button>
            )}
            {may('record-plan-item') && (
              <Button
                leftSection={<IconPlus size={18} aria-hidden />}
                onClick={() => open('record-plan-item')}
              >
                {t('web.plan.add')}
              </Button>
            )}
          </>
        }
      >
        {view.planItems.length === 0 ? (
          <Empty>{t('web.plan.empty')}</Empty>
        ) : (
          <>
            <Accommodations />
            <ToothChart selected={tooth} onSelect={setTooth} />
            <PlanTable selected={tooth} onSelect={setTooth} />
          </>
        )}
      </Section>
      {view.planItems.length > 0 && <OrderPart />}
      {isSeen && <RulesPart />}
      <Panel
        title={t(chosen ? 'web.plan.change' : 'web.plan.add')}
        opened={action === 'record-plan-item'}
        onClose={close}
      >
        <PlanItemForm key={chosen?.itemId ?? 'new'} item={chosen} onDone={close} />
      </Panel>
      <Panel title={t('web.plan.sign')} opened={action === 'sign-plan'} onClose={close}>
        <SignForm
          command="sign-plan"
          lead={t('web.plan.signLead', { count: view.planItems.length })}
          covers={<SignedFrame />}
          statement={t('web.plan.statement')}
          onDone={close}
        />
      </Panel>
    </>
  );
}

function PlanState() {
  const { t } = useTranslation();
  const { planSignatures, planChangedSinceSignature } = useCaseView();
  const last = planSignatures.at(-1);
  if (!last) return <Text size="sm">{t('web.plan.unsigned')}</Text>;
  return (
    <>
      {t('web.plan.signed', { version: last.signature.version, name: last.who.name })}{' '}
      <Moment at={last.occurredAt} />
      {planChangedSinceSignature && <strong> {t('web.plan.changed')}</strong>}
    </>
  );
}
