import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useCallback, useMemo, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { criticalPath } from '#domain/treatment-plan/critical-path.ts';
import { useFormat } from '../../ui/format.ts';
import { useWidth } from '../../ui/use-width.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { useMay } from '../../case/may.ts';
import type { OrderShown } from '../order/order-shown.ts';
import { stepText, useOrderWords } from '../order/order-words.ts';
import type { Order } from '../order/use-order.ts';
import { Arrows, Months, PatientLane, VisitBlock, WaitingGate } from './timeline-marks.tsx';
import { blockHeight, gatesLane, layOut, patientLane, pixelsToFit } from './timeline-layout.ts';
import { onOnePage, printTimeline } from './print-timeline.ts';
import { useDragVisit } from './use-drag-visit.ts';

interface Props {
  readonly order: Order;
  readonly shown: OrderShown;
  readonly onMove: (itemId: string) => void;
}

const zooms = { whole: 0, months: 3, weeks: 9 } as const;
type Zoom = keyof typeof zooms;

/** The order as a picture: a lane for the patient, for what is waited for, and for each provider. The table beside it says the same. */
export function Timeline({ order, shown, onMove }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { patient, title } = useCaseView();
  const { problem, schedule } = shown;
  const words = useOrderWords(problem);
  const [zoom, setZoom] = useState<Zoom>('whole');
  const { ref, width } = useWidth<HTMLDivElement>();
  const textOf = useCallback(
    (items: readonly string[]) => items.map((id) => stepText(problem, id)).join(', '),
    [problem],
  );
  // A visit that is dragged moves within the picture of what is kept, which is fitted once.
  const fit = useMemo(
    () => pixelsToFit(width ?? 0, { problem, schedule, textOf }),
    [problem, schedule, textOf, width],
  );
  const pixelsPerDay = zooms[zoom] || fit;
  const drag = useDragVisit(order, shown, pixelsPerDay, onMove);
  const seen = drag.slipped?.schedule ?? schedule;
  const picture = layOut({ problem, schedule: seen, pixelsPerDay, textOf });
  const critical = useMemo(() => criticalPath(problem, seen), [problem, seen]);
  const mayMove = may('keep-schedule') && shown.without.length === 0;
  const laneName = (id: string) => {
    if (id === patientLane) return t('web.picture.patient');
    return id === gatesLane ? t('web.picture.gates') : words.person(id);
  };
  const moved = new Set(drag.slipped?.moved.map(({ item }) => item));
  return (
    <figure
      className="timeline"
      aria-label={t('web.picture.timeline')}
      style={{ '--print-zoom': onOnePage(picture) } as CSSProperties}
    >
      <p className="timeline-printed">
        {patient.demographics.firstName} {patient.demographics.lastName} · {title} ·{' '}
        {format.date(format.today())}
      </p>
      <div className="timeline-head">
        <Text size="sm" component="figcaption">
          {t('web.picture.legend')} <span className="timeline-hint">{t('web.picture.hint')}</span>
        </Text>
        <Group gap="xs">
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={printTimeline}
          >
            {t('web.picture.print')}
          </Button>
          <SegmentedControl
            size="sm"
            aria-label={t('web.picture.zoom')}
            value={zoom}
            onChange={(value) => setZoom(value === 'months' || value === 'weeks' ? value : 'whole')}
            data={(['whole', 'months', 'weeks'] as const).map((value) => ({
              value,
              label: t(`web.picture.zoomTo.${value}`),
            }))}
          />
        </Group>
      </div>
      <div className="timeline-body">
        <div className="timeline-lanes" style={{ height: picture.height }}>
          {picture.lanes.map(({ id, y, height }) => (
            <div key={id} className="timeline-lane" style={{ top: y, height }} title={laneName(id)}>
              {laneName(id)}
            </div>
          ))}
        </div>
        <div
          className="timeline-scroll"
          ref={ref}
          tabIndex={0}
          role="group"
          aria-label={t('web.picture.timeline')}
        >
          {/* Drawn once, at the width that there is. */}
          {width !== undefined && (
            <svg
              width={picture.width}
              height={picture.height}
              viewBox={`0 0 ${picture.width} ${picture.height}`}
            >
              {picture.lanes.map(({ id, y }) => (
                <line key={id} className="timeline-rule" x1={0} x2={picture.width} y1={y} y2={y} />
              ))}
              <Months ticks={picture.ticks} height={picture.height} />
              <PatientLane picture={picture} />
              <line className="timeline-today" x1={1} x2={1} y1={18} y2={picture.height}>
                <title>{t('web.picture.today', { day: format.date(problem.start) })}</title>
              </line>
              {picture.events.map(({ text, x, y }) => (
                <g key={`${text} ${x}`} className="timeline-event">
                  <line x1={x} x2={x} y1={y} y2={picture.height} />
                  <text x={x + 6} y={y + blockHeight / 2 + 4}>
                    {text}
                  </text>
                </g>
              ))}
              <Arrows arrows={picture.arrows} critical={critical} />
              {picture.shared.map(({ key, x, y1, y2 }) => (
                <line key={key} className="timeline-shared" x1={x} x2={x} y1={y1} y2={y2} />
              ))}
              {picture.diamonds.map((each) => (
                <WaitingGate key={each.gate.constraintId} diamond={each} />
              ))}
              {picture.blocks.map((block) => (
                <VisitBlock
                  key={block.key}
                  block={block}
                  label={`${format.date(block.visit.on)}: ${block.text}. ${block.visit.providers.map(words.person).join(', ')}`}
                  isCritical={block.visit.items.some((id) => critical.has(id))}
                  isMoved={block.visit.items.some((id) => moved.has(id))}
                  isLocked={block.visit.items.some((id) => id in order.locks)}
                  handlers={mayMove ? drag.handlers(block.visit) : undefined}
                />
              ))}
            </svg>
          )}
        </div>
      </div>
      <p className="timeline-consequence" aria-live="polite">
        {drag.held &&
          t('web.picture.consequence', {
            day: format.date(drag.held.day),
            moves: t('web.order.moves', { count: moved.size }),
            breaks: t('web.order.breaks', { count: drag.slipped?.after.breaches.length ?? 0 }),
            unkept: t('web.order.unkept', { count: drag.slipped?.after.unkept.length ?? 0 }),
          })}
      </p>
    </figure>
  );
}
