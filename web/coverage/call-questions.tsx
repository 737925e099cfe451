import { Button, Text } from '@mantine/core';
import { IconClock, IconPlayerPause } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallQuestionView } from '#contract/benefits.ts';
import { isMoot } from '#domain/coverage/call-answers.ts';
import { callTopics, type CallTopic } from '#domain/coverage/call-question.ts';
import { isSilent, isTyped, type TypedAnswer } from '#domain/coverage/typed-answer.ts';
import { useSeconds } from '../contact/use-seconds.ts';
import { useFormat } from '../ui/format.ts';
import type { CallFieldsProps } from './call-head.tsx';
import { KnownAnswer } from './known-answer.tsx';
import { QuestionItem } from './question-item.tsx';

interface Props extends CallFieldsProps {
  readonly questions: readonly CallQuestionView[];
  readonly begin: string | undefined;
}

/** The questions by topic: those to ask, then those that are passed over because they are known, with from whom. */
export function CallQuestions({ draft, change, questions, begin }: Props) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const isAsked = ({ question, open }: CallQuestionView) =>
    open || draft.again.includes(question.id) || question.id === begin;
  const asked = questions.filter((each) => isAsked(each) && !isMoot(each.question, draft.answers));
  // What is for spare time holds nobody up.
  const needed = asked.filter(({ question }) => question.topic !== 'besides');
  const done = needed.filter(({ question }) => {
    const typed = draft.answers[question.id];
    return isTyped(typed) || isSilent(typed);
  }).length;
  useEffect(() => {
    if (begin !== undefined) focusQuestion(place.current, begin);
  }, [begin]);
  const answer = (id: string, typed: TypedAnswer) => change({ answers: { ...draft.answers, [id]: typed } });
  return (
    <div ref={place} className="call">
      <Text component="div" role="status" className="call-progress">
        {t('call.progress', { done, count: needed.length })}
        {draft.basis === 'timer' && <Elapsed timer={draft.timer} />}
        <progress value={done} max={Math.max(1, needed.length)} aria-hidden />
      </Text>
      {callTopics.map((topic) => (
        <Topic key={topic} topic={topic}>
          {asked.map(
            (each, index) =>
              each.question.topic === topic && (
                <QuestionItem
                  key={each.question.id}
                  asked={each}
                  typed={draft.answers[each.question.id]}
                  onAnswer={(typed) => answer(each.question.id, typed)}
                  onNext={() => focusQuestion(place.current, asked[index + 1]?.question.id)}
                />
              ),
          )}
          <Known
            known={questions.filter((each) => each.question.topic === topic && !isAsked(each))}
            onAgain={(id) => change({ again: [...draft.again, id] })}
          />
        </Topic>
      ))}
    </div>
  );
}

function Topic({ topic, children }: { readonly topic: CallTopic; readonly children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t(`call.topic.${topic}`)}>
      <Text fw={600} component="h3">
        {t(`call.topic.${topic}`)}
      </Text>
      {children}
    </section>
  );
}

/** The watch stays in sight while the questions scroll; it is announced at its own place. */
function Elapsed({ timer }: { readonly timer: CallFieldsProps['draft']['timer'] }) {
  const { duration } = useFormat();
  const Icon = timer.endedAt || timer.pausedAt ? IconPlayerPause : IconClock;
  return (
    <span aria-hidden className="call-elapsed">
      <Icon size={16} className="inline-icon" /> {duration(useSeconds(timer))}
    </span>
  );
}

interface KnownProps {
  readonly known: readonly CallQuestionView[];
  readonly onAgain: (questionId: string) => void;
}

function Known({ known, onAgain }: KnownProps) {
  const { t } = useTranslation();
  if (known.length === 0) return null;
  return (
    <details className="more">
      <summary>{t('call.passedOver', { count: known.length })}</summary>
      <ul className="rows">
        {known.map((each) => (
          <li key={each.question.id} className="row">
            <div className="row-main">
              <KnownAnswer asked={each} />
            </div>
            <div className="row-side">
              <Button size="compact-sm" variant="default" onClick={() => onAgain(each.question.id)}>
                {t('call.askAgain')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** To the first field of a question, or past the last one to what follows. */
function focusQuestion(place: HTMLElement | null, id: string | undefined) {
  const question = id === undefined ? null : place?.querySelector(`[data-question="${CSS.escape(id)}"]`);
  const field = question?.querySelector<HTMLElement>('input:checked, input, select');
  field?.focus();
  question?.scrollIntoView({ block: 'center' });
}
