import { addDays, addMonths, birthday, type CalendarDate } from '../kernel/calendar-date.ts';
import { benefitYearStart } from './benefit-year.ts';
import type { EstimateRequest, Line } from './estimate-request.ts';
import { monthsOf } from './frequency.ts';
import type { PlanTerms } from './plan-terms.ts';
import { closeness } from './scope.ts';

/** Days, first and last, between which no date by itself changes what is paid for a line. */
export interface CostCell {
  readonly from: CalendarDate;
  readonly through: CalendarDate;
}

/**
 * The days cut wherever something changes for a line by the calendar alone: a benefit year, coverage, a waiting period,
 * an age, what was done before and counts toward a limit; for orthodontics also a month before each of these for every
 * instalment. Where a plan counts the start of the work, so many days (`lead`) before completion, what changes for the
 * start changes so many days later.
 */
export function cellsOf(
  line: Line,
  request: EstimateRequest,
  allTerms: readonly PlanTerms[],
  { from, through }: CostCell,
  lead = 0,
): readonly CostCell[] {
  const changes = new Set<CalendarDate>([from]);
  for (const terms of allTerms)
    for (const day of changesLater(terms, line, request, { from, through }, lead))
      if (day > from && day <= through) changes.add(day);
  const firsts = [...changes].sort();
  return firsts.map((first, index) => {
    const next = firsts[index + 1];
    return { from: first, through: next === undefined ? through : addDays(next, -1) };
  });
}

function changesLater(
  terms: PlanTerms,
  line: Line,
  request: EstimateRequest,
  { from, through }: CostCell,
  lead: number,
): readonly CalendarDate[] {
  if (lead === 0 || line.orthodontics || terms.ofCode(line.code).countsOn !== 'start')
    return changesUnder(terms, line, request, { from, through });
  const starting = { from: addDays(from, -lead), through };
  return changesUnder(terms, line, request, starting).map((day) => addDays(day, lead));
}

function changesUnder(
  terms: PlanTerms,
  line: Line,
  { patient: { birthDate }, history = [] }: EstimateRequest,
  horizon: CostCell,
): readonly CalendarDate[] {
  const { plan } = terms;
  const code = terms.ofCode(line.code);
  const ages = birthDate === undefined ? [] : code.ages;
  const promised = terms.facts.predetermination.flatMap(({ lineId, source }) =>
    lineId === line.lineId && source?.expires !== undefined ? [addDays(source.expires, 1)] : [],
  );
  const ends = [
    ...promised,
    ...(plan.through === undefined ? [] : [addDays(plan.through, 1)]),
    ...ages.flatMap(({ through }) =>
      birthDate === undefined || through === undefined ? [] : [birthday(birthDate, through + 1)],
    ),
  ];
  const years = yearStarts(terms, horizon);
  const waiting = code.waiting && plan.from && addMonths(plan.from, code.waiting.months);
  const counted = code.frequencies.flatMap((limit) => {
    const months = monthsOf(limit);
    return history
      .filter(
        (entry) =>
          entry.planId === plan.planId &&
          entry.code !== undefined &&
          closeness(limit.for, entry.code, terms.facts.group) >= 0,
      )
      .flatMap(({ date }) => [...around(addMonths(date, months)), ...around(addMonths(date, -months))]);
  });
  return [
    ...ends,
    ...years,
    ...(plan.from === undefined ? [] : [plan.from]),
    ...(waiting === undefined ? [] : [waiting]),
    ...ages.flatMap(({ from }) =>
      birthDate === undefined || from === undefined ? [] : [birthday(birthDate, from)],
    ),
    ...counted,
    ...(line.orthodontics ? beforeInstalments(line.orthodontics.months, terms, ends, horizon) : []),
  ];
}

/** The months of the year are of unequal length: a day more on both sides. */
function around(day: CalendarDate): readonly CalendarDate[] {
  return [-1, 0, 1, 2].map((days) => addDays(day, days));
}

function yearStarts({ pools, yearBegins }: PlanTerms, { from, through }: CostCell): readonly CalendarDate[] {
  const begins = new Set([yearBegins, ...pools.map((pool) => pool.begins)]);
  return [...begins].flatMap((begin) => {
    const starts: CalendarDate[] = [];
    for (let day = benefitYearStart(from, begin); day <= through; day = addMonths(day, 12)) starts.push(day);
    return starts;
  });
}

/** Of years also those that begin after the horizon, when instalments still fall due. */
function beforeInstalments(
  months: number,
  terms: PlanTerms,
  ends: readonly CalendarDate[],
  { from, through }: CostCell,
): readonly CalendarDate[] {
  const years = yearStarts(terms, { from, through: addMonths(through, months) });
  return [...ends, ...years].flatMap((end) =>
    Array.from({ length: months + 1 }, (_, month) => around(addMonths(end, -month))).flat(),
  );
}
