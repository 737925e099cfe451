import { addDays, addMonths, type CalendarDate } from '../kernel/calendar-date.ts';
import { cents, type Cents } from '../kernel/money.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Caution } from './caution.ts';
import { cautionsOf, overReserved } from './cautions.ts';
import { asTaken, yearsOfCost } from './cost-years.ts';
import type { EstimateRequest } from './estimate-request.ts';
import { linesUnder, termsInOrder, type LineEstimate } from './estimate-lines.ts';
import { frequenciesOf, type FrequencyAccount } from './ledger-frequencies.ts';
import { ledgerOf, type LedgerAccount } from './ledger.ts';
import { questionsOf, type OpenQuestion } from './open-questions.ts';
import { orderOfBenefits, type OrderOfBenefits, type PlaceInOrder } from './order-of-benefits.ts';
import { orderOrAsk } from './order-unknown.ts';
import type { PlanTerms } from './plan-terms.ts';
import { rangeOf, type Range } from './range.ts';
import { tryAll, type Trial, type Trials } from './trials.ts';
import type { Ask } from './unknown.ts';

export interface Amounts {
  readonly fee: Cents;
  readonly plans: Range;
  readonly writeOff: Range;
  readonly patient: Range;
}

export interface YearAmounts extends Amounts {
  readonly from: CalendarDate;
  readonly through: CalendarDate;
}

export interface EstimatedLine extends Amounts {
  readonly lineId: string;
  /** Explained to the cent in the trial in which the patient pays least for the whole request, and most. */
  readonly least: LineEstimate;
  readonly most: LineEstimate;
}

export interface Estimate {
  readonly lines: readonly EstimatedLine[];
  readonly total: Amounts;
  /** The same by the benefit year of the plan that pays first, on the days that `yearsOfCost` tells; in order. */
  readonly years: readonly YearAmounts[];
  /** The plans in the order in which they pay, with the rule; in the trial in which the patient pays most. */
  readonly order: readonly PlaceInOrder[];
  /** What to find out, the one that narrows the range most first. Empty: the figures follow from the facts. */
  readonly questions: readonly OpenQuestion[];
  /** False: there were too many combinations, so the range may be wider than shown. */
  readonly complete: boolean;
  readonly cautions: readonly Caution[];
  /** How the limits of every plan stand once the lines are done, in the trial in which the patient pays most. */
  readonly ledger: readonly LedgerAccount[];
  readonly frequencies: readonly FrequencyAccount[];
}

/** Everything worked out once, with one answer to all that is not known. */
export interface Outcome {
  readonly order: readonly PlaceInOrder[];
  /** What each plan says under that answer, in the order in which they pay. */
  readonly inOrder: readonly PlanTerms[];
  readonly lines: readonly LineEstimate[];
  readonly patient: number;
}

/** The order of the plans as far as it is determined, or why there can be none. */
export function orderOfRequest(request: EstimateRequest): OrderOfBenefits | Refusal {
  const plans = request.plans.map(({ planId, name, kind, order }, index) => ({
    planId,
    name,
    kind,
    order,
    index,
  }));
  return orderOfBenefits(plans, request.family);
}

function tryRequest(request: EstimateRequest): Trials<Outcome> | Refusal {
  const run = runOf(request);
  if (isRefusal(run)) return run;
  const mostTrials = Math.max(64, Math.min(2048, Math.floor(60_000 / request.lines.length)));
  return tryAll((ask) => run(request, ask), mostTrials);
}

type Run = (request: EstimateRequest, ask: Ask) => Outcome;

/** Works requests out that differ in nothing which decides the order of the plans. */
export function runOf(request: EstimateRequest): Run | Refusal {
  const ordered = orderOfRequest(request);
  if (isRefusal(ordered)) return ordered;
  return (asked, ask) => {
    const order = orderOrAsk(ordered, ask);
    const placed = termsInOrder(asked, order, ask);
    const inOrder = placed.map(({ terms }) => terms);
    const lines = linesUnder(asked, placed, ask);
    return { order, inOrder, lines, patient: lines.reduce((sum, line) => sum + line.patient, 0) };
  };
}

/** The answers to what is not known under which the patient pays most, and the lines under them. */
export function mostPaid(
  request: EstimateRequest,
): (Pick<Outcome, 'lines'> & Pick<Trial<Outcome>, 'answers'>) | Refusal {
  const tried = tryRequest(request);
  if (isRefusal(tried)) return tried;
  const { answers, result } = mostOf(tried.trials);
  return { answers, lines: result.lines };
}

