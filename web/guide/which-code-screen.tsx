import { Button, Text } from '@mantine/core';
import { IconRotate2 } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  applies,
  pathQuestionNames,
  readAnswers,
  type PathQuestion,
} from '#domain/code-guide/path-questions.ts';
import { pathStep } from '#domain/code-guide/question-path.ts';
import { Page, Section } from '../ui/page.tsx';
import { CodeAnswer } from './code-answer.tsx';
import { AllCodes } from './page-actions.tsx';
import { PathQuestionForm } from './path-question-form.tsx';

/** "Which code fits?": one question after the other, with the answer as far as it goes; the address is the state. */
export function WhichCodeScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const answers = useMemo(() => readAnswers(search), [search]);
  const { choice, settled, next, possible } = useMemo(() => pathStep(answers), [answers]);
  const question = useRef<HTMLDivElement>(null);
  const answered = pathQuestionNames.filter((name) => answers[name] !== undefined);
  const seen = useRef(answered.length);
  useEffect(() => {
    // After an answer the next question is in focus, so that the path is walked without a mouse.
    if (seen.current !== answered.length) question.current?.focus();
    seen.current = answered.length;
  }, [answered.length]);
  const go = (change: Partial<Record<PathQuestion, string | undefined>>) => {
    const asked = readAnswers({ ...answers, ...change });
    const kept = Object.fromEntries(
      Object.entries(asked).filter(([name]) => applies(name as PathQuestion, asked)),
    );
    return navigate({ to: '/guide/which-code', search: kept, resetScroll: false });
  };
  return (
    <Page
      title={t('whichCode.title')}
      lead={t('whichCode.lead')}
      actions={
        <>
          {answered.length > 0 && (
            <Button
              variant="default"
              leftSection={<IconRotate2 size={18} aria-hidden />}
              onClick={() => void navigate({ to: '/guide/which-code', search: {} })}
            >
              {t('web.form.startOver')}
            </Button>
          )}
          <AllCodes />
        </>
      }
    >
      <div className="which-code">
        <div className="path">
          {answered.length > 0 && (
            <ol className="path-answers" aria-label={t('whichCode.answered')}>
              {answered.map((name) => (
                <li key={name}>
                  <span className="dimmed">{t(`whichCode.question.${name}`)}</span>{' '}
                  <strong>{t(`whichCode.answer.${name}.${answers[name] ?? ''}`)}</strong>{' '}
                  <Button size="compact-sm" variant="default" onClick={() => void go({ [name]: undefined })}>
                    {t('web.form.change')}
                    <span className="visually-hidden"> {t(`whichCode.question.${name}`)}</span>
                  </Button>
                </li>
              ))}
            </ol>
          )}
          <div ref={question} tabIndex={-1} className="path-question">
            {next === undefined ? (
              <Section title={t('whichCode.settled')} lead={t('whichCode.settledLead')} />
            ) : (
              <PathQuestionForm
                key={next}
                question={next}
                onAnswer={(answer) => void go({ [next]: answer })}
              />
            )}
          </div>
        </div>
        <CodeAnswer choice={choice} settled={settled} possible={possible} />
      </div>
      <Text size="sm" c="dimmed">
        {t('whichCode.notPayment')}{' '}
        <Link to="/guide/which-code" search={(before) => before}>
          {t('whichCode.link')}
        </Link>
      </Text>
    </Page>
  );
}
