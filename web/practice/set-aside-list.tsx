import { Button, Group, Text } from '@mantine/core';
import { IconDownload, IconUserCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SetAsideAnswerView } from '#contract/set-aside.ts';
import { Refused } from '../api/client.ts';
import { useSaveSetAside, useSetAside } from '../api/set-aside.ts';
import { useMayRecord } from '../patient/may-record.ts';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { RefusalAlert } from '../ui/refusal.tsx';
import { useAction } from '../ui/use-action.ts';
import { Ago } from '../ui/when.tsx';
import { AnsweredPersons } from './answered-persons.tsx';
import { AssignAnswerForm } from './assign-answer-form.tsx';
import { DismissAnswerForm } from './dismiss-answer-form.tsx';

/** Answers of payers that were taken for nobody: each with its reason, and with what can be done about it. */
export function SetAsideList() {
  const { t } = useTranslation();
  const found = useSetAside();
  const { action, subject, close } = useAction();
  const may = useMayRecord()('record-plan-answer');
  const chosen = found.data?.answers.find(({ setAsideId, settled }) => setAsideId === subject && !settled);
  return (
    <Section title={t('setAside.title')} lead={t('setAside.lead')}>
      <Loaded query={found}>
        {({ answers }) => (
          <>
            <Answers answers={answers.filter(({ settled }) => !settled)} may={may} />
            <Settled answers={answers.filter(({ settled }) => settled)} />
          </>
        )}
      </Loaded>
      <Panel
        title={t('setAside.assign')}
        opened={action === 'assign-answer' && may && chosen !== undefined}
        onClose={close}
      >
        {chosen && <AssignAnswerForm key={chosen.setAsideId} answer={chosen} onDone={close} />}
      </Panel>
      <Panel
        title={t('setAside.dismiss')}
        opened={action === 'dismiss-answer' && may && chosen !== undefined}
        onClose={close}
      >
        {chosen && <DismissAnswerForm key={chosen.setAsideId} answer={chosen} onDone={close} />}
      </Panel>
    </Section>
  );
}

function Answers({
  answers,
  may,
}: {
  readonly answers: readonly SetAsideAnswerView[];
  readonly may: boolean;
}) {
  const { t } = useTranslation();
  if (answers.length === 0) return <Empty>{t('setAside.empty')}</Empty>;
  return (
    <ul className="rows">
      {answers.map((answer) => (
        <li key={answer.setAsideId} className="row">
          <div className="row-main">
            <Answer answer={answer} />
            <Text size="sm">
              {answer.problem.what} {answer.problem.why}{' '}
              <strong>
                {answer.kept && !isGivable(answer) ? t('setAside.notGivable') : answer.problem.next}
              </strong>
            </Text>
            <Steps answer={answer} may={may} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What names nobody can be given to nobody: it is told why, in place of what cannot be done. */
function isGivable({ about }: SetAsideAnswerView): boolean {
  return about.length > 0;
}

/** Which file, from where, about whom. */
function Answer({ answer }: { readonly answer: SetAsideAnswerView }) {
  const { t } = useTranslation();
  const { name, gateway, at, about } = answer;
  return (
    <>
      <strong>{name}</strong>
      <div className="case-facts small">
        <span>{t('setAside.from', { gateway })}</span>
        <Ago at={at} />
      </div>
      <AnsweredPersons about={about} />
    </>
  );
}

interface StepsProps {
  readonly answer: SetAsideAnswerView;
  readonly may: boolean;
}

function Steps({ answer, may }: StepsProps) {
  const { setAsideId, name, kept } = answer;
  const { t } = useTranslation();
  const { open } = useAction();
  const save = useSaveSetAside();
  const of = <span className="visually-hidden"> {name}</span>;
  return (
    <>
      <Group gap="xs" mt={4}>
        {may && isGivable(answer) && (
          <Button
            size="compact-md"
            leftSection={<IconUserCheck size={18} aria-hidden />}
            onClick={() => open('assign-answer', setAsideId)}
          >
            {t('setAside.assign')}
            {of}
          </Button>
        )}
        {may && (
          <Button size="compact-md" variant="default" onClick={() => open('dismiss-answer', setAsideId)}>
            {t('setAside.dismiss')}
            {of}
          </Button>
        )}
        {kept && (
          <Button
            size="compact-md"
            variant="default"
            loading={save.isPending}
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => save.mutate(setAsideId)}
          >
            {t('setAside.save')}
            {of}
          </Button>
        )}
      </Group>
      {save.error instanceof Refused && <RefusalAlert refusal={save.error.refusal} />}
    </>
  );
}

/** What somebody has dealt with already stays in reach: who did, and why. */
function Settled({ answers }: { readonly answers: readonly SetAsideAnswerView[] }) {
  const { t } = useTranslation();
  if (answers.length === 0) return null;
  return (
    <details className="more">
      <summary>{t('setAside.settled', { count: answers.length })}</summary>
      <ul className="rows">
        {answers.map(({ setAsideId, name, gateway, settled }) => (
          <li key={setAsideId} className="row">
            <div className="row-main">
              <strong>{name}</strong>
              {settled && (
                <div className="case-facts small">
                  <span>{t('setAside.from', { gateway })}</span>
                  <span>{t(`setAside.how.${settled.how}`, { by: settled.by })}</span>
                  <Ago at={settled.at} />
                  {settled.reason !== undefined && <span>{settled.reason}</span>}
                  {settled.patientId !== undefined && (
                    <Link to="/patients/$patientId" params={{ patientId: settled.patientId }}>
                      {t('setAside.patient')}
                      <span className="visually-hidden"> {name}</span>
                    </Link>
                  )}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
