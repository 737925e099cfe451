import { useCallback } from 'react';
import type { CallQuestion } from '#domain/coverage/call-question.ts';
import { codesOf } from '#domain/estimate/code-category.ts';
import { message } from '#domain/kernel/message.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useSay } from '../ui/say.ts';

/** A question in words to be read aloud; a code is named beside our own words for the step of the plan. */
export function useQuestionWords(): (question: CallQuestion) => string {
  const say = useSay();
  const { planItems } = useCaseView();
  return useCallback(
    ({ kind, code, category }) => {
      const item = planItems.find((each) => each.item.code === code)?.item;
      return say(
        message(`call.ask.${kind}`, {
          code: item && code !== undefined ? `${code} (${item.text})` : (code ?? ''),
          codes: codesOf(category),
        }),
      );
    },
    [say, planItems],
  );
}
