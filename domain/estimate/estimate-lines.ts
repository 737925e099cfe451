import type { CalendarDate } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import { cents, type Cents } from '../kernel/money.ts';
import type { Accumulators } from './accumulators.ts';
import { byFrequency } from './by-frequency.ts';
import { secondaryPays, writeOffBeside, type Earlier, type SecondaryTerms } from './coordinate.ts';
import type { EstimateRequest, Line } from './estimate-request.ts';
import { money } from './money-words.ts';
import { openingAccumulators } from './opening-accumulators.ts';
import { orthodonticExpenses, type Expense } from './orthodontic-expenses.ts';
import type { PlaceInOrder } from './order-of-benefits.ts';
import {
  dayOfLine,
  dayThatCounts,
  ownBenefit,
  plainReading,
  spendBenefit,
  type OwnBenefit,
  type Part,
  type Reading,
} from './own-benefit.ts';
import { paidInTime } from './paid-in-time.ts';
import { coordinationVariants } from './plan-facts.ts';
import { codesOf, planTerms, type PlanTerms } from './plan-terms.ts';
import { withStart } from './start-of-work.ts';
import type { Ask } from './unknown.ts';
import { contractWriteOff, participates } from './write-off.ts';

export interface Payment {
  readonly date: CalendarDate;
  readonly pays: Cents;
  readonly deductible: Cents;
}

/** What one plan does with one line. */
export interface PlanShare {
  readonly planId: string;
  readonly allowed: Cents;
  readonly deductible: Cents;
  readonly pays: Cents;
  /** Payments by the day on which they fall; several for orthodontic treatment. */
  readonly payments: readonly Payment[];
  readonly explanation: readonly Message[];
}

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

/** A plan at its place in the order. */
export interface PlacedTerms {
  readonly terms: PlanTerms;
  readonly coordinates: boolean;
}

interface Payer extends PlacedTerms {
  readonly used: Accumulators;
}

/**
 * Every line with one answer to everything unknown, in the order of the request. Lines are worked through by the day
 * of completion (banding for orthodontics), and each counts before the next one.
 */
export function estimateLines(
  request: EstimateRequest,
  order: readonly PlaceInOrder[],
  ask: Ask,
): readonly LineEstimate[] {
  return linesUnder(request, termsInOrder(request, order, ask), ask);
}

