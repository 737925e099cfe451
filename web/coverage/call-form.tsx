import { Kbd, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BenefitsView } from '#contract/benefits.ts';
import { saysEnough } from '#domain/activity/says-enough.ts';
import { leftOpen } from '#domain/coverage/call-answers.ts';
import { useCaseCommand } from '../api/cases.ts';
import { usePractice } from '../api/practice.ts';
import { useSession } from '../api/session.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { NextActionFields } from '../contact/next-action-fields.tsx';
import { DateField, FlagField, LongTextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { toast } from '../ui/toast.tsx';
import type { useDraft } from '../ui/use-draft.ts';
import { useSubmission } from '../ui/use-submission.ts';
import { buildCall, readAnswers } from './build-call.ts';
import { hasAnswers, putAside, type CallDraft } from './call-draft.ts';
import { CallHint } from './call-hint.tsx';
import { CallHead } from './call-head.tsx';
import { CallQuestions } from './call-questions.tsx';
import { useCallSuggestion } from './use-call-suggestion.ts';
import { useCallTexts } from './use-call-texts.ts';

interface Props {
  readonly form: ReturnType<typeof useDraft<CallDraft>>;
  readonly benefits: BenefitsView;
  readonly begin: string | undefined;
  readonly onDone: () => void;
}

export function CallForm({ form, benefits, begin, onDone }: Props) {
  const { t } = useTranslation();
  const { draft, change } = form;
  const { caseId } = useCaseView();
  const left = leftOpen(benefits.questions, draft.answers).length;
  const suggestion = useCallSuggestion(draft, benefits.payerName, left);
  const submission = useSaveCall(form, benefits, suggestion, onDone);
  return (
    <DraftForm
      form={{ ...form, submission }}
      submitLabel={t('call.save')}
      laterLabel={t('call.later')}
      onCancel={() => {
        putAside(caseId, benefits.coverageId, draft);
        onDone();
      }}
    >
      <CallHead draft={draft} change={change} />
      {hasAnswers(draft) && (
        <>
          <Text size="sm" c="dimmed">
            <Kbd>Enter</Kbd> {t('call.keys.next')} · <Kbd>Shift+Enter</Kbd> {t('call.keys.silent')} ·{' '}
            <Kbd>Ctrl+Enter</Kbd> {t('call.keys.save')}
          </Text>
          <CallQuestions draft={draft} change={change} questions={benefits.questions} begin={begin} />
          <div className="two-fields">
            <DateField
              at="/goodThrough"
              label={t('call.goodThrough')}
              value={draft.goodThrough}
              onValue={(goodThrough) => change({ goodThrough })}
            />
          </div>
        </>
      )}
      <LongTextField
        label={t('call.besides')}
        minRows={1}
        value={draft.answered}
        onValue={(answered) => change({ answered })}
      />
      <NextActionFields draft={draft} change={change} suggestion={suggestion} />
      <CallHint draft={draft} />
      <FlagField label={t('web.contact.sign')} checked={draft.sign} onChecked={(sign) => change({ sign })} />
    </DraftForm>
  );
}

function useSaveCall(
  form: Props['form'],
  benefits: BenefitsView,
  suggestion: ReturnType<typeof useCallSuggestion>,
  onDone: () => void,
) {
  const { t } = useTranslation();
  const { draft, clear } = form;
  const view = useCaseView();
  const session = useSession();
  const practice = usePractice();
  const format = useFormat();
  const texts = useCallTexts(benefits.payerName);
  const [seen] = useState(view.position);
  const { mutateAsync } = useCaseCommand(view.caseId, 'log-activity');
  const work = useCallback(
    async (position: number | undefined) => {
      const answers = readAnswers(draft, benefits.questions);
      const command = buildCall(draft, benefits, texts(draft, benefits.questions, answers), {
        staffId: session.staffId,
        staffName: session.name,
        timeZone: practice.data?.profile?.timeZone ?? format.timeZone,
        suggestion,
      });
      await mutateAsync({ ...command, expectedPosition: position ?? seen });
      const time = format.duration(command.activity.time.seconds);
      toast(
        saysEnough(command.activity)
          ? t('call.saved', { count: answers.length, time })
          : t('web.contact.savedIncomplete', { time }),
      );
    },
    [draft, benefits, texts, session, practice.data, format, suggestion, mutateAsync, seen, t],
  );
  return useSubmission(
    work,
    useCallback(() => {
      clear();
      onDone();
    }, [clear, onDone]),
  );
}
