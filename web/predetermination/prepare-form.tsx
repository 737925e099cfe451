import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseEstimate, EstimatedStep } from '#contract/case-estimate.ts';
import { useCaseEstimate, useCaseLedger } from '../api/estimate.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { wouldPass } from '../estimate/would-pass.ts';
import { usePatientForm } from '../patient/use-patient-form.ts';
import { newId } from '../ui/clock.ts';
import { ChecksField, ChoiceField, LongTextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { useAbout } from '../ui/say.ts';
import { Empty, Loaded } from '../ui/page.tsx';
import { optional, present, readText } from '../ui/reading.ts';

interface Props {
  readonly onDone: () => void;
}

/** Which steps of the plan are put to which payer; a step without a code or a fee cannot be asked about. */
export function PrepareForm({ onDone }: Props) {
  const { t } = useTranslation();
  const { caseId } = useCaseView();
  return (
    <Loaded query={useCaseEstimate(caseId)}>
      {({ estimate }) =>
        estimate ? (
          <Prepare estimate={estimate} onDone={onDone} />
        ) : (
          <Empty>{t('predetermination.nothingToAsk')}</Empty>
        )
      }
    </Loaded>
  );
}

function Prepare({ estimate, onDone }: Props & { readonly estimate: CaseEstimate }) {
  const { t } = useTranslation();
  const { money, date } = useFormat();
  const { caseId, patient } = useCaseView();
  const none: readonly string[] = [];
  const form = usePatientForm({
    patient,
    command: 'prepare-predetermination',
    about: caseId,
    initial: {
      predeterminationId: newId(),
      coverageId: patient.coverages[0]?.coverageId ?? '',
      itemIds: none,
      note: '',
    },
    build: (draft) => ({
      predetermination: present({
        predeterminationId: draft.predeterminationId,
        caseId,
        coverageId: readText(draft.coverageId, '/predetermination/coverageId'),
        itemIds: [...draft.itemIds],
        note: optional(draft.note),
      }),
    }),
    done: onDone,
  });
  const { draft, change } = form;
  const label = ({ text, code, tooth, area, fee, date: on }: EstimatedStep) =>
    `${text} (${[code, tooth ?? area, money(fee), date(on)].filter(Boolean).join(', ')})`;
  return (
    <DraftForm form={form} submitLabel={t('predetermination.do.prepare')} onCancel={onDone}>
      <ChoiceField
        at="/predetermination/coverageId"
        label={t('predetermination.payer')}
        value={draft.coverageId}
        onValue={(coverageId) => change({ coverageId })}
        choices={patient.coverages.map(({ coverageId, payerName }) => ({
          value: coverageId,
          label: payerName,
        }))}
      />
      <ChecksField
        at="/predetermination/itemIds"
        label={t('predetermination.steps')}
        values={draft.itemIds}
        onValues={(itemIds) => change({ itemIds })}
        choices={estimate.steps.map((step) => ({ value: step.itemId, label: label(step) }))}
      />
      <LongTextField
        label={t('predetermination.note')}
        minRows={1}
        value={draft.note}
        onValue={(note) => change({ note })}
      />
      <Room estimate={estimate} coverageId={draft.coverageId} itemIds={draft.itemIds} />
    </DraftForm>
  );
}

/** The most that could be promised for the chosen steps, beside what each year's maximum has left. */
function Room({
  estimate,
  coverageId,
  itemIds,
}: {
  readonly estimate: CaseEstimate;
  readonly coverageId: string;
  readonly itemIds: readonly string[];
}) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { caseId } = useCaseView();
  const { data: ledger } = useCaseLedger(caseId);
  const about = useAbout();
  if (!ledger) return null;
  const chosen = estimate.steps.filter(({ itemId }) => itemIds.includes(itemId));
  const services = chosen.map(({ code, date, fee }) => ({ code, date, amount: fee }));
  return wouldPass(ledger, { coverageId, services }).map(({ plan, about: of, amount }, index) => (
    <Alert key={index} variant="default" role="status" title={t('predetermination.roomTitle')}>
      {t('predetermination.room', { plan, about: about(of), amount: money(amount) })}
    </Alert>
  ));
}