function mostOf(trials: readonly Trial<Outcome>[]): Trial<Outcome> {
  return extreme(trials, (one, other) => one > other);
}

/**
 * What a plan of work costs the patient: every combination of what is unknown is tried, so that a missing fact makes
 * a range and never a guess. Refused where the order of the plans contradicts itself.
 */
export function estimate(request: EstimateRequest): Estimate | Refusal {
  const tried = tryRequest(request);
  if (isRefusal(tried)) return tried;
  const ordered = orderOfRequest(request);
  const least = extreme(tried.trials, (one, other) => one < other).result;
  const { result: most } = mostOf(tried.trials);
  const allTerms = request.plans.flatMap((plan) => most.inOrder.find((terms) => terms.plan === plan) ?? []);
  const dated = { ...request, lines: request.lines.map((line, at) => asTaken(line, most.lines[at] ?? {})) };
  const ledger = allTerms.flatMap((terms) => ledgerOf(terms, dated, most.lines));
  const lines = request.lines.map((_, index) => lineOf(tried.trials, index, least, most));
  return {
    lines,
    total: totalOf(tried.trials),
    years: yearsOf(tried.trials, most, request),
    order: most.order,
    questions: questionsOf(tried),
    complete: tried.complete,
    cautions: [
      ...(isRefusal(ordered) ? [] : ordered.cautions),
      ...overReserved(request, ledger),
      ...cautionsOf(request, most.order),
    ],
    ledger,
    frequencies: allTerms.flatMap((terms) => frequenciesOf(terms, dated)),
  };
}

function extreme(
  trials: readonly Trial<Outcome>[],
  isBetter: (one: number, other: number) => boolean,
): Trial<Outcome> {
  const [first, ...others] = trials;
  if (!first) throw new Error('an estimate tries at least once');
  return others.reduce(
    (best, next) => (isBetter(next.result.patient, best.result.patient) ? next : best),
    first,
  );
}

function paidByPlans({ plans }: LineEstimate): number {
  return plans.reduce((sum, { pays }) => sum + pays, 0);
}

function lineOf(
  trials: readonly Trial<Outcome>[],
  index: number,
  least: Outcome,
  most: Outcome,
): EstimatedLine {
  const lines = trials.flatMap(({ result }) => result.lines[index] ?? []);
  const [low, high] = [least.lines[index], most.lines[index]];
  if (!low || !high) throw new Error('every line is estimated in every trial');
  return {
    lineId: low.lineId,
    fee: low.fee,
    plans: rangeOf(lines.map(paidByPlans)),
    writeOff: rangeOf(lines.map(({ writeOff }) => writeOff)),
    patient: rangeOf(lines.map(({ patient }) => patient)),
    least: low,
    most: high,
  };
}

/** The fee of a year is that of the trial in which the patient pays most. */
function yearsOf(
  trials: readonly Trial<Outcome>[],
  most: Outcome,
  { lines }: EstimateRequest,
): readonly YearAmounts[] {
  const tried = trials.map(({ result }) => yearsOfCost(lines, result.lines, most.inOrder));
  const fees = tried[trials.findIndex(({ result }) => result === most)] ?? [];
  return [...new Set(tried.flatMap((years) => years.map(({ from }) => from)))].sort().map((from) => {
    const range = (amount: 'plans' | 'writeOff' | 'patient') =>
      rangeOf(tried.map((years) => years.find((year) => year.from === from)?.[amount] ?? 0));
    return {
      from,
      through: addDays(addMonths(from, 12), -1),
      fee: cents(fees.find((year) => year.from === from)?.fee ?? 0),
      plans: range('plans'),
      writeOff: range('writeOff'),
      patient: range('patient'),
    };
  });
}

function totalOf(trials: readonly Trial<Outcome>[]): Amounts {
  const sums = (amount: (line: LineEstimate) => number) =>
    trials.map(({ result }) => result.lines.reduce((sum, line) => sum + amount(line), 0));
  return {
    fee: rangeOf(sums(({ fee }) => fee)).high,
    plans: rangeOf(sums(paidByPlans)),
    writeOff: rangeOf(sums(({ writeOff }) => writeOff)),
    patient: rangeOf(sums(({ patient }) => patient)),
  };
}
