import type { CalendarDate } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import { remaining, spend, type Accumulators, type Pool } from './accumulators.ts';
import { allowedFor, baseFor } from './allowed.ts';
import type { EstimateRequest, Line } from './estimate-request.ts';
import { money } from './money-words.ts';
import { orthodonticExpenses } from './orthodontic-expenses.ts';
import type { FactOf } from './plan-facts.ts';
import type { CodeTerms, PlanTerms } from './plan-terms.ts';
import { predeterminedFor } from './predetermined.ts';
import type { Ruling } from './refused.ts';
import { inForce, isTooOld } from './ruling.ts';
import { askWhether, type Ask } from './unknown.ts';

/** What a plan has to pay of a line by its own terms, before its limits in money and other plans are looked at. */
export interface OwnBenefit {
  readonly outcome: Ruling['outcome'];
  /** The lesser of the fee and the plan's amount for the original code, for the whole quantity. */
  readonly allowed: number;
  readonly percent: number;
  readonly atZeroPercent: boolean;
  /** No more than a supposition: the maximum, which nobody knows, leaves nothing. */
  readonly nothingIsLeft: boolean;
  /** What the payer said beforehand that it pays, at once. */
  readonly told: FactOf<'predetermination'> | undefined;
  /** What it said beforehand that all instalments come to. */
  readonly promised: number;
  readonly expenses: readonly Expense[];
  /** An amount in as many parts as there would be expenses if the coverage lasted. */
  readonly inParts: (amount: number) => readonly number[];
  readonly explanation: readonly Message[];
}

/** What a plan pays at once: the whole line, or one instalment of orthodontic treatment. */
export interface Expense {
  readonly date: CalendarDate;
  /** The covered charge, which deductible and percentage are taken of. */
  readonly amount: number;
  /** Which of the parts of the line it is. */
  readonly part: number;
}

/** How the terms are read: maintenance of benefits takes what others paid off the covered charge first. */
export interface Reading {
  readonly less: number;
  readonly withDeductible: boolean;
  readonly withCoinsurance: boolean;
}

export const plainReading: Reading = { less: 0, withDeductible: true, withCoinsurance: true };

/** The day that counts for the plan: completion, or the start where the plan says so and it is known. */
export function dayThatCounts(code: CodeTerms, line: Line): CalendarDate {
  const counted = code.countsOn === 'start' && !line.orthodontics ? line.startedOn : undefined;
  return counted ?? dayOfLine(line);
}

/** The day on which a line is completed; of orthodontic treatment that of banding. */
export function dayOfLine({ date, orthodontics }: Line): CalendarDate {
  return orthodontics?.bandedOn ?? date;
}

/** For sorting by a day; what is of one day stays as it stands. */
export function byDay<Each>(dayOf: (each: Each) => CalendarDate): (one: Each, other: Each) => number {
  return (one, other) => {
    const [day, otherDay] = [dayOf(one), dayOf(other)];
    return day === otherDay ? 0 : day < otherDay ? -1 : 1;
  };
}

/** The algorithm of field-facts 7.2 for one line up to the covered charge: allowed amount, alternate benefit, copay. */
export function ownBenefit(
  terms: PlanTerms,
  line: Line,
  { outcome, why }: Ruling,
  patient: EstimateRequest['patient'],
  ask: Ask,
): OwnBenefit {
  const code = terms.ofCode(line.code);
  const fee = line.fee * (line.quantity ?? 1);
  const allowed = allowedFor(terms, line);
  const explanation: Message[] = [];
  if (allowed < fee)
    explanation.push(message('estimate.explain.allowed', { allowed: money(allowed), fee: money(fee) }));
  const benefit = { ...nothing, outcome, allowed, explanation };
  if (outcome !== 'covered') {
    if (why) explanation.push(why);
    return benefit;
  }
  const day = dayThatCounts(code, line);
  const told = predeterminedFor(terms, line, day);
  if (told?.pays !== undefined && !paysOverTime(terms, line)) {
    const atZeroPercent = Math.min(told.pays, allowed) === 0;
    return { ...benefit, told, atZeroPercent, expenses: [{ date: day, amount: allowed, part: 0 }] };
  }
  const percent = percentOf(terms, code, line, ask);
  if (percent === 0) {
    explanation.push(message('estimate.explain.zeroPercent'));
    return { ...benefit, atZeroPercent: true };
  }
  if (code.isMaximumUnknown && !hasSomeLeft(terms, ask)) {
    explanation.push(message('estimate.explain.orthodonticMaximumUnknown'));
    return { ...benefit, nothingIsLeft: true };
  }
  const base = baseFor(terms, code, line, allowed, explanation);
  const due = { ...benefit, percent, ...incurred(terms, line, patient, base, explanation, ask) };
  if (told?.pays === undefined) return due;
  const params = { pays: money(told.pays), reference: told.source?.reference ?? '–' };
  explanation.push(message('estimate.predetermined.overTime', params));
  return { ...due, promised: told.pays, atZeroPercent: told.pays === 0 };
}

const nothing = {
  percent: 0,
  atZeroPercent: false,
  nothingIsLeft: false,
  told: undefined,
  promised: Infinity,
  expenses: [],
  inParts: (amount: number) => [amount],
};

export function percentOf({ plan }: PlanTerms, code: CodeTerms, line: Line, ask: Ask): number {
  if (code.percent !== undefined) return code.percent;
  const said = message('estimate.fact.percentage', { plan: plan.name, about: line.code });
  return askWhether(ask, `${plan.planId} ${line.code} percentage`, said) ? 100 : 0;
}

function hasSomeLeft({ plan }: PlanTerms, ask: Ask): boolean {
  const said = message('estimate.unknown.orthodonticMaximum', { plan: plan.name });
  return askWhether(ask, `${plan.planId} orthodontic maximum`, said);
}

