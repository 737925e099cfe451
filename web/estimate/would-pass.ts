import type { CaseLedgerView, LedgerAccountView } from '#contract/case-ledger.ts';
import { closenessOfWords } from '#domain/estimate/scope.ts';
import { parseProcedureCode } from '#domain/kernel/procedure-code.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';

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
  text: string | undefined,
  all: readonly LedgerAccountView[],
): boolean {
  const read = text === undefined ? undefined : parseProcedureCode(text);
  const code = isRefusal(read) ? undefined : read;
  const best = Math.max(0, ...all.map((each) => closenessOfWords(each, code)));
  const fit = closenessOfWords(account, code);
  if (fit === best) return true;
  return fit === 0 && all.some((each) => each.eatsGeneral && closenessOfWords(each, code) === best);
}
