import { Type, type Static } from 'typebox';
import { addDays, daysBetween, type CalendarDate } from '../kernel/calendar-date.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { IdSchema } from '../kernel/schema.ts';
import { yearsOfCost, type YearOfCost } from './cost-years.ts';
import { EstimateRequest, type Line } from './estimate-request.ts';
import { estimateLines, linesUnder, termsInOrder, type LineEstimate } from './estimate-lines.ts';
import { orderOfRequest, mostPaid } from './estimate.ts';
import { orderOrAsk } from './order-unknown.ts';
import type { PlaceInOrder } from './order-of-benefits.ts';
import { reservedFor } from './reserved-for.ts';
import { earliestStart, startKey } from './start-of-work.ts';
import type { Ask } from './unknown.ts';

/**
 * What a plan of work costs the patient as a function of the day on which each line is done: the estimate itself, with
 * one answer to everything that nobody told. The answers are those under which the patient pays most for the lines as
 * they are dated in the request, so that a saving is never made of a guess.
 */
export const PlanCost = Type.Object({
  /** Its lines bear the ids of the items of the plan; items without a line cost nothing here. */
  estimate: EstimateRequest,
  /** The candidate taken of each thing that is not known, by its key. */
  answers: Type.Record(Type.String({ maxLength: 200 }), Type.Integer({ minimum: 0, maximum: 1000 })),
  /**
   * Days from the start of the work on a line to its completion, by line, where the start moves when completion does. A
   * start without them stays on its day.
   */
  leads: Type.Optional(Type.Record(IdSchema, Type.Integer({ minimum: 0, maximum: 36_500 }))),
});
export type PlanCost = Static<typeof PlanCost>;

/**
 * `staying`: lines whose start is not moved with their completion. What has begun stays where it is too, and so does a
 * start that nobody told, on the day on which the patient pays most as the lines are dated; where that is the same
 * whichever day it is, on the first possible one, so that no saving is made by hoping for a later start.
 */
export function planCost(
  request: EstimateRequest,
  staying: ReadonlySet<string> = new Set(),
): PlanCost | Refusal {
  const most = mostPaid(request);
  if (isRefusal(most)) return most;
  const leads: Record<string, number> = {};
  const lines = request.lines.map((line, index): Line => {
    const { lineId, date } = line;
    const isAsked = most.answers.has(startKey(line));
    const taken = most.lines[index]?.startedOn;
    const startedOn =
      line.startedOn ?? (taken === undefined || isAsked ? taken : earliestStart(line, request));
    if (startedOn === undefined) return line;
    const moves = line.startedOn === undefined ? startedOn === date : startedOn > request.asOf;
    if (moves && !staying.has(lineId)) leads[lineId] = daysBetween(startedOn, date);
    return { ...line, startedOn };
  });
  const startKeys = new Set(request.lines.map(startKey));
  return {
    estimate: { ...request, lines },
    answers: Object.fromEntries([...most.answers].filter(([key]) => !startKeys.has(key))),
    ...(Object.keys(leads).length > 0 && { leads }),
  };
}

/** What an order costs, year by year, in order. */
export function yearsOn(cost: PlanCost, days: ReadonlyMap<string, CalendarDate>): readonly YearOfCost[] {
  const request = requestOn(cost, days);
  const ask = askOf(cost);
  const placed = termsInOrder(request, orderOf(cost), ask);
  return yearsOfCost(
    request.lines,
    linesUnder(request, placed, ask),
    placed.map(({ terms }) => terms),
  );
}

/** The lines to the cent when each is done on its day. */
function linesOn(cost: PlanCost, days: ReadonlyMap<string, CalendarDate>): readonly LineEstimate[] {
  return estimateLines(requestOn(cost, days), orderOf(cost), askOf(cost));
}

/** The request with each line on its day, and what is reserved for a line with it; a line without a day stays on its own. */
export function requestOn(cost: PlanCost, days: ReadonlyMap<string, CalendarDate>): EstimateRequest {
  const { estimate } = cost;
  return {
    ...estimate,
    lines: estimate.lines.map((line) => doneOn(cost, line, days.get(line.lineId) ?? line.date)),
    history: (estimate.history ?? []).map((entry) =>
      reservedFor(entry, entry.lineId === undefined ? undefined : days.get(entry.lineId)),
    ),
  };
}

/** What the patient pays, in cents. */
export function costOn(cost: PlanCost, days: ReadonlyMap<string, CalendarDate>): number {
  return linesOn(cost, days).reduce((sum, { patient }) => sum + patient, 0);
}

/** What was never asked when the answers were taken gets its last candidate, by custom the one against the patient. */
export function askOf({ answers }: PlanCost): Ask {
  return ({ key, candidates }) => answers[key] ?? candidates - 1;
}

/** The plans in the order in which they pay. */
export function orderOf(cost: PlanCost): readonly PlaceInOrder[] {
  const ordered = orderOfRequest(cost.estimate);
  if (isRefusal(ordered)) throw new Error('a cost is made of a request whose plans have an order');
  return orderOrAsk(ordered, askOf(cost));
}

/** Work starts on the day of its completion at the latest. */
export function doneOn({ leads = {} }: PlanCost, line: Line, date: CalendarDate): Line {
  const { startedOn = date, orthodontics, ...rest } = line;
  if (orthodontics) return { ...rest, date, orthodontics: { bandedOn: date, months: orthodontics.months } };
  const lead = leads[line.lineId];
  const start = lead === undefined ? startedOn : addDays(date, -lead);
  return { ...rest, date, startedOn: start < date ? start : date };
}
