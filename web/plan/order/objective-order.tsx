import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Objective, Order } from './use-order.ts';

function swapped(objectives: readonly Objective[], index: number): readonly Objective[] {
  const [one, other] = [objectives[index], objectives[index + 1]];
  if (one === undefined || other === undefined) return objectives;
  return [...objectives.slice(0, index), other, one, ...objectives.slice(index + 2)];
}

/** What matters first, next and last: each keeps what was reached in those before it. */
export function ObjectiveOrder({ order: { objectives, setObjectives } }: { readonly order: Order }) {
  const { t } = useTranslation();
  const names = objectives.map((each) => t(`web.order.objective.${each}`));
  return (
    <details className="objective-order">
      <summary>{t('web.order.matters', { names: names.join(' › ') })}</summary>
      <ol>
        {objectives.map((objective, index) => (
          <li key={objective}>
            <span>{names[index]}</span>
            <ActionIcon
              variant="default"
              size="lg"
              disabled={index === 0}
              aria-label={t('web.order.sooner', { name: names[index] })}
              onClick={() => setObjectives(swapped(objectives, index - 1))}
            >
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size="lg"
              disabled={index === objectives.length - 1}
              aria-label={t('web.order.later', { name: names[index] })}
              onClick={() => setObjectives(swapped(objectives, index))}
            >
              <IconArrowDown size={18} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
    </details>
  );
}
