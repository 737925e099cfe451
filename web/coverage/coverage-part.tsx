import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseCalendarDate } from '#domain/kernel/calendar-date.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { useMayRecord } from '../patient/may-record.ts';
import { Coverages } from '../patient/coverages.tsx';
import { DateField } from '../ui/fields.tsx';
import { Predeterminations } from '../predetermination/predeterminations.tsx';
import { useFormat } from '../ui/format.ts';
import { Panel } from '../ui/panel.tsx';
import { useAction } from '../ui/use-action.ts';
import { CallScreen } from './call-screen.tsx';
import { callOf } from './call-address.ts';
import { AtAGlance } from './at-a-glance.tsx';
import { AskForm } from './ask-form.tsx';
import { ChargeForm } from './charge-form.tsx';
import { ChargeAgreements } from './charge-agreements.tsx';
import { CoordinationSection } from './coordination-section.tsx';
import { FactsList } from './facts-list.tsx';
import { FactForm } from './fact-form.tsx';
import { StatementForm } from './statement-form.tsx';
import { WithdrawForm } from './withdraw-form.tsx';
import { withdrawableAt } from './withdrawable.ts';
import { PlansKnown } from './plans-known.tsx';

/** What the plan does with coordination, by day of service, and from whom we know it. */
export function CoveragePart() {
  const { t } = useTranslation();
  const { action, subject, open, close } = useAction();
  const view = useCaseView();
  const { today } = useFormat();
  const [day, setDay] = useState(String(today()));
  const asked = parseCalendarDate(day);
  const serviceDate = isRefusal(asked) ? today() : asked;
  const may = useMay();
  const mayRecord = useMayRecord();
  const wrong =
    action === 'withdraw-benefit' && subject !== undefined
      ? withdrawableAt(view.patient, subject)
      : undefined;
  const call = action === 'call' ? callOf(view.patient.coverages, subject, today()) : undefined;
  if (call && may('log-activity')) return <CallScreen key={call.coverage.coverageId} {...call} />;
  return (
    <>
      <AtAGlance />
      <CoordinationSection
        serviceDate={serviceDate}
        day={<DateField label={t('coverage.part.day')} className="day-field" value={day} onValue={setDay} />}
        actions={
          <>
            {may('answer-coverage') && view.patient.coverages.length > 0 && (
              <Button variant="default" onClick={() => open('answer-coverage')}>
                {t('web.coverage.ask')}
              </Button>
            )}
            {mayRecord('record-benefit-fact') && view.patient.coverages.length > 0 && (
              <Button
                variant="default"
                leftSection={<IconPlus size={18} aria-hidden />}
                onClick={() => open('record-benefit-fact')}
              >
                {t('web.coverage.addFact')}
              </Button>
            )}
          </>
        }
      />
      <PlansKnown patient={view.patient} />
      <Predeterminations />
      <FactsList />
      <ChargeAgreements />
      <Coverages patient={view.patient} caseId={view.caseId} />
      <Panel
        title={t('web.coverage.addFact')}
        opened={action === 'record-benefit-fact' && view.patient.coverages.length > 0}
        onClose={close}
      >
        <FactForm replaces={subject} onDone={close} />
      </Panel>
      <Panel
        title={t('statement.add')}
        opened={action === 'record-plan-answer' && view.patient.coverages.length > 0}
        onClose={close}
      >
        <StatementForm key={subject ?? 'new'} coverageId={subject} onDone={close} />
      </Panel>
      <Panel title={t('withdraw.open')} opened={wrong !== undefined} onClose={close}>
        {wrong && <WithdrawForm what={wrong} onDone={close} />}
      </Panel>
      <Panel title={t('web.coverage.ask')} opened={action === 'answer-coverage'} onClose={close}>
        <AskForm onDone={close} />
      </Panel>
      <Panel title={t('web.charge.add')} opened={action === 'agree-charge'} onClose={close}>
        <ChargeForm onDone={close} />
      </Panel>
    </>
  );
}
