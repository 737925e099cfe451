import { Text } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetAsideAnswerView } from '#contract/set-aside.ts';
import { useDismissAnswer } from '../api/set-aside.ts';
import { DraftForm } from '../case/case-form.tsx';
import { LongTextField } from '../ui/fields.tsx';
import { readText } from '../ui/reading.ts';
import { useDraft } from '../ui/use-draft.ts';
import { useSubmission } from '../ui/use-submission.ts';

interface Props {
  readonly answer: SetAsideAnswerView;
  readonly onDone: () => void;
}

/** Ends it without anybody's record, with the reason. */
export function DismissAnswerForm({ answer, onDone }: Props) {
  const { t } = useTranslation();
  const { draft, change, clear, restored } = useDraft(`dismiss-answer.${answer.setAsideId}`, { reason: '' });
  const { mutateAsync } = useDismissAnswer(answer.setAsideId);
  const submission = useSubmission(
    useCallback(async () => mutateAsync(readText(draft.reason, '/reason')), [mutateAsync, draft]),
    useCallback(() => {
      clear();
      onDone();
    }, [clear, onDone]),
  );
  return (
    <DraftForm form={{ submission, restored, clear }} submitLabel={t('setAside.dismiss')} onCancel={onDone}>
      <Text>{t('setAside.dismissLead', { name: answer.name })}</Text>
      <LongTextField
        at="/reason"
        label={t('web.form.reason')}
        data-autofocus
        value={draft.reason}
        onValue={(reason) => change({ reason })}
      />
    </DraftForm>
  );
}
