import { addDays, addMonths, daysBetween, type CalendarDate } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { remaining, type Accumulators, type Pool } from './accumulators.ts';
import { allowedFor, baseFor } from './allowed.ts';
import { benefitYearStart } from './benefit-year.ts';
import { cellsOf, type CostCell } from './cost-cells.ts';
import { instalmentTurns, type InstalmentTurns } from './cost-instalments.ts';
import type { EstimateRequest, Line, Plan } from './estimate-request.ts';
import type { SecondaryTerms } from './coordinate.ts';
import { estimateLines, type LineEstimate } from './estimate-lines.ts';
import { readingOf } from './by-frequency.ts';
import { monthsOf } from './frequency.ts';
import { samePlace } from './place-of-service.ts';
import { openingAccumulators } from './opening-accumulators.ts';
import { orthodonticExpenses } from './orthodontic-expenses.ts';
import type { PlaceInOrder } from './order-of-benefits.ts';
import { dayThatCounts, ownBenefit, paysOverTime, percentOf, workedOut } from './own-benefit.ts';
import { variantOf } from './payer.ts';
import { askOf, doneOn, orderOf, type PlanCost } from './plan-cost.ts';
import type { PlanFact } from './plan-facts.ts';
import { codesOf, planTerms, type PlanTerms } from './plan-terms.ts';
import { predeterminedFor } from './predetermined.ts';
import { closeness } from './scope.ts';
import { rulingOn } from './ruling.ts';
import type { Ask } from './unknown.ts';
import { contractWriteOff } from './write-off.ts';

/**
 * What a solver may count on about the cost of a plan of work: figures that can be added up. For one plan with one
 * deductible and one maximum for each line they are the estimate itself; otherwise they are never more than it, so that
 * a bound that is made of them holds.
 */
export interface CostTerms {
  readonly lines: readonly CostLine[];
  /** What is left in each limit: cents by the key that the lines name. */
  readonly left: ReadonlyMap<string, number>;
}

export interface CostLine {
  readonly item: string;
  readonly cells: readonly CellTerms[];
  /** For each plan, in the order in which they pay, the day by which it takes the line in turn. */
  readonly counted: readonly CountedDay[];
  /** For each plan in the same way. */
  readonly instalments: readonly (InstalmentTurns | undefined)[];
  /** Where another line may use up a limit of the first plan on how often. */
  readonly denied: Denied | undefined;
}

/** So many days before completion, or on a day of its own, and at the latest on that of completion. */
export type CountedDay = { readonly before: number } | { readonly day: CalendarDate };

export interface Denied {
  /** What the patient pays where no other plan does. */
  readonly owed: number;
  /** The lines that may stand in the way of this one, and within how many days they are sure to. */
  readonly by: readonly Blocking[];
}

export interface Blocking {
  readonly item: string;
  readonly within: number;
  /** The benefit year in which one of the two is paid, by the 'MM-DD' on which it begins. */
  readonly yearBegins: string | undefined;
}

export interface CellTerms extends CostCell {
  /** The least that the patient pays, whatever else is done. */
  readonly least: number;
  /** The fee less the most that is written off. */
  readonly owed: number;
  readonly first: FirstPlan | undefined;
  readonly others: readonly OtherPlan[];
}

/** A further plan: the most that it pays, the limits that it comes out of, and what lowers it. */
export interface OtherPlan extends MostPaid {
  /** Its own deductible is taken in turn. */
  readonly inTurn: InTurn | undefined;
  /** It pays no more than this, in hundredths of a cent, less so many hundredths of what the first plan pays. */
  readonly beside: { readonly amount: number; readonly less: number } | undefined;
}

/** How the plan that pays first pays: in turn, line after line, or, where that cannot be said in sums, at the most. */
export type FirstPlan = InTurn | ({ readonly kind: 'at-most' } & MostPaid);

