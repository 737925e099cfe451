import { addMonths, type CalendarDate } from '../kernel/calendar-date.ts';
import { message } from '../kernel/message.ts';
import { cellsOf } from './cost-cells.ts';
import type { EstimateRequest, Line } from './estimate-request.ts';
import type { PlanTerms } from './plan-terms.ts';
import type { Ask } from './unknown.ts';

/** What the answer to "when does the work on this line start" is kept under. */
export function startKey({ lineId }: Pick<Line, 'lineId'>): string {
  return `${lineId} start`;
}

/**
 * The line with a day on which its work starts, where a plan counts that day. One that nobody told is asked for: of
 * every stretch of days in which it makes no difference the last one is a candidate, completion itself first.
 */
export function withStart(
  line: Line,
  request: EstimateRequest,
  allTerms: readonly PlanTerms[],
  ask: Ask,
): Line {
  if (line.startedOn !== undefined || line.orthodontics) return line;
  const counting = allTerms.filter((terms) => terms.ofCode(line.code).countsOn === 'start');
  if (counting.length === 0) return line;
  const horizon = { from: earliestStart(line, request), through: line.date };
  const days = cellsOf(line, request, counting, horizon).map(({ through }) => through);
  const candidates = days.length;
  const said = message('estimate.unknown.start', { code: line.code, date: line.date });
  const back = candidates === 1 ? 0 : ask({ key: startKey(line), said, candidates });
  return { ...line, startedOn: days.at(-1 - back) ?? line.date };
}

/**
 * Work that is still to be completed is taken to begin no earlier than the estimate is made: what has begun is recorded
 * with its start. What is completed is taken to have begun within the year before (unverified).
 */
export function earliestStart({ date }: Pick<Line, 'date'>, { asOf }: EstimateRequest): CalendarDate {
  return date < asOf ? addMonths(date, -12) : asOf;
}
