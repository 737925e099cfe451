import { Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WelcomeView } from '#contract/views.ts';
import { Refused } from '../api/client.ts';
import { useSignIn } from '../api/session.ts';
import { RefusalAlert } from '../ui/refusal.tsx';
import { useWord } from '../ui/say.ts';

interface Props {
  readonly accounts: WelcomeView['demonstrationAccounts'];
}

/** One press a role; only on a database that holds the demonstration. */
export function DemonstrationAccounts({ accounts }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  const signIn = useSignIn();
  return (
    <section className="demonstration" aria-label={t('web.signIn.demonstration')}>
      <Title order={2}>{t('web.signIn.demonstration')}</Title>
      <Text size="sm" mb="xs">
        {t('web.signIn.demonstrationLead')}
      </Text>
      {signIn.error instanceof Refused && <RefusalAlert refusal={signIn.error.refusal} />}
      <Stack gap={6}>
        {accounts.map(({ name, role, email, password }) => (
          <UnstyledButton
            key={email}
            className="account"
            disabled={signIn.isPending}
            onClick={() => signIn.mutate({ email, password })}
          >
            <span className="account-role">{word('staffRole', role)}</span>
            <span>{name}</span>
            <span className="account-does">{t(`web.signIn.does.${role}`)}</span>
          </UnstyledButton>
        ))}
      </Stack>
    </section>
  );
}
