import { Badge, Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { Empty, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useWord } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { Ago } from '../ui/when.tsx';
import { DraftReferralForm } from './draft-referral-form.tsx';
import { MoveReferralForm } from './move-referral-form.tsx';
import type { ReferralRow } from './referral-row.ts';

/** Referrals by their state, with who said so and when. */
export function ReferralsPart() {
  const { t } = useTranslation();
  const { action, subject, open, close } = useAction();
  const { referrals } = useCaseView();
  const may = useMay();
  const chosen = referrals.find(({ referral }) => referral.referralId === subject);
  return (
    <>
      <Section
        title={t('web.section.referrals')}
        lead={t('web.referral.lead')}
        actions={
          may('draft-referral') && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => open('draft-referral')}>
              {t('web.referral.add')}
            </Button>
          )
        }
      >
        {referrals.length === 0 ? (
          <Empty>{t('web.referral.empty')}</Empty>
        ) : (
          <ul className="rows">
            {referrals.map((row) => (
              <ReferralItem key={row.referral.referralId} row={row} />
            ))}
          </ul>
        )}
      </Section>
      <Panel title={t('web.referral.add')} opened={action === 'draft-referral'} onClose={close}>
        <DraftReferralForm onDone={close} />
      </Panel>
      <Panel title={t('web.referral.move')} opened={action === 'move-referral' && !!chosen} onClose={close}>
        {chosen && <MoveReferralForm row={chosen} onDone={close} />}
      </Panel>
    </>
  );
}

function ReferralItem({ row }: { readonly row: ReferralRow }) {
  const { t } = useTranslation();
  const word = useWord();
  const may = useMay();
  const { open } = useAction();
  const { members } = useCaseView();
  const { referral, state, moves, mayMoveTo } = row;
  const to = members.find(({ member }) => member.memberId === referral.toMemberId)?.member;
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={600}>{to?.name ?? t('web.referral.unknownMember')}</Text>
        <Text>{referral.reason}</Text>
        {referral.question !== '' && (
          <Text size="sm">{t('web.referral.asks', { question: referral.question })}</Text>
        )}
        <ol className="ladder">
          {moves.map(({ position, move, who, occurredAt }) => (
            <li key={position}>
              <Text size="sm" component="span">
                {word('referralState', move.to)}:{' '}
                {t('web.referral.saidByWhom', { who: word('saidBy', move.saidBy), name: who.name })},{' '}
                <Ago at={occurredAt} />
                {move.note !== '' && `: ${move.note}`}
              </Text>
            </li>
          ))}
        </ol>
      </div>
      <div className="row-side">
        <Badge className="state-badge">{word('referralState', state)}</Badge>
        {may('move-referral') && mayMoveTo.length > 0 && (
          <Button
            size="compact-md"
            variant="default"
            onClick={() => open('move-referral', referral.referralId)}
          >
            {t('web.referral.moveShort')}
            <span className="visually-hidden"> {to?.name ?? ''}</span>
          </Button>
        )}
      </div>
    </li>
  );
}
