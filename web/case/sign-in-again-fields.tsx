import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { TextField } from '../ui/fields.tsx';
import { useFieldError } from '../ui/refusal.tsx';

interface Props {
  readonly password: string;
  readonly onPassword: (password: string) => void;
  readonly code: string;
  readonly onCode: (code: string) => void;
}

/** Password, and the code of the second factor where one is set up; neither is ever kept. */
export function SignInAgainFields({ password, onPassword, code, onCode }: Props) {
  const { t } = useTranslation();
  const { secondFactor } = useSession();
  const error = useFieldError('/password');
  return (
    <>
      <PasswordInput
        label={t('web.sign.password')}
        autoComplete="current-password"
        data-autofocus
        value={password}
        onChange={(event) => onPassword(event.currentTarget.value)}
        error={error}
        visibilityToggleButtonProps={{ 'aria-label': t('web.signIn.showPassword') }}
      />
      {secondFactor && (
        <TextField
          at="/code"
          label={t('web.signIn.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onValue={onCode}
        />
      )}
    </>
  );
}
