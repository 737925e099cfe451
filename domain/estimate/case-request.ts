import type { CoordinationCase } from '../case/case.ts';
import { planKnowledge } from '../coverage/plan-knowledge.ts';
import type { Coverage } from '../coverage/benefit-fact.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { message } from '../kernel/message.ts';
import type { Patient } from '../patient/patient.ts';
import { feeOn, type Practice } from '../practice/practice.ts';
import { openItems } from '../treatment-plan/open-items.ts';
import type { PlanItem } from '../treatment-plan/plan-item.ts';
import { daysOfSchedule } from '../treatment-plan/schedule-of-days.ts';
import type { Caution } from './caution.ts';
import { mostPlans, type EstimateRequest, type Line, type Plan } from './estimate-request.ts';
import { toldUses } from './told-uses.ts';
import { nameOf, planOfCoverage, reliableThrough } from './plan-of-coverage.ts';

/** How the day of a line came about. */
type DatedBy = 'kept-order' | 'booking' | 'today';

interface PricedItem {
  readonly item: PlanItem;
  readonly date: CalendarDate;
  readonly datedBy: DatedBy;
}

export interface CaseRequest {
  /** Its lines bear the ids of the steps; there are none where no step has a code and a fee. */
  readonly request: EstimateRequest;
  readonly items: ReadonlyMap<string, PricedItem>;
  /** Steps that are left out, with what they lack. */
  readonly leftOut: readonly { readonly item: PlanItem; readonly lacks: 'code' | 'fee' }[];
  readonly cautions: readonly Caution[];
}

/** What is still to be done on a case, and what is known of every plan that may pay for it. */
export function caseRequest(
  state: CoordinationCase,
  patient: Patient,
  practice: Practice,
  asOf: CalendarDate,
): CaseRequest {
  const timeZone = practice.profile?.timeZone ?? 'UTC';
  const open = openItems(state);
  const days = keptDays(state);
  const items = new Map<string, PricedItem>();
  const leftOut: { item: PlanItem; lacks: 'code' | 'fee' }[] = [];
  const lines = open.flatMap((item): Line[] => {
    const { date, datedBy } = dayOfItem(item, days, asOf);
    const fee = item.code && (item.fee ?? feeOn(practice, item.code, date));
    if (item.code === undefined || fee === undefined) {
      leftOut.push({ item, lacks: item.code === undefined ? 'code' : 'fee' });
      return [];
    }
    items.set(item.itemId, { item, date, datedBy });
    return [{ ...lineOf(item), code: item.code, date, fee }];
  });
  const { plans, history, cautions } = plansOf(patient, practice, asOf, timeZone);
  const birthDate = patient.demographics?.birthDate;
  return {
    request: {
      asOf,
      patient: birthDate === undefined ? {} : { birthDate },
      plans: [...plans],
      lines,
      history: [...history],
    },
    items,
    leftOut,
    cautions: [...cautions, ...plans.flatMap((plan) => afterExpiry(plan, lines))],
  };
}

/** The day of each step in the order that the team works by. */
function keptDays({ sharedPlan }: CoordinationCase): Readonly<Record<string, CalendarDate>> {
  const kept = sharedPlan.schedules.at(-1)?.kept;
  return kept ? daysOfSchedule(kept.schedule) : {};
}

function dayOfItem(
  { itemId, status, on }: PlanItem,
  days: Readonly<Record<string, CalendarDate>>,
  asOf: CalendarDate,
): { readonly date: CalendarDate; readonly datedBy: DatedBy } {
  if (status === 'scheduled' && on !== undefined && on >= asOf) return { date: on, datedBy: 'booking' };
  const day = days[itemId];
  if (day !== undefined && day >= asOf) return { date: day, datedBy: 'kept-order' };
  return { date: asOf, datedBy: 'today' };
}

/** A tooth says more than an area, and the estimator takes one of them. */
function lineOf({ itemId, tooth, area, surfaces, ownerMemberId }: PlanItem) {
  return {
    lineId: itemId,
    ...(tooth !== undefined ? { tooth } : area === undefined ? {} : { area }),
    ...(surfaces.length === 0 ? {} : { surfaces: [...surfaces] }),
    ...(ownerMemberId === undefined ? {} : { office: ownerMemberId }),
  };
}

function plansOf(patient: Patient, practice: Practice, asOf: CalendarDate, timeZone: string) {
  const ofPatient = [...patient.coverages.values()].map(({ value }) => value);
  const known = ofPatient.map((coverage) => ({
    coverage,
    payer: coverage.payerId === undefined ? undefined : practice.payers.get(coverage.payerId),
    knowledge: planKnowledge(patient, coverage.coverageId, asOf, timeZone),
  }));
  const cautions: Caution[] = [];
  const leave = (coverage: Coverage, why: string) =>
    void cautions.push({ said: message(`estimate.ofCase.caution.${why}`, { plan: nameOf(coverage) }) });
  const asked = known.filter(({ coverage, knowledge }) => {
    const ended = coverage.through !== undefined && coverage.through < asOf;
    const notInForce = knowledge.subjects.some(
      ({ followed }) => followed?.statement.kind === 'in-force' && !followed.statement.active,
    );
    // A medical plan pays for little in a mouth: without a word about it, it would only widen every range.
    const isSilent = coverage.kind === 'medical' && knowledge.subjects.length === 0;
    if (ended) leave(coverage, 'ended');
    else if (notInForce) leave(coverage, 'notInForce');
    else if (isSilent) leave(coverage, 'medicalSilent');
    return !ended && !notInForce && !isSilent;
  });
  const taken = asked.slice(0, mostPlans);
  for (const { coverage } of asked.slice(mostPlans)) leave(coverage, 'tooMany');
  const found = taken.map((one) =>
    planOfCoverage(
      {
        ...one,
        isPlaced: isPlaced(
          one.coverage,
          taken.map(({ coverage }) => coverage),
        ),
      },
      timeZone,
    ),
  );
  return {
    plans: found.map(({ plan }) => plan),
    history: taken.flatMap(({ knowledge }, index) => {
      const plan = found[index]?.plan;
      return plan ? toldUses(plan, knowledge, [], timeZone) : [];
    }),
    cautions: [...cautions, ...found.flatMap((one) => one.cautions)],
  };
}

/** A medical and a dental plan are each primary among their own; between them a rule decides. */
function isPlaced(coverage: Coverage, all: readonly Coverage[]): boolean {
  return !all.some(({ kind, priority }) => kind !== coverage.kind && priority === coverage.priority);
}

/** A visit after the last day of the facts is worked out on them all the same, and that is said. */
function afterExpiry(plan: Plan, lines: readonly Line[]): readonly Caution[] {
  const through = reliableThrough(plan);
  if (through === undefined || !lines.some(({ date }) => date > through)) return [];
  return [{ said: message('estimate.ofCase.caution.afterExpiry', { plan: plan.name, through }) }];
}
