import { useTranslation } from 'react-i18next';
import { useWord } from '../ui/say.ts';
import { ListPart } from './list-part.tsx';
import type { PracticePartProps } from './practice-part.ts';
import { StaffForm } from './staff-form.tsx';

export function Staff({ practice, mayChange }: PracticePartProps) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <ListPart
      name="staff"
      action="record-staff"
      items={practice.staff}
      idOf={({ staffId }) => staffId}
      mayChange={mayChange}
      show={(member) => ({
        name: member.name,
        facts: [
          word('staffRole', member.role),
          member.credential,
          member.team,
          member.active ? undefined : t('web.practice.inactive'),
        ],
      })}
      form={(member, onDone) => <StaffForm practice={practice} member={member} onDone={onDone} />}
    />
  );
}
