import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { Empty, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useWord } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { Day } from '../ui/when.tsx';
import { ConditionForm } from './condition-form.tsx';
import { useMayRecord } from './may-record.ts';
import { NeedForm } from './need-form.tsx';

/** Conditions with their ICD-10-CM code where one was stated or chosen; needs and how they are met. */
export function ConditionsAndNeeds({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation();
  const { action, subject, open, close } = useAction();
  const mayRecord = useMayRecord();
  const condition = patient.conditions.find(({ conditionId }) => conditionId === subject);
  const need = patient.accommodations.find(({ accommodationId }) => accommodationId === subject);
  return (
    <>
      <div className="two-columns">
        <Section
          title={t('web.patient.conditions')}
          actions={
            mayRecord('record-condition') && (
              <Button variant="default" onClick={() => open('record-condition')}>
                {t('web.patient.addCondition')}
              </Button>
            )
          }
        >
          <Conditions patient={patient} />
        </Section>
        <Section
          title={t('web.patient.needs')}
          actions={
            mayRecord('record-accommodation') && (
              <Button variant="default" onClick={() => open('record-accommodation')}>
                {t('web.patient.addNeed')}
              </Button>
            )
          }
        >
          <Needs patient={patient} />
        </Section>
      </div>
      <Panel title={t('web.patient.condition')} opened={action === 'record-condition'} onClose={close}>
        <ConditionForm
          key={condition?.conditionId ?? 'new'}
          patient={patient}
          condition={condition}
          onDone={close}
        />
      </Panel>
      <Panel title={t('web.patient.need')} opened={action === 'record-accommodation'} onClose={close}>
        <NeedForm key={need?.accommodationId ?? 'new'} patient={patient} need={need} onDone={close} />
      </Panel>
    </>
  );
}

function Conditions({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation();
  const word = useWord();
  const { open } = useAction();
  const mayRecord = useMayRecord();
  if (patient.conditions.length === 0) return <Empty>{t('web.patient.noConditions')}</Empty>;
  return (
    <ul className="rows">
      {patient.conditions.map((condition) => (
        <li key={condition.conditionId} className="row">
          <div className="row-main">
            <Text>{condition.text}</Text>
            <Text size="sm" component="div" className="case-facts">
              <span className={condition.diagnosis === undefined ? 'warn-text' : 'figures'}>
                {condition.diagnosis ?? t('web.patient.noDiagnosis')}
              </span>
              <span>{word('conditionStatus', condition.status)}</span>
              {condition.onset !== undefined && <Day on={condition.onset} />}
            </Text>
            {patient.inexactConditionIds.includes(condition.conditionId) && (
              <Text size="sm" className="warn-text">
                {t('web.patient.inexactDiagnosis', { code: condition.diagnosis })}
              </Text>
            )}
          </div>
          {mayRecord('record-condition') && (
            <Button
              size="compact-md"
              variant="default"
              onClick={() => open('record-condition', condition.conditionId)}
            >
              {t('web.form.change')}
              <span className="visually-hidden"> {condition.text}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Needs({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation();
  const word = useWord();
  const { open } = useAction();
  const mayRecord = useMayRecord();
  if (patient.accommodations.length === 0) return <Empty>{t('web.patient.noNeeds')}</Empty>;
  return (
    <ul className="rows">
      {patient.accommodations.map((each) => (
        <li key={each.accommodationId} className="row">
          <div className="row-main">
            <Text>{each.need}</Text>
            <Text size="sm" component="div" className="case-facts">
              <span>{word('need', each.kind)}</span>
              {each.accommodation !== '' && <span>{each.accommodation}</span>}
              {!each.active && <span>{t('web.patient.needEnded')}</span>}
            </Text>
          </div>
          {mayRecord('record-accommodation') && (
            <Button
              size="compact-md"
              variant="default"
              onClick={() => open('record-accommodation', each.accommodationId)}
            >
              {t('web.form.change')}
              <span className="visually-hidden"> {each.need}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
