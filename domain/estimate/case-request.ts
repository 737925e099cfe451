import { timeZoneOf } from '../case/deciding.ts';
import type { CoordinationCase } from '../case/case.ts';
import { planKnowledge } from '../coverage/plan-knowledge.ts';
import { endingWithin } from '../coverage/predetermination-state.ts';
import type { Coverage } from '../coverage/benefit-fact.ts';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { message } from '../kernel/message.ts';
import type { Patient } from '../patient/patient.ts';
import { feeOn, type Practice } from '../practice/practice.ts';
import { dayOfItem, keptDays, leadOf, type DatedItem } from '../treatment-plan/day-of-item.ts';
import { openItems } from '../treatment-plan/open-items.ts';
import type { PlanItem } from '../treatment-plan/plan-item.ts';
import type { Caution } from './caution.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { mostPlans, type EstimateRequest, type Line, type Plan } from './estimate-request.ts';
import {
  cautionsOfPromises,
  predeterminedFacts,
  promiseTooShort,
  reservationsOf,
  type PlannedStep,
} from './predeterminations-of-case.ts';
import { reservedFor } from './reserved-for.ts';
import { usesOnFile } from './uses-on-file.ts';
import { toldUses } from './told-uses.ts';
import { isToldInactive, nameOf, planOfCoverage, reliableThrough } from './plan-of-coverage.ts';

interface PricedItem extends DatedItem {
  readonly item: PlanItem;
}

/** A plan with what is used of it. */
type PlanWithUses = Required<Pick<EstimateRequest, 'plans' | 'history'>>;

export interface CaseRequest {
  /** Its lines bear the ids of the steps; there are none where no step has a code and a fee. */
  readonly request: EstimateRequest;
  readonly items: ReadonlyMap<string, PricedItem>;
  /** Lines whose work starts on its day whenever it is completed. */
  readonly staying: ReadonlySet<string>;
  /** Steps that are left out, with what they lack. */
  readonly leftOut: readonly { readonly item: PlanItem; readonly lacks: 'code' | 'fee' }[];
  readonly cautions: readonly Caution[];
  /** The patient's other coverages, which pay for nothing here: ended, not in force, silent or one too many. */
  readonly others: PlanWithUses;
  /** Names of the offices that lines and uses bear the keys of. */
  readonly offices: ReadonlyMap<string, string>;
}

/** What is still to be done on a case, and what is known of every plan that may pay for it. */
export function caseRequest(
  state: CoordinationCase,
  patient: Patient,
  practice: Practice,
  asOf: CalendarDate,
): CaseRequest {
  const timeZone = timeZoneOf(practice);
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
    return [{ ...lineOf(item, date), ...officeOf(state, item), code: item.code, date, fee }];
  });
  const steps = plannedSteps(state, asOf);
  const { plans, history, others, cautions } = plansOf(patient, practice, {
    caseId: state.caseId,
    steps,
    asOf,
    timeZone,
  });
  const birthDate = patient.demographics?.birthDate;
  return {
    request: {
      asOf,
      patient: birthDate === undefined ? {} : { birthDate },
      plans,
      lines,
      history,
    },
    items,
    staying: new Set(
      open
        .filter((item) => item.startsOn !== undefined && leadOf(item, days, asOf) === undefined)
        .map(({ itemId }) => itemId),
    ),
    leftOut,
    others,
    offices: new Map(
      [
        ...[...state.members.values()].map(({ member }) => member.organization ?? member.name),
        ...[...patient.benefitUses.values()].map(({ value }) => value.office),
      ].map((name) => [officeKey(name), name]),
    ),
    cautions: [
      ...cautions,
      ...reservationsThatEnd(patient, steps, asOf),
      ...cautionsOfPromises(patient, state.caseId, steps),
      ...plans.flatMap((plan) => afterExpiry(plan, lines)),
    ],
  };
}

/** The day and the office of everything that is still to be done. */
export function plannedSteps(state: CoordinationCase, asOf: CalendarDate): ReadonlyMap<string, PlannedStep> {
  const days = keptDays(state);
  return new Map(
    openItems(state).map((item) => [
      item.itemId,
      {
        text: item.text,
        date: dayOfItem(item, days, asOf).date,
        office: officeOf(state, item).office,
      },
    ]),
  );
}

/** A tooth says more than an area, and the estimator takes one of them. */
function lineOf(
  { itemId, tooth, area, surfaces, treatmentMonths, toothLostOn, startsOn }: PlanItem,
  date: CalendarDate,
) {
  return {
    lineId: itemId,
    ...(tooth !== undefined ? { tooth } : area === undefined ? {} : { area }),
    ...(surfaces.length === 0 ? {} : { surfaces: [...surfaces] }),
    ...(toothLostOn === undefined ? {} : { toothLostOn }),
    ...(startsOn === undefined ? {} : { startedOn: startsOn }),
    ...(treatmentMonths === undefined ? {} : { orthodontics: { bandedOn: date, months: treatmentMonths } }),
  };
}

