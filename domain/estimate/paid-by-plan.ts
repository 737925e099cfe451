import type { CalendarDate } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import { cents, type Cents } from '../kernel/money.ts';
import { secondaryPays, writeOffBeside, type Earlier, type SecondaryTerms } from './coordinate.ts';
import type { EstimateRequest, Line } from './estimate-request.ts';
import { money } from './money-words.ts';
import {
  byDay,
  ownBenefit,
  paysOverTime,
  plainReading,
  spendPart,
  upToMaximums,
  workedOut,
  type Expense,
  type OwnBenefit,
  type Reading,
  type Worked,
} from './own-benefit.ts';
import { variantOf, type Payer } from './payer.ts';
import type { PlanTerms } from './plan-terms.ts';
import type { Ruling } from './refused.ts';
import { paidFor, stretchesOf, type PaidShare } from './share-of-treatment.ts';
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

/** A line, or one of its units, with what the plans so far do with it. */
export interface Work {
  readonly line: Line;
  readonly fee: number;
  paid: number;
  writeOff: number;
  /** What the plans in force so far do with it. */
  covered: 'by-none' | 'not' | 'yes';
  /** For which stretches of the fee they pay; of orthodontic treatment only, of which others may pay over time. */
  readonly paidShares: PaidShare[];
  readonly shares: PlanShare[];
  /** Write-off and patient, in words. */
  readonly explanation: Message[];
}

/** A line before a plan while the plan pays its expenses. */
interface Open {
  readonly work: Work;
  readonly benefit: OwnBenefit;
  /** Undefined: the plan pays as the first. */
  readonly variant: SecondaryTerms | undefined;
  /** For each expense what plan and others are held against each other for; absent where it is the whole line. */
  readonly beside: readonly Beside[] | undefined;
  readonly payments: Payment[];
  /** What it would pay alone, and what it would pay if no maximum held it back. */
  would: number;
  uncapped: number;
  pays: number;
  readonly said: Message[];
}

interface Beside extends Earlier {
  readonly allowed: number;
}

/**
 * What one plan pays of all lines, once it ruled on each: expense after expense by its day, so that the instalments of
 * orthodontic treatment come between the other lines, those of one day as their lines stand in the request; every one
 * counts toward deductibles and maximums before the next.
 */
export function payByPlan(
  payer: Payer,
  ruled: readonly { readonly work: Work; readonly ruling: Ruling }[],
  patient: EstimateRequest['patient'],
  ask: Ask,
): void {
  const open = ruled.map(({ work, ruling }) => opened(payer, work, ruling, patient, ask));
  const expenses = open.flatMap((each) => each.benefit.expenses.map((expense) => ({ each, expense })));
  for (const { each, expense } of expenses.sort(byDay(({ expense: { date } }) => date)))
    payExpense(payer, each, expense);
  for (const each of open) close(payer, each, ask);
}

function opened(
  payer: Payer,
  work: Work,
  ruling: Ruling,
  patient: EstimateRequest['patient'],
  ask: Ask,
): Open {
  const { terms } = payer;
  const benefit = ownBenefit(terms, work.line, ruling, patient, ask);
  const isAfter = benefit.outcome !== 'not-in-force' && paysAfter(terms, work);
  const variant = isAfter ? variantOf(payer, ask) : undefined;
  const beside = variant && paysOverTime(terms, work.line) ? besideEach(work, benefit) : undefined;
  return { work, benefit, variant, beside, payments: [], would: 0, uncapped: 0, pays: 0, said: [] };
}

/**
 * A plan of which the line is no benefit leaves it to the next one, which then pays as the first and whose contract
 * counts. Medicaid comes after whatever plan there is.
 */
function paysAfter({ plan }: PlanTerms, { covered }: Work): boolean {
  return covered === 'yes' || (covered === 'not' && plan.kind === 'medicaid');
}

/**
 * Each instalment is a claim of its own: it pays for a stretch of the fee, and is held against what the plans before it
 * pay for the same stretch, whenever they do.
 */
function besideEach(
  { fee, writeOff, paidShares }: Work,
  { allowed, inParts }: OwnBenefit,
): readonly Beside[] {
  const [alloweds, writeOffs] = [inParts(allowed), inParts(writeOff)];
  return stretchesOf(inParts(fee)).map(({ from, to }, part) => ({
    fee: to - from,
    allowed: alloweds[part] ?? 0,
    paid: paidFor(paidShares, from, to),
    writeOff: writeOffs[part] ?? 0,
  }));
}

/** What a plan pays of an expense by its own terms; of an instalment beside others before its maximums hold it back. */
interface OwnPart extends Worked {
  readonly would: number;
  readonly said: Message[];
}

function payExpense({ terms, used }: Payer, open: Open, expense: Expense): void {
  const { work, benefit, variant, beside } = open;
  const code = terms.ofCode(work.line.code);
  const upToLimits = (amount: number, said: Message[]) =>
    upToMaximums(code, used, expense.date, Math.min(amount, benefit.promised - open.pays), said);
  const own = (reading: Reading): OwnPart => {
    const worked = workedOut(code, used, benefit, expense, reading);
    const said = [...worked.explanation];
    return { ...worked, said, would: beside ? worked.uncapped : upToLimits(worked.uncapped, said) };
  };
  const share = beside?.[expense.part];
  const part = ownUnder(variant, (share ?? work).paid, own);
  const { deductible, would, said } = part;
  const [due, pays] = ((): readonly [due: number, pays: number] => {
    if (variant === undefined) return [part.uncapped, would];
    if (!share) return [would, secondaryPays(variant, would, benefit.allowed, work)];
    const byRule = secondaryPays(variant, would, share.allowed, share);
    const left = Math.min(byRule, work.fee - work.paid - open.pays);
    return [left, upToLimits(left, said)];
  })();
  spendPart(code, used, expense.date, { deductible, pays });
  open.payments.push({ date: expense.date, pays: cents(pays), deductible: cents(deductible) });
  open.would += would;
  open.uncapped += Math.min(due, benefit.promised - open.pays);
  open.pays += pays;
  if (benefit.expenses.length === 1) open.said.push(...said);
}

