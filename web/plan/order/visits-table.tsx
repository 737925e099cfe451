import { IconCalendarDue, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Visit } from '#domain/treatment-plan/sequencing/schedule.ts';
import { useMay } from '../../case/may.ts';
import { LongTable, RowButton, labelsOf } from '../../ui/long-table.tsx';
import { Day } from '../../ui/when.tsx';
import type { OrderShown } from './order-shown.ts';
import { useOrderWords } from './order-words.ts';
import type { Order } from './use-order.ts';

const columns = ['day', 'with', 'steps', 'minutes', 'waitsFor'] as const;

interface Props {
  readonly order: Order;
  readonly shown: OrderShown;
  readonly onMove: (itemId: string) => void;
}

/** Every visit in order of day: the same facts as the picture, for reading, printing and the keyboard. */
export function VisitsTable({ order, shown, onMove }: Props) {
  const { t } = useTranslation();
  const label = labelsOf(columns, (column) => t(`web.order.column.${column}`));
  return (
    <LongTable
      labels={label}
      acts={t('web.order.move')}
      className="visits"
      rows={shown.schedule.visits.map((visit) => (
        <VisitRow
          key={`${visit.on} ${visit.place}`}
          visit={visit}
          label={label}
          order={order}
          shown={shown}
          onMove={onMove}
        />
      ))}
    />
  );
}

interface RowProps extends Props {
  readonly visit: Visit;
  readonly label: Readonly<Record<(typeof columns)[number], string>>;
}

function VisitRow({ visit, label, order, shown, onMove }: RowProps) {
  const { t } = useTranslation();
  const may = useMay();
  const words = useOrderWords(shown.problem);
  const isBooked = visit.items.some((id) =>
    shown.problem.items.some(({ itemId, lockedOn }) => itemId === id && lockedOn !== undefined),
  );
  const isLocked = visit.items.some((id) => id in order.locks);
  const [first = ''] = visit.items;
  const steps = visit.items.map(words.step).join('; ');
  const cell = (column: (typeof columns)[number], content: React.ReactNode) => (
    <td data-label={label[column]}>{content}</td>
  );
  return (
    <tr>
      {cell('day', <Day on={visit.on} relative />)}
      {cell(
        'with',
        <div>
          {visit.providers.map(words.person).join(', ')}
          <p className="row-detail">{words.place(visit.place)}</p>
        </div>,
      )}
      {cell(
        'steps',
        <div>
          {visit.items.map((id) => (
            <div key={id}>{words.step(id)}</div>
          ))}
          {visit.anesthetic && <div className="small">{t('web.order.anesthetic')}</div>}
        </div>,
      )}
      {cell('minutes', visit.minutes === 0 ? t('web.order.notKnown') : visit.minutes)}
      {cell(
        'waitsFor',
        visit.waitsFor.map((id) => <div key={id}>{gateWords(words.constraint(id))}</div>),
      )}
      <td>
        <div className="row-buttons">
          {isBooked && <span className="small">{t('web.order.booked')}</span>}
          {may('keep-schedule') && !isBooked && (
            <>
              <RowButton aria-pressed={isLocked} onClick={() => order.toggleLock(visit)}>
                {isLocked ? <IconLock size={16} aria-hidden /> : <IconLockOpen size={16} aria-hidden />}
                {t(isLocked ? 'web.order.locked' : 'web.order.lock')}
                <span className="visually-hidden"> {t('web.order.lockOf', { steps })}</span>
              </RowButton>
              <RowButton disabled={shown.without.length > 0} onClick={() => onMove(first)}>
                <IconCalendarDue size={16} aria-hidden />
                {t('web.order.moveShort')}
                <span className="visually-hidden"> {steps}</span>
              </RowButton>
            </>
          )}
        </div>
      </td>
    </tr>
  );
}

function gateWords(constraint: ReturnType<ReturnType<typeof useOrderWords>['constraint']>): string {
  return constraint?.kind === 'gate' ? `${constraint.holder}: ${constraint.text}` : '';
}