/** The office of whoever does the step: members of one organization are one office, for every limit that counts by office. */
function officeOf({ members }: CoordinationCase, { ownerMemberId }: PlanItem): { readonly office?: string } {
  const member = ownerMemberId === undefined ? undefined : members.get(ownerMemberId)?.member;
  return member ? { office: officeKey(member.organization ?? member.name) } : {};
}

interface PlansAsked {
  readonly caseId: string;
  readonly steps: ReadonlyMap<string, PlannedStep>;
  readonly asOf: CalendarDate;
  readonly timeZone: string;
}

function plansOf(patient: Patient, practice: Practice, { caseId, steps, asOf, timeZone }: PlansAsked) {
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
    const notInForce = isToldInactive(knowledge);
    // A medical plan pays for little in a mouth: without a word about it, it would only widen every range.
    const isSilent = coverage.kind === 'medical' && knowledge.subjects.length === 0;
    if (ended) leave(coverage, 'ended');
    else if (notInForce) leave(coverage, 'notInForce');
    else if (isSilent) leave(coverage, 'medicalSilent');
    return !ended && !notInForce && !isSilent;
  });
  const taken = asked.slice(0, mostPlans);
  for (const { coverage } of asked.slice(mostPlans)) leave(coverage, 'tooMany');
  const withUses = (ones: typeof known) =>
    ones.map((one) => {
      const { plan, cautions: said } = planOfCoverage(one, timeZone);
      const promised = predeterminedFacts(patient, caseId, plan.planId);
      const recorded = [
        ...recordedUses(patient, steps, plan.planId),
        ...reservationsOf(patient, caseId, steps, plan.planId),
      ];
      return {
        plan: { ...plan, facts: [...plan.facts, ...promised] },
        history: [
          ...recorded,
          ...usesOnFile(plan, one.knowledge, recorded, timeZone),
          ...toldUses(plan, one.knowledge, recorded, timeZone),
        ],
        cautions: said,
      };
    });
  const found = withUses(taken);
  return {
    ...joined(found),
    others: joined(withUses(known.filter((one) => !taken.includes(one)))),
    cautions: [...cautions, ...found.flatMap((one) => one.cautions)],
  };
}

function joined(
  ones: readonly { readonly plan: Plan; readonly history: readonly LedgerEntry[] }[],
): PlanWithUses {
  return { plans: ones.map(({ plan }) => plan), history: ones.flatMap(({ history }) => history) };
}

/** Uses of a coverage that people recorded, office by office, as they stand now. */
function recordedUses(
  patient: Patient,
  steps: ReadonlyMap<string, PlannedStep>,
  coverageId: string,
): readonly LedgerEntry[] {
  return [...patient.benefitUses.values()].flatMap(({ value }): LedgerEntry[] => {
    const { state, date, code, tooth, area, pays, deductible, member, expires, itemId, office, source } =
      value;
    if (value.coverageId !== coverageId || state === 'withdrawn') return [];
    return [
      reservedFor(
        {
          planId: value.coverageId,
          state,
          date,
          pays,
          member,
          office: officeKey(office),
          source: [office, source.kind, source.reference].filter((part) => part !== undefined).join(', '),
          ...(code === undefined ? {} : { code }),
          ...(tooth === undefined ? {} : { tooth }),
          ...(area === undefined ? {} : { area }),
          ...(deductible === undefined ? {} : { deductible }),
          ...(expires === undefined ? {} : { expires }),
          ...(itemId === undefined ? {} : { lineId: itemId }),
        },
        itemId === undefined ? undefined : steps.get(itemId)?.date,
      ),
    ];
  });
}

/**
 * Reservations that lapsed, which count no more, those that soon will, and those that end before the day of their step:
 * the work or a new answer has to come before.
 */
function reservationsThatEnd(
  { benefitUses }: Patient,
  steps: ReadonlyMap<string, PlannedStep>,
  asOf: CalendarDate,
): readonly Caution[] {
  return [...benefitUses.values()].flatMap(({ value: { state, expires, office, itemId } }) => {
    if (state !== 'reserved' || expires === undefined) return [];
    const step = itemId === undefined ? undefined : steps.get(itemId);
    if (step && expires >= asOf && step.date > expires) return [promiseTooShort(step, expires)];
    if (expires > addDays(asOf, endingWithin)) return [];
    const how = expires < asOf ? 'lapsed' : 'ending';
    return [{ said: message(`estimate.ofCase.caution.reservation.${how}`, { office, expires }) }];
  });
}

/** An office by its name, in the form that ids have. */
function officeKey(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').slice(0, 64) || 'office';
}

/** A visit after the last day of the facts is worked out on them all the same, and that is said. */
function afterExpiry(plan: Plan, lines: readonly Line[]): readonly Caution[] {
  const through = reliableThrough(plan);
  if (through === undefined || !lines.some(({ date }) => date > through)) return [];
  return [{ said: message('estimate.ofCase.caution.afterExpiry', { plan: plan.name, through }) }];
}
