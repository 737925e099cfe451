import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientPreferences } from '#domain/treatment-plan/patient-preferences.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { useMay } from '../../case/may.ts';
import { Empty, Section } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useWord } from '../../ui/say.ts';
import { useAction } from '../../ui/use-action.ts';
import { Day } from '../../ui/when.tsx';
import { PreferencesForm } from './preferences-form.tsx';

/** What suits the patient, with whose word it is and how old: the order is sought by it. */
export function PreferencesPart() {
  const { t } = useTranslation();
  const may = useMay();
  const { preferences } = useCaseView().sharedPlan;
  const { action, open, close } = useAction();
  return (
    <>
      <Section
        title={t('web.plan.preferences.title')}
        lead={t('web.plan.preferences.lead')}
        actions={
          may('record-preferences') && (
            <Button variant="default" onClick={() => open('record-preferences')}>
              {t('web.form.change')}
              <span className="visually-hidden"> {t('web.plan.preferences.title')}</span>
            </Button>
          )
        }
      >
        {preferences ? (
          <Preferred preferences={preferences.preferences} />
        ) : (
          <Empty>{t('web.plan.preferences.nothingKnown')}</Empty>
        )}
      </Section>
      <Panel title={t('web.plan.preferences.title')} opened={action === 'record-preferences'} onClose={close}>
        <PreferencesForm key={preferences?.position} preferences={preferences?.preferences} onDone={close} />
      </Panel>
    </>
  );
}

function Preferred({ preferences }: { readonly preferences: PatientPreferences }) {
  const { t } = useTranslation();
  const facts = useFacts(preferences);
  return (
    <>
      {facts.map((fact) => (
        <Text key={fact} size="sm">
          {fact}
        </Text>
      ))}
      <Text size="sm" c="dimmed">
        {t('web.plan.preferences.said', { who: preferences.saidBy })} <Day on={preferences.saidOn} relative />
      </Text>
    </>
  );
}

function useFacts({
  minutesPerDay,
  placesPerDay,
  weekdays,
  dayTimes,
  mattersMost,
  note,
}: PatientPreferences): readonly string[] {
  const { t } = useTranslation();
  const word = useWord();
  const suiting = [
    ...weekdays.map((each) => word('weekday', each)),
    ...dayTimes.map((each) => word('dayTime', each)),
  ];
  return [
    ...(minutesPerDay === undefined
      ? []
      : [t('web.plan.preferences.atMostMinutes', { count: minutesPerDay })]),
    ...(placesPerDay === undefined ? [] : [t('web.plan.preferences.atMostPlaces', { count: placesPerDay })]),
    ...(suiting.length === 0 ? [] : [t('web.plan.preferences.suits', { days: suiting.join(', ') })]),
    ...(mattersMost === undefined
      ? []
      : [t('web.plan.preferences.most', { wish: t(`web.order.objective.${mattersMost}`) })]),
    ...(note === '' ? [] : [note]),
  ];
}
