import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientView, PlanKnowledgeView, SaidOfPlanView } from '#contract/views.ts';
import { useMayRecord } from '../patient/may-record.ts';
import { Section } from '../ui/page.tsx';
import { useSay, useWord } from '../ui/say.ts';
import { Ago, Day } from '../ui/when.tsx';
import { AskPayer } from './ask-payer.tsx';

/** What is known of each plan, with its source; what says otherwise stands beside it. */
export function PlansKnown({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation();
  const mayRecord = useMayRecord()('record-plan-answer');
  if (patient.coverages.length === 0) return null;
  return (
    <Section title={t('web.eligibility.title')} lead={t('web.eligibility.lead')}>
      {patient.coverages.map(({ coverageId, payerName }) => (
        <article key={coverageId} className="claim" aria-label={payerName}>
          <Text fw={600} component="h3">
            {payerName}
          </Text>
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
              {followed && <Said said={followed} />}
              {contrary.map((said, nth) => (
                <Said key={nth} said={said} note={t('web.eligibility.contrary')} />
              ))}
              {assumed.map((said, nth) => (
                <Said key={nth} said={said} note={t('web.eligibility.assumed')} />
              ))}
            </div>
          </li>
        ))}
        {plan.outOfDate.map((said, index) => (
          <li key={`past-${index}`} className="row">
            <div className="row-main">
              <Said said={said} note={t('web.eligibility.outOfDate')} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

interface SaidProps {
  readonly said: SaidOfPlanView;
  /** Why it is not followed. */
  readonly note?: string;
}

function Said({ said, note }: SaidProps) {
  const { t } = useTranslation();
  const say = useSay();
  const word = useWord();
  return (
    <>
      <Text {...(note === undefined ? {} : { size: 'sm' })}>
        {note !== undefined && <span className="warn-text">{note}: </span>}
        {say(said.words)}
      </Text>
      <Text size="sm" component="div" className="case-facts">
        <span>{word('factSource', said.source.kind)}</span>
        <Ago at={said.learnedAt} />
        <span>
          {t('web.eligibility.goodThrough')} <Day on={said.goodThrough} relative />
        </span>
      </Text>
    </>
  );
}
