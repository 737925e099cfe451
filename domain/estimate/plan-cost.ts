import type { LinearCost } from '../treatment-plan/sequencing/cost-model.ts';
import { addDays, addMonths, type CalendarDate } from '../kernel/calendar-date.ts';
import { cents, type Cents } from '../kernel/money.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { remaining, type Pool } from './accumulators.ts';
import { benefitYearStart } from './benefit-year.ts';
import type { EstimateRequest, Line, Plan } from './estimate-request.ts';
import { estimate } from './estimate.ts';
import { openingAccumulators } from './opening-accumulators.ts';
import type { PlanFact } from './plan-facts.ts';
import { planTerms, type PlanTerms } from './plan-terms.ts';

/** What a plan of work costs by the benefit period of each line, and how far the linear form can be trusted. */
export interface PlanCost {
  readonly cost: LinearCost;
  readonly check: CostCheck;
}

export interface CostCheck {
  /** Assignments of lines to periods that were estimated and compared; `all`: every one there is. */
  readonly tried: number;
  readonly all: boolean;
  /** Between the linear form and the estimate; 0 with `all`: they are the same. */
  readonly largestDifference: Cents;
  /** Everything in the first period. */
  readonly asSoonAsPossible: Cents;
  /** The cheapest that was tried, gates left aside: the period of each line. */
  readonly cheapest: { readonly patient: Cents; readonly periods: readonly number[] };
}

type Horizon = LinearCost['periods'];

/** Above this number of assignments only some are tried. */
const mostAssignments = 1024;

/**
 * The cost function for the sequencing of a plan. Where facts are missing it is the most that the patient could pay.
 * A line is taken as done on the first day of a period. The linear form is exact for one plan with one maximum and
 * no deductible left; a second plan, a deductible beside different percentages, lifetime limits and limits between
 * the lines bend it, so it is compared with the estimate, and `check` says by how much it is wrong.
 */
export function planCost(
  request: EstimateRequest,
  start: CalendarDate,
  through: CalendarDate,
): PlanCost | Refusal {
  const standing = estimate(request);
  if (isRefusal(standing)) return standing;
  const plan = request.plans.find(({ planId }) => planId === standing.order[0]?.planId);
  const codes = request.lines.map(({ code }) => code);
  const terms = plan && planTerms(plan, request.plans.indexOf(plan), () => 0, codes, true);
  const periods = periodsOf(request.plans, start, through);
  const cost = linearCost(request, periods, terms);
  return { cost, check: compare(request, cost) };
}

/** What the patient pays, at the most, when each line is done in its period. The estimate itself, not its linear form. */
function costOf(request: EstimateRequest, periods: Horizon, assignment: readonly number[]): number {
  const lines = request.lines.map((line, index) => doneOn(line, firstDay(periods, assignment[index] ?? 0)));
  return patientOf({ ...request, lines });
}

function patientOf(request: EstimateRequest): number {
  const result = estimate(request);
  if (isRefusal(result)) throw new Error(`${result.code}: the order of the plans was established before`);
  return result.total.patient.high;
}

function firstDay(periods: Horizon, period: number): CalendarDate {
  const found = periods[period];
  if (!found) throw new Error(`there is no period ${period}`);
  return found.from;
}

function doneOn(line: Line, date: CalendarDate): Line {
  const { startedOn, orthodontics, ...rest } = line;
  return {
    ...rest,
    date,
    ...(startedOn !== undefined && { startedOn: startedOn < date ? startedOn : date }),
    ...(orthodontics && { orthodontics: { bandedOn: date, months: orthodontics.months } }),
  };
}

/** The horizon cut wherever a benefit year of one of the plans begins. */
function periodsOf(plans: readonly Plan[], start: CalendarDate, through: CalendarDate): Horizon {
  const begins = plans.flatMap(({ facts }) => facts.filter((fact) => fact.kind === 'benefit-year'));
  const yearly = begins.length === 0 ? ['01-01'] : begins.flatMap((year) => year.begins);
  const firsts = new Set([start]);
  for (const begin of yearly)
    for (let day = addMonths(benefitYearStart(start, begin), 12); day <= through; day = addMonths(day, 12))
      firsts.add(day);
  const ordered = [...firsts].sort();
  return ordered.map((from, index) => {
    const next = ordered[index + 1];
    return { from, through: next === undefined ? through : addDays(next, -1) };
  });
}

