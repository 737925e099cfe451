import { message, type Message } from '../kernel/message.ts';
import { cents, type Cents } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { EstimateRequest, Line } from './estimate-request.ts';
import { money } from './money-words.ts';
import { openingAccumulators } from './opening-accumulators.ts';
import type { PlaceInOrder } from './order-of-benefits.ts';
import { payByPlan, type PlanShare, type Work } from './paid-by-plan.ts';
import type { Payer, PlacedTerms } from './payer.ts';
import { codesOf, planTerms } from './plan-terms.ts';
import type { Ruling } from './refused.ts';
import { rulingsOfPlan } from './rulings-of-plan.ts';
import { withStart } from './start-of-work.ts';
import type { Ask } from './unknown.ts';

/** One line to the cent: what the plans pay, what is written off and what the patient pays make up the fee. */
export interface LineEstimate {
  readonly lineId: string;
  /** Where a plan counts the day on which the work starts: the one that was taken. */
  readonly startedOn?: CalendarDate;
  readonly fee: Cents;
  readonly plans: readonly PlanShare[];
  readonly writeOff: Cents;
  readonly patient: Cents;
  /** Write-off and patient, in words. */
  readonly explanation: readonly Message[];
}

/** Every line with one answer to everything unknown, in the order of the request. */
export function estimateLines(
  request: EstimateRequest,
  order: readonly PlaceInOrder[],
  ask: Ask,
): readonly LineEstimate[] {
  return linesUnder(request, termsInOrder(request, order, ask), ask);
}

/**
 * Plan after plan, in the order in which they pay: what a plan does rests on what those before it did, never on those
 * after it. Under each plan lines are worked through by the day that counts for it (field-facts 7.2), orthodontic
 * instalments by their own, those of one day as they stand in the request, and each counts before the next one.
 */
export function linesUnder(
  request: EstimateRequest,
  placed: readonly PlacedTerms[],
  ask: Ask,
): readonly LineEstimate[] {
  const { patient } = request;
  const payers = placed.map((each): Payer => ({ ...each, used: openingAccumulators(each.terms, request) }));
  const allTerms = payers.map(({ terms }) => terms);
  const started = request.lines.map((line) => withStart(line, request, allTerms, ask));
  const rulings = payers.map((payer) => rulingsOfPlan(payer, started, patient, ask));
  const works = started.map((line): readonly RuledWork[] => {
    const rulingsOn = rulings.map((ruled) => ruled.get(line.lineId) ?? []);
    const isInUnits = rulingsOn.some(({ length }) => length > 1);
    return Array.from({ length: isInUnits ? (line.quantity ?? 1) : 1 }, (_, unit) => ({
      work: workOn(isInUnits ? { ...line, quantity: 1 } : line),
      // A plan that rules once rules so on each.
      rulings: rulingsOn.map((ruled) => ruled[unit] ?? ruled[0]),
    }));
  });
  for (const [place, payer] of payers.entries()) {
    const ruled = works.flat().flatMap(({ work, rulings: made }) => {
      const ruling = made[place];
      return ruling ? [{ work, ruling }] : [];
    });
    payByPlan(payer, ruled, patient, ask);
  }
  return request.lines.map((line, index) => {
    const units = (works[index] ?? []).map(({ work }) => estimateOf(work));
    return startSaid(addedUp(units), line, started[index] ?? line);
  });
}

interface RuledWork {
  readonly work: Work;
  /** By the place of the plan. */
  readonly rulings: readonly (Ruling | undefined)[];
}

function workOn(line: Line): Work {
  const fee = line.fee * (line.quantity ?? 1);
  return { line, fee, paid: 0, writeOff: 0, covered: 'by-none', paidShares: [], shares: [], explanation: [] };
}

function estimateOf({ line, fee, paid, writeOff, shares, explanation }: Work): LineEstimate {
  const patient = fee - paid - writeOff;
  return {
    lineId: line.lineId,
    fee: cents(fee),
    plans: shares,
    writeOff: cents(writeOff),
    patient: cents(patient),
    explanation: [
      ...explanation,
      ...(writeOff > 0 ? [message('estimate.explain.writeOff', { amount: money(writeOff) })] : []),
      message('estimate.explain.patient', { amount: money(patient), fee: money(fee) }),
    ],
  };
}

/** A start that nobody told is named, since the figures rest on it. */
function startSaid(estimate: LineEstimate, told: Line, { startedOn }: Line): LineEstimate {
  if (startedOn === undefined) return estimate;
  if (told.startedOn !== undefined) return { ...estimate, startedOn };
  const said = message('estimate.explain.startTaken', { start: startedOn });
  return { ...estimate, startedOn, explanation: [said, ...estimate.explanation] };
}

/** What the plans say, with one answer to everything unknown, in the order in which they pay. */
export function termsInOrder(
  request: EstimateRequest,
  order: readonly PlaceInOrder[],
  ask: Ask,
): readonly PlacedTerms[] {
  const codes = codesOf(request);
  return order.flatMap(({ planId, coordinates }, place): PlacedTerms[] => {
    const index = request.plans.findIndex((plan) => plan.planId === planId);
    const plan = request.plans[index];
    if (!plan) return [];
    return [{ terms: planTerms(plan, index, ask, codes, place === 0), coordinates }];
  });
}

function addedUp(units: readonly LineEstimate[]): LineEstimate {
  const [first] = units;
  if (!first) throw new Error('every line is worked out');
  if (units.length === 1) return first;
  const sum = <Each>(list: readonly Each[], amount: (each: Each) => number) =>
    cents(list.reduce((all, each) => all + amount(each), 0));
  return {
    lineId: first.lineId,
    fee: sum(units, ({ fee }) => fee),
    plans: first.plans.map(({ planId }) => {
      const shares = units.flatMap(({ plans }) => plans.filter((share) => share.planId === planId));
      const payments = Map.groupBy(
        shares.flatMap((share) => share.payments),
        ({ date }) => date,
      );
      return {
        planId,
        allowed: sum(shares, ({ allowed }) => allowed),
        deductible: sum(shares, ({ deductible }) => deductible),
        pays: sum(shares, ({ pays }) => pays),
        payments: [...payments].map(([date, parts]) => ({
          date,
          pays: sum(parts, ({ pays }) => pays),
          deductible: sum(parts, ({ deductible }) => deductible),
        })),
        explanation: [
          message('estimate.explain.oneByOne', { count: units.length }),
          ...distinct(shares.flatMap(({ explanation }) => explanation)),
        ],
      };
    }),
    writeOff: sum(units, ({ writeOff }) => writeOff),
    patient: sum(units, ({ patient }) => patient),
    explanation: distinct(units.flatMap(({ explanation }) => explanation)),
  };
}

function distinct(said: readonly Message[]): readonly Message[] {
  return [...new Map(said.map((each) => [JSON.stringify(each), each])).values()];
}
