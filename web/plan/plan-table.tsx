import { useTranslation } from 'react-i18next';
import { fdiOf } from '#domain/kernel/tooth-fdi.ts';
import type { Tooth } from '#domain/kernel/tooth.ts';
import type { PlanItem } from '#domain/treatment-plan/plan-item.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { CodeLink } from '../guide/code-link.tsx';
import { LicensedWording } from '../guide/licensed-wording.tsx';
import { isOnChartTooth } from './picture/tooth-chart-cells.ts';
import { useFormat } from '../ui/format.ts';
import { LongTable, RowButton, labelsOf } from '../ui/long-table.tsx';
import { Day } from '../ui/when.tsx';
import { useWord } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';

const columns = ['order', 'text', 'place', 'owner', 'after', 'fee', 'status'] as const;

interface Selection {
  readonly selected: Tooth | undefined;
  readonly onSelect: (tooth: Tooth | undefined) => void;
}

/** The steps; a tooth that is chosen here or in the chart marks its steps. */
export function PlanTable(selection: Selection) {
  const { t } = useTranslation();
  const { planItems } = useCaseView();
  const { open } = useAction();
  const label = labelsOf(columns, (column) => t(`web.plan.column.${column}`));
  const items = planItems.map(({ item }) => item).sort((one, other) => one.order - other.order);
  return (
    <LongTable
      labels={label}
      acts={t('web.form.change')}
      rows={items.map((item) => (
        <ItemRow
          key={item.itemId}
          item={item}
          items={items}
          label={label}
          onChange={(id) => open('record-plan-item', id)}
          {...selection}
        />
      ))}
    />
  );
}

interface ItemRowProps extends Selection {
  readonly item: PlanItem;
  readonly items: readonly PlanItem[];
  readonly label: Readonly<Record<(typeof columns)[number], string>>;
  readonly onChange: (itemId: string) => void;
}

function ItemRow({ item, items, label, selected, onSelect, onChange }: ItemRowProps) {
  const { t } = useTranslation();
  const word = useWord();
  const format = useFormat();
  const may = useMay();
  const { members, patient } = useCaseView();
  const { conditions } = patient;
  const owner = members.find(({ member }) => member.memberId === item.ownerMemberId)?.member.name;
  const isSelected = item.tooth !== undefined && isOnChartTooth(item.tooth, selected);
  const place = [item.area && word('area', item.area), item.surfaces.join('')].filter(Boolean).join(' ');
  const after = item.after
    .flatMap((id) => items.find(({ itemId }) => itemId === id)?.order ?? [])
    .sort((one, other) => one - other)
    .join(', ');
  const others = (item.alternatives ?? []).flatMap(
    (id) => items.find(({ itemId }) => itemId === id)?.text ?? [],
  );
  const details = [
    item.minutes !== undefined && t('web.plan.minutesShort', { minutes: item.minutes }),
    item.modality !== undefined && item.modality !== 'office' && word('modality', item.modality),
    item.urgency !== undefined && item.urgency !== 'routine' && word('urgency', item.urgency),
    conditions.find(({ conditionId }) => conditionId === item.conditionId)?.text,
    item.notBefore && t('web.plan.from', { day: format.date(item.notBefore) }),
    item.startsOn && t('web.plan.starts', { day: format.date(item.startsOn) }),
    item.due && t('web.plan.by', { day: format.date(item.due) }),
    others.length > 0 && t('web.plan.instead', { steps: others.join(', ') }),
  ]
    .filter(Boolean)
    .join(' · ');
  const cell = (column: (typeof columns)[number], content: React.ReactNode) => (
    <td data-label={label[column]}>{content}</td>
  );
  return (
    <tr data-selected={isSelected}>
      {cell('order', item.order)}
      {cell(
        'text',
        <div>
          <span>{item.text}</span>
          {item.code !== undefined && (
            <span className="code">
              {' '}
              <CodeLink code={item.code} />
            </span>
          )}
          <LicensedWording code={item.code} />
          {details !== '' && <p className="row-detail">{details}</p>}
          {item.note !== undefined && <p className="row-detail">{item.note}</p>}
        </div>,
      )}
      {cell(
        'place',
        <>
          {item.tooth !== undefined && (
            <button
              type="button"
              className="tooth-link"
              aria-pressed={isSelected}
              onClick={() => onSelect(isSelected ? undefined : item.tooth)}
            >
              {t('web.plan.toothBoth', { universal: item.tooth, fdi: fdiOf(item.tooth) })}
            </button>
          )}{' '}
          {place}
        </>,
      )}
      {cell('owner', owner ?? t('web.ball.nobody'))}
      {cell('after', after)}
      {cell('fee', item.fee === undefined ? '' : format.money(item.fee))}
      {cell(
        'status',
        <div>
          {word('planStatus', item.status)}
          {item.on && (
            <div className="small">
              <Day on={item.on} />
            </div>
          )}
        </div>,
      )}
      <td>
        {may('record-plan-item') && (
          <RowButton onClick={() => onChange(item.itemId)}>
            {t('web.form.change')}
            <span className="visually-hidden"> {item.text}</span>
          </RowButton>
        )}
      </td>
    </tr>
  );
}
