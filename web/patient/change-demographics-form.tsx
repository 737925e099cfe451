import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { DraftForm } from '../case/case-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { readText } from '../ui/reading.ts';
import { demographicsDraft, readDemographics } from './demographics-draft.ts';
import { DemographicsFields } from './demographics-fields.tsx';
import { usePatientForm } from './use-patient-form.ts';

interface Props {
  readonly patient: PatientView;
  readonly onDone: () => void;
}

export function ChangeDemographicsForm({ patient, onDone }: Props) {
  const { t, i18n } = useTranslation();
  const form = usePatientForm({
    patient,
    command: 'change-demographics',
    about: 'patient',
    initial: { ...demographicsDraft(i18n.language, patient.demographics), reason: '' },
    build: (draft) => ({
      demographics: readDemographics(draft, patient.demographics),
      reason: readText(draft.reason, '/reason'),
    }),
    done: onDone,
  });
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <DemographicsFields draft={form.draft} change={form.change} />
      <TextField
        at="/reason"
        label={t('web.form.reason')}
        value={form.draft.reason}
        onValue={(reason) => form.change({ reason })}
      />
    </DraftForm>
  );
}
