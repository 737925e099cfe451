import type { CalendarDate } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import { remaining, spend, type Accumulators, type Pool } from './accumulators.ts';
import { allowedFor, baseFor } from './allowed.ts';
import type { EstimateRequest, Line } from './estimate-request.ts';
import { money } from './money-words.ts';
import { orthodonticExpenses, type Expense } from './orthodontic-expenses.ts';
import type { FactOf } from './plan-facts.ts';
import type { CodeTerms, PlanTerms } from './plan-terms.ts';
import { predeterminedFor } from './predetermined.ts';
import type { Ruling } from './refused.ts';
import { inForce, isTooOld, rulingOn } from './ruling.ts';
import { askWhether, type Ask } from './unknown.ts';

/** What a plan pays of a line by its own terms, before another plan is looked at. */
export interface OwnBenefit {
  readonly outcome: Ruling['outcome'];
  /** The lesser of the fee and the plan's amount for the original code, for the whole quantity. */
  readonly allowed: number;
  readonly deductible: number;
  readonly would: number;
  /** The maximum left nothing of what would have been paid. */
  readonly maximumReached: boolean;
  readonly atZeroPercent: boolean;
  readonly parts: readonly Part[];
  readonly explanation: readonly Message[];
}

/** One payment: the whole line, or one instalment of orthodontic treatment. */
export interface Part {
  readonly date: CalendarDate;
  readonly deductible: number;
  readonly pays: number;
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

/**
 * The algorithm of field-facts 7.2 for one line: ruling, allowed amount, alternate benefit, copay, deductible,
 * percentage, maximums. Counts nothing: `spendBenefit` does, with what is paid in the end.
 */
export function ownBenefit(
  terms: PlanTerms,
  line: Line,
  patient: EstimateRequest['patient'],
  used: Accumulators,
  ask: Ask,
  reading: Reading = plainReading,
): OwnBenefit {
  const code = terms.ofCode(line.code);
  const day = dayThatCounts(code, line);
  const fee = line.fee * (line.quantity ?? 1);
  const allowed = allowedFor(terms, line);
  const explanation: Message[] = [];
  if (allowed < fee)
    explanation.push(message('estimate.explain.allowed', { allowed: money(allowed), fee: money(fee) }));
  const ruling = rulingOn(terms, code, line, day, patient, used, ask);
  if (ruling.outcome !== 'covered') {
    if (ruling.why) explanation.push(ruling.why);
    return { ...nothing, outcome: ruling.outcome, allowed, explanation };
  }
  const told = predeterminedFor(terms, line, day);
  if (told?.pays !== undefined && !paysOverTime(terms, line)) {
    const { part, uncapped } = payTold(code, used, { date: day, amount: allowed }, told, explanation);
    const { deductible, pays } = part;
    return {
      outcome: 'covered',
      allowed,
      deductible,
      would: pays,
      maximumReached: pays === 0 && uncapped > 0,
      atZeroPercent: uncapped === 0,
      parts: [part],
      explanation,
    };
  }
  const percent = percentOf(terms, code, line, ask);
  if (percent === 0) {
    explanation.push(message('estimate.explain.zeroPercent'));
    return { ...nothing, outcome: 'covered', allowed, atZeroPercent: true, explanation };
  }
  if (code.isMaximumUnknown && !hasSomeLeft(terms, ask)) {
    explanation.push(message('estimate.explain.orthodonticMaximumUnknown'));
    return { ...nothing, outcome: 'covered', allowed, maximumReached: true, explanation };
  }
  const base = Math.max(0, baseFor(terms, code, line, allowed, explanation) - reading.less);
  if (reading.less > 0)
    explanation.push(message('estimate.explain.lessPaid', { paid: money(reading.less), base: money(base) }));
  const expenses = incurred(terms, line, patient, base, explanation, ask);
  const payable = payParts(code, used, expenses, percent, reading, explanation);
  const { uncapped } = payable;
  const parts = told?.pays === undefined ? payable.parts : withinPromise(payable.parts, told, explanation);
  const would = parts.reduce((sum, { pays }) => sum + pays, 0);
  return {
    outcome: 'covered',
    allowed,
    deductible: parts.reduce((sum, { deductible }) => sum + deductible, 0),
    would,
    maximumReached: would === 0 && uncapped > 0,
    atZeroPercent: false,
    parts,
    explanation,
  };
}

const nothing = { deductible: 0, would: 0, maximumReached: false, atZeroPercent: false, parts: [] };

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
): readonly Expense[] {
  const orthodontics = terms.facts.orthodontics[0];
  const { plan } = terms;
  if (!line.orthodontics || !orthodontics)
    return [{ date: dayThatCounts(terms.ofCode(line.code), line), amount: base }];
  const all = orthodonticExpenses(orthodontics, line.orthodontics, base);
  const { ages } = terms.ofCode(line.code);
  const isEarly = ({ date }: Expense) => plan.from !== undefined && date < plan.from;
  const hasStopped = ({ date }: Expense) =>
    inForce(terms, date) !== undefined || ages.some((limit) => isTooOld(limit, birthDate, date));
  const due = all.filter((expense) => !isEarly(expense));
  const stopped = due.find(hasStopped);
  if (stopped) explanation.push(message('estimate.explain.instalmentsStop', { date: stopped.date }));
  const paid = due.filter((expense) => !hasStopped(expense));
  if (plan.from === undefined || line.orthodontics.bandedOn >= plan.from) return paid;
  const said = message('estimate.unknown.inProgress', { plan: plan.name });
  const covers = orthodontics.inProgress ?? askWhether(ask, `${plan.planId} in progress`, said);
  explanation.push(
    message(covers ? 'estimate.explain.beforeCoverage' : 'estimate.explain.notInProgress', {
      from: plan.from,
    }),
  );
  return covers ? paid : [];
}

