import { useTranslation } from 'react-i18next';
import { weekdays } from '#domain/treatment-plan/constraint.ts';
import type { Availability } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';
import { DraftForm } from '../../case/case-form.tsx';
import { useCaseForm } from '../../case/use-case-form.ts';
import { ChecksField, DateField, FlagField, TextField } from '../../ui/fields.tsx';
import { useFormat } from '../../ui/format.ts';
import { useChoices } from '../../ui/say.ts';
import { DayRows, PeriodRows } from '../day-rows.tsx';
import { draftOf, readAvailability, type Fact } from './read-availability.ts';

interface Props {
  readonly memberId: string;
  readonly availability: Availability;
  readonly onDone: () => void;
}

/** What an office said of its time. Each fact names whose word it is and of which day; what is empty is not known. */
export function AvailabilityForm({ memberId, availability, onDone }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const format = useFormat();
  const form = useCaseForm({
    command: 'record-availability',
    about: memberId,
    initial: draftOf(availability, format.today()),
    build: (draft) => ({ availability: { memberId, availability: readAvailability(draft) } }),
    done: onDone,
  });
  const { draft, change } = form;
  const at = (place: string) => `/availability/availability/${place}`;
  const source = (fact: Fact) => (
    <div className="two-fields">
      <TextField
        at={at(`${fact}/source/ref`)}
        label={t('web.plan.time.whoseWord')}
        value={draft.sources[fact].ref}
        onValue={(ref) => change({ sources: { ...draft.sources, [fact]: { ...draft.sources[fact], ref } } })}
      />
      <DateField
        at={at(`${fact}/source/asOf`)}
        label={t('web.plan.time.saidOn')}
        value={draft.sources[fact].asOf}
        onValue={(asOf) =>
          change({ sources: { ...draft.sources, [fact]: { ...draft.sources[fact], asOf } } })
        }
      />
    </div>
  );
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <ChecksField
        at={at('weekdays/on')}
        label={t('web.plan.time.weekdays')}
        values={draft.weekdays}
        onValues={(values) => change({ weekdays: values })}
        choices={choices('weekday', weekdays)}
      />
      {draft.weekdays.length > 0 && source('weekdays')}
      <TextField
        at={at('leadTime/days')}
        label={t('web.plan.time.leadTime')}
        inputMode="numeric"
        value={draft.leadDays}
        onValue={(leadDays) => change({ leadDays })}
      />
      {draft.leadDays.trim() !== '' && source('leadTime')}
      <DayRows
        legend={t('web.plan.time.offered')}
        rows={draft.offered}
        onRows={(offered) => change({ offered })}
        blank={{ on: '', minutes: '' }}
        addLabel={t('web.plan.time.addDay')}
        fields={({ on, minutes }, changeRow, index) => (
          <>
            <DateField
              at={at(`offered/days/${index}/on`)}
              label={t('web.plan.time.day')}
              value={on}
              onValue={(value) => changeRow({ on: value })}
            />
            <TextField
              at={at(`offered/days/${index}/minutes`)}
              label={t('web.plan.time.minutes')}
              inputMode="numeric"
              value={minutes}
              onValue={(value) => changeRow({ minutes: value })}
            />
          </>
        )}
      />
      {draft.offered.length > 0 && (
        <>
          <FlagField
            label={t('web.plan.time.only')}
            checked={draft.only}
            onChecked={(only) => change({ only })}
          />
          {source('offered')}
        </>
      )}
      <PeriodRows
        at={at('closed/days')}
        legend={t('web.plan.time.closed')}
        rows={draft.closed}
        onRows={(closed) => change({ closed })}
      />
      {draft.closed.length > 0 && source('closed')}
      <TextField
        at={at('minutesPerDay')}
        label={t('web.plan.time.minutesPerDay')}
        inputMode="numeric"
        value={draft.minutesPerDay}
        onValue={(minutesPerDay) => change({ minutesPerDay })}
      />
    </DraftForm>
  );
}
