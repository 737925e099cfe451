import { unreachable } from '../../../kernel/refusal.ts';
import type {
  ApartConstraint,
  CalendarConstraint,
  Constraint,
  DeadlineConstraint,
  GateConstraint,
  IntervalConstraint,
  TogetherConstraint,
} from '../../constraint.ts';
import { eachDay, weekdayTable } from '../open-days.ts';
import { breachWeight } from '../weights.ts';
import type { ModelDraft } from './model-draft.ts';

/** Puts what a constraint says into a model: as a lag or closed days when it must hold, as a penalty when it should. */
export function addConstraint(draft: ModelDraft, constraint: Constraint): void {
  switch (constraint.kind) {
    case 'interval':
      return addInterval(draft, constraint);
    case 'gate':
      return addGate(draft, constraint);
    case 'deadline':
      return addDeadline(draft, constraint);
    case 'together':
      return addTogether(draft, constraint);
    case 'apart':
      return addApart(draft, constraint);
    case 'calendar':
      return addCalendar(draft, constraint);
    default:
      return unreachable(constraint);
  }
}

type Point = { readonly item: number | undefined; readonly offset: number };

/** start(to) + to.offset − start(from) − from.offset ≥ days, or a penalty for each day that is missing. */
function addAtLeast(
  draft: ModelDraft,
  strength: 'must' | 'should',
  from: Point,
  to: Point,
  days: number,
): void {
  const missing = days + from.offset - to.offset;
  if (strength === 'must') draft.lags.push({ from: from.item, to: to.item, days: missing });
  else addPenalty(draft, to.item, from.item, missing, breachWeight * weightOf(draft, from, to));
}

function addPenalty(
  draft: ModelDraft,
  from: number | undefined,
  to: number | undefined,
  offset: number,
  weight: number,
): void {
  draft.penalties.push({ from, to, offset, weight });
}

/** Of the later item, or of the only one. */
function weightOf(draft: ModelDraft, from: Point, to: Point): number {
  const index = to.item ?? from.item;
  return index === undefined ? 1 : draft.item(index).weight;
}

function addInterval(draft: ModelDraft, interval: IntervalConstraint): void {
  const { minDays = 0, targetDays, maxDays, measured, strength } = interval;
  const from = pointOf(draft, interval.from, measured === 'from-first-day' ? 'first' : 'last');
  const to = pointOf(draft, interval.to, 'first');
  const weight = weightOf(draft, from, to);
  addAtLeast(draft, strength, from, to, minDays);
  if (maxDays !== undefined) {
    const excess = to.offset - from.offset - maxDays;
    if (strength === 'must') draft.lags.push({ from: to.item, to: from.item, days: excess });
    else addPenalty(draft, from.item, to.item, excess, breachWeight * weight);
  }
  if (targetDays !== undefined) {
    const gap = to.offset - from.offset - targetDays;
    addPenalty(draft, from.item, to.item, gap, weight);
    addPenalty(draft, to.item, from.item, -gap, weight);
  }
}

function pointOf(draft: ModelDraft, id: string, side: 'first' | 'last'): Point {
  const point = draft.point(id);
  if ('day' in point) return { item: undefined, offset: point.day };
  const { length } = draft.item(point.item);
  return { item: point.item, offset: side === 'first' ? 0 : Math.max(length, 1) - 1 };
}

function addGate(draft: ModelDraft, gate: GateConstraint): void {
  const opens = gate.passedOn ?? gate.expectedOn;
  if (opens === undefined) return;
  const start: Point = { item: undefined, offset: draft.day(opens) };
  for (const item of draft.indexes(gate)) {
    addAtLeast(draft, gate.strength, start, { item, offset: 0 }, 0);
    if (gate.goodForDays === undefined) continue;
    const end: Point = { item: undefined, offset: start.offset + gate.goodForDays };
    addAtLeast(draft, gate.strength, { item, offset: 0 }, end, 0);
  }
}

function addDeadline(draft: ModelDraft, deadline: DeadlineConstraint): void {
  const event = pointOf(draft, deadline.event, 'first');
  for (const item of draft.indexes(deadline)) {
    const offset = Math.max(draft.item(item).length, 1) - 1;
    addAtLeast(draft, deadline.strength, { item, offset }, event, deadline.daysBefore);
  }
}

function addTogether(draft: ModelDraft, together: TogetherConstraint): void {
  const indexes = draft.indexes(together);
  if (together.strength === 'must') return draft.joinVisit(indexes);
  indexes.slice(1).forEach((item, position) => {
    const before = indexes[position] ?? item;
    const weight = breachWeight * Math.max(draft.item(before).weight, draft.item(item).weight);
    draft.pairPenalties.push({ items: [before, item], when: 'apart', weight });
  });
}

function addApart(draft: ModelDraft, apart: ApartConstraint): void {
  const indexes = draft.indexes(apart);
  for (const [position, one] of indexes.entries())
    for (const other of indexes.slice(position + 1)) {
      if (apart.within === 'visit' && draft.item(one).place !== draft.item(other).place) continue;
      if (apart.strength === 'must') draft.apart.push([one, other]);
      else {
        const weight = breachWeight * Math.max(draft.item(one).weight, draft.item(other).weight);
        draft.pairPenalties.push({ items: [one, other], when: 'together', weight });
      }
    }
}

function addCalendar(draft: ModelDraft, calendar: CalendarConstraint): void {
  const { start, horizonDays } = draft.problem;
  const blockedWeekdays = weekdayTable(calendar.notOn.weekdays ?? [], start);
  const blocked = Array.from({ length: horizonDays }, (_, day) => blockedWeekdays[day % 7] === true);
  for (const period of calendar.notOn.days ?? [])
    eachDay(start, horizonDays, period, (day) => {
      blocked[day] = true;
    });
  for (const item of draft.indexes(calendar)) {
    const { open, weight } = draft.item(item);
    if (calendar.strength === 'should')
      draft.dayPenalties.push({ item, on: blocked, weight: breachWeight * weight });
    else
      blocked.forEach((isBlocked, day) => {
        if (isBlocked) open[day] = false;
      });
  }
}