function payParts(
  code: CodeTerms,
  used: Accumulators,
  expenses: readonly Expense[],
  percent: number,
  reading: Reading,
  explanation: Message[],
): { readonly parts: readonly Part[]; readonly uncapped: number } {
  const [only] = expenses;
  if (only && expenses.length === 1) {
    const paid = payPart(code, used, only, percent, reading, explanation);
    return { parts: [paid.part], uncapped: paid.uncapped };
  }
  // Each instalment leaves less for the next one, so they are counted on a copy.
  const trial: Accumulators = { ...used, individual: new Map(used.individual), family: new Map(used.family) };
  let uncapped = 0;
  const parts = expenses.map((expense) => {
    const paid = payPart(code, trial, expense, percent, reading, []);
    spendPart(code, trial, paid.part, paid.part.pays);
    uncapped += paid.uncapped;
    return paid.part;
  });
  explanation.push(...instalmentWords(parts, uncapped));
  return { parts, uncapped };
}

/** "600 at banding, then 9 payments of 100": equal payments that follow each other are said once. */
function instalmentWords(parts: readonly Part[], uncapped: number): readonly Message[] {
  const runs: { from: CalendarDate; pays: number; count: number }[] = [];
  for (const { date, pays } of parts) {
    const last = runs.at(-1);
    if (last?.pays === pays) last.count += 1;
    else runs.push({ from: date, pays, count: 1 });
  }
  const said = runs
    .filter(({ pays }) => pays > 0)
    .map(({ from, pays, count }) =>
      message('estimate.explain.instalments', { count, from, pays: money(pays) }),
    );
  const total = parts.reduce((sum, { pays }) => sum + pays, 0);
  if (total === uncapped) return said;
  const reached = message('estimate.explain.instalmentsMaximum', {
    pays: money(total),
    would: money(uncapped),
  });
  return [...said, reached];
}

/** Orthodontic treatment whose instalments the plan's fact describes; its promise is paid as they fall due. */
export function paysOverTime({ facts }: PlanTerms, { orthodontics }: Line): boolean {
  return orthodontics !== undefined && facts.orthodontics.length > 0;
}

/** What the payer said beforehand, up to its own amount for the code and what the maximums still have, deductible taken off. */
function payTold(
  code: CodeTerms,
  used: Accumulators,
  { date, amount }: Expense,
  { pays, deductible, substitute, source }: FactOf<'predetermination'>,
  explanation: Message[],
): { readonly part: Part; readonly uncapped: number } {
  const uncapped = Math.min(pays ?? 0, amount);
  const params = { pays: money(uncapped), reference: source?.reference ?? '–' };
  explanation.push(
    substitute === undefined
      ? message('estimate.predetermined.pays', params)
      : message('estimate.predetermined.alternate', { ...params, substitute }),
  );
  const part = { date, deductible: Math.min(deductible ?? 0, amount - uncapped) };
  return { part: { ...part, pays: upToMaximums(code, used, date, uncapped, explanation) }, uncapped };
}

/** Instalments until they come to what the payer promised for the whole treatment. */
function withinPromise(
  parts: readonly Part[],
  { pays, source }: FactOf<'predetermination'>,
  explanation: Message[],
): readonly Part[] {
  const most = pays ?? 0;
  explanation.push(
    message('estimate.predetermined.overTime', { pays: money(most), reference: source?.reference ?? '–' }),
  );
  let left = most;
  return parts.map((part) => {
    const within = Math.min(part.pays, left);
    left -= within;
    return { ...part, pays: within };
  });
}

function payPart(
  code: CodeTerms,
  used: Accumulators,
  { date, amount }: Expense,
  percent: number,
  reading: Reading,
  explanation: Message[],
): { readonly part: Part; readonly uncapped: number } {
  const deductible = reading.withDeductible ? deductibleOf(code, used, date, amount) : 0;
  if (deductible > 0) explanation.push(message('estimate.explain.deductible', { amount: money(deductible) }));
  const share = reading.withCoinsurance ? percent : 100;
  const uncapped = Math.round(((amount - deductible) * share) / 100);
  explanation.push(
    message('estimate.explain.percent', {
      percent: share,
      base: money(amount - deductible),
      would: money(uncapped),
    }),
  );
  const pays = upToMaximums(code, used, date, uncapped, explanation);
  return { part: { date, deductible, pays }, uncapped };
}

/** As much of an amount as every maximum that governs the code still has. */
function upToMaximums(
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

/** Counts what the plan pays of a line, which another plan may have lowered (`paid`), and the service itself. */
export function spendBenefit(
  terms: PlanTerms,
  line: Line,
  used: Accumulators,
  benefit: OwnBenefit,
  paid: readonly Part[],
): void {
  const code = terms.ofCode(line.code);
  for (const part of paid) spendPart(code, used, part, part.pays);
  if (benefit.outcome === 'covered')
    used.services.push({
      lineId: line.lineId,
      key: line.lineId,
      mayBeAt: [],
      code: line.code,
      date: dayThatCounts(code, line),
      quantity: line.quantity ?? 1,
      tooth: line.tooth,
      area: line.area,
      office: line.office,
    });
}

function spendPart(code: CodeTerms, used: Accumulators, { date, deductible }: Part, pays: number): void {
  const { specific, general } = code.deductibles;
  for (const pool of [specific, general]) if (pool) spend(pool, used, date, deductible);
  for (const pool of code.maximums) spend(pool, used, date, pays);
}
