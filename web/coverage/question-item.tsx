import { Button, Text } from '@mantine/core';
import { IconCheck, IconMoodSilence } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallQuestionView } from '#contract/benefits.ts';
import type { SaidOfPlanView } from '#contract/views.ts';
import { isSilent, isTyped, silent, type TypedAnswer } from '#domain/coverage/typed-answer.ts';
import { useWord } from '../ui/say.ts';
import { Ago } from '../ui/when.tsx';
import { SaidOfPlan } from './said-of-plan.tsx';
import { QuestionFields } from './question-fields.tsx';
import { useQuestionWords } from './use-question-words.ts';

interface Props {
  readonly asked: CallQuestionView;
  readonly typed: TypedAnswer | undefined;
  readonly onAnswer: (answer: TypedAnswer) => void;
  /** To the next question that still wants an answer. */
  readonly onNext: () => void;
}

/** One question, in words to be read aloud. Enter goes on to the next; with Shift it says that they did not say. */
export function QuestionItem({ asked, typed, onAnswer, onNext }: Props) {
  const { t } = useTranslation();
  const words = useQuestionWords();
  const { question, known, askedInVain } = asked;
  const said = isTyped(typed);
  const didNotSay = isSilent(typed);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey) onAnswer(silent);
    onNext();
  };
  return (
    <fieldset
      className="question"
      data-question={question.id}
      data-state={said ? 'said' : didNotSay ? 'silent' : 'open'}
      onKeyDown={onKeyDown}
    >
      <legend>
        {said && <IconCheck size={18} aria-hidden className="inline-icon" />}
        {didNotSay && <IconMoodSilence size={18} aria-hidden className="inline-icon" />} {words(question)}
      </legend>
      {askedInVain && <AskedInVain said={askedInVain} />}
      {known.length > 0 && (
        <Text size="sm" component="div">
          {t('call.partlyKnown')}
          {known.map((one, index) => (
            <SaidOfPlan key={index} said={one} />
          ))}
        </Text>
      )}
      <div className="question-fields">
        <QuestionFields
          question={question}
          typed={didNotSay ? {} : (typed ?? {})}
          onTyped={(part) => onAnswer(didNotSay ? part : { ...typed, ...part })}
        />
        <Button
          size="compact-md"
          className="question-silent"
          variant={didNotSay ? 'light' : 'default'}
          aria-pressed={didNotSay}
          onClick={() => {
            onAnswer(didNotSay ? {} : silent);
            if (!didNotSay) onNext();
          }}
        >
          {t('call.didNotSay')}
          <span className="visually-hidden">: {words(question)}</span>
        </Button>
      </div>
    </fieldset>
  );
}

/** Another try may be worth it with somebody else: whom one asked, and when. */
function AskedInVain({ said: { source, learnedAt } }: { readonly said: SaidOfPlanView }) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <Text size="sm" className="not-known">
      {t('call.askedInVain')} {source.representative ?? word('factSource', source.kind)},{' '}
      <Ago at={learnedAt} />
    </Text>
  );
}