export interface InTurn {
  readonly kind: 'in-turn';
  readonly base: number;
  readonly percent: number;
  readonly deductible: string | undefined;
  readonly maximum: string | undefined;
  /** What the patient pays besides once the maximum leaves nothing: the contracted fee holds no more. */
  readonly loss: number;
}

interface MostPaid {
  readonly most: number;
  readonly limits: readonly string[];
  readonly mayTake: MayTake;
}

/** Deductibles of which a line may take a part, or all, so that no other has to, where how much cannot be said in sums. */
export interface MayTake {
  readonly limits: readonly string[];
  /** What is paid comes to no more than this, in hundredths of a cent, less so many hundredths of what it takes. */
  readonly beside: { readonly amount: number; readonly less: number } | undefined;
}

export function costTerms(cost: PlanCost, horizon: CostCell): CostTerms {
  const { estimate: request } = cost;
  const ids = new Set(request.lines.map(({ lineId }) => lineId));
  // A line is not counted beside its own reservation; alone it must not be counted beside that of another either.
  const history = (request.history ?? []).filter(({ lineId }) => lineId === undefined || !ids.has(lineId));
  const looking = new Looking(cost, { ...request, history });
  const lines = request.lines.map((line) => looking.line(line, horizon));
  return { lines, left: looking.left };
}

/** One plan as it is, and as it would be with neither deductible nor maximum, or without a deductible only. */
interface Sided {
  readonly place: PlaceInOrder;
  readonly terms: PlanTerms;
  readonly used: Accumulators;
  readonly free: PlanTerms;
}

class Looking {
  readonly left = new Map<string, number>();
  readonly #cost: PlanCost;
  readonly #request: EstimateRequest;
  readonly #ask: Ask;
  readonly #sides: readonly Sided[];
  readonly #order: readonly PlaceInOrder[];

