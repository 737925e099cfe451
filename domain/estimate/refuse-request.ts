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
    return refuse(
      'estimate/id-twice',
      `"${item[name]}" is used twice.`,
      'What is said about one could be meant for the other.',
      'Give each its own.',
      `${at}/${index}/${name}`,
    );
  });
}

function refuseBirth({ patient, asOf }: EstimateRequest): Refusal | undefined {
  if (patient.birthDate === undefined || patient.birthDate <= asOf) return undefined;
  return refuse(
    'estimate/not-born',
    `The patient is born on ${patient.birthDate}, after the day of the estimate (${asOf}).`,
    'One of the two is wrong.',
    'Correct the birth date or "asOf".',
    '/patient/birthDate',
  );
}

function refusePeriods({ plans }: EstimateRequest): Refusal | undefined {
  return refuseFirst(plans, ({ from, through, name }, index) =>
    from === undefined || through === undefined || from <= through
      ? undefined
      : refuse(
          'estimate/period',
          `The coverage of ${name} ends before it begins.`,
          `It begins on ${from} and ends on ${through}.`,
          'Correct one of the two.',
          `/plans/${index}/through`,
        ),
  );
}

function refuseLine({ date, startedOn, tooth, area, orthodontics }: Line, at: string): Refusal | undefined {
  if (startedOn !== undefined && startedOn > date)
    return backwards('started', startedOn, date, `${at}/startedOn`);
  if (orthodontics?.endsOn !== undefined && orthodontics.endsOn < orthodontics.bandedOn)
    return backwards('banded', orthodontics.bandedOn, orthodontics.endsOn, `${at}/orthodontics/endsOn`);
  if (tooth === undefined || area === undefined) return undefined;
  return refuse(
    'estimate/tooth-and-area',
    'A line names a tooth or an area, not both.',
    'A dental claim carries either of them on a line.',
    'Leave one of them out.',
    `${at}/area`,
  );
}

function backwards(word: string, from: CalendarDate, to: CalendarDate, at: string): Refusal {
  return refuse(
    'estimate/backwards',
    `The work is ${word} on ${from} and done on ${to}.`,
    'The end cannot come before the beginning.',
    'Correct one of the two days.',
    at,
  );
}

function refuseHistory({ plans, history = [] }: EstimateRequest): Refusal | undefined {
  const known = new Set(plans.map(({ planId }) => planId));
  return refuseFirst(history, ({ planId }, index) =>
    known.has(planId)
      ? undefined
      : refuse(
          'estimate/plan-unknown',
          `There is no plan "${planId}".`,
          'An entry of the ledger belongs to one of the plans of the request.',
          'Correct the plan, or leave the entry out.',
          `/history/${index}/planId`,
        ),
  );
}
