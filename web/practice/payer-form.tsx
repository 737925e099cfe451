import { useTranslation } from 'react-i18next';
import type { PracticeView } from '#contract/views.ts';
import { payerLines, type Payer } from '#domain/practice/practice-events.ts';
import { DraftForm } from '../case/case-form.tsx';
import { newId } from '../ui/clock.ts';
import { ChoiceField, TextField } from '../ui/fields.tsx';
import { optional, present, readText, readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';
import { usePracticeForm } from './use-practice-form.ts';

interface Props {
  readonly practice: PracticeView;
  readonly payer: Payer | undefined;
  readonly onDone: () => void;
}

/** SBR09; the field's own letters. */
const filing = { commercial: 'CI', medicaid: 'MC', medicare: 'MB', other: 'ZZ' } as const;

function assignmentWord(accepts: boolean | undefined): string {
  if (accepts === undefined) return 'unknown';
  return accepts ? 'yes' : 'no';
}

export function PayerForm({ practice, payer, onDone }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const form = usePracticeForm({
    practice,
    command: 'record-payer',
    about: payer?.payerId ?? 'new',
    initial: {
      payerId: payer?.payerId ?? newId(),
      name: payer?.name ?? '',
      claimPayerId: payer?.claimPayerId ?? '',
      line: String(payer?.line ?? 'commercial'),
      rulebookPayer: payer?.rulebookPayer ?? '',
      filingIndicator: payer?.filingIndicator ?? 'CI',
      telephone: payer?.telephone ?? '',
      acceptsAssignment: assignmentWord(payer?.acceptsAssignment),
      gateway: payer?.gateway ?? '',
    },
    build: (draft) => ({
      payer: present({
        payerId: draft.payerId,
        name: readText(draft.name, '/payer/name'),
        claimPayerId: readText(draft.claimPayerId, '/payer/claimPayerId'),
        line: readWord(payerLines, draft.line, '/payer/line'),
        rulebookPayer: optional(draft.rulebookPayer),
        filingIndicator: readText(draft.filingIndicator, '/payer/filingIndicator').toUpperCase(),
        telephone: optional(draft.telephone),
        acceptsAssignment:
          draft.acceptsAssignment === 'unknown' ? undefined : draft.acceptsAssignment === 'yes',
        gateway: optional(draft.gateway),
      }),
    }),
    done: onDone,
  });
  const { draft, change } = form;
  // One that this installation no longer has stays chosen until somebody chooses another.
  const gateways = [...new Set([...practice.gateways, payer?.gateway ?? []].flat())];
  const text = (
    name: 'name' | 'claimPayerId' | 'rulebookPayer' | 'filingIndicator' | 'telephone',
    input: { 'data-autofocus'?: true } = {},
  ) => (
    <TextField
      {...input}
      at={`/payer/${name}`}
      label={t(`web.practice.payerField.${name}`)}
      value={draft[name]}
      onValue={(value) => change({ [name]: value })}
    />
  );
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      {text('name', { 'data-autofocus': true })}
      <div className="two-fields">
        {text('claimPayerId')}
        {text('telephone')}
      </div>
      <div className="two-fields">
        <ChoiceField
          label={t('web.practice.payerField.line')}
          value={draft.line}
          onValue={(value) => {
            const line = payerLines.find((known) => known === value);
            if (line) change({ line, filingIndicator: filing[line] });
          }}
          choices={choices('payerLine', payerLines)}
        />
        {text('filingIndicator')}
      </div>
      <ChoiceField
        at="/payer/acceptsAssignment"
        label={t('web.practice.payerField.acceptsAssignment')}
        value={draft.acceptsAssignment}
        onValue={(acceptsAssignment) => change({ acceptsAssignment })}
        choices={(['unknown', 'yes', 'no'] as const).map((value) => ({
          value,
          label: t(`web.practice.assignment.${value}`),
        }))}
      />
      <ChoiceField
        at="/payer/gateway"
        label={t('web.practice.payerField.gateway')}
        empty={t('web.practice.noGateway')}
        value={draft.gateway}
        onValue={(gateway) => change({ gateway })}
        choices={gateways.map((value) => ({ value, label: value }))}
      />
      {text('rulebookPayer')}
    </DraftForm>
  );
}
