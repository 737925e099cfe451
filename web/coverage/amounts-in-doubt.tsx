import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanKnowledgeView } from '#contract/views.ts';
import { useSay, useWord } from '../ui/say.ts';
import { Ago } from '../ui/when.tsx';

/** Amounts of two sources that disagree: which counts and why, and what each source told. */
export function AmountsInDoubt({ plan }: { readonly plan: PlanKnowledgeView }) {
  const { t } = useTranslation();
  const say = useSay();
  const word = useWord();
  if (plan.amountsInDoubt.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600} mt="xs" component="h4">
        {t('coverage.amounts.title')}
      </Text>
      <ul className="gaps">
        {plan.amountsInDoubt.map(({ why, sides }, index) => (
          <li key={index}>
            <Text size="sm">{say(why)}</Text>
            <List size="sm" mb="xs">
              {sides.map(({ words, source, learnedAt }, side) => (
                <List.Item key={side}>
                  {say(words)} ({word('factSource', source.kind)}, <Ago at={learnedAt} />)
                </List.Item>
              ))}
            </List>
          </li>
        ))}
      </ul>
    </>
  );
}
