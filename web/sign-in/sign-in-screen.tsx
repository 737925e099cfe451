import { Group, PasswordInput, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WelcomeView } from '#contract/views.ts';
import { useSignIn } from '../api/session.ts';
import { TextField } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { present, optional } from '../ui/reading.ts';
import { useSubmission } from '../ui/use-submission.ts';
import { DemonstrationAccounts } from './demonstration-accounts.tsx';
import { LanguageChoice } from './language-choice.tsx';

export function SignInScreen({ welcome }: { readonly welcome: WelcomeView }) {
  const { t } = useTranslation();
  useDocumentTitle(`${t('web.signIn.title')} · Archway`);
  return (
    <div className="door">
      <Group justify="space-between" mb="md">
        <Group gap="xs">
          <img src="/icon.svg" alt="" width={36} height={36} />
          <Text fw={700} size="xl">
            Archway
          </Text>
        </Group>
        <LanguageChoice />
      </Group>
      <Title order={1}>{t('web.signIn.title')}</Title>
      <Text c="dimmed" mb="md">
        {t('web.signIn.lead')}
      </Text>
      {welcome.demonstrationAccounts.length > 0 && (
        <DemonstrationAccounts accounts={welcome.demonstrationAccounts} />
      )}
      <SignInForm />
    </div>
  );
}

function SignInForm() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { mutateAsync } = useSignIn();
  const submission = useSubmission(
    useCallback(
      () => mutateAsync(present({ email: email.trim(), password, code: optional(code) })),
      [mutateAsync, email, password, code],
    ),
  );
  return (
    <Form submission={submission} submitLabel={t('web.signIn.submit')}>
      <TextField
        label={t('web.signIn.email')}
        type="email"
        autoComplete="username"
        value={email}
        onValue={setEmail}
      />
      <PasswordInput
        label={t('web.signIn.password')}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('web.signIn.showPassword') }}
      />
      <TextField
        label={t('web.signIn.code')}
        description={t('web.signIn.codeHelp')}
        autoComplete="one-time-code"
        inputMode="numeric"
        value={code}
        onValue={setCode}
      />
    </Form>
  );
}