/** The expenses of the line with their days: one, or those of orthodontic treatment until something stops them. */
function incurred(
  terms: PlanTerms,
  line: Line,
  { birthDate }: EstimateRequest['patient'],
  base: number,
  explanation: Message[],
  ask: Ask,
): Pick<OwnBenefit, 'expenses' | 'inParts'> {
  const { plan, facts } = terms;
  const [how] = facts.orthodontics;
  const { orthodontics } = line;
  const code = terms.ofCode(line.code);
  if (!orthodontics || !how)
    return {
      expenses: [{ date: dayThatCounts(code, line), amount: base, part: 0 }],
      inParts: nothing.inParts,
    };
  const inParts = (amount: number) =>
    orthodonticExpenses(how, orthodontics, amount).map((part) => part.amount);
  const all = orthodonticExpenses(how, orthodontics, base).map((due, part) => ({ ...due, part }));
  const isEarly = ({ date }: Expense) => plan.from !== undefined && date < plan.from;
  const hasStopped = ({ date }: Expense) =>
    inForce(terms, date) !== undefined || code.ages.some((limit) => isTooOld(limit, birthDate, date));
  const due = all.filter((expense) => !isEarly(expense));
  const stopped = due.find(hasStopped);
  if (stopped) explanation.push(message('estimate.explain.instalmentsStop', { date: stopped.date }));
  const expenses = due.filter((expense) => !hasStopped(expense));
  if (plan.from === undefined || orthodontics.bandedOn >= plan.from) return { expenses, inParts };
  const said = message('estimate.unknown.inProgress', { plan: plan.name });
  const covers = how.inProgress ?? askWhether(ask, `${plan.planId} in progress`, said);
  explanation.push(
    message(covers ? 'estimate.explain.beforeCoverage' : 'estimate.explain.notInProgress', {
      from: plan.from,
    }),
  );
  return { expenses: covers ? expenses : [], inParts };
}

/** Orthodontic treatment whose instalments the plan's fact describes; its promise is paid as they fall due. */
export function paysOverTime({ facts }: PlanTerms, { orthodontics }: Line): boolean {
  return orthodontics !== undefined && facts.orthodontics.length > 0;
}

/** What comes off an expense for the deductible, and what would be paid of the rest if no maximum held it back. */
export interface Worked {
  readonly deductible: number;
  readonly uncapped: number;
  readonly explanation: readonly Message[];
}

/** Deductible and percentage of one expense, in whole cents; counts nothing. */
export function workedOut(
  code: CodeTerms,
  used: Accumulators,
  { told, percent }: Pick<OwnBenefit, 'told' | 'percent'>,
  { date, amount }: Expense,
  { less, withDeductible, withCoinsurance }: Reading = plainReading,
): Worked {
  if (told) return workedOutBeforehand(told, amount);
  const explanation: Message[] = [];
  const base = Math.max(0, amount - less);
  if (less > 0)
    explanation.push(message('estimate.explain.lessPaid', { paid: money(less), base: money(base) }));
  const deductible = withDeductible ? deductibleOf(code, used, date, base) : 0;
  if (deductible > 0) explanation.push(message('estimate.explain.deductible', { amount: money(deductible) }));
  const share = withCoinsurance ? percent : 100;
  const uncapped = Math.round(((base - deductible) * share) / 100);
  explanation.push(
    message('estimate.explain.percent', {
      percent: share,
      base: money(base - deductible),
      would: money(uncapped),
    }),
  );
  return { deductible, uncapped, explanation };
}

/** What the payer said beforehand, up to its own amount for the code, deductible taken off. */
function workedOutBeforehand(
  { pays, deductible, substitute, source }: FactOf<'predetermination'>,
  amount: number,
): Worked {
  const uncapped = Math.min(pays ?? 0, amount);
  const params = { pays: money(uncapped), reference: source?.reference ?? '–' };
  const said =
    substitute === undefined
      ? message('estimate.predetermined.pays', params)
      : message('estimate.predetermined.alternate', { ...params, substitute });
  return { deductible: Math.min(deductible ?? 0, amount - uncapped), uncapped, explanation: [said] };
}

/** As much of an amount as every maximum that governs the code still has. */
export function upToMaximums(
  code: CodeTerms,
  used: Accumulators,
  date: CalendarDate,
  uncapped: number,
  explanation: Message[],
): number {
  let pays = uncapped;
  for (const pool of code.maximums) {
    const { left, tighter } = remaining(pool, used, date);
    if (left >= pays) continue;
    explanation.push(
      message(`estimate.explain.maximum.${pool.period}.${tighter}`, {
        left: money(left),
        pays: money(left),
        would: money(uncapped),
      }),
    );
    pays = left;
  }
  return pays;
}

/** The deductible of the code's own scope, under the ceiling of the general one; never more than the amount. */
function deductibleOf(code: CodeTerms, used: Accumulators, date: CalendarDate, amount: number): number {
  const { specific, general } = code.deductibles;
  const left = (pool: Pool | undefined) => (pool ? remaining(pool, used, date).left : Infinity);
  const due = Math.min(left(specific), left(general));
  return due === Infinity ? 0 : Math.min(amount, due);
}

/** Counts what a plan pays of an expense, which another plan may have lowered, and the deductible. */
export function spendPart(
  code: CodeTerms,
  used: Accumulators,
  date: CalendarDate,
  { deductible, pays }: { readonly deductible: number; readonly pays: number },
): void {
  const { specific, general } = code.deductibles;
  for (const pool of [specific, general]) if (pool) spend(pool, used, date, deductible);
  for (const pool of code.maximums) spend(pool, used, date, pays);
}
