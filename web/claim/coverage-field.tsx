import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract/views.ts';
import { ChoiceField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';

interface Props {
  readonly coverages: CaseView['patient']['coverages'];
  readonly value: string;
  readonly onValue: (coverageId: string) => void;
}

/** To which coverage a claim goes, told apart by payer, number and last day. */
export function CoverageField({ coverages, value, onValue }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ChoiceField
      at="/coverageId"
      label={t('web.claim.coverage')}
      empty={t('web.form.choose')}
      value={value}
      onValue={onValue}
      choices={coverages.map(({ coverageId, payerName, memberId, through }) => ({
        value: coverageId,
        label: [
          payerName,
          memberId,
          ...(through === undefined ? [] : [t('web.claim.through', { date: format.date(through) })]),
        ].join(' · '),
      }))}
    />
  );
}
