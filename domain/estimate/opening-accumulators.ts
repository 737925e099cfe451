import { emptyAccumulators, spend, type Accumulators, type Pool } from './accumulators.ts';
import type { EstimateRequest } from './estimate-request.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { PlanTerms } from './plan-terms.ts';
import { scopeWords } from './scope.ts';

/** What is used, pending and reserved of a plan before the first line of the request. */
export function openingAccumulators(
  terms: PlanTerms,
  { history = [], lines, asOf }: Pick<EstimateRequest, 'history' | 'lines' | 'asOf'>,
): Accumulators {
  const used = emptyAccumulators();
  for (const entry of history) {
    if (entry.planId !== terms.plan.planId || hasLapsed(entry, asOf)) continue;
    if (entry.lineId !== undefined && lines.some(({ lineId }) => lineId === entry.lineId)) continue;
    countEntry(terms, used, entry);
  }
  return used;
}

/** A reservation whose last day is over, or comes before the day on which it would be used. */
export function hasLapsed({ state, date, expires }: LedgerEntry, asOf: string): boolean {
  return state === 'reserved' && expires !== undefined && (expires < asOf || expires < date);
}

function countEntry(terms: PlanTerms, used: Accumulators, entry: LedgerEntry): void {
  const { maximums, deductibles } = poolsOfEntry(terms, entry);
  for (const pool of maximums) spend(pool, used, entry.date, entry.pays, entry.member);
  for (const pool of deductibles) spend(pool, used, entry.date, entry.deductible ?? 0, entry.member);
  if (entry.code === undefined || entry.member === 'family') return;
  used.services.push({
    code: entry.code,
    date: entry.date,
    quantity: entry.quantity ?? 1,
    tooth: entry.tooth,
    area: entry.area,
    office: entry.office,
  });
}

/** The limits that an entry counts against; of a total, those that it names or that govern everything. */
export function poolsOfEntry(
  terms: PlanTerms,
  { code, for: scope }: Pick<LedgerEntry, 'code' | 'for'>,
): { readonly maximums: readonly Pool[]; readonly deductibles: readonly Pool[] } {
  if (code === undefined) {
    const about = scope && scopeWords(scope);
    const own = terms.pools.filter((pool) => (about === undefined ? pool.isGeneral : pool.about === about));
    return {
      maximums: own.filter(({ kind }) => kind === 'maximum'),
      deductibles: own.filter(({ kind }) => kind === 'deductible'),
    };
  }
  const { maximums, deductibles } = terms.ofCode(code);
  const { specific, general } = deductibles;
  return { maximums, deductibles: [specific, general].filter((pool) => pool !== undefined) };
}
