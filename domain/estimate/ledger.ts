import { addDays, addMonths, type CalendarDate } from '../kernel/calendar-date.ts';
import { cents, type Cents } from '../kernel/money.ts';
import type { Pool } from './accumulators.ts';
import { benefitYearStart } from './benefit-year.ts';
import { entriesOfPlan } from './entries-of-plan.ts';
import type { EstimateRequest } from './estimate-request.ts';
import type { LineEstimate } from './estimate-lines.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { poolsOfEntry } from './opening-accumulators.ts';
import type { PlanTerms } from './plan-terms.ts';
import { scopeWords } from './scope.ts';

/** Amounts of one limit by how certain they are. */
interface Standing {
  readonly paid: Cents;
  readonly pending: Cents;
  readonly reserved: Cents;
}

/** How one limit of a plan stands in one benefit year, for every office together. */
export interface LedgerAccount extends Standing {
  readonly planId: string;
  readonly kind: Pool['kind'];
  /** What it governs: a code, a group or a range of codes. */
  readonly about: string;
  /** The same as single codes and ranges, with the codes of a group of the plan's own. */
  readonly codes: readonly string[];
  /** A maximum of its own that eats the general one too. */
  readonly eatsGeneral: boolean;
  readonly of: 'individual' | 'family';
  /** Undefined: for life. */
  readonly year: { readonly from: CalendarDate; readonly through: CalendarDate } | undefined;
  readonly limit: Cents;
  /** What the lines of the request would take as well. */
  readonly planned: Cents;
  /** What is free beside all of this, never below 0. */
  readonly left: Cents;
  /** What is paid, pending, reserved and planned beyond the limit: somebody will not be paid as promised. */
  readonly over: Cents;
  readonly offices: readonly OfficeShare[];
}

interface OfficeShare extends Standing {
  /** Undefined: elsewhere. */
  readonly office: string | undefined;
  readonly sources: readonly string[];
}

interface Movement {
  readonly date: CalendarDate;
  readonly amount: number;
}

interface Booked extends Movement, Pick<LedgerEntry, 'state' | 'office' | 'source'> {}

/**
 * The accounts of one plan: every limit in money, in every benefit year that has a movement or holds `asOf`. Lapsed
 * reservations are left out. The lines bear the starts that were taken for them. A line that has an entry of its own (a claim, a predetermination) is counted by the entry.
 */
export function ledgerOf(
  terms: PlanTerms,
  request: Pick<EstimateRequest, 'history' | 'lines' | 'asOf'>,
  estimates: readonly LineEstimate[],
): readonly LedgerAccount[] {
  const { lines, asOf } = request;
  const { planId } = terms.plan;
  const entries = entriesOfPlan(terms, request);
  const withEntry = new Set(entries.map(({ lineId }) => lineId));
  return terms.pools.flatMap((pool) => {
    const planned = lines.flatMap((line): Movement[] => {
      if (withEntry.has(line.lineId) || !governs(pool, terms, line)) return [];
      const share = estimates
        .find(({ lineId }) => lineId === line.lineId)
        ?.plans.find((each) => each.planId === planId);
      const amount = pool.kind === 'maximum' ? 'pays' : 'deductible';
      return (share?.payments ?? []).map((payment) => ({ date: payment.date, amount: payment[amount] }));
    });
    return (['individual', 'family'] as const).flatMap((of) => {
      const limit = pool[of];
      if (limit === undefined) return [];
      const booked = entries
        .filter((entry) => governs(pool, terms, entry) && (of === 'family' || entry.member !== 'family'))
        .map((entry): Booked => ({
          ...entry,
          amount: pool.kind === 'maximum' ? entry.pays : (entry.deductible ?? 0),
        }))
        .filter(({ amount }) => amount > 0);
      return yearsOf(pool, [...booked, ...planned], asOf).map((from) =>
        accountOf({ terms, pool, of, limit, from, booked, planned }),
      );
    });
  });
}

function governs(pool: Pool, terms: PlanTerms, entry: Pick<LedgerEntry, 'code' | 'for'>): boolean {
  return poolsOfEntry(terms, entry)[pool.kind === 'maximum' ? 'maximums' : 'deductibles'].includes(pool);
}

/** First days of the benefit years with a movement, in order; undefined stands for life. */
function yearsOf(
  pool: Pool,
  movements: readonly Movement[],
  asOf: CalendarDate,
): readonly (CalendarDate | undefined)[] {
  if (pool.period === 'lifetime') return [undefined];
  const days = [asOf, ...movements.filter(({ amount }) => amount > 0).map(({ date }) => date)];
  return [...new Set(days.map((day) => benefitYearStart(day, pool.begins)))].sort();
}

function accountOf(asked: {
  readonly terms: PlanTerms;
  readonly pool: Pool;
  readonly of: 'individual' | 'family';
  readonly limit: number;
  readonly from: CalendarDate | undefined;
  readonly booked: readonly Booked[];
  readonly planned: readonly Movement[];
}): LedgerAccount {
  const { terms, pool, of, limit, from } = asked;
  const { group, maximum } = terms.facts;
  const inYear = ({ date }: Movement) => from === undefined || benefitYearStart(date, pool.begins) === from;
  const booked = asked.booked.filter(inYear);
  const standing = standingOf(booked);
  const planned = total(asked.planned.filter(inYear));
  const taken = standing.paid + standing.pending + standing.reserved + planned;
  return {
    planId: terms.plan.planId,
    kind: pool.kind,
    about: pool.about,
    codes: pool.scopes.flatMap((scope) => group.find(({ name }) => name === scope)?.codes ?? scope),
    eatsGeneral:
      pool.kind === 'maximum' &&
      maximum.some((fact) => fact.countsTowardGeneral === true && scopeWords(fact.for) === pool.about),
    of,
    year: from && { from, through: addDays(addMonths(from, 12), -1) },
    limit: cents(limit),
    ...standing,
    planned: cents(planned),
    left: cents(Math.max(0, limit - taken)),
    over: cents(Math.max(0, taken - limit)),
    offices: [...new Set(booked.map(({ office }) => office))].map((office) => {
      const own = booked.filter((movement) => movement.office === office);
      return { office, ...standingOf(own), sources: [...new Set(own.flatMap(({ source }) => source ?? []))] };
    }),
  };
}

function standingOf(movements: readonly Booked[]): Standing {
  const of = (state: Booked['state']) => cents(total(movements.filter((each) => each.state === state)));
  return { paid: of('paid'), pending: of('pending'), reserved: of('reserved') };
}

function total(movements: readonly Movement[]): number {
  return movements.reduce((sum, { amount }) => sum + amount, 0);
}
