import { addDays, daysBetween, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import type { GateConstraint } from '#domain/treatment-plan/constraint.ts';
import type { Schedule, Visit } from '#domain/treatment-plan/sequencing/schedule.ts';
import type { SequencingProblem } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';

import { arrowsBetween, type Arrow, type End } from './timeline-arrows.ts';
import { awayDays, type Away } from './timeline-away.ts';

/** Where everything of the picture of an order stands, in pixels; nothing here draws. */
const rowHeight = 30;
export const blockHeight = 22;
const lanePadding = 8;
const headHeight = 30;
const letterWidth = 6.6;
export const blockWidth = 14;

/** What one provider does on a visit. */
export interface Block {
  readonly key: string;
  readonly visit: Visit;
  readonly items: readonly string[];
  readonly text: string;
  readonly x: number;
  readonly y: number;
}
export interface Diamond {
  readonly gate: GateConstraint;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}
export interface Lane {
  readonly id: string;
  readonly y: number;
  readonly height: number;
}
/** A day on which the patient goes somewhere. */
interface PatientDay {
  readonly on: CalendarDate;
  readonly visits: number;
  readonly x: number;
  readonly y: number;
}
export interface Tick {
  readonly on: CalendarDate;
  readonly x: number;
  /** Months are named only where there is room. */
  readonly named: boolean;
}
interface EventMark {
  readonly eventId: string;
  readonly text: string;
  readonly on: CalendarDate;
  readonly x: number;
  readonly y: number;
}
export interface Timeline {
  readonly lanes: readonly Lane[];
  readonly blocks: readonly Block[];
  readonly diamonds: readonly Diamond[];
  readonly events: readonly EventMark[];
  readonly patientDays: readonly PatientDay[];
  readonly away: readonly Away[];
  /** Visits of several providers, from the first of their lanes to the last. */
  readonly shared: readonly {
    readonly key: string;
    readonly x: number;
    readonly y1: number;
    readonly y2: number;
  }[];
  readonly arrows: readonly Arrow[];
  readonly ticks: readonly Tick[];
  readonly width: number;
  readonly height: number;
}

export const gatesLane = 'gates';
export const patientLane = 'patient';

interface Asked {
  readonly problem: SequencingProblem;
  readonly schedule: Schedule;
  readonly pixelsPerDay: number;
  readonly textOf: (items: readonly string[]) => string;
}

/** Whether a label is as long as it is drawn decides the rows: what stands on one day or near it never overlaps. */
function widthOf(text: string): number {
  return blockWidth + 8 + Math.min(text.length, longestLabel) * letterWidth;
}
export const longestLabel = 30;

/** First row in which a label that begins at `x` does not touch another. */
class Rows {
  readonly #ends: number[] = [];
  place(x: number, width: number): number {
    const found = this.#ends.findIndex((end) => end <= x);
    const row = found < 0 ? this.#ends.length : found;
    this.#ends[row] = x + width + 6;
    return row;
  }
  get count(): number {
    return Math.max(1, this.#ends.length);
  }
}

/** Days on which something happens, so that the picture ends behind the last of them and no sooner. */
function daysShown({ problem, schedule }: Pick<Asked, 'problem' | 'schedule'>): number {
  const days = [...schedule.visits.map(({ on }) => on), ...problem.events.map(({ on }) => on)].map((on) =>
    daysBetween(problem.start, on),
  );
  return Math.min(problem.horizonDays, Math.max(30, ...days) + 14);
}

export function layOut(asked: Asked): Timeline {
  const { problem, schedule, pixelsPerDay, textOf } = asked;
  const x = (on: CalendarDate) => Math.max(0, daysBetween(problem.start, on)) * pixelsPerDay;
  const lanes: Lane[] = [];
  const blocks: Block[] = [];
  let top = headHeight;
  const close = (id: string, rows: Rows) => {
    const height = rows.count * rowHeight + lanePadding;
    lanes.push({ id, y: top, height });
    top += height;
  };
  const rowY = (row: number) => top + lanePadding / 2 + row * rowHeight + (rowHeight - blockHeight) / 2;

  const patientRows = new Rows();
  // The first row is for the days on which the patient goes somewhere.
  const patientY = rowY(patientRows.place(0, Number.POSITIVE_INFINITY));
  const patientDays = [...Map.groupBy(schedule.visits, ({ on }) => on)].map(([on, visits]): PatientDay => ({
    on,
    visits: visits.length,
    x: x(on),
    y: patientY,
  }));
  const events = problem.events
    .filter(({ on }) => on >= problem.start)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ eventId, text, on }) => ({
      eventId,
      text,
      on,
      x: x(on),
      y: rowY(patientRows.place(x(on), widthOf(text))),
    }));
  close(patientLane, patientRows);

  const firstDay = new Map<string, CalendarDate>();
  for (const { items, on } of schedule.visits) for (const id of items) firstDay.set(id, on);
  const gates = problem.constraints.flatMap((each) => (each.kind === 'gate' && !each.override ? [each] : []));
  const gateRows = new Rows();
  const diamonds = gates
    .map((gate) => {
      const held = gate.items.flatMap((id) => firstDay.get(id) ?? []).sort();
      return { gate, x: x(gate.passedOn ?? gate.expectedOn ?? held[0] ?? problem.start) };
    })
    .toSorted((a, b) => a.x - b.x)
    .map(({ gate, x: at }): Diamond => {
      const text = gate.holder;
      return { gate, text, x: at, y: rowY(gateRows.place(at, widthOf(text))) };
    });
  if (diamonds.length > 0) close(gatesLane, gateRows);

  const owners = new Map(problem.items.map(({ itemId, owner }) => [itemId, owner]));
  for (const { providerId } of problem.providers) {
    const rows = new Rows();
    for (const visit of schedule.visits.filter(({ providers }) => providers.includes(providerId))) {
      const items = visit.items.filter((id) => owners.get(id) === providerId);
      const text = textOf(items);
      const at = x(visit.on);
      const y = rowY(rows.place(at, widthOf(text)));
      blocks.push({ key: `${providerId} ${items.join(' ')}`, visit, items, text, x: at, y });
    }
    close(providerId, rows);
  }
  const days = daysShown(asked);
  const ends = [...blocks, ...diamonds, ...events].map((each) => each.x + widthOf(each.text));
  const width = Math.max(days * pixelsPerDay, ...ends);
  return {
    lanes,
    blocks,
    diamonds,
    events,
    patientDays,
    away: awayDays(problem, days, pixelsPerDay),
    shared: sharedVisits(blocks),
    arrows: arrowsBetween(problem, endsOf(blocks, events)),
    ticks: monthTicks(problem.start, days, pixelsPerDay, width),
    width,
    height: top,
  };
}

