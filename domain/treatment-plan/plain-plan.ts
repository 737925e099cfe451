import type { CoordinationCase } from '../case/case.ts';
import { todayOf, type Deciding } from '../case/deciding.ts';
import { caseRequest } from '../estimate/case-request.ts';
import { estimate } from '../estimate/estimate.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { openItems } from './open-items.ts';
import { orderPlan } from './plan-order.ts';
import type { PlanItem } from './plan-item.ts';
import { daysOfSchedule } from './schedule-of-days.ts';

/** A step as a patient needs it: what, who, when, what it costs them, whom to call. */
export interface PlainStep {
  readonly text: string;
  readonly who:
    { readonly name: string; readonly organization?: string; readonly telephone?: string } | undefined;
  /** Booked with the patient, or where the team's order has it; undefined: no day yet. */
  readonly when: { readonly day: CalendarDate; readonly booked: boolean } | undefined;
  /** Undefined: not known. */
  readonly pays: { readonly least: Cents; readonly most: Cents } | undefined;
}

export interface PlainPlan {
  /** What is done on the next visit: the steps of its day, or the first step where no day is set. */
  readonly next: readonly PlainStep[];
  readonly later: readonly PlainStep[];
  readonly done: readonly string[];
}

/** The plan of a case for the patient, from what is still open: booked steps first, then by day, then in lawful order. */
export function plainPlan(state: CoordinationCase, deciding: Deciding): PlainPlan {
  const days = plannedDays(state, todayOf(deciding));
  const pays = patientPays(state, deciding);
  const steps = orderPlan(openItems(state))
    .map((item) => ({
      text: item.text,
      who: whoOf(state, item),
      when: days.get(item.itemId),
      pays: pays.get(item.itemId),
    }))
    .toSorted(byDay);
  const first = steps[0];
  const isNext = (step: PlainStep) =>
    step === first || (first?.when !== undefined && step.when?.day === first.when.day);
  return {
    next: steps.filter(isNext),
    later: steps.filter((step) => !isNext(step)),
    done: [...state.planItems.values()].flatMap(({ item }) => (item.status === 'done' ? [item.text] : [])),
  };
}

/** Sorting keeps the lawful order among steps of one day, and among those without one, which come last. */
function byDay(one: PlainStep, other: PlainStep): number {
  const [a, b] = [one.when?.day ?? '9999', other.when?.day ?? '9999'];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A day that has passed says nothing about when it will be. */
function plannedDays(
  { sharedPlan, planItems }: CoordinationCase,
  today: CalendarDate,
): ReadonlyMap<string, NonNullable<PlainStep['when']>> {
  const days = new Map<string, NonNullable<PlainStep['when']>>();
  const kept = sharedPlan.schedules.at(-1)?.kept;
  for (const [itemId, day] of Object.entries(kept ? daysOfSchedule(kept.schedule) : {}))
    if (day >= today) days.set(itemId, { day, booked: false });
  for (const { item } of planItems.values())
    if (item.status === 'scheduled' && item.on !== undefined && item.on >= today)
      days.set(item.itemId, { day: item.on, booked: true });
  return days;
}

function whoOf({ members }: CoordinationCase, { ownerMemberId }: PlanItem): PlainStep['who'] {
  const member = ownerMemberId === undefined ? undefined : members.get(ownerMemberId)?.member;
  if (!member) return undefined;
  const telephone = member.contacts.find(({ route }) => route === 'telephone')?.value;
  return {
    name: member.name,
    ...(member.organization === undefined ? {} : { organization: member.organization }),
    ...(telephone === undefined ? {} : { telephone }),
  };
}

/** Without a coverage on the record nobody knows whether a plan pays. */
function patientPays(
  state: CoordinationCase,
  deciding: Deciding,
): ReadonlyMap<string, NonNullable<PlainStep['pays']>> {
  const { patient, practice } = deciding;
  if (patient.coverages.size === 0) return new Map();
  const { request } = caseRequest(state, patient, practice, todayOf(deciding));
  const found = request.lines.length === 0 ? undefined : estimate(request);
  if (found === undefined || isRefusal(found)) return new Map();
  return new Map(
    found.lines.map(({ lineId, patient: { low, high } }) => [lineId, { least: low, most: high }]),
  );
}
