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
  const mayBeAt = lines.filter(({ tooth, area }) => tooth !== undefined || area !== undefined);
  const alike = new Map<string, number>();
  for (const entry of history) {
    if (entry.planId !== terms.plan.planId || hasLapsed(entry, asOf)) continue;
    if (entry.lineId !== undefined && lines.some(({ lineId }) => lineId === entry.lineId)) continue;
    countAmounts(terms, used, entry);
    if (entry.code === undefined || entry.member === 'family') continue;
    const { code, date, quantity = 1, tooth, area, office } = entry;
    const service = `${code} ${date}`;
    const nth = alike.get(service) ?? 0;
    alike.set(service, nth + 1);
    const key = `${service} ${nth}`;
    used.services.push({ code, date, quantity, tooth, area, office, lineId: undefined, key, mayBeAt });
  }
  return used;
}

/** A reservation whose last day is over, or comes before the day on which it would be used. */
export function hasLapsed({ state, date, expires }: LedgerEntry, asOf: string): boolean {
  return state === 'reserved' && expires !== undefined && (expires < asOf || expires < date);
}

function countAmounts(terms: PlanTerms, used: Accumulators, entry: LedgerEntry): void {
  const { maximums, deductibles } = poolsOfEntry(terms, entry);
  for (const pool of maximums) spend(pool, used, entry.date, entry.pays, entry.member);
  for (const pool of deductibles) spend(pool, used, entry.date, entry.deductible ?? 0, entry.member);
}

/**
 * The limits that an entry counts against; of a total, the one that it names, or what governs everything where nothing
 * less does.
 */
export function poolsOfEntry(
  terms: PlanTerms,
  { code, for: scope }: Pick<LedgerEntry, 'code' | 'for'>,
): { readonly maximums: readonly Pool[]; readonly deductibles: readonly Pool[] } {
  const about = code ?? scope?.code;
  if (about === undefined) {
    const of = (kind: Pool['kind']) => {
      const pools = terms.pools.filter((pool) => pool.kind === kind);
      const named = pools.filter(({ scopes }) => scope && scopes.includes(scopeWords(scope)));
      return named.length > 0 ? named : pools.filter(({ isGeneral }) => isGeneral);
    };
    return { maximums: of('maximum'), deductibles: of('deductible') };
  }
  const { maximums, deductibles } = terms.ofCode(about);
  const { specific, general } = deductibles;
  return { maximums, deductibles: [specific, general].filter((pool) => pool !== undefined) };
}
