import { Group, PasswordInput, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetUp } from '../api/session.ts';
import { LanguageChoice } from '../sign-in/language-choice.tsx';
import { TextField } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { useFieldError } from '../ui/refusal.tsx';
import { readText } from '../ui/reading.ts';
import { useSubmission } from '../ui/use-submission.ts';
import { TimeZoneField } from './time-zone-field.tsx';

/** The first run on an empty database: the organization and its administrator. */
export function SetUpScreen() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('web.setUp.title')} · Archway`);
  return (
    <div className="door">
      <Group justify="space-between" mb="md">
        <img src="/icon.svg" alt="" width={36} height={36} />
        <LanguageChoice />
      </Group>
      <Title order={1}>{t('web.setUp.title')}</Title>
      <Text c="dimmed" mb="md">
        {t('web.setUp.lead')}
      </Text>
      <SetUpForm />
    </div>
  );
}

function SetUpForm() {
  const { t } = useTranslation();
  const [organizationName, setOrganizationName] = useState('');
  const [administratorName, setAdministratorName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [timeZone, setTimeZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const { mutateAsync } = useSetUp();
  const submission = useSubmission(
    useCallback(
      async () =>
        mutateAsync({
          organizationName: readText(organizationName, '/organizationName'),
          administratorName: readText(administratorName, '/administratorName'),
          email: readText(email, '/email'),
          password,
          timeZone,
        }),
      [mutateAsync, organizationName, administratorName, email, password, timeZone],
    ),
  );
  return (
    <Form submission={submission} submitLabel={t('web.setUp.submit')}>
      <TextField
        at="/organizationName"
        label={t('web.setUp.organization')}
        autoComplete="organization"
        value={organizationName}
        onValue={setOrganizationName}
      />
      <TimeZoneField value={timeZone} onValue={setTimeZone} />
      <TextField
        at="/administratorName"
        label={t('web.setUp.administrator')}
        autoComplete="name"
        value={administratorName}
        onValue={setAdministratorName}
      />
      <TextField
        at="/email"
        label={t('web.signIn.email')}
        type="email"
        autoComplete="username"
        value={email}
        onValue={setEmail}
      />
      <NewPasswordField value={password} onValue={setPassword} />
    </Form>
  );
}

function NewPasswordField(props: { readonly value: string; readonly onValue: (value: string) => void }) {
  const { t } = useTranslation();
  const error = useFieldError('/password');
  return (
    <PasswordInput
      label={t('web.signIn.password')}
      description={t('web.setUp.passwordHelp')}
      autoComplete="new-password"
      value={props.value}
      onChange={(event) => props.onValue(event.currentTarget.value)}
      error={error}
      visibilityToggleButtonProps={{ 'aria-label': t('web.signIn.showPassword') }}
    />
  );
}
