import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import type { RelatedPerson } from '#domain/patient/patient-events.ts';
import { DraftForm } from '../case/case-form.tsx';
import { newId } from '../ui/clock.ts';
import { TextField } from '../ui/fields.tsx';
import { optional, present, readText } from '../ui/reading.ts';
import { usePatientForm } from './use-patient-form.ts';

interface Props {
  readonly patient: PatientView;
  readonly person: RelatedPerson | undefined;
  readonly onDone: () => void;
}

export function RelatedPersonForm({ patient, person, onDone }: Props) {
  const { t } = useTranslation();
  const first = person?.contacts.find(({ route }) => route === 'telephone');
  const form = usePatientForm({
    patient,
    command: 'record-related-person',
    about: person?.relatedPersonId ?? 'new',
    initial: {
      relatedPersonId: person?.relatedPersonId ?? newId(),
      name: person?.name ?? '',
      relationship: person?.relationship ?? '',
      authority: person?.authority ?? '',
      telephone: first?.value ?? '',
    },
    build: (draft) => ({
      relatedPerson: present({
        relatedPersonId: draft.relatedPersonId,
        name: readText(draft.name, '/relatedPerson/name'),
        relationship: readText(draft.relationship, '/relatedPerson/relationship'),
        authority: optional(draft.authority),
        contacts: [
          ...(draft.telephone.trim() === ''
            ? []
            : [{ route: 'telephone' as const, value: draft.telephone.trim() }]),
          ...(person?.contacts.filter((point) => point !== first) ?? []),
        ],
      }),
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <TextField
        at="/relatedPerson/name"
        label={t('web.contact.name')}
        data-autofocus
        value={draft.name}
        onValue={(name) => change({ name })}
      />
      <TextField
        at="/relatedPerson/relationship"
        label={t('web.patient.relationship')}
        value={draft.relationship}
        onValue={(relationship) => change({ relationship })}
      />
      <TextField
        label={t('web.patient.authority')}
        description={t('web.patient.authorityHelp')}
        value={draft.authority}
        onValue={(authority) => change({ authority })}
      />
      <TextField
        label={t('web.patient.telephone')}
        type="tel"
        value={draft.telephone}
        onValue={(telephone) => change({ telephone })}
      />
    </DraftForm>
  );
}