  constructor(cost: PlanCost, request: EstimateRequest) {
    this.#cost = cost;
    this.#request = request;
    this.#ask = askOf(cost);
    this.#order = orderOf(cost);
    const codes = codesOf(request);
    this.#sides = this.#order.flatMap((place, index): Sided[] => {
      const at = request.plans.findIndex(({ planId }) => planId === place.planId);
      const plan = request.plans[at];
      if (!plan) return [];
      const termsOf = (as: Plan) => planTerms(as, at, this.#ask, codes, index === 0);
      const terms = termsOf(plan);
      const free = termsOf(without(plan, ['deductible', 'maximum']));
      return [{ place, terms, used: openingAccumulators(terms, request), free }];
    });
  }

  line(line: Line, horizon: CostCell): CostLine {
    const cells = cellsOf(
      line,
      this.#request,
      this.#sides.map(({ terms }) => terms),
      horizon,
      this.#cost.leads?.[line.lineId],
    );
    const seen = cells.map((cell) => {
      const [one, other] = [this.#on(line, cell.from), this.#on(line, cell.through)];
      const least = Math.min(one.least, other.least);
      const owed = Math.min(one.owed, other.owed);
      return { ...cell, ...one, least, owed };
    });
    const counted = this.#sides.map(({ terms }) => this.#counted(terms, line));
    const instalments = this.#sides.map(({ terms }) => instalmentTurns(terms, line, this.#request.lines));
    return { item: line.lineId, cells: seen, counted, instalments, denied: this.#denied(line, horizon) };
  }

  #on(line: Line, day: CalendarDate): Omit<CellTerms, 'from' | 'through'> {
    const done = doneOn(this.#cost, line, day);
    const fee = line.fee * (line.quantity ?? 1);
    const [first, ...others] = this.#sides;
    const alone = this.#alone(done, this.#order, ['deductible', 'maximum']);
    if (!first) return { least: alone.patient, owed: fee, first: undefined, others: [] };
    const benefit = this.#unlimited(first, done);
    const writeOff = contractWriteOff(first.free, done, fee, benefit, this.#ask);
    const paysInFull = others.some(({ terms }) => terms.plan.kind === 'medicaid');
    const isLeft = benefit.outcome === 'not-in-force' || benefit.outcome === 'not-a-benefit';
    const limited = isLeft
      ? others.filter(({ terms }) => terms.ofCode(line.code).frequencies.length > 0)
      : [];
    const mayPassInPart = this.#mayPassInPart(first, line);
    const refused = [...limited, ...(mayPassInPart ? [first] : [])].map((side) =>
      this.#writtenOffWhenRefused(side, done, fee),
    );
    const owed = paysInFull ? 0 : fee - Math.max(writeOff, alone.writeOff, ...refused);
    const isPaid = benefit.outcome === 'covered' && !benefit.atZeroPercent;
    return {
      // Which of the lines a plan refuses that pays as the first here is left open.
      least: limited.length > 0 || mayPassInPart ? 0 : alone.patient,
      owed,
      first: mayPassInPart
        ? { kind: 'at-most', ...this.#mostPaid(first, done) }
        : isPaid
          ? this.#firstPlan(first, done, fee, writeOff)
          : undefined,
      others: others.map((side) => this.#otherPlan(side, done, others.length === 1)),
    };
  }

  /** What the plan makes of the line with neither deductible nor maximum. */
  #unlimited({ free, used }: Sided, done: Line) {
    const code = free.ofCode(done.code);
    const { patient } = this.#request;
    const ruling = rulingOn(free, code, done, dayThatCounts(code, done), patient, used, this.#ask);
    const benefit = ownBenefit(free, done, ruling, patient, this.#ask);
    const would = benefit.expenses.reduce(
      (sum, expense) => sum + workedOut(code, used, benefit, expense).uncapped,
      0,
    );
    return { ...benefit, would, maximumReached: benefit.nothingIsLeft };
  }

  /** The most that is given up where one of the plan's limits on how often stands in the way. */
  #writtenOffWhenRefused(side: Sided, done: Line, fee: number): number {
    const { free } = side;
    const benefit = this.#unlimited(side, done);
    const ways = free.ofCode(done.code).frequencies.map(({ otherwise }) => {
      const outcome = otherwise === 'disallowed-no-charge' ? 'disallowed' : 'denied';
      return contractWriteOff(free, done, fee, { ...benefit, outcome }, this.#ask);
    });
    return Math.max(0, ...ways);
  }

  /** Of several units a limit on how often may let some pass. */
  #mayPassInPart({ terms }: Sided, { code, quantity = 1 }: Line): boolean {
    return quantity > 1 && terms.ofCode(code).frequencies.length > 0;
  }

  #firstPlan(side: Sided, done: Line, fee: number, writeOff: number): FirstPlan {
    const code = side.terms.ofCode(done.code);
    const benefit = this.#unlimited(side, done);
    const day = dayThatCounts(code, done);
    const deductibles = [code.deductibles.specific, code.deductibles.general].flatMap((pool) =>
      pool ? this.#limit(side, pool, day) : [],
    );
    const maximums = code.maximums.flatMap((pool) => this.#limit(side, pool, day));
    const isTold = predeterminedFor(side.terms, done, day) !== undefined;
    if (isTold || paysOverTime(side.terms, done) || deductibles.length > 1 || maximums.length > 1)
      return { kind: 'at-most', ...this.#mostPaid(side, done) };
    const reached = { ...benefit, maximumReached: true };
    return {
      kind: 'in-turn',
      base: baseFor(side.terms, code, done, allowedFor(side.terms, done), []),
      percent: percentOf(side.terms, code, done, this.#ask),
      deductible: deductibles[0],
      maximum: maximums[0],
      loss: writeOff - contractWriteOff(side.free, done, fee, reached, this.#ask),
    };
  }

  #mostPaid(side: Sided, done: Line): MostPaid {
    const code = side.terms.ofCode(done.code);
    const { plans } = this.#alone(done, [side.place], ['deductible']);
    const paidOverTime = paysOverTime(side.terms, done);
    const maximums = code.maximums.filter(({ period }) => period === 'lifetime' || !paidOverTime);
    const day = dayThatCounts(code, done);
    return {
      most: plans.reduce((sum, { pays }) => sum + pays, 0),
      limits: maximums.flatMap((pool) => this.#limit(side, pool, day)),
      mayTake: this.#mayTake(side, done, paidOverTime ? this.#instalments(side, done) : [day]),
    };
  }

  #mayTake(side: Sided, done: Line, days: readonly CalendarDate[]): MayTake {
    const { terms, place } = side;
    const code = terms.ofCode(done.code);
    const pools = [code.deductibles.specific, code.deductibles.general].filter((pool) => pool !== undefined);
    const limits = days.flatMap((day) => pools.flatMap((pool) => this.#limit(side, pool, day)));
    const isTold = days.some((day) => predeterminedFor(terms, done, day) !== undefined);
    const readsItsWay =
      place !== this.#order[0] && variantOf({ terms, ...place }, this.#ask).startsWith('maintenance');
    if (limits.length === 0 || isTold || days.length > 1 || readsItsWay)
      return { limits: [...new Set(limits)], beside: undefined };
    const { plans } = this.#alone(done, [place], ['deductible', 'maximum']);
    const uncapped = plans.reduce((sum, { pays }) => sum + pays, 0);
    // Each of the quantity is rounded by itself, twice by half a cent at the most.
    const amount = 100 * (uncapped + (done.quantity ?? 1));
    return { limits, beside: { amount, less: percentOf(terms, code, done, this.#ask) } };
  }

  #instalments({ terms }: Sided, { orthodontics, fee }: Line): readonly CalendarDate[] {
    const how = terms.facts.orthodontics[0];
    if (!how || !orthodontics) return [];
    return orthodonticExpenses(how, orthodontics, fee)
      .filter(({ amount }) => amount > 0)
      .map(({ date }) => date);
  }

  /** The key of a limit in the year of a day, with what is left of it; none where nothing limits. */
  #limit({ terms, used }: Sided, pool: Pool, day: CalendarDate): readonly string[] {
    const { left } = remaining(pool, used, day);
    if (left === Infinity || (pool.kind === 'deductible' && left === 0)) return [];
    const year = pool.period === 'lifetime' ? 'life' : benefitYearStart(day, pool.begins);
    const key = `${terms.plan.planId} ${pool.key} ${year}`;
    this.left.set(key, left);
    return [key];
  }

  #alone(line: Line, order: readonly PlaceInOrder[], free: readonly PlanFact['kind'][]): LineEstimate {
    const plans = this.#request.plans.map((plan) => without(plan, free));
    const [estimated] = estimateLines({ ...this.#request, plans, lines: [line] }, order, this.#ask);
    if (!estimated) throw new Error('every line is estimated');
    return estimated;
  }

  #otherPlan(side: Sided, done: Line, alone: boolean): OtherPlan {
    const { terms, place } = side;
    const code = terms.ofCode(done.code);
    const most = this.#mostPaid(side, done);
    const variant = variantOf({ terms, coordinates: place.coordinates }, this.#ask);
    const { outcome, atZeroPercent, would } = this.#unlimited(side, done);
    const day = dayThatCounts(code, done);
    const isTold = predeterminedFor(terms, done, day) !== undefined;
    if (outcome !== 'covered' || atZeroPercent || isTold || paysOverTime(terms, done))
      return { ...most, inTurn: undefined, beside: undefined };
    const deductibles = [code.deductibles.specific, code.deductibles.general].flatMap((pool) =>
      pool ? this.#limit(side, pool, day) : [],
    );
    const allowed = allowedFor(terms, done);
    const base = baseFor(terms, code, done, allowed, []);
    const percent = percentOf(terms, code, done, this.#ask);
    const inTurn: InTurn = {
      kind: 'in-turn',
      base,
      percent,
      deductible: deductibles[0],
      maximum: undefined,
      loss: 0,
    };
    const isTaken = deductibles.length === 1 && !variant.startsWith('maintenance');
    return {
      ...most,
      inTurn: isTaken ? inTurn : undefined,
      beside: alone ? besideFirst(variant, { allowed, base, percent, would }) : undefined,
    };
  }

  #denied(line: Line, horizon: CostCell): Denied | undefined {
    const [first] = this.#sides;
    if (!first) return undefined;
    const { terms } = first;
    const by = this.#request.lines.flatMap((other): Blocking[] => {
      if (other === line) return [];
      const shared = terms.ofCode(line.code).frequencies.flatMap((stated) => {
        const limit = readingOf(stated, line.code, terms, this.#ask);
        if (closeness(limit.for, other.code, terms.facts.group) < 0) return [];
        const same = samePlace(limit.per, other, line);
        return same === 'no' ? [] : [{ ...limit, isSure: same === 'yes' }];
      });
      if (shared.length === 0) return [];
      // Of lines of which a start counts, how far apart they are completed says little.
      const areCounted = [line, other].every((each) => {
        const counted = this.#counted(terms, each);
        return 'before' in counted && counted.before === 0;
      });
      if (!areCounted) return [{ item: other.lineId, within: 0, yearBegins: undefined }];
      const spans = shared.map((limit) =>
        limit.isSure && limit.times === 1 && limit.window !== 'benefit-year'
          ? shortestSpan(monthsOf(limit), horizon)
          : 0,
      );
      const isOnceAYear = shared.some(
        ({ isSure, times, window }) => isSure && times === 1 && window === 'benefit-year',
      );
      const yearBegins = isOnceAYear ? terms.yearBegins : undefined;
      return [{ item: other.lineId, within: Math.max(...spans), yearBegins }];
    });
    if (by.length === 0 || this.#mayPassInPart(first, line)) return undefined;
    const fee = line.fee * (line.quantity ?? 1);
    return { owed: fee - this.#writtenOffWhenRefused(first, line, fee), by };
  }

  #counted({ ofCode }: PlanTerms, { lineId, code, startedOn, orthodontics }: Line): CountedDay {
    if (ofCode(code).countsOn === 'completion' || startedOn === undefined || orthodontics)
      return { before: 0 };
    const before = this.#cost.leads?.[lineId];
    return before === undefined ? { day: startedOn } : { before };
  }
}

/** What a second plan pays at the most beside the first, by how it coordinates (field-facts 7.3). */
function besideFirst(
  variant: SecondaryTerms,
  { allowed, base, percent, would }: Readonly<Record<'allowed' | 'base' | 'percent' | 'would', number>>,
): OtherPlan['beside'] {
  switch (variant) {
    case 'basic':
    case 'medicaid':
      return { amount: 100 * allowed, less: 100 };
    case 'carve-out':
      return { amount: 100 * would, less: 100 };
    case 'maintenance-deductible-and-coinsurance':
    case 'maintenance-coinsurance':
      // Half a cent goes up.
      return { amount: base * percent + 50, less: percent };
    case 'maintenance-deductible':
      return { amount: 100 * base, less: 100 };
    case 'standard':
    case 'does-not-coordinate':
      return undefined;
  }
}

/** The fewest days that so many months take. */
function shortestSpan(months: number, { from, through }: CostCell): number {
  let fewest = Infinity;
  for (let day = from; day <= through; day = addDays(day, 1))
    fewest = Math.min(fewest, daysBetween(day, addMonths(day, months)));
  return fewest;
}

/** The plan as if it had no limits of these kinds; its facts keep their places, by which what is not known is keyed. */
function without(plan: Plan, kinds: readonly PlanFact['kind'][]): Plan {
  const free = (fact: PlanFact): PlanFact => {
    if (fact.kind === 'maximum' && kinds.includes('maximum')) return { ...fact, amount: 'none' };
    if (fact.kind === 'deductible' && kinds.includes('deductible')) return { ...fact, amount: cents(0) };
    return fact;
  };
  const facts = plan.facts.map((fact) =>
    fact.kind === 'one-of' ? { ...fact, candidates: fact.candidates.map(free) } : free(fact),
  );
  return { ...plan, facts };
}