/**
 * Who absorbs deductible and coinsurance of the second plan is what the maintenance variants differ in; under none
 * of them it pays more than it would alone.
 */
function ownUnder(
  variant: SecondaryTerms | undefined,
  paid: number,
  own: (reading: Reading) => OwnPart,
): OwnPart {
  const plain = own(plainReading);
  const reading = readingOf(variant, paid);
  if (reading === plainReading) return plain;
  const part = own(reading);
  if (plain.would >= part.would) return part;
  return { ...plain, said: [...plain.said, message('estimate.explain.neverMore')] };
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

/** Once everything is paid of a line: the contract of the plan that pays first, what Medicaid leaves to nobody, the words. */
function close({ terms }: Payer, open: Open, ask: Ask): void {
  const { work, benefit, variant, pays } = open;
  const { line, fee, explanation } = work;
  const paidBefore = work.paid;
  if (benefit.outcome === 'not-in-force') {
    work.shares.push(shareOf(terms, open, benefit.explanation));
    return;
  }
  if (variant === undefined) {
    const maximumReached = benefit.nothingIsLeft || (pays === 0 && open.uncapped > 0);
    const contract = contractWriteOff(terms, line, fee, { ...benefit, maximumReached }, ask);
    work.writeOff = Math.max(work.writeOff, contract);
  }
  if (work.covered !== 'yes') work.covered = benefit.outcome === 'not-a-benefit' ? 'not' : 'yes';
  work.paid += pays;
  if (line.orthodontics) work.paidShares.push(...paidSharesOf(open));
  const kept = writeOffBeside(fee, work.paid, work.writeOff);
  if (kept < work.writeOff) explanation.push(message('estimate.explain.writeOffLess', { kept: money(kept) }));
  work.writeOff = kept;
  if (variant === 'medicaid' && paysInFull(benefit) && participates(terms, line, ask)) {
    const rest = fee - work.paid - work.writeOff;
    if (rest > 0) explanation.push(message('estimate.explain.medicaidRest', { rest: money(rest) }));
    work.writeOff = fee - work.paid;
  }
  work.shares.push(shareOf(terms, open, inWords(open, paidBefore)));
}

/** For which stretches of the fee a plan paid what. */
function paidSharesOf({
  work: { fee },
  benefit: { expenses, inParts },
  payments,
}: Open): readonly PaidShare[] {
  const stretches = stretchesOf(inParts(fee));
  return expenses.flatMap(({ part }, index): PaidShare[] => {
    const [stretch, payment] = [stretches[part], payments[index]];
    return stretch && payment ? [{ ...stretch, pays: payment.pays }] : [];
  });
}

function shareOf({ plan }: PlanTerms, open: Open, explanation: readonly Message[]): PlanShare {
  const { benefit, payments, pays } = open;
  return {
    planId: plan.planId,
    allowed: cents(benefit.allowed),
    deductible: cents(payments.reduce((sum, { deductible }) => sum + deductible, 0)),
    pays: cents(pays),
    payments: payments.filter((payment) => payment.pays + payment.deductible > 0),
    explanation,
  };
}

/** Medicaid takes its payment as payment in full for what it covers; what it does not cover is another matter. */
function paysInFull({ outcome }: OwnBenefit): boolean {
  return outcome === 'covered' || outcome === 'disallowed';
}

function inWords({ benefit, variant, beside, would, pays, said, payments, uncapped }: Open, paid: number) {
  const instalments = benefit.expenses.length > 1 ? instalmentWords(payments, uncapped) : said;
  const own = [...benefit.explanation, ...instalments];
  if (variant === undefined) return own;
  const params = { would: money(would), earlier: money(paid), pays: money(pays) };
  return [
    message(`estimate.coordination.${variant}`),
    ...(beside && benefit.expenses.length > 1 ? [message('estimate.explain.eachInstalment')] : []),
    ...own,
    message('estimate.explain.coordination', params),
  ];
}

/** "600 at banding, then 9 payments of 100": equal payments that follow each other are said once. */
function instalmentWords(payments: readonly Payment[], uncapped: number): readonly Message[] {
  const runs: { from: CalendarDate; pays: number; count: number }[] = [];
  for (const { date, pays } of payments) {
    const last = runs.at(-1);
    if (last?.pays === pays) last.count += 1;
    else runs.push({ from: date, pays, count: 1 });
  }
  const said = runs
    .filter(({ pays }) => pays > 0)
    .map(({ from, pays, count }) =>
      message('estimate.explain.instalments', { count, from, pays: money(pays) }),
    );
  const total = payments.reduce((sum, { pays }) => sum + pays, 0);
  if (total === uncapped) return said;
  const reached = message('estimate.explain.instalmentsMaximum', {
    pays: money(total),
    would: money(uncapped),
  });
  return [...said, reached];
}
