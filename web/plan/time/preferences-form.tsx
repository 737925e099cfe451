import { useTranslation } from 'react-i18next';
import { weekdays } from '#domain/treatment-plan/constraint.ts';
import { dayTimes, wishes, type PatientPreferences } from '#domain/treatment-plan/patient-preferences.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { DraftForm } from '../../case/case-form.tsx';
import { useCaseForm } from '../../case/use-case-form.ts';
import { ChecksField, ChoiceField, DateField, LongTextField, TextField } from '../../ui/fields.tsx';
import { useFormat } from '../../ui/format.ts';
import { present, readDate, readOptional, readText, readWord } from '../../ui/reading.ts';
import { useChoices } from '../../ui/say.ts';
import { wholeBetween } from './read-availability.ts';

interface Props {
  readonly preferences: PatientPreferences | undefined;
  readonly onDone: () => void;
}

const at = (place: string) => `/preferences/${place}`;

/** What suits the patient, as they or somebody for them said it. What is left empty binds nothing. */
export function PreferencesForm({ preferences, onDone }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const { today } = useFormat();
  const { firstName, lastName } = useCaseView().patient.demographics;
  const form = useCaseForm({
    command: 'record-preferences',
    about: 'patient',
    initial: draftOf(preferences, `${firstName} ${lastName}`, today()),
    build: (draft) => ({ preferences: readPreferences(draft) }),
    done: onDone,
  });
  const { draft, change } = form;
  const words = (name: string) => t(`web.plan.preferences.${name}`);
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <div className="two-fields">
        <TextField
          at={at('minutesPerDay')}
          label={words('minutesPerDay')}
          inputMode="numeric"
          value={draft.minutesPerDay}
          onValue={(minutesPerDay) => change({ minutesPerDay })}
        />
        <TextField
          at={at('placesPerDay')}
          label={words('placesPerDay')}
          inputMode="numeric"
          value={draft.placesPerDay}
          onValue={(placesPerDay) => change({ placesPerDay })}
        />
      </div>
      <ChecksField
        at={at('weekdays')}
        label={words('weekdays')}
        values={draft.weekdays}
        onValues={(values) => change({ weekdays: values })}
        choices={choices('weekday', weekdays)}
      />
      <ChecksField
        at={at('dayTimes')}
        label={words('dayTimes')}
        description={words('dayTimesHint')}
        values={draft.dayTimes}
        onValues={(values) => change({ dayTimes: values })}
        choices={choices('dayTime', dayTimes)}
      />
      <ChoiceField
        at={at('mattersMost')}
        label={words('mattersMost')}
        empty={words('nothingMost')}
        value={draft.mattersMost}
        onValue={(mattersMost) => change({ mattersMost })}
        choices={wishes.map((wish) => ({ value: wish, label: t(`web.order.objective.${wish}`) }))}
      />
      <LongTextField
        at={at('note')}
        label={words('note')}
        value={draft.note}
        onValue={(note) => change({ note })}
      />
      <div className="two-fields">
        <TextField
          at={at('saidBy')}
          label={words('saidBy')}
          value={draft.saidBy}
          onValue={(saidBy) => change({ saidBy })}
        />
        <DateField
          at={at('saidOn')}
          label={words('saidOn')}
          value={draft.saidOn}
          onValue={(saidOn) => change({ saidOn })}
        />
      </div>
    </DraftForm>
  );
}

type PreferencesDraft = ReturnType<typeof draftOf>;

function draftOf(preferences: PatientPreferences | undefined, patientName: string, today: string) {
  return {
    minutesPerDay: preferences?.minutesPerDay?.toString() ?? '',
    placesPerDay: preferences?.placesPerDay?.toString() ?? '',
    weekdays: [...(preferences?.weekdays ?? [])] as readonly string[],
    dayTimes: [...(preferences?.dayTimes ?? [])] as readonly string[],
    mattersMost: preferences?.mattersMost ?? '',
    note: preferences?.note ?? '',
    saidBy: preferences?.saidBy ?? patientName,
    saidOn: today,
  };
}

/** As the schema of preferences has them. */
const readMinutes = wholeBetween(5, 1440);
const readPlaces = wholeBetween(1, 10);

function readPreferences(draft: PreferencesDraft): PatientPreferences {
  return {
    ...present({
      minutesPerDay: readOptional(readMinutes, draft.minutesPerDay, at('minutesPerDay')),
      placesPerDay: readOptional(readPlaces, draft.placesPerDay, at('placesPerDay')),
      mattersMost:
        draft.mattersMost === '' ? undefined : readWord(wishes, draft.mattersMost, at('mattersMost')),
    }),
    weekdays: weekdays.filter((each) => draft.weekdays.includes(each)),
    dayTimes: dayTimes.filter((each) => draft.dayTimes.includes(each)),
    note: draft.note.trim(),
    saidBy: readText(draft.saidBy, at('saidBy')),
    saidOn: readDate(draft.saidOn, at('saidOn')),
  };
}
