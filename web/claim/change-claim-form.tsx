import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract/views.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { newId } from '../ui/clock.ts';
import { TextField } from '../ui/fields.tsx';
import { readText } from '../ui/reading.ts';
import { CoverageField } from './coverage-field.tsx';

interface Props {
  readonly claim: CaseView['claims'][number]['claim'];
  readonly how: 'replacement' | 'void';
  readonly onDone: () => void;
}

/** Replaces or voids the claim that was chosen; the payer knows it by its own number. */
export function ChangeClaimForm({ claim, how, onDone }: Props) {
  const { t } = useTranslation();
  const { patient } = useCaseView();
  // A replacement goes to the payer that has the claim, also where a member number was mistaken.
  const ofPayer = patient.coverages.filter(({ payerId }) => payerId === claim.payer.payerId);
  const own = ofPayer.find(({ memberId }) => memberId === claim.subscriber.memberId);
  const form = useCaseForm({
    command: 'create-claim',
    about: `${how}.${claim.claimId}`,
    initial: {
      claimId: newId(),
      coverageId: (own ?? ofPayer[0] ?? patient.coverages[0])?.coverageId ?? '',
      payerClaimNumber: '',
    },
    build: (draft) => ({
      claimId: draft.claimId,
      coverageId: readText(draft.coverageId, '/coverageId'),
      frequency: how,
      replacesClaimId: claim.claimId,
      payerClaimNumber: readText(draft.payerClaimNumber, '/payerClaimNumber'),
    }),
    done: onDone,
  });
  const { draft, change } = form;
  const verb = how === 'void' ? 'void' : 'replace';
  return (
    <DraftForm form={form} submitLabel={t(`web.claim.${verb}`)} onCancel={onDone}>
      <Text>{t(`web.claim.${verb}Lead`)}</Text>
      <TextField
        at="/payerClaimNumber"
        label={t('web.claim.payerClaimNumber')}
        data-autofocus
        value={draft.payerClaimNumber}
        onValue={(payerClaimNumber) => change({ payerClaimNumber })}
      />
      {how === 'replacement' && ofPayer.length > 1 && (
        <CoverageField
          value={draft.coverageId}
          onValue={(coverageId) => change({ coverageId })}
          coverages={ofPayer}
        />
      )}
    </DraftForm>
  );
}