function linearCost(request: EstimateRequest, periods: Horizon, terms: PlanTerms | undefined): LinearCost {
  const used = terms && openingAccumulators(terms, request);
  const left = (pool: Pool | undefined, from: CalendarDate) =>
    pool && used ? remaining(pool, used, from).left : Infinity;
  const pools = new Map<string, LinearCost['pools'][number]>();
  const deductibles = new Map<string, LinearCost['deductibles'][number]>();
  const lines = periods.flatMap(({ from }, period) =>
    request.lines.map((line): LinearCost['lines'][number] => {
      const alone = { ...request, plans: request.plans.map(withoutLimits), lines: [doneOn(line, from)] };
      const patient = patientOf(alone);
      const plan = paidByFirst(alone, terms);
      const code = terms?.ofCode(line.code);
      const pool = code?.maximums.find((each) => left(each, from) < Infinity);
      const { specific, general } = code?.deductibles ?? {};
      const deductible = specific ?? general;
      const share = code?.percent ?? 0;
      const due = plan > 0 ? Math.min(left(deductible, from), left(general, from)) : 0;
      if (pool)
        pools.set(`${period} ${pool.key}`, {
          poolId: idOf(pool),
          period,
          remaining: cents(left(pool, from)),
        });
      if (deductible && due > 0 && due < Infinity)
        deductibles.set(`${period} ${deductible.key}`, {
          deductibleId: idOf(deductible),
          period,
          remaining: cents(Math.round((due * share) / 100)),
        });
      return {
        item: line.lineId,
        period,
        patient: cents(patient),
        plan: cents(plan),
        ...(pool && { pool: idOf(pool) }),
        // What a deductible costs the patient is the share of it that the plan would have paid.
        ...(deductible &&
          due > 0 &&
          due < Infinity && { deductible: idOf(deductible), subjectToDeductible: cents(plan) }),
      };
    }),
  );
  return {
    periods: [...periods],
    lines,
    pools: [...pools.values()],
    deductibles: [...deductibles.values()],
  };
}

/** An id in the form that ids have. */
function idOf({ key }: Pool): string {
  return key.replaceAll(/[^A-Za-z0-9._-]+/g, '.').slice(0, 64);
}

function paidByFirst(request: EstimateRequest, terms: PlanTerms | undefined): number {
  const result = estimate(request);
  if (isRefusal(result)) return 0;
  const share = result.lines[0]?.most.plans.find(({ planId }) => planId === terms?.plan.planId);
  return share?.pays ?? 0;
}

/** The plan with neither deductible nor maximum: those are the pools of the linear form. */
function withoutLimits(plan: Plan): Plan {
  const free = (fact: PlanFact): PlanFact => {
    if (fact.kind === 'maximum') return { ...fact, amount: 'none' };
    return fact.kind === 'deductible' ? { ...fact, amount: cents(0) } : fact;
  };
  const facts = plan.facts.map((fact) =>
    fact.kind === 'one-of' ? { ...fact, candidates: fact.candidates.map(free) } : free(fact),
  );
  return { ...plan, facts };
}

function compare(request: EstimateRequest, cost: LinearCost): CostCheck {
  const { periods } = cost;
  const count = periods.length ** request.lines.length;
  const all = count <= mostAssignments;
  const assignments = all
    ? everyAssignment(periods.length, request.lines.length)
    : someAssignments(request, periods);
  const tried = assignments.map((assignment) => {
    const patient = costOf(request, periods, assignment);
    return { assignment, patient, difference: Math.abs(patient - linearTotal(request, cost, assignment)) };
  });
  const [first] = tried;
  if (!first) throw new Error('there is at least one period');
  const cheapest = tried.reduce((best, next) => (next.patient < best.patient ? next : best), first);
  return {
    tried: tried.length,
    all,
    largestDifference: cents(tried.reduce((most, { difference }) => Math.max(most, difference), 0)),
    asSoonAsPossible: cents(first.patient),
    cheapest: { patient: cents(cheapest.patient), periods: cheapest.assignment },
  };
}

/** What the linear form says of an assignment, by its own definition. */
function linearTotal(request: EstimateRequest, cost: LinearCost, assignment: readonly number[]): number {
  const chosen = cost.lines.filter(
    ({ item, period }) => assignment[request.lines.findIndex(({ lineId }) => lineId === item)] === period,
  );
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const beyond = cost.pools.map(({ poolId, period, remaining: left }) => {
    const drawn = sum(
      chosen.filter((line) => line.period === period && line.pool === poolId).map(({ plan }) => plan),
    );
    return Math.max(0, drawn - left);
  });
  const deducted = cost.deductibles.map(({ deductibleId, period, remaining: left }) => {
    const subject = chosen.filter((line) => line.period === period && line.deductible === deductibleId);
    return Math.min(left, sum(subject.map(({ subjectToDeductible = 0 }) => subjectToDeductible)));
  });
  return sum([...chosen.map(({ patient }) => patient), ...beyond, ...deducted]);
}

/** Everything in the first period comes first. */
function everyAssignment(periods: number, lines: number): readonly (readonly number[])[] {
  return Array.from({ length: periods ** lines }, (_, index) =>
    Array.from({ length: lines }, (__, line) => Math.floor(index / periods ** line) % periods),
  );
}

/** All lines in each period, and from the first period each line moved alone. */
function someAssignments({ lines }: EstimateRequest, periods: Horizon): readonly (readonly number[])[] {
  const together = periods.map((_, period) => lines.map(() => period));
  const apart = lines.flatMap((_, moved) =>
    periods.slice(1).map((__, later) => lines.map((___, index) => (index === moved ? later + 1 : 0))),
  );
  return [...together, ...apart];
}
