import { Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseCommand } from '../api/cases.ts';
import { useSession } from '../api/session.ts';
import { LongTextField } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { optional, present, readText } from '../ui/reading.ts';
import { useSubmission } from '../ui/use-submission.ts';
import { useCaseView } from './case-context.tsx';
import { SignInAgainFields } from './sign-in-again-fields.tsx';

interface Props {
  readonly command: 'sign-plan' | 'attest';
  readonly lead: string;
  /** What is signed besides. */
  readonly covers?: React.ReactNode;
  readonly statement: string;
  readonly onDone: () => void;
}

/** Signing means signing in again: the password is asked for, and never kept. */
export function SignForm({ command, lead, covers, statement, onDone }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const view = useCaseView();
  const [seen] = useState(view.position);
  const [text, setText] = useState(statement);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { mutateAsync } = useCaseCommand(view.caseId, command);
  const submission = useSubmission(
    useCallback(
      async (position) =>
        mutateAsync({
          ...present({
            statement: readText(text, '/statement'),
            password: readText(password, '/password'),
            code: optional(code),
          }),
          expectedPosition: position ?? seen,
        }),
      [mutateAsync, text, password, code, seen],
    ),
    onDone,
  );
  return (
    <Form submission={submission} submitLabel={t('web.sign.submit')} onCancel={onDone}>
      <Text>{lead}</Text>
      {covers}
      <LongTextField at="/statement" label={t('web.sign.statement')} value={text} onValue={setText} />
      <SignInAgainFields password={password} onPassword={setPassword} code={code} onCode={setCode} />
      <Text size="sm" c="dimmed">
        {t('web.sign.as', { name: session.name })}
      </Text>
    </Form>
  );
}
