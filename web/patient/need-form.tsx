import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { needKinds, type Accommodation } from '#domain/patient/patient-events.ts';
import { DraftForm } from '../case/case-form.tsx';
import { newId } from '../ui/clock.ts';
import { ChoiceField, FlagField, TextField } from '../ui/fields.tsx';
import { readText, readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';
import { usePatientForm } from './use-patient-form.ts';

interface Props {
  readonly patient: PatientView;
  readonly need: Accommodation | undefined;
  readonly onDone: () => void;
}

export function NeedForm({ patient, need, onDone }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const form = usePatientForm({
    patient,
    command: 'record-accommodation',
    about: need?.accommodationId ?? 'new',
    initial: {
      accommodationId: need?.accommodationId ?? newId(),
      kind: String(need?.kind ?? 'mobility'),
      need: need?.need ?? '',
      accommodation: need?.accommodation ?? '',
      active: need?.active ?? true,
    },
    build: (draft) => ({
      accommodation: {
        accommodationId: draft.accommodationId,
        kind: readWord(needKinds, draft.kind, '/accommodation/kind'),
        need: readText(draft.need, '/accommodation/need'),
        accommodation: draft.accommodation.trim(),
        active: draft.active,
      },
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <ChoiceField
        label={t('web.patient.needKind')}
        data-autofocus
        value={draft.kind}
        onValue={(kind) => change({ kind })}
        choices={choices('need', needKinds)}
      />
      <TextField
        at="/accommodation/need"
        label={t('web.patient.need')}
        value={draft.need}
        onValue={(need) => change({ need })}
      />
      <TextField
        at="/accommodation/accommodation"
        label={t('web.patient.accommodation')}
        value={draft.accommodation}
        onValue={(accommodation) => change({ accommodation })}
      />
      {need && (
        <FlagField
          label={t('web.patient.needActive')}
          checked={draft.active}
          onChecked={(active) => change({ active })}
        />
      )}
    </DraftForm>
  );
}
