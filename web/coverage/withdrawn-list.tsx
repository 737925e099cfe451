import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanKnowledgeView } from '#contract/views.ts';
import { useSay, useWord } from '../ui/say.ts';
import { Ago } from '../ui/when.tsx';

/** What was recorded in error: it counts no more, and can still be seen with the reason. */
export function WithdrawnList({ withdrawn }: Pick<PlanKnowledgeView, 'withdrawn'>) {
  const { t } = useTranslation();
  const say = useSay();
  const word = useWord();
  if (withdrawn.length === 0) return null;
  return (
    <details className="more">
      <summary>{t('withdraw.list', { count: withdrawn.length })}</summary>
      <ul className="rows">
        {withdrawn.map(({ words, source, learnedAt, reason, withdrawnAt }, index) => (
          <li key={index} className="row">
            <div className="row-main">
              <Text td="line-through">{words.map(say).join('; ')}</Text>
              <Text size="sm" component="div" className="case-facts">
                <span>
                  {word('factSource', source.kind)}, <Ago at={learnedAt} />
                </span>
                <span>
                  {t('withdraw.taken')} <Ago at={withdrawnAt} />: {reason}
                </span>
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