/** The most pixels a day at which no label passes the right edge of `width`; half a pixel where there is no such. */
export function pixelsToFit(width: number, asked: Omit<Asked, 'pixelsPerDay'>): number {
  const { blocks, diamonds, events } = layOut({ ...asked, pixelsPerDay: 1 });
  const most = [...blocks, ...diamonds, ...events].map(
    ({ x, text }) => (width - widthOf(text)) / Math.max(1, x),
  );
  return Math.max(0.5, Math.min(width / daysShown(asked), ...most));
}

function endsOf(blocks: readonly Block[], events: readonly EventMark[]): ReadonlyMap<string, End> {
  const ends = [
    ...blocks.flatMap(({ visit: { on, place }, items, x, y }) =>
      items.map((id): End => ({ id, on, place: `${on} ${place}`, x, y, width: blockWidth })),
    ),
    ...events.map(({ eventId, on, x, y }): End => ({ id: eventId, on, place: eventId, x, y, width: 0 })),
  ];
  return new Map(ends.map((end) => [end.id, end]));
}

function sharedVisits(blocks: readonly Block[]): Timeline['shared'] {
  return [...Map.groupBy(blocks, ({ visit }) => visit).values()].flatMap((parts) => {
    const [first, last] = [parts[0], parts.at(-1)];
    return first && last && first !== last
      ? [{ key: first.key, x: first.x + blockWidth / 2, y1: first.y + blockHeight, y2: last.y }]
      : [];
  });
}

/** Room for a month and its year, in the longer of the languages. */
const monthWidth = 64;

function monthTicks(start: CalendarDate, days: number, pixelsPerDay: number, width: number): readonly Tick[] {
  const every = [1, 2, 3, 6].find((months) => months * 30 * pixelsPerDay >= monthWidth) ?? 12;
  const ticks: Tick[] = [];
  for (let day = 0; day <= days; day += 1) {
    const on = addDays(start, day);
    if (!on.endsWith('-01')) continue;
    const x = day * pixelsPerDay;
    const isTurn = (Number(on.slice(5, 7)) - 1) % every === 0;
    ticks.push({ on, x, named: isTurn && x + monthWidth <= width });
  }
  return ticks;
}
