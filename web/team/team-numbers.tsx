import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { Empty } from '../ui/page.tsx';
import { useWord } from '../ui/say.ts';
import { ContactPoints } from '../ui/contact-points.tsx';
import { AddMemberButton } from './add-member-button.tsx';

/** Whom to call: everybody on the team with number. */
export function TeamNumbers() {
  const { t } = useTranslation();
  const word = useWord();
  const { members } = useCaseView();
  const present = members.filter(({ member }) => member.through === undefined);
  if (present.length === 0) return <Empty action={<AddMemberButton />}>{t('web.team.empty')}</Empty>;
  return (
    <ul className="rows">
      {present.map(({ member }) => (
        <li key={member.memberId} className="row">
          <div className="row-main">
            <Text fw={600}>{member.name}</Text>
            <Text size="sm" c="dimmed">
              {word('teamRole', member.role)}
              {member.specialty !== undefined && ` · ${word('specialty', member.specialty)}`}
            </Text>
          </div>
          <ContactPoints contacts={member.contacts} />
        </li>
      ))}
    </ul>
  );
}
