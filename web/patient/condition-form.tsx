import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { parseDiagnosisCode } from '#domain/kernel/diagnosis-code.ts';
import type { Condition } from '#domain/patient/patient-events.ts';
import { DraftForm } from '../case/case-form.tsx';
import { newId } from '../ui/clock.ts';
import { ChoiceField, DateField, TextField } from '../ui/fields.tsx';
import { present, readOptional, readOptionalDate, readText, readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';
import { usePatientForm } from './use-patient-form.ts';

interface Props {
  readonly patient: PatientView;
  readonly condition: Condition | undefined;
  readonly onDone: () => void;
}

const statuses = ['active', 'inactive', 'resolved'] as const;

export function ConditionForm({ patient, condition, onDone }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const form = usePatientForm({
    patient,
    command: 'record-condition',
    about: condition?.conditionId ?? 'new',
    initial: {
      conditionId: condition?.conditionId ?? newId(),
      text: condition?.text ?? '',
      diagnosis: String(condition?.diagnosis ?? ''),
      status: String(condition?.status ?? 'active'),
      onset: String(condition?.onset ?? ''),
      ended: String(condition?.ended ?? ''),
    },
    build: (draft) => ({
      condition: present({
        conditionId: draft.conditionId,
        text: readText(draft.text, '/condition/text'),
        diagnosis: readOptional(parseDiagnosisCode, draft.diagnosis, '/condition/diagnosis'),
        codings: condition?.codings ?? [],
        status: readWord(statuses, draft.status, '/condition/status'),
        onset: readOptionalDate(draft.onset, '/condition/onset'),
        ended: readOptionalDate(draft.ended, '/condition/ended'),
        sensitive: condition?.sensitive,
      }),
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <TextField
        at="/condition/text"
        label={t('web.patient.conditionText')}
        data-autofocus
        value={draft.text}
        onValue={(text) => change({ text })}
      />
      <TextField
        at="/condition/diagnosis"
        label={t('web.patient.diagnosis')}
        description={t('web.patient.diagnosisHelp')}
        value={draft.diagnosis}
        onValue={(diagnosis) => change({ diagnosis })}
      />
      <ChoiceField
        label={t('web.patient.conditionStatus')}
        value={draft.status}
        onValue={(status) => change({ status })}
        choices={choices('conditionStatus', statuses)}
      />
      <div className="two-fields">
        <DateField
          at="/condition/onset"
          label={t('web.patient.onset')}
          value={draft.onset}
          onValue={(onset) => change({ onset })}
        />
        <DateField
          at="/condition/ended"
          label={t('web.patient.ended')}
          value={draft.ended}
          onValue={(ended) => change({ ended })}
        />
      </div>
    </DraftForm>
  );
}
