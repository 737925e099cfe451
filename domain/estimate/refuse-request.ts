import type { CalendarDate } from '../kernel/calendar-date.ts';
import { parseCalendarDate } from '../kernel/calendar-date.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { EstimateRequest, Line } from './estimate-request.ts';

/**
 * What no schema can say, in this order: a day out of all reason, the same id twice, a birth after the estimate,
 * a coverage that ends before it begins, a line whose days or places contradict each other, history of no plan.
 */
export function refuseRequest(request: EstimateRequest): Refusal | undefined {
  return (
    refuseDays(request, '') ??
    refuseTwice(request.plans, 'planId', '/plans') ??
    refuseTwice(request.lines, 'lineId', '/lines') ??
    refuseBirth(request) ??
    refusePeriods(request) ??
    refuseFirst(request.lines, (line, index) => refuseLine(line, `/lines/${index}`)) ??
    refuseHistory(request)
  );
}

function refuseFirst<Item>(
  items: readonly Item[],
  judge: (item: Item, index: number) => Refusal | undefined,
): Refusal | undefined {
  for (const [index, item] of items.entries()) {
    const refusal = judge(item, index);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Every text in the form of a date, wherever it stands. */
function refuseDays(value: unknown, at: string): Refusal | undefined {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const parsed = parseCalendarDate(value);
    return isRefusal(parsed) ? { ...parsed, at } : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return refuseFirst(Object.entries(value), ([name, inner]) => refuseDays(inner, `${at}/${name}`));
}

function refuseTwice<Name extends string>(
  items: readonly Record<Name, string>[],
  name: Name,
  at: string,
): Refusal | undefined {
  const seen = new Set<string>();
  return refuseFirst(items, (item, index) => {
    if (!seen.has(item[name])) return void seen.add(item[name]);
    return refuse('estimate/id-twice', { id: item[name] }, `${at}/${index}/${name}`);
  });
}

function refuseBirth({ patient, asOf }: EstimateRequest): Refusal | undefined {
  if (patient.birthDate === undefined || patient.birthDate <= asOf) return undefined;
  return refuse('estimate/not-born', { birthDate: patient.birthDate, asOf }, '/patient/birthDate');
}

function refusePeriods({ plans }: EstimateRequest): Refusal | undefined {
  return refuseFirst(plans, ({ from, through, name }, index) =>
    from === undefined || through === undefined || from <= through
      ? undefined
      : refuse('estimate/period', { name, from, through }, `/plans/${index}/through`),
  );
}

function refuseLine({ date, startedOn, tooth, area, orthodontics }: Line, at: string): Refusal | undefined {
  if (startedOn !== undefined && startedOn > date) return backwards(startedOn, date, `${at}/startedOn`);
  if (orthodontics?.endsOn !== undefined && orthodontics.endsOn < orthodontics.bandedOn)
    return backwards(orthodontics.bandedOn, orthodontics.endsOn, `${at}/orthodontics/endsOn`);
  if (tooth === undefined || area === undefined) return undefined;
  return refuse('estimate/tooth-and-area', {}, `${at}/area`);
}

function backwards(from: CalendarDate, to: CalendarDate, at: string): Refusal {
  return refuse('estimate/backwards', { from, to }, at);
}

function refuseHistory({ plans, history = [] }: EstimateRequest): Refusal | undefined {
  const known = new Set(plans.map(({ planId }) => planId));
  return refuseFirst(history, ({ planId }, index) =>
    known.has(planId) ? undefined : refuse('estimate/plan-unknown', { planId }, `/history/${index}/planId`),
  );
}
