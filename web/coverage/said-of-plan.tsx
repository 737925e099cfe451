import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SaidOfPlanView } from '#contract/views.ts';
import { useSay, useWord } from '../ui/say.ts';
import { Ago, Day } from '../ui/when.tsx';

/** One statement about a plan with its source, its age and how long it holds. */
export function SaidOfPlan({ said }: { readonly said: SaidOfPlanView }) {
  const { t } = useTranslation();
  const say = useSay();
  const word = useWord();
  return (
    <>
      <Text>{say(said.words)}</Text>
      <Text size="sm" component="div" className="case-facts">
        <span>{word('factSource', said.source.kind)}</span>
        <Ago at={said.learnedAt} />
        <span>
          {t('web.eligibility.goodThrough')} <Day on={said.goodThrough} relative />
        </span>
      </Text>
    </>
  );
}