export function linesUnder(
  request: EstimateRequest,
  placed: readonly PlacedTerms[],
  ask: Ask,
): readonly LineEstimate[] {
  const payers = placed.map((each): Payer => ({ ...each, used: openingAccumulators(each.terms, request) }));
  const inTime = [...request.lines.entries()].sort(
    ([place, one], [otherPlace, other]) => compareDays(one, other) || place - otherPlace,
  );
  const estimates = new Map<string, LineEstimate>();
  const allTerms = payers.map(({ terms }) => terms);
  for (const [, line] of inTime) {
    const started = withStart(line, request, allTerms, ask);
    estimates.set(line.lineId, startSaid(estimateLine(request, payers, started, ask), line, started));
  }
  return request.lines.flatMap(({ lineId }) => estimates.get(lineId) ?? []);
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

function compareDays(one: Line, other: Line): number {
  const [day, otherDay] = [dayOfLine(one), dayOfLine(other)];
  return day === otherDay ? 0 : day < otherDay ? -1 : 1;
}

/** A limit that is reached within a quantity lets a part of it pass: its units are looked at one by one then. */
function estimateLine(
  request: EstimateRequest,
  payers: readonly Payer[],
  line: Line,
  ask: Ask,
): LineEstimate {
  const { quantity = 1 } = line;
  if (quantity === 1 || !payers.some((payer) => passesInPart(payer, line, ask)))
    return estimateWhole(request, payers, line, ask);
  const unit = { ...line, quantity: 1 };
  return addedUp(Array.from({ length: quantity }, () => estimateWhole(request, payers, unit, ask)));
}

function passesInPart({ terms, used }: Payer, line: Line, ask: Ask): boolean {
  const code = terms.ofCode(line.code);
  const day = dayThatCounts(code, line);
  const stands = (quantity: number) =>
    byFrequency(terms, code, { ...line, quantity }, day, used, ask) !== undefined;
  return code.frequencies.length > 0 && stands(line.quantity ?? 1) && !stands(1);
}

function addedUp(units: readonly LineEstimate[]): LineEstimate {
  const [first] = units;
  if (!first) throw new Error('a quantity has units');
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

function estimateWhole(
  request: EstimateRequest,
  payers: readonly Payer[],
  line: Line,
  ask: Ask,
): LineEstimate {
  const fee = line.fee * (line.quantity ?? 1);
  const shares: PlanShare[] = [];
  const explanation: Message[] = [];
  let paid = 0;
  let writeOff = 0;
  let before: PlanBefore = 'none';
  for (const payer of payers) {
    const { terms, used } = payer;
    const read = (reading: Reading) => ownBenefit(terms, line, request.patient, used, ask, reading);
    const plain = read(plainReading);
    if (plain.outcome === 'not-in-force') {
      shares.push(shareOf(payer, line, plain, [], plain.explanation));
      continue;
    }
    const variant = paysAfter(terms, before) ? variantOf(payer, ask) : undefined;
    const benefit = benefitUnder(variant, paid, plain, read);
    const earlier = { fee, paid, writeOff };
    const paidBefore = paid;
    const pays =
      variant === undefined ? benefit.would : secondaryPays(variant, benefit.would, benefit.allowed, earlier);
    if (variant === undefined)
      writeOff = Math.max(writeOff, contractWriteOff(terms, line, fee, benefit, ask));
    if (before !== 'covers') before = benefit.outcome === 'not-a-benefit' ? 'covers-not' : 'covers';
    paid += pays;
    const kept = writeOffBeside(fee, paid, writeOff);
    if (kept < writeOff) explanation.push(message('estimate.explain.writeOffLess', { kept: money(kept) }));
    writeOff = kept;
    if (variant === 'medicaid' && paysInFull(benefit) && participates(terms, line, ask)) {
      if (fee - paid > writeOff)
        explanation.push(message('estimate.explain.medicaidRest', { rest: money(fee - paid - writeOff) }));
      writeOff = fee - paid;
    }
    const said = variant === undefined ? benefit.explanation : inWords(variant, benefit, paidBefore, pays);
    const parts = partsOf(terms, line, { variant, benefit, pays, earlier, before: shares });
    shares.push(shareOf(payer, line, benefit, parts, said));
  }
  if (writeOff > 0) explanation.push(message('estimate.explain.writeOff', { amount: money(writeOff) }));
  const patient = fee - paid - writeOff;
  explanation.push(message('estimate.explain.patient', { amount: money(patient), fee: money(fee) }));
  return {
    lineId: line.lineId,
    fee: cents(fee),
    plans: shares,
    writeOff: cents(writeOff),
    patient: cents(patient),
    explanation,
  };
}

/** What the plans in force before one do with the line. */
type PlanBefore = 'none' | 'covers-not' | 'covers';

/**
 * A plan of which the line is no benefit leaves it to the next one, which then pays as the first and whose contract
 * counts. Medicaid comes after whatever plan there is.
 */
function paysAfter({ plan }: PlanTerms, before: PlanBefore): boolean {
  return before === 'covers' || (before === 'covers-not' && plan.kind === 'medicaid');
}

interface Coordinated {
  readonly variant: SecondaryTerms | undefined;
  readonly benefit: OwnBenefit;
  readonly pays: number;
  readonly earlier: Earlier;
  readonly before: readonly PlanShare[];
}

/** Of several instalments each by the rule of the plan: beside what has fallen due and what others have paid by its day. */
function partsOf(
  { facts }: PlanTerms,
  { orthodontics }: Line,
  { variant, benefit, pays, earlier, before }: Coordinated,
): readonly Part[] {
  const [how] = facts.orthodontics;
  if (variant === undefined || !how || !orthodontics)
    return paidInTime(benefit.parts, pays, (_, would) => would);
  return paidInTime(benefit.parts, pays, (day, would) => {
    const until = (parts: readonly Expense[]) =>
      parts.reduce((sum, { date, amount }) => sum + (date <= day ? amount : 0), 0);
    const due = (amount: number) => until(orthodonticExpenses(how, orthodontics, amount));
    const paid = until(
      before.flatMap(({ payments }) => payments.map(({ date, pays: amount }) => ({ date, amount }))),
    );
    const { fee, writeOff } = earlier;
    return secondaryPays(variant, would, due(benefit.allowed), {
      fee: due(fee),
      paid,
      writeOff: due(writeOff),
    });
  });
}

function shareOf(
  { terms, used }: Payer,
  line: Line,
  benefit: OwnBenefit,
  parts: readonly Part[],
  said: readonly Message[],
): PlanShare {
  spendBenefit(terms, line, used, benefit, parts);
  const pays = parts.reduce((sum, part) => sum + part.pays, 0);
  return {
    planId: terms.plan.planId,
    allowed: cents(benefit.allowed),
    deductible: cents(benefit.deductible),
    pays: cents(pays),
    payments: parts
      .filter(({ pays, deductible }) => pays + deductible > 0)
      .map(({ date, pays, deductible }) => ({ date, pays: cents(pays), deductible: cents(deductible) })),
    explanation: said,
  };
}

/** Medicaid takes its payment as payment in full for what it covers; what it does not cover is another matter. */
function paysInFull({ outcome }: OwnBenefit): boolean {
  return outcome === 'covered' || outcome === 'disallowed';
}

/** How a plan that is not the first pays. */
export function variantOf(
  { terms, coordinates }: Pick<Payer, 'terms' | 'coordinates'>,
  ask: Ask,
): SecondaryTerms {
  const { plan, facts } = terms;
  if (plan.kind === 'medicaid') return 'medicaid';
  if (!coordinates) return 'does-not-coordinate';
  const stated = facts.coordination[0]?.variant;
  if (stated !== undefined) return stated;
  const candidates = coordinationVariants.length;
  const said = message('estimate.fact.coordination', { plan: plan.name });
  return coordinationVariants[ask({ key: `${plan.planId} coordination`, said, candidates })] ?? 'standard';
}

/**
 * Who absorbs deductible and coinsurance of the second plan is what the maintenance variants differ in; under none
 * of them it pays more than it would alone.
 */
function benefitUnder(
  variant: SecondaryTerms | undefined,
  paid: number,
  plain: OwnBenefit,
  read: (reading: Reading) => OwnBenefit,
): OwnBenefit {
  const reading = readingOf(variant, paid);
  if (reading === plainReading) return plain;
  const benefit = read(reading);
  if (plain.would >= benefit.would) return benefit;
  return { ...plain, explanation: [...plain.explanation, message('estimate.explain.neverMore')] };
}

function readingOf(variant: SecondaryTerms | undefined, paid: number): Reading {
  switch (variant) {
    case 'maintenance-deductible-and-coinsurance':
      return { less: paid, withDeductible: true, withCoinsurance: true };
    case 'maintenance-coinsurance':
      return { less: paid, withDeductible: false, withCoinsurance: true };
    case 'maintenance-deductible':
      return { less: paid, withDeductible: true, withCoinsurance: false };
    default:
      return plainReading;
  }
}

function inWords(
  variant: SecondaryTerms,
  { would, explanation }: OwnBenefit,
  paid: number,
  pays: number,
): readonly Message[] {
  const params = { would: money(would), earlier: money(paid), pays: money(pays) };
  return [
    message(`estimate.coordination.${variant}`),
    ...explanation,
    message('estimate.explain.coordination', params),
  ];
}
