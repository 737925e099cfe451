import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageAnswerView } from '#contract/views.ts';
import { useWord } from '../ui/say.ts';

/** In two words what a plan does with D9992 today: what is paid as such and stopped by something is not payable. */
export function useCoordinationWord(): (answer: CoverageAnswerView | undefined) => string {
  const { t } = useTranslation();
  const word = useWord();
  return useCallback(
    (answer) => {
      if (answer?.notInForce === true) return t('coverage.part.notInForce');
      return answer !== undefined && answer.inTheWay.length > 0
        ? t('coverage.part.stopped')
        : word('coverageStatus', answer?.status ?? 'unknown');
    },
    [t, word],
  );
}
