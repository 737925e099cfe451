import { Anchor, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSecondFactor, useSession } from '../api/session.ts';
import { SignInAgainFields } from '../case/sign-in-again-fields.tsx';
import { TextField } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { createOpened } from '../ui/opened.ts';
import { Panel } from '../ui/panel.tsx';
import { optional, present, readText } from '../ui/reading.ts';
import { toast } from '../ui/toast.tsx';
import { useSubmission } from '../ui/use-submission.ts';

const panel = createOpened();

export const showSecondFactor = panel.open;

/** A code from the telephone beside the password: set up, or taken away again with both. */
export function SecondFactorPanel() {
  const { t } = useTranslation();
  const opened = panel.use();
  const { secondFactor } = useSession();
  return (
    <Panel title={t('web.secondFactor.title')} opened={opened} onClose={panel.close}>
      {secondFactor ? <Removal /> : <SetUp />}
    </Panel>
  );
}

function SetUp() {
  const { t } = useTranslation();
  const { secret, confirm } = useSecondFactor();
  const [code, setCode] = useState('');
  const { mutate, data, isIdle } = secret;
  useEffect(() => {
    if (isIdle) mutate();
  }, [isIdle, mutate]);
  const { mutateAsync } = confirm;
  const submission = useSubmission(
    useCallback(
      async () => mutateAsync({ secret: data?.secret ?? '', code: readText(code, '/code') }),
      [mutateAsync, data, code],
    ),
    useCallback(() => {
      toast(t('web.secondFactor.done'));
      panel.close();
    }, [t]),
  );
  return (
    <Form submission={submission} submitLabel={t('web.secondFactor.confirm')} onCancel={panel.close}>
      <Text>{t('web.secondFactor.lead')}</Text>
      {data && (
        <>
          <Text className="secret" component="code">
            {data.secret.match(/.{1,4}/g)?.join(' ')}
          </Text>
          <Anchor href={data.address}>{t('web.secondFactor.openApp')}</Anchor>
        </>
      )}
      <TextField
        at="/code"
        label={t('web.secondFactor.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onValue={setCode}
      />
    </Form>
  );
}

function Removal() {
  const { t } = useTranslation();
  const { removal } = useSecondFactor();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { mutateAsync } = removal;
  const submission = useSubmission(
    useCallback(
      async () => mutateAsync(present({ password: readText(password, '/password'), code: optional(code) })),
      [mutateAsync, password, code],
    ),
    useCallback(() => {
      toast(t('web.secondFactor.removed'));
      panel.close();
    }, [t]),
  );
  return (
    <Form submission={submission} submitLabel={t('web.secondFactor.remove')} onCancel={panel.close}>
      <Text>{t('web.secondFactor.removeLead')}</Text>
      <SignInAgainFields password={password} onPassword={setPassword} code={code} onCode={setCode} />
    </Form>
  );
}
