import { Button, Group, Input, Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { partyKinds, type ContactParty } from '#domain/activity/activity.ts';
import { useSession } from '../api/session.ts';
import { useCaseView } from '../case/case-context.tsx';
import { ChoiceField, TextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { useFieldError } from '../ui/refusal.tsx';
import { useChoices, useWord } from '../ui/say.ts';
import { partyChoices, type PartyChoice } from './party-choices.ts';
import type { DraftFieldsProps } from './time-fields.tsx';

/** Whom it was with: everybody on the team one tap away, with the number to call. */
export function PartiesField({ draft, change }: DraftFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const error = useFieldError('/contact/parties');
  const offered = partyChoices(useCaseView(), useSession().name);
  const others = draft.parties.filter((party) => !offered.some((choice) => isSame(choice.party, party)));
  const toggle = (choice: PartyChoice) => {
    const chosen = draft.parties.some((party) => isSame(party, choice.party));
    const parties = chosen
      ? draft.parties.filter((party) => !isSame(party, choice.party))
      : [...draft.parties, choice.party];
    const point = choice.contacts.find(({ route }) => route === draft.route) ?? choice.contacts[0];
    if (chosen || !point || draft.routeValue !== '') change({ parties });
    else change({ parties, route: point.route, routeValue: format.telephone(point.value) });
  };
  return (
    <Input.Wrapper label={t('web.contact.with')} labelElement="div" labelProps={{ id }} error={error}>
      <div role="group" aria-labelledby={id} className="parties">
        {offered.map((choice) => (
          <Party
            key={choice.key}
            choice={choice}
            chosen={draft.parties.some((party) => isSame(party, choice.party))}
            onToggle={() => toggle(choice)}
            first={choice === offered[0]}
          />
        ))}
        {others.map((party) => (
          <UnstyledButton
            key={party.name}
            className="party"
            aria-pressed
            onClick={() => change({ parties: draft.parties.filter((each) => each !== party) })}
          >
            <span className="party-name">
              <IconCheck size={16} aria-hidden /> {party.name}
            </span>
          </UnstyledButton>
        ))}
      </div>
      <SomebodyElse onAdd={(party) => change({ parties: [...draft.parties, party] })} />
    </Input.Wrapper>
  );
}

function isSame(one: ContactParty, other: ContactParty): boolean {
  return one.memberId === other.memberId && one.name === other.name && one.kind === other.kind;
}

interface PartyProps {
  readonly choice: PartyChoice;
  readonly chosen: boolean;
  readonly onToggle: () => void;
  readonly first: boolean;
}

function Party({ choice, chosen, onToggle, first }: PartyProps) {
  const word = useWord();
  const format = useFormat();
  const telephone = choice.contacts.find(({ route }) => route === 'telephone');
  return (
    <UnstyledButton
      className="party"
      aria-pressed={chosen}
      onClick={onToggle}
      data-autofocus={first || undefined}
    >
      <span className="party-name">
        {chosen && <IconCheck size={16} aria-hidden />} {choice.party.name}
      </span>
      <Text component="span" size="sm" c="dimmed">
        {word(...choice.role)}
      </Text>
      {telephone && <span className="figures">{format.telephone(telephone.value)}</span>}
    </UnstyledButton>
  );
}

function SomebodyElse({ onAdd }: { readonly onAdd: (party: ContactParty) => void }) {
  const { t } = useTranslation();
  const choices = useChoices();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<ContactParty['kind']>('provider');
  if (!opened)
    return (
      <Button
        mt="xs"
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('web.contact.somebodyElse')}
      </Button>
    );
  return (
    <Group align="flex-end" gap="xs" mt="xs">
      <TextField label={t('web.contact.name')} value={name} onValue={setName} data-autofocus />
      <ChoiceField
        label={t('web.contact.partyKind')}
        value={kind}
        onValue={(value) => setKind(partyKinds.find((known) => known === value) ?? 'provider')}
        choices={choices('party', partyKinds)}
      />
      <Button
        variant="default"
        disabled={name.trim() === ''}
        onClick={() => {
          onAdd({ kind, name: name.trim() });
          setName('');
          setOpened(false);
        }}
      >
        {t('web.form.add')}
      </Button>
    </Group>
  );
}
