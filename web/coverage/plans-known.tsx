import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientView, PlanKnowledgeView } from '#contract/views.ts';
import { useMayRecord } from '../patient/may-record.ts';
import { Section } from '../ui/page.tsx';
import { AskPayer } from './ask-payer.tsx';
import { Inquiries } from './inquiries.tsx';
import { PlanTable } from './plan-table.tsx';
import { RemainingTable } from './remaining-table.tsx';

/** What is known of each plan, with its source; what says otherwise stands beside it. */
export function PlansKnown({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation();
  const mayRecord = useMayRecord()('record-plan-answer');
  if (patient.coverages.length === 0) return null;
  return (
    <Section title={t('web.eligibility.title')} lead={t('web.eligibility.lead')}>
      {patient.coverages.map(({ coverageId, payerName }) => {
        const plan = patient.plans.find((each) => each.coverageId === coverageId);
        return (
          <article key={coverageId} className="claim" aria-label={payerName}>
            <Text fw={600} component="h3">
              {payerName}
            </Text>
            {plan && <Plan plan={plan} payerName={payerName} />}
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
  if (plan.subjects.length + plan.unanswered.length + plan.outOfDate.length === 0)
    return <Text size="sm">{t('web.eligibility.nothing')}</Text>;
  return (
    <>
      <RemainingTable remaining={plan.remaining} payerName={payerName} />
      <PlanTable plan={plan} payerName={payerName} />
      {plan.subjects.some(({ contrary }) => contrary.length > 0) && (
        <Text size="sm">{t('coverage.part.conflict.rule')}</Text>
      )}
    </>
  );
}
