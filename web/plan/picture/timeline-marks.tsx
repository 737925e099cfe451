import { useTranslation } from 'react-i18next';
import type { SVGAttributes } from 'react';
import { useFormat } from '../../ui/format.ts';
import {
  blockHeight,
  blockWidth,
  longestLabel,
  type Block,
  type Diamond,
  type Tick,
  type Timeline,
} from './timeline-layout.ts';

function shortened(text: string): string {
  return text.length > longestLabel ? `${text.slice(0, longestLabel - 1)}…` : text;
}

export function Months({ ticks, height }: { readonly ticks: readonly Tick[]; readonly height: number }) {
  const { i18n } = useTranslation();
  const month = new Intl.DateTimeFormat(i18n.language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return ticks.map(({ on, x, named }) => (
    <g key={on} className="timeline-month" data-named={named}>
      <line x1={x} x2={x} y1={named ? 10 : 22} y2={height} />
      {named && (
        <text x={x + 4} y={18}>
          {month.format(new Date(`${on}T00:00:00Z`))}
        </text>
      )}
    </g>
  ));
}

interface BlockProps {
  readonly block: Block;
  readonly label: string;
  readonly isCritical: boolean;
  readonly isMoved: boolean;
  readonly isLocked: boolean;
  readonly handlers: SVGAttributes<SVGGElement> | undefined;
}

/** One visit. State shows in the shape as well as in the color: critical is filled, locked has a bar, waiting is dashed. */
export function VisitBlock({ block, label, isCritical, isMoved, isLocked, handlers }: BlockProps) {
  const { x, y, text, visit } = block;
  const state = {
    'data-critical': isCritical,
    'data-moved': isMoved,
    'data-locked': isLocked,
    'data-waits': visit.waitsFor.length > 0,
  };
  return (
    <g
      className="timeline-visit"
      transform={`translate(${x} ${y})`}
      role={handlers ? 'button' : 'img'}
      aria-label={`${shortened(text)} ${label}`}
      {...(handlers ? { tabIndex: 0 } : {})}
      {...handlers}
      {...state}
    >
      <title>{label}</title>
      <rect width={blockWidth} height={blockHeight} rx={4} />
      {isLocked && <line x1={4} x2={blockWidth - 4} y1={blockHeight / 2} y2={blockHeight / 2} />}
      <text x={blockWidth + 5} y={blockHeight / 2 + 4.5}>
        {shortened(text)}
      </text>
    </g>
  );
}

/** What somebody has to say first, on the day it was passed or is expected; hollow while nobody has said a word. */
export function WaitingGate({ diamond }: { readonly diamond: Diamond }) {
  const { t } = useTranslation();
  const { x, y, text, gate } = diamond;
  const state = gate.passedOn ? 'passed' : gate.expectedOn ? 'expected' : 'open';
  const label = `${gate.text} (${text}): ${t(`web.picture.gate.${state}`)}`;
  const middle = blockHeight / 2;
  return (
    <g
      className="timeline-gate"
      data-state={state}
      transform={`translate(${x} ${y})`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <path d={`M 0 ${middle} L 8 ${middle - 8} L 16 ${middle} L 8 ${middle + 8} Z`} />
      <text x={blockWidth + 7} y={middle + 4.5}>
        {shortened(text)}
      </text>
    </g>
  );
}

/** The patient's own lane: the days on which they go somewhere, and those on which they cannot. */
export function PatientLane({ picture }: { readonly picture: Timeline }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [lane] = picture.lanes;
  return (
    <>
      {picture.away.map(({ key, text, x, width }) => (
        <rect key={key} className="timeline-away" x={x} y={lane?.y} width={width} height={lane?.height}>
          <title>{text}</title>
        </rect>
      ))}
      {picture.patientDays.map(({ on, visits, x, y }) => (
        <g
          key={on}
          className="timeline-day"
          transform={`translate(${x + blockWidth / 2} ${y + blockHeight / 2})`}
        >
          <title>{`${format.date(on)}: ${t('web.picture.goesTo', { count: visits })}`}</title>
          <circle r={7} />
          {visits > 1 && (
            <text y={4} textAnchor="middle">
              {visits}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

/** Intervals from visit to visit, and to and from outside dates, with their minimum and maximum. */
export function Arrows({
  arrows,
  critical,
}: {
  readonly arrows: Timeline['arrows'];
  readonly critical: ReadonlySet<string>;
}) {
  const { t } = useTranslation();
  const bounds = ({ minDays, maxDays }: Timeline['arrows'][number]) =>
    [
      minDays !== undefined && minDays > 0 && `≥ ${t('web.order.days', { count: minDays })}`,
      maxDays !== undefined && `≤ ${t('web.order.days', { count: maxDays })}`,
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <>
      <defs>
        <marker
          id="timeline-tip"
          markerUnits="userSpaceOnUse"
          markerWidth="7"
          markerHeight="7"
          refX="6"
          refY="3.5"
          orient="auto"
        >
          <path d="M 0 0 L 7 3.5 L 0 7 Z" />
        </marker>
      </defs>
      {arrows.map((arrow) => {
        const { key, constraint, from, to } = arrow;
        const isDown = to.y >= from.y;
        const [x1, y1] = [from.x + from.width / 2, from.y + (isDown ? blockHeight : 0)];
        const [x2, y2] = [to.x - 1, to.y + blockHeight - 2];
        const text = bounds(arrow);
        return (
          <g
            key={key}
            className="timeline-arrow"
            data-critical={critical.has(from.id) && critical.has(to.id)}
            data-should={constraint.strength === 'should'}
          >
            <title>{`${constraint.text} ${text}`}</title>
            <path
              d={`M ${x1} ${y1} C ${x1} ${y2}, ${x1} ${y2}, ${x2} ${y2}`}
              markerEnd="url(#timeline-tip)"
            />
            {text !== '' && x2 - x1 > text.length * 6.2 + 12 && (
              <text x={x2 - 10} y={y2 - 4} textAnchor="end">
                {text}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
