import { useTranslation } from 'react-i18next';
import type { TeamMember } from '#domain/team/team-member.ts';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { DateField, TextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { readDate, readText } from '../ui/reading.ts';

interface Props {
  readonly member: TeamMember;
  readonly onDone: () => void;
}

export function EndMemberForm({ member, onDone }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const form = useCaseForm({
    command: 'end-member',
    about: member.memberId,
    initial: { through: String(today()), reason: '' },
    build: ({ through, reason }) => ({
      memberId: member.memberId,
      through: readDate(through, '/through'),
      reason: readText(reason, '/reason'),
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.team.end')} onCancel={onDone}>
      <DateField
        at="/through"
        label={t('web.team.lastDay')}
        value={draft.through}
        onValue={(through) => change({ through })}
      />
      <TextField
        at="/reason"
        label={t('web.form.reason')}
        value={draft.reason}
        onValue={(reason) => change({ reason })}
      />
    </DraftForm>
  );
}
