import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TeamMember } from '#domain/team/team-member.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { ContactPoints } from '../ui/contact-points.tsx';
import { Empty, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useWord } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { Day } from '../ui/when.tsx';
import { AddMemberButton } from './add-member-button.tsx';
import { EndMemberForm } from './end-member-form.tsx';
import { MemberForm } from './member-form.tsx';
import { NamedInReferral } from './named-in-referral.tsx';

/** Who takes part in the care: ours, outside, facilities, payers, caregivers. */
export function TeamPart() {
  const { t } = useTranslation();
  const { action, subject, close } = useAction();
  const { members } = useCaseView();
  const chosen = members.find(({ member }) => member.memberId === subject)?.member;
  return (
    <>
      <Section title={t('web.section.team')} lead={t('web.team.lead')} actions={<AddMemberButton />}>
        <NamedInReferral />
        {members.length === 0 ? (
          <Empty>{t('web.team.empty')}</Empty>
        ) : (
          <ul className="rows">
            {members.map(({ member }) => (
              <Member key={member.memberId} member={member} />
            ))}
          </ul>
        )}
      </Section>
      <Panel
        title={t(chosen ? 'web.team.change' : 'web.team.add')}
        opened={action === 'record-member'}
        onClose={close}
      >
        <MemberForm key={chosen?.memberId ?? 'new'} member={chosen} onDone={close} />
      </Panel>
      <Panel title={t('web.team.end')} opened={action === 'end-member' && !!chosen} onClose={close}>
        {chosen && <EndMemberForm member={chosen} onDone={close} />}
      </Panel>
    </>
  );
}

function Member({ member }: { readonly member: TeamMember }) {
  const { t } = useTranslation();
  const word = useWord();
  const may = useMay();
  const { open } = useAction();
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={600}>
          {member.name}
          {member.credential !== undefined && `, ${member.credential}`}
        </Text>
        <Text size="sm" component="div" className="case-facts">
          <span>{word('teamRole', member.role)}</span>
          {member.specialty !== undefined && <span>{word('specialty', member.specialty)}</span>}
          {member.organization !== undefined && <span>{member.organization}</span>}
          {member.setting !== undefined && <span>{word('setting', member.setting)}</span>}
          {member.npi !== undefined && <span className="figures">NPI {member.npi}</span>}
          <span>
            {t('web.team.from')} <Day on={member.from} />
          </span>
          {member.through !== undefined && (
            <span>
              {t('web.team.through')} <Day on={member.through} />
            </span>
          )}
        </Text>
        <ContactPoints contacts={member.contacts} />
      </div>
      {member.through === undefined && (
        <Group className="row-side" gap="xs">
          {may('record-member') && (
            <Button
              size="compact-md"
              variant="default"
              onClick={() => open('record-member', member.memberId)}
            >
              {t('web.form.change')}
              <span className="visually-hidden"> {member.name}</span>
            </Button>
          )}
          {may('end-member') && (
            <Button size="compact-md" variant="default" onClick={() => open('end-member', member.memberId)}>
              {t('web.team.endShort')}
              <span className="visually-hidden"> {member.name}</span>
            </Button>
          )}
        </Group>
      )}
    </li>
  );
}
