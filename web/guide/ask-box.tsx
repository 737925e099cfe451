import { Button, Kbd, Text, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcedureCode } from '#domain/kernel/procedure-code.ts';
import { useAsk } from '../api/assistant.ts';
import { Refused } from '../api/client.ts';
import { isLocale } from '../app/languages.ts';
import { newId } from '../ui/clock.ts';
import { RefusalAlert } from '../ui/refusal.tsx';
import './ask.css';
import { AskAnswer } from './ask-answer.tsx';

interface Props {
  /** Code of the page on which it is asked. */
  readonly pageCode?: ProcedureCode;
  readonly caseId?: string;
  /** Questions to begin with, as buttons. */
  readonly examples: readonly string[];
}

/** A question in ordinary words and its answer below it. Enter asks, "a" comes here from anywhere on the screen. */
export function AskBox({ pageCode, caseId, examples }: Props) {
  const { t, i18n } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const [question, setQuestion] = useState('');
  const ask = useAsk();
  useHotkeys([['a', () => field.current?.focus()]]);
  const send = (asked: string) => {
    setQuestion(asked);
    const { language } = i18n;
    ask.mutate({
      // What a copied document brings besides its words.
      question: asked
        .replaceAll(/\p{Cc}/gu, ' ')
        .toWellFormed()
        .slice(0, 20_000),
      ...(pageCode === undefined ? {} : { pageCode }),
      ...(caseId === undefined ? {} : { caseId, inquiryId: newId() }),
      ...(isLocale(language) ? { language } : {}),
    });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!ask.isPending) send(question);
  };
  return (
    <section className="ask" aria-label={t('web.ask.title')}>
      <form
        className="ask-form"
        onSubmit={(event) => {
          event.preventDefault();
          send(question);
        }}
      >
        <Textarea
          ref={field}
          className="ask-field"
          size="md"
          autosize
          minRows={1}
          maxRows={6}
          label={t(caseId === undefined ? 'web.ask.label' : 'web.ask.labelOnCase')}
          description={t(caseId === undefined ? 'web.ask.kept' : 'web.ask.keptOnCase')}
          placeholder={t('web.ask.placeholder')}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <Button type="submit" size="md" loading={ask.isPending}>
          {t('web.ask.ask')}
        </Button>
      </form>
      <div className="ask-examples">
        {examples.map((example) => (
          <Button key={example} size="compact-sm" variant="default" onClick={() => send(example)}>
            {example}
          </Button>
        ))}
        <Text size="sm" c="dimmed" component="span" visibleFrom="sm">
          <Kbd>a</Kbd> {t('web.ask.keyHere')} · <Kbd>Enter</Kbd> {t('web.ask.keySend')}
        </Text>
      </div>
      <div aria-live="polite" aria-busy={ask.isPending}>
        {ask.error instanceof Refused && <RefusalAlert refusal={ask.error.refusal} />}
        {ask.data && !ask.error && <AskAnswer {...ask.data} onCase={caseId !== undefined} />}
      </div>
    </section>
  );
}
