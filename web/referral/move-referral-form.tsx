import { useTranslation } from 'react-i18next';
import { referralStates } from '#domain/referral/referral.ts';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { ChoiceField, LongTextField } from '../ui/fields.tsx';
import { readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';
import type { ReferralRow } from './referral-row.ts';

interface Props {
  readonly row: ReferralRow;
  readonly onDone: () => void;
}

const saidBy = ['recipient', 'recipient-by-contact', 'sender', 'patient'] as const;

/** The recipient's word moves a referral; who said it is part of the record. */
export function MoveReferralForm({ row, onDone }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const form = useCaseForm({
    command: 'move-referral',
    about: row.referral.referralId,
    initial: {
      to: String(row.mayMoveTo[0] ?? ''),
      saidBy: row.state === 'drafted' ? 'sender' : 'recipient-by-contact',
      note: '',
    },
    build: (draft) => ({
      move: {
        referralId: row.referral.referralId,
        to: readWord(referralStates, draft.to, '/move/to'),
        saidBy: readWord(saidBy, draft.saidBy, '/move/saidBy'),
        note: draft.note.trim(),
      },
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <ChoiceField
        at="/move/to"
        label={t('web.referral.newState')}
        data-autofocus
        value={draft.to}
        onValue={(to) => change({ to })}
        choices={choices('referralState', row.mayMoveTo)}
      />
      <ChoiceField
        at="/move/saidBy"
        label={t('web.referral.saidBy')}
        value={draft.saidBy}
        onValue={(saidBy) => change({ saidBy })}
        choices={choices('saidBy', saidBy)}
      />
      <LongTextField label={t('web.referral.note')} value={draft.note} onValue={(note) => change({ note })} />
    </DraftForm>
  );
}
