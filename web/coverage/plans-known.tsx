import { Button, Group, Text } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PatientView, PlanKnowledgeView } from '#contract/views.ts';
import { useMay } from '../case/may.ts';
import { useMayRecord } from '../patient/may-record.ts';
import { Section } from '../ui/page.tsx';
import { useAction } from '../ui/use-action.ts';
import { Ago } from '../ui/when.tsx';
import { AskPayer } from './ask-payer.tsx';
import { callAddress } from './call-address.ts';
import { SaidOfPlan } from './said-of-plan.tsx';

/** What is known of each plan, with its source; what says otherwise stands beside it. */
export function PlansKnown({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation();
  const may = useMay();
  const { open } = useAction();
  const mayRecord = useMayRecord()('record-plan-answer');
  if (patient.coverages.length === 0) return null;
  return (
    <Section title={t('web.eligibility.title')} lead={t('web.eligibility.lead')}>
      {patient.coverages.map(({ coverageId, payerName }) => (
        <article key={coverageId} className="claim" aria-label={payerName}>
          <Group justify="space-between" gap="xs">
            <Text fw={600} component="h3">
              {payerName}
            </Text>
            {may('log-activity') && (
              <Button
                size="compact-md"
                variant="default"
                leftSection={<IconPhone size={18} aria-hidden />}
                onClick={() => open('call', callAddress(coverageId))}
              >
                {t('call.open')}
                <span className="visually-hidden"> {payerName}</span>
              </Button>
            )}
          </Group>
          <Plan plan={patient.plans.find((plan) => plan.coverageId === coverageId)} />
          {mayRecord && (
            <AskPayer patientId={patient.patientId} coverageId={coverageId} payerName={payerName} />
          )}
        </article>
      ))}
    </Section>
  );
}

function Plan({ plan }: { readonly plan: PlanKnowledgeView | undefined }) {
  const { t } = useTranslation();
  if (plan?.lastVerified === undefined) return <Text size="sm">{t('web.eligibility.nothing')}</Text>;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('web.eligibility.lastVerified')} <Ago at={plan.lastVerified} />
      </Text>
      <ul className="rows">
        {plan.subjects.map(({ followed, contrary, assumed }, index) => (
          <li key={index} className="row">
            <div className="row-main">
              {followed && <SaidOfPlan said={followed} />}
              {contrary.map((said, nth) => (
                <SaidOfPlan key={nth} said={said} note={t('web.eligibility.contrary')} />
              ))}
              {assumed.map((said, nth) => (
                <SaidOfPlan key={nth} said={said} note={t('web.eligibility.assumed')} />
              ))}
            </div>
          </li>
        ))}
        {plan.outOfDate.map((said, index) => (
          <li key={`past-${index}`} className="row">
            <div className="row-main">
              <SaidOfPlan said={said} note={t('web.eligibility.outOfDate')} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
