import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PatientView, PlanKnowledgeView } from '#contract/views.ts';
import { useCaseLedger } from '../api/estimate.ts';
import { useCaseView } from '../case/case-context.tsx';
import { LedgerTable } from '../estimate/ledger-part.tsx';
import { useMayRecord } from '../patient/may-record.ts';
import { useFormat } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import { useAction } from '../ui/use-action.ts';
import { AmountsInDoubt } from './amounts-in-doubt.tsx';
import { AskPayer } from './ask-payer.tsx';
import { Inquiries } from './inquiries.tsx';
import { PlanTable } from './plan-table.tsx';
import { WithdrawnList } from './withdrawn-list.tsx';
import { RemainingTable } from './remaining-table.tsx';

/** What is known of each plan, with its source; what says otherwise stands beside it. */
export function PlansKnown({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation();
  const { open } = useAction();
  const mayRecord = useMayRecord()('record-plan-answer');
  if (patient.coverages.length === 0) return null;
  return (
    <Section title={t('web.eligibility.title')} lead={t('web.eligibility.lead')}>
      {patient.coverages.map(({ coverageId, payerName }) => {
        const plan = patient.plans.find((each) => each.coverageId === coverageId);
        return (
          <article key={coverageId} className="claim" aria-label={payerName}>
            <div className="glance-head">
              <Text fw={600} component="h3">
                {payerName}
              </Text>
              {mayRecord && (
                <Button
                  size="compact-md"
                  variant="default"
                  leftSection={<IconPlus size={18} aria-hidden />}
                  onClick={() => open('record-plan-answer', coverageId)}
                >
                  {t('statement.add')}
                  <span className="visually-hidden"> {payerName}</span>
                </Button>
              )}
            </div>
            {plan && <Plan plan={plan} payerName={payerName} />}
            {plan && <WithdrawnList withdrawn={plan.withdrawn} />}
            {mayRecord && (
              <>
                <Inquiries patientId={patient.patientId} coverageId={coverageId} payerName={payerName} />
                <AskPayer patientId={patient.patientId} coverageId={coverageId} payerName={payerName} />
              </>
            )}
          </article>
        );
      })}
    </Section>
  );
}

function Plan({ plan, payerName }: { readonly plan: PlanKnowledgeView; readonly payerName: string }) {
  const { t } = useTranslation();
  const left = <Left plan={plan} payerName={payerName} />;
  if (plan.subjects.length + plan.unanswered.length + plan.outOfDate.length === 0)
    return (
      <>
        {left}
        <Text size="sm">{t('web.eligibility.nothing')}</Text>
      </>
    );
  return (
    <>
      {left}
      <AmountsInDoubt plan={plan} />
      <PlanTable plan={plan} payerName={payerName} />
      {plan.subjects.some(({ contrary }) => contrary.length > 0) && (
        <Text size="sm">{t('coverage.part.conflict.rule')}</Text>
      )}
    </>
  );
}

/** The ledger of the case, where the plan has limits; else what the payer said is left, which is as old as its word. */
function Left({ plan, payerName }: { readonly plan: PlanKnowledgeView; readonly payerName: string }) {
  const { t } = useTranslation();
  const { caseId, patient } = useCaseView();
  const { money } = useFormat();
  const { data } = useCaseLedger(caseId);
  const accounts = data?.accounts.filter(({ coverageId }) => coverageId === plan.coverageId) ?? [];
  const used = patient.benefitUses
    .filter(({ coverageId, state }) => coverageId === plan.coverageId && state !== 'withdrawn')
    .reduce((sum, { pays }) => sum + pays, 0);
  if (accounts.length === 0)
    return (
      <>
        <RemainingTable remaining={plan.remaining} payerName={payerName} />
        {used > 0 && <Text size="sm">{t('web.ledger.withoutLimit', { amount: money(used) })}</Text>}
      </>
    );
  return (
    <>
      <Text size="sm" fw={600} mt="xs">
        {t('web.ledger.ofPlan', { payer: payerName })}
      </Text>
      <LedgerTable accounts={accounts} ofOnePlan />
    </>
  );
}
