import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { dataCategories } from '#domain/consent/consent.ts';
import { usePractice } from '../api/practice.ts';
import { DraftForm } from '../case/case-form.tsx';
import { newId } from '../ui/clock.ts';
import { ChecksField, ChoiceField, DateField, LongTextField, TextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { optional, present, readDate, readText, readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';
import { usePatientForm } from './use-patient-form.ts';

interface Props {
  readonly patient: PatientView;
  readonly onDone: () => void;
}

const kinds = ['not-to-health-plan-paid-in-full', 'other'] as const;

export function RestrictionForm({ patient, onDone }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const { today } = useFormat();
  const practice = usePractice();
  const { payers = [], providers = [] } = practice.data ?? {};
  const parties = [
    ...payers.map(({ payerId, name }) => ({ value: payerId, label: name })),
    ...providers.map(({ providerId, name }) => ({ value: providerId, label: name })),
  ];
  const none: readonly string[] = [];
  const form = usePatientForm({
    patient,
    command: 'agree-restriction',
    about: 'new',
    initial: {
      restrictionId: newId(),
      kind: String(kinds[0]),
      partyId: '',
      recipientName: '',
      categories: none,
      agreedOn: String(today()),
      note: '',
    },
    build: (draft) => ({
      restriction: present({
        restrictionId: draft.restrictionId,
        kind: readWord(kinds, draft.kind, '/restriction/kind'),
        recipientName: readText(draft.recipientName, '/restriction/recipientName'),
        partyId: optional(draft.partyId),
        categories: dataCategories.filter((category) => draft.categories.includes(category)),
        agreedOn: readDate(draft.agreedOn, '/restriction/agreedOn'),
        note: draft.note.trim(),
      }),
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <ChoiceField
        label={t('web.restrictions.kind')}
        data-autofocus
        value={draft.kind}
        onValue={(kind) => change({ kind })}
        choices={choices('restrictionKind', kinds)}
      />
      <ChoiceField
        label={t('web.packet.party')}
        empty={t('web.packet.otherParty')}
        value={draft.partyId}
        onValue={(partyId) => {
          const name = parties.find(({ value }) => value === partyId)?.label;
          change({ partyId, ...(name === undefined ? {} : { recipientName: name }) });
        }}
        choices={parties}
      />
      <TextField
        at="/restriction/recipientName"
        label={t('web.restrictions.notTo')}
        value={draft.recipientName}
        onValue={(recipientName) => change({ recipientName })}
      />
      <ChecksField
        label={t('web.restrictions.categories')}
        description={t('web.restrictions.categoriesHelp')}
        values={draft.categories}
        onValues={(categories) => change({ categories })}
        choices={choices('category', dataCategories)}
      />
      <DateField
        at="/restriction/agreedOn"
        label={t('web.restrictions.agreedOn')}
        value={draft.agreedOn}
        onValue={(agreedOn) => change({ agreedOn })}
      />
      <LongTextField
        label={t('web.contact.note')}
        minRows={1}
        value={draft.note}
        onValue={(note) => change({ note })}
      />
    </DraftForm>
  );
}
