import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '#contract/views.ts';
import { useOptionsForPatient } from '../api/decision.ts';
import { useTakeBack } from '../api/session.ts';
import { SignInAgainFields } from '../case/sign-in-again-fields.tsx';
import { Form } from '../ui/form.tsx';
import { Loaded } from '../ui/page.tsx';
import { optional, present, readText } from '../ui/reading.ts';
import { useSubmission } from '../ui/use-submission.ts';
import { OptionsPage } from './options-page.tsx';
import { SpokenIn } from './spoken-in.tsx';

type Page = NonNullable<SessionView['handedOver']>;

/** The screen in a patient's hands: their page, and a way back that asks for the password. */
export function HandedOver({ page, name }: { readonly page: Page; readonly name: string }) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState(false);
  const found = useOptionsForPatient(page.caseId, page.sheetId);
  useDocumentTitle('Archway');
  return (
    <main id="content" className="handed-over">
      <Loaded query={found}>
        {(view) => (
          <SpokenIn language={view.sheet.language}>
            <OptionsPage caseId={page.caseId} view={view} />
          </SpokenIn>
        )}
      </Loaded>
      <div className="take-back">
        {leaving ? (
          <TakeBackForm name={name} onCancel={() => setLeaving(false)} />
        ) : (
          <Button
            variant="default"
            leftSection={<IconLock size={18} aria-hidden />}
            onClick={() => setLeaving(true)}
          >
            {t('web.handOver.takeBack')}
          </Button>
        )}
      </div>
    </main>
  );
}

function TakeBackForm({ name, onCancel }: { readonly name: string; readonly onCancel: () => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { mutateAsync } = useTakeBack();
  const submission = useSubmission(
    useCallback(
      () =>
        Promise.resolve().then(() =>
          mutateAsync(present({ password: readText(password, '/password'), code: optional(code) })),
        ),
      [mutateAsync, password, code],
    ),
  );
  return (
    <Form submission={submission} submitLabel={t('web.handOver.takeBack')} onCancel={onCancel}>
      <p>{t('web.handOver.as', { name })}</p>
      <SignInAgainFields password={password} onPassword={setPassword} code={code} onCode={setCode} />
    </Form>
  );
}
