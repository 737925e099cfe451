import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Tooth } from '#domain/kernel/tooth.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { isOnChartTooth, toothRows, type ToothCell, type ToothState } from './tooth-chart-cells.ts';

interface Props {
  readonly selected: Tooth | undefined;
  readonly onSelect: (tooth: Tooth | undefined) => void;
}

/** Planned, done and conflicting work on the teeth. A sign stands beside each color. */
const signs: Readonly<Record<ToothState, string>> = { none: '', planned: '●', done: '✓', conflicting: '!' };

export function ToothChart({ selected, onSelect }: Props) {
  const { t } = useTranslation();
  const { planItems, sharedPlan } = useCaseView();
  const conflicting = new Set(sharedPlan.conflicts.flatMap(({ itemIds }) => itemIds));
  const items = planItems.map(({ item }) => item);
  if (!items.some(({ tooth }) => tooth !== undefined)) return null;
  return (
    <figure className="tooth-chart" aria-label={t('web.picture.teeth')}>
      <Text size="sm" component="figcaption">
        {(['planned', 'done', 'conflicting'] as const).map((state) => (
          <span key={state} className="tooth-sign" data-state={state}>
            <b aria-hidden>{signs[state]}</b> {t(`web.picture.tooth.${state}`)}
          </span>
        ))}
      </Text>
      <div className="tooth-rows">
        {toothRows(items, conflicting).map(({ jaw, dentition, cells }) => (
          <div key={`${jaw} ${dentition}`} className="tooth-row" data-dentition={dentition}>
            {cells.map((cell) => (
              <ToothButton
                key={cell.tooth}
                cell={cell}
                isSelected={isOnChartTooth(cell.tooth, selected)}
                onSelect={() => onSelect(isOnChartTooth(cell.tooth, selected) ? undefined : cell.tooth)}
              />
            ))}
          </div>
        ))}
      </div>
    </figure>
  );
}

interface ToothButtonProps {
  readonly cell: ToothCell;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

function ToothButton({ cell, isSelected, onSelect }: ToothButtonProps) {
  const { t } = useTranslation();
  const { tooth, fdi, items, state } = cell;
  const steps = items.map(({ text }) => text).join('; ');
  const said = state === 'none' ? '' : `, ${t(`web.picture.tooth.${state}`)}: ${steps}`;
  return (
    <button
      type="button"
      className="tooth"
      data-state={state}
      disabled={items.length === 0}
      aria-pressed={isSelected}
      title={steps}
      onClick={onSelect}
    >
      <span className="tooth-state" aria-hidden>
        {signs[state]}
      </span>
      <strong>{tooth}</strong>
      <span className="visually-hidden"> FDI </span>
      <span className="tooth-fdi">{fdi}</span>
      <span className="visually-hidden">{said}</span>
    </button>
  );
}
