import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallQuestion } from '#domain/coverage/call-question.ts';
import { codesOf } from '#domain/estimate/code-category.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useAbout } from '../ui/say.ts';

/** A question in words to be read aloud; a code is named beside our own words for the step of the plan. */
export function useQuestionWords(): (question: CallQuestion) => string {
  const { t } = useTranslation();
  const about = useAbout();
  const { planItems } = useCaseView();
  return useCallback(
    ({ kind, code, category }) => {
      const item = planItems.find((each) => each.item.code === code)?.item;
      return t(`call.ask.${kind}`, {
        code: item && code !== undefined ? `${code} (${item.text})` : (code ?? ''),
        codes: about(codesOf(category)),
      });
    },
    [t, about, planItems],
  );
}
