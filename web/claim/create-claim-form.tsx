import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { askedFirst } from '#domain/coverage/coverage-on-day.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { newId } from '../ui/clock.ts';
import { ChoiceField, TapField, TextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { optional, present, readText, readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';

const frequencies = ['original', 'replacement', 'void'] as const;

/** Nothing is typed that the record already has. */
export function CreateClaimForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const choices = useChoices();
  const { patient, activities, claims } = useCaseView();
  const format = useFormat();
  const completedOn = activities
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ activity }) => activity.serviceDate)
    .sort()
    .at(-1);
  const form = useCaseForm({
    command: 'create-claim',
    about: 'new',
    initial: {
      claimId: newId(),
      coverageId: askedFirst(patient.coverages, completedOn ?? format.today())?.coverageId ?? '',
      frequency: 'original',
      payerClaimNumber: '',
    },
    build: (draft) =>
      present({
        claimId: draft.claimId,
        coverageId: readText(draft.coverageId, '/coverageId'),
        frequency: readWord(frequencies, draft.frequency, '/frequency'),
        payerClaimNumber: optional(draft.payerClaimNumber),
      }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.claim.create')} onCancel={onDone}>
      <Text>{t('web.claim.createLead')}</Text>
      <ChoiceField
        at="/coverageId"
        label={t('web.claim.coverage')}
        empty={t('web.form.choose')}
        value={draft.coverageId}
        onValue={(coverageId) => change({ coverageId })}
        choices={patient.coverages.map(({ coverageId, payerName, memberId, through }) => ({
          value: coverageId,
          label: [
            payerName,
            memberId,
            ...(through === undefined ? [] : [t('web.claim.through', { date: format.date(through) })]),
          ].join(' · '),
        }))}
      />
      {claims.length > 0 && (
        <TapField
          at="/frequency"
          label={t('web.claim.frequency')}
          value={draft.frequency}
          onValue={(frequency) => change({ frequency })}
          choices={choices('claimFrequency', frequencies)}
        />
      )}
      {draft.frequency !== 'original' && (
        <TextField
          at="/payerClaimNumber"
          label={t('web.claim.payerClaimNumber')}
          value={draft.payerClaimNumber}
          onValue={(payerClaimNumber) => change({ payerClaimNumber })}
        />
      )}
    </DraftForm>
  );
}
