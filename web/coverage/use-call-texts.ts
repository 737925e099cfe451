import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallQuestionView } from '#contract/benefits.ts';
import { saidNothing, type CoordinationSaid, type ReadAnswer } from '#domain/coverage/call-answers.ts';
import { planStatementWords } from '#domain/coverage/plan-statement-words.ts';
import { useFormat } from '../ui/format.ts';
import { useSay, useWord } from '../ui/say.ts';
import type { CallTexts } from './build-call.ts';
import type { CallDraft } from './call-draft.ts';
import { useQuestionWords } from './use-question-words.ts';

const longest = 4000;

/** What was asked and answered, for the log of contacts, in the language in which it is written. */
export function useCallTexts(payerName: string) {
  const { t } = useTranslation();
  const say = useSay();
  const words = useQuestionWords();
  const saidOfCoordination = useCoordinationWords();
  return useCallback(
    (draft: CallDraft, questions: readonly CallQuestionView[], answers: readonly ReadAnswer[]): CallTexts => {
      const asked = questions.map(({ question }) => question);
      const silent = saidNothing(asked, draft.answers);
      const answered = new Set(answers.map(({ questionId }) => questionId));
      const put = asked.filter((question) => answered.has(question.id) || silent.includes(question));
      const lines = [
        ...answers.flatMap(({ questionId, statements, coordination }) => [
          ...statements.map((statement) => say(planStatementWords(statement))),
          ...saidOfCoordination(coordination),
          ...(draft.answers[questionId]?.['limited'] === 'no'
            ? asked.filter(({ id }) => id === questionId).map((one) => `${words(one)} ${t('call.no')}`)
            : []),
          ...(draft.answers[questionId]?.['applies'] === 'no'
            ? asked.filter(({ id }) => id === questionId).map((one) => `${words(one)} ${t('call.no')}`)
            : []),
        ]),
        ...silent.map((question) => `${words(question)} ${t('call.didNotSay')}.`),
        draft.answered.trim(),
      ].filter((line) => line !== '');
      const of = { source: t(`coverage.source.${draft.source}`), payer: payerName };
      return {
        asked: [t(put.length === 0 ? 'call.text.about' : 'call.text.asked', of), ...put.map(words)]
          .join('\n')
          .slice(0, longest),
        answered: lines.join('\n').slice(0, longest),
        note: lines.length === 0 ? '' : [t('call.text.read', of), ...lines].join('\n').slice(0, longest),
      };
    },
    [t, say, words, saidOfCoordination, payerName],
  );
}

/** What was said of D9992, sentence by sentence. */
function useCoordinationWords(): (said: CoordinationSaid) => readonly string[] {
  const { t } = useTranslation();
  const word = useWord();
  const format = useFormat();
  return useCallback(
    ({ status, bundledInto, allowed, frequency, performers, whoMayPerform, documentation }) => {
      const about = 'D9992';
      const limit =
        frequency === undefined
          ? []
          : frequency === 'none'
            ? [t('coverage.part.unlimited')]
            : [
                t(`coverage.limit.${frequency.window}`, {
                  times: frequency.times,
                  days: frequency.days ?? 0,
                }),
                ...(frequency.per === undefined ? [] : [t(`call.per.${frequency.per}`)]),
              ];
      return [
        status === undefined ? '' : `${about}: ${word('coverageStatus', status)} ${bundledInto ?? ''}`.trim(),
        limit.length === 0 ? '' : `${about}: ${limit.join(', ')}`,
        performers === undefined
          ? ''
          : `${about}: ${performers.map((one) => t(`coverage.performer.${one}`)).join(', ')}`,
        whoMayPerform ?? '',
        documentation ?? '',
        allowed === undefined ? '' : `${about}: ${format.money(allowed)}`,
      ].filter((text) => text !== '');
    },
    [t, word, format],
  );
}
