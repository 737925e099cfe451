import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { Accommodations } from '../plan/accommodations.tsx';
import { newId } from '../ui/clock.ts';
import { ChoiceField, LongTextField, TapField } from '../ui/fields.tsx';
import { readText, readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';

const priorities = ['routine', 'urgent', 'emergency'] as const;

export function DraftReferralForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const choices = useChoices();
  const view = useCaseView();
  const form = useCaseForm({
    command: 'draft-referral',
    about: 'new',
    initial: { referralId: newId(), toMemberId: '', reason: '', question: '', priority: 'routine' },
    build: (draft) => ({
      referral: {
        referralId: draft.referralId,
        toMemberId: readText(draft.toMemberId, '/referral/toMemberId'),
        reason: readText(draft.reason, '/referral/reason'),
        question: draft.question.trim(),
        priority: readWord(priorities, draft.priority, '/referral/priority'),
      },
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.referral.add')} onCancel={onDone}>
      <Accommodations lead={t('web.referral.allowsFor')} />
      <ChoiceField
        at="/referral/toMemberId"
        label={t('web.referral.to')}
        empty={t('web.form.choose')}
        data-autofocus
        value={draft.toMemberId}
        onValue={(toMemberId) => change({ toMemberId })}
        choices={view.members.map(({ member }) => ({ value: member.memberId, label: member.name }))}
      />
      <LongTextField
        at="/referral/reason"
        label={t('web.referral.reason')}
        value={draft.reason}
        onValue={(reason) => change({ reason })}
      />
      <LongTextField
        at="/referral/question"
        label={t('web.referral.question')}
        value={draft.question}
        onValue={(question) => change({ question })}
      />
      <TapField
        label={t('web.referral.priority')}
        value={draft.priority}
        onValue={(priority) => change({ priority })}
        choices={choices('referralPriority', priorities)}
      />
    </DraftForm>
  );
}
