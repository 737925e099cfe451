import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Provider } from '#domain/practice/practice-events.ts';
import { namedByReferral } from '#domain/team/named-by-referral.ts';
import { useCaseCommand } from '../api/cases.ts';
import { usePractice } from '../api/practice.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { newId } from '../ui/clock.ts';
import { useFormat } from '../ui/format.ts';
import { useWord } from '../ui/say.ts';
import { useTellRefusal } from '../ui/tell-refusal.tsx';
import { fromProvider, newMember, readMember } from './member-draft.ts';

/** Whom the referral names that the case was opened from: one press puts each on the team. */
export function NamedInReferral({ onDone }: { readonly onDone?: () => void }) {
  const { t } = useTranslation();
  const word = useWord();
  const may = useMay();
  const { members, patient, receivedReferralId } = useCaseView();
  const practice = usePractice();
  const add = useAddProvider(onDone);
  const named = namedByReferral(
    patient.receivedReferrals.find((each) => each.receivedReferralId === receivedReferralId),
    practice.data?.providers ?? [],
    members.map(({ member }) => member),
  );
  if (named.length === 0 || !may('record-member')) return null;
  return (
    <section className="offered" aria-label={t('web.team.named.title')}>
      <Text size="sm">{t('web.team.named.title')}</Text>
      <ul className="rows">
        {named.map(({ provider, as, perhaps }) => (
          <li key={provider.providerId} className="row">
            <div className="row-main">
              <Text fw={600}>{provider.name}</Text>
              <Text size="sm" component="div" className="case-facts">
                <span>{t(`web.team.named.${as}`)}</span>
                <span>{word('specialty', provider.specialty)}</span>
                {provider.organization !== undefined && <span>{provider.organization}</span>}
                {perhaps !== undefined && (
                  <span className="warn-text">{t('web.team.named.perhaps', { name: perhaps })}</span>
                )}
              </Text>
            </div>
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              loading={add.isPending}
              onClick={() => add.run(provider)}
            >
              {t('web.team.named.add')}
              <span className="visually-hidden"> {provider.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useAddProvider(onDone: (() => void) | undefined) {
  const { caseId, position } = useCaseView();
  const { today } = useFormat();
  const tell = useTellRefusal();
  const recording = useCaseCommand(caseId, 'record-member');
  const run = (provider: Provider) => {
    const member = readMember(
      { ...newMember(newId(), today()), ...fromProvider(provider) },
      provider.contacts,
    );
    recording.mutate({ member, expectedPosition: position }, { onError: tell, onSuccess: () => onDone?.() });
  };
  return { run, isPending: recording.isPending };
}
