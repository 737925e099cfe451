import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { askedFirst } from '#domain/coverage/coverage-on-day.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { newId } from '../ui/clock.ts';
import { useFormat } from '../ui/format.ts';
import { readText } from '../ui/reading.ts';
import { CoverageField } from './coverage-field.tsx';

/** An original claim. Nothing is typed that the record already has. */
export function CreateClaimForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { patient, activities } = useCaseView();
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
    },
    build: (draft) => ({
      claimId: draft.claimId,
      coverageId: readText(draft.coverageId, '/coverageId'),
      frequency: 'original' as const,
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.claim.create')} onCancel={onDone}>
      <Text>{t('web.claim.createLead')}</Text>
      <CoverageField
        value={draft.coverageId}
        onValue={(coverageId) => change({ coverageId })}
        coverages={patient.coverages}
      />
    </DraftForm>
  );
}
