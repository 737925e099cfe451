import type { CaseLedgerView, LedgerAccountView } from '#contract/case-ledger.ts';
import { categoryOfCodes } from '#domain/estimate/code-category.ts';
import { inCodeRange } from '#domain/kernel/code-range.ts';

/** One service that would be promised or used. */
interface Promised {
  /** Absent: a total without a code. */
  readonly code?: string | undefined;
  readonly date: string;
  readonly amount: number;
  /** What of it the ledger has already. */
  readonly counted?: number;
}

interface Asked {
  readonly coverageId: string;
  readonly services: readonly Promised[];
  /** Somebody else of the family uses up only what the family shares. */
  readonly ofFamily?: boolean;
}

interface Passed {
  readonly plan: string;
  readonly about: string;
  readonly amount: number;
}

/**
 * By how much each maximum that governs these services would be promised beyond what it has, with what is planned left
 * aside; empty where all of it fits or where no maximum is known.
 */
export function wouldPass(
  { accounts }: Pick<CaseLedgerView, 'accounts'>,
  { coverageId, services, ofFamily = false }: Asked,
): readonly Passed[] {
  const maximums = accounts.filter(
    (account) => account.coverageId === coverageId && account.kind === 'maximum',
  );
  return maximums.flatMap((account) => {
    if (ofFamily && account.of !== 'family') return [];
    const { year, plan, about } = account;
    const taken = services.filter(
      ({ code, date }) =>
        (year === undefined || (year.from <= date && date <= year.through)) &&
        governs(account, code, maximums),
    );
    const amount = taken.reduce((sum, each) => sum + each.amount, 0);
    const counted = taken.reduce((sum, each) => sum + (each.counted ?? 0), 0);
    const free = account.limit - account.paid - account.pending - account.reserved + counted;
    const over = amount - Math.max(0, free);
    return over > 0 ? [{ plan, about, amount: over }] : [];
  });
}

/** The maximum that fits a code most closely governs it, and the general one where that one is eaten too. */
function governs(
  account: LedgerAccountView,
  code: string | undefined,
  all: readonly LedgerAccountView[],
): boolean {
  const best = Math.max(0, ...all.map((each) => fitOf(each, code)));
  const fit = fitOf(account, code);
  if (fit === best) return true;
  return fit === 0 && all.some((each) => each.eatsGeneral && fitOf(each, code) === best);
}

/** 3 the code itself, 2 a group of the plan's own, 1 its category, 0 everything; -1 not at all. */
function fitOf({ about, codes }: LedgerAccountView, code: string | undefined): number {
  const category = categoryOfCodes(about);
  if (category === 'all') return 0;
  if (code === undefined || !codes.some((range) => inCodeRange(range, code))) return -1;
  if (about === code) return 3;
  return category === undefined ? 2 : 1;
}
